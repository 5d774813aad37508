-- Releases are counted by phase each time somebody looks at the metrics.
create index release_phase on deploy.release (phase);
