-- Directories of the hosts that the applications of a space may mount: exactly these, not what is in them.
create table deploy.host_path (
    space          text        not null references deploy.space,
    path           text        not null,
    person         text        not null,
    permitted_at   timestamptz not null default now(),
    primary key (space, path)
);
