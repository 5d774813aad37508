create schema if not exists deploy;

create table deploy.space (
    name           text primary key,
    namespace      text        not null unique,
    owner          text        not null,
    storage_gi     integer     not null,
    cpu            integer     not null,
    memory_gi      integer     not null,
    reference      text        not null,
    -- every order to provision; the one that was carried out last
    revision       integer     not null default 1,
    provisioned    integer     not null default 0,
    attempts       integer     not null default 0,
    requested_at   timestamptz not null default now()
);
create index space_owner on deploy.space (owner);

create table deploy.application (
    id             text primary key,
    space          text        not null references deploy.space,
    name           text        not null,
    template       text        not null,
    created_at     timestamptz not null default now(),
    unique (space, name)
);

create table deploy.release (
    id             text primary key,
    application_id text        not null,
    application    text        not null,
    space          text        not null,
    template       text        not null,
    inputs         text        not null,
    person         text        not null,
    reference      text        not null,
    phase          text        not null,
    -- counts the reports; a transition is won by whoever counts it on
    sequence       integer     not null default 0,
    progress       text        not null default '',
    progressed_at  timestamptz,
    planned_at     timestamptz not null default now(),
    rolling_since  timestamptz,
    finished_at    timestamptz
);
create index release_of_application on deploy.release (application_id, planned_at);
create index release_rolling on deploy.release (phase) where phase = 'ROLLING';

-- One release of an application at a time.
create table deploy.active_release (
    application_id text primary key,
    release_id     text not null unique references deploy.release
);

-- What a release consists of, in the order in which it is applied. Written once, but for what came of applying it.
create table deploy.release_object (
    release_id     text    not null references deploy.release,
    position       integer not null,
    content        text    not null,
    applied        boolean not null default false,
    generation     bigint,
    primary key (release_id, position)
);

-- What may exist in the cluster because of an application. Written before it is made, removed after it is gone.
create table deploy.inventory (
    application_id text not null,
    api_version    text not null,
    kind           text not null,
    name           text not null,
    primary key (application_id, api_version, kind, name)
);

create table deploy.claim (
    id             text primary key,
    space          text        not null,
    application    text        not null,
    port           integer     not null,
    person         text        not null,
    reference      text        not null,
    phase          text        not null,
    attempts       integer     not null default 0,
    url            text,
    claimed_at     timestamptz not null default now()
);
create index claim_of_application on deploy.claim (space, application);

create table deploy.host (
    host           text primary key,
    space          text not null
);

create table deploy.domain (
    host           text    not null references deploy.host,
    path           text    not null,
    claim_id       text    not null references deploy.claim,
    position       integer not null,
    unique (host, path)
);

-- db-scheduler's own table, as its documentation gives it for PostgreSQL.
create table if not exists scheduled_tasks (
    task_name            text                     not null,
    task_instance        text                     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index if not exists scheduled_tasks_due on scheduled_tasks (execution_time);
create index if not exists scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index if not exists scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
