-- Something to be done to one object of a space that belongs to no application; without content it is removed.
create table deploy.errand (
    id             text primary key,
    space          text        not null,
    person         text        not null,
    reference      text        not null,
    api_version    text        not null,
    kind           text        not null,
    name           text        not null,
    content        text,
    finished       boolean     not null default false,
    ordered_at     timestamptz not null default now()
);

create table deploy.configuration (
    space          text        not null references deploy.space,
    name           text        not null,
    files          text        not null,
    changed_at     timestamptz not null default now(),
    primary key (space, name)
);
