-- grain: one row per document as fetched and place it was fetched from
-- why: PROV entity: the bytes lie content-addressed under warehouse/raw, so that normalising can be run again.
create table if not exists core.raw_documents (
    raw_sha256 varchar not null,
    location varchar not null,
    source_name varchar not null,
    media_type varchar not null,
    field_map map (varchar, varchar) not null,
    byte_count bigint not null,
    run_id varchar not null,
    fetched_at timestamp not null,
    normalised_at timestamp
);

comment on table core.raw_documents is
'One row per document as fetched and place it was fetched from. PROV entity: the bytes lie content-addressed '
'under warehouse/raw, so that normalising can be run again.';
comment on column core.raw_documents.raw_sha256 is
'SHA-256 of the bytes as fetched, hex; also the name of the kept file.';
comment on column core.raw_documents.location is 'Path or URL that the bytes were read from.';
comment on column core.raw_documents.source_name is 'Name of the configured source that listed it, or `command line`.';
comment on column core.raw_documents.media_type is
'txt, html, json, jsonl, csv or parquet, with .gz appended where compressed.';
comment on column core.raw_documents.field_map is 'Article field to the record''s own field name, where they differ.';
comment on column core.raw_documents.byte_count is 'Size in bytes as fetched.';
comment on column core.raw_documents.run_id is 'Run that first met it.';
comment on column core.raw_documents.fetched_at is 'When it was first met, UTC.';
comment on column core.raw_documents.normalised_at is
'When all of its records were dealt with, UTC; NULL while some are pending.';
