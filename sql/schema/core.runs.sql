-- grain: one row per flow run that changed the store
-- why: PROV activity: what ran, on what, with which result; every later row points here.
create table if not exists core.runs (
    run_id varchar not null,
    started_at timestamp not null,
    finished_at timestamp,
    code_version varchar not null,
    model_version varchar,
    config_sha256 varchar not null,
    input_sha256 varchar,
    input_count bigint not null,
    article_count bigint not null,
    duplicate_count bigint not null,
    reject_count bigint not null,
    extracted_count bigint not null,
    fact_count bigint not null,
    step_durations map (varchar, double) not null
);

comment on table core.runs is
'One row per flow run that changed the store. PROV activity: what ran, on what, with which result; every later '
'row points here.';
comment on column core.runs.run_id is 'Id of the run: UTC start time and a random suffix, sortable.';
comment on column core.runs.started_at is 'Start of the run, UTC.';
comment on column core.runs.finished_at is 'End of the run before publishing, UTC; NULL if it was cut short.';
comment on column core.runs.code_version is 'Version of the package.';
comment on column core.runs.model_version is 'Model and rules that the run extracted with.';
comment on column core.runs.config_sha256 is 'SHA-256 of the run''s settings.';
comment on column core.runs.input_sha256 is
'SHA-256 over the sorted digests of the raw documents that the run was given.';
comment on column core.runs.input_count is 'Input records that the run met for the first time.';
comment on column core.runs.article_count is 'New articles and new versions that it stored.';
comment on column core.runs.duplicate_count is 'Records that repeated an article version already stored.';
comment on column core.runs.reject_count is 'Records that could not be used.';
comment on column core.runs.extracted_count is 'Article versions that it extracted facts from.';
comment on column core.runs.fact_count is 'Fact rows that it wrote.';
comment on column core.runs.step_durations is 'Seconds by step.';
