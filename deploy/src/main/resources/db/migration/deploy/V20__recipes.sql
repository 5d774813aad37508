-- What a release was made of: what it began with, and what was adjusted. Releases without one came from their template.
create table deploy.recipe (
    release_id     text primary key references deploy.release,
    source         text not null,
    adjustments    text not null
);

-- A removed application keeps its id: its kept volumes and its history are found again under the same name.
alter table deploy.application add column removed_at timestamptz;
