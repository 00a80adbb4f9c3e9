-- grain: one row per input that could not be used
-- why: Nothing is lost silently: what, where, at which step and why.
create table if not exists core.rejects (
    reject_id varchar not null,
    step varchar not null,
    reason varchar not null,
    location varchar not null,
    detail varchar not null,
    raw_sha256 varchar,
    article_id varchar,
    version_id varchar,
    run_id varchar not null,
    recorded_at timestamp not null,
    check (step in ('ingest', 'normalise', 'extract'))
);

comment on table core.rejects is
'One row per input that could not be used. Nothing is lost silently: what, where, at which step and why.';
comment on column core.rejects.reject_id is
'Deterministic id: SHA-256 of step, reason, location and raw digest, 32 hex digits.';
comment on column core.rejects.step is 'ingest, normalise or extract.';
comment on column core.rejects.reason is 'Short stable code, such as empty_file, not_english, component_failed.';
comment on column core.rejects.location is 'File with its line or record, or URL.';
comment on column core.rejects.detail is 'What is wrong and what to do about it.';
comment on column core.rejects.raw_sha256 is 'Raw document concerned; NULL if nothing could be read.';
comment on column core.rejects.article_id is 'Article concerned, where it got so far.';
comment on column core.rejects.version_id is 'Version concerned, where it got so far.';
comment on column core.rejects.run_id is 'Run that met it first.';
comment on column core.rejects.recorded_at is 'When it was met first, UTC.';
