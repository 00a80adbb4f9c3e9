-- grain: one row per article version and model that read it
-- why: Says that a version was read, also where it yielded no facts; what is not here is still to do.
create table if not exists core.extractions (
    version_id varchar not null,
    article_id varchar not null,
    model_version varchar not null,
    outcome varchar not null,
    fact_count bigint not null,
    run_id varchar not null,
    recorded_at timestamp not null,
    check (outcome in ('extracted', 'rejected'))
);

comment on table core.extractions is
'One row per article version and model that read it. Says that a version was read, also where it yielded no '
'facts; what is not here is still to do.';
comment on column core.extractions.version_id is 'Version that was read.';
comment on column core.extractions.article_id is 'Article of the version.';
comment on column core.extractions.model_version is 'Model and rules that read it.';
comment on column core.extractions.outcome is 'extracted or rejected.';
comment on column core.extractions.fact_count is 'Fact rows that it yielded.';
comment on column core.extractions.run_id is 'Run that read it.';
comment on column core.extractions.recorded_at is 'When it was read, UTC.';
