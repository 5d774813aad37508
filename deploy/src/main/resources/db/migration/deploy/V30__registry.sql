-- What signs tokens for the registry, and what the passwords of robots are made from: made by whichever replica needs
-- it first, shared by all.
create table deploy.registry_key (
    id             integer primary key check (id = 1),
    private_key    bytea       not null,
    certificate    bytea       not null,
    secret         bytea       not null,
    made_at        timestamptz not null default now()
);

-- A space as the registry has it. used_bytes is what is committed, counted again whenever something arrives or goes.
create table deploy.image_space (
    name           text primary key,
    granted_bytes  bigint      not null,
    used_bytes     bigint      not null default 0,
    opened_at      timestamptz not null default now()
);
insert into deploy.image_space (name, granted_bytes)
    select name, storage_gi::bigint << 30 from deploy.space where provisioned > 0;

create table deploy.image_member (
    space          text        not null references deploy.image_space on delete cascade,
    person         text        not null,
    role           text        not null check (role in ('OWNER', 'PUSHER', 'READER')),
    admitted_at    timestamptz not null default now(),
    primary key (space, person)
);
create index image_member_person on deploy.image_member (person);
insert into deploy.image_member (space, person, role)
    select name, owner, 'OWNER' from deploy.space where provisioned > 0;

create table deploy.registry_password (
    id             text primary key,
    person         text        not null,
    hash           bytea       not null unique,
    made_at        timestamptz not null,
    used_at        timestamptz,
    revoked_at     timestamptz
);
create index registry_password_person on deploy.registry_password (person);

-- Wrong passwords, by what they have in common: "name:…" or "address:…".
create table deploy.registry_failure (
    subject        text primary key,
    failures       integer     not null,
    last_at        timestamptz not null
);
create index registry_failure_age on deploy.registry_failure (last_at);

-- What is in the spaces, as the registry told it. The parts of a manifest are the blobs it needs, itself included.
create table deploy.image_manifest (
    repository     text        not null,
    digest         text        not null,
    space          text        not null,
    media_type     text        not null,
    size           bigint      not null,
    pushed_by      text,
    pushed_at      timestamptz not null,
    primary key (repository, digest)
);
create index image_manifest_space on deploy.image_manifest (space);

create table deploy.image_part (
    repository     text        not null,
    manifest       text        not null,
    digest         text        not null,
    size           bigint      not null,
    primary key (repository, manifest, digest),
    foreign key (repository, manifest) references deploy.image_manifest (repository, digest) on delete cascade
);

create table deploy.image_tag (
    repository     text        not null,
    tag            text        not null,
    digest         text        not null,
    pushed_by      text,
    pushed_at      timestamptz not null,
    primary key (repository, tag),
    foreign key (repository, digest) references deploy.image_manifest (repository, digest) on delete cascade
);
create index image_tag_digest on deploy.image_tag (repository, digest);

-- What the registry told, by the id of its event, until it was looked at and for some days after.
create table deploy.image_arrival (
    id             text primary key,
    repository     text        not null,
    digest         text        not null,
    tag            text        not null,
    actor          text        not null,
    told_at        timestamptz not null default now(),
    settled        boolean     not null default false
);

create table deploy.image_removal (
    id             text primary key,
    repository     text        not null,
    digest         text        not null,
    person         text        not null,
    reference      text        not null,
    attempts       integer     not null default 0,
    settled        boolean     not null default false
);
