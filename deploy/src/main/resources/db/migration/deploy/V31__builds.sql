-- Images that are made from source. The code that was handed in is kept until the build has ended.
create table deploy.build (
    id             text primary key,
    space          text        not null,
    image          text        not null,
    tag            text        not null,
    base           text,
    kind           text        not null,
    location       text        not null,
    branch         text        not null,
    content        bytea,
    person         text        not null,
    reference      text        not null,
    phase          text        not null default 'RUNNING',
    sequence       integer     not null default 0,
    ordered_at     timestamptz not null default now(),
    ended_at       timestamptz
);
