-- Code comes packed: to try to compress it takes time for nothing, and parts of it are read without the whole.
alter table deploy.build alter column content set storage external;
