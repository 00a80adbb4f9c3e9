-- grain: one row per record of a raw document
-- why: The account that nothing is lost: each record was stored, was a duplicate, or was rejected.
create table if not exists core.input_records (
    raw_sha256 varchar not null,
    location varchar not null,
    record_number bigint not null,
    outcome varchar not null,
    article_id varchar,
    version_id varchar,
    run_id varchar not null,
    check (outcome in ('stored', 'duplicate', 'rejected'))
);

comment on table core.input_records is
'One row per record of a raw document. The account that nothing is lost: each record was stored, was a '
'duplicate, or was rejected.';
comment on column core.input_records.raw_sha256 is 'Raw document that holds the record.';
comment on column core.input_records.location is 'Where the raw document was read from.';
comment on column core.input_records.record_number is
'Position of the record in the document, from 1; for lines, the line number.';
comment on column core.input_records.outcome is 'stored, duplicate or rejected.';
comment on column core.input_records.article_id is 'Article that the record gave or repeated; NULL if rejected.';
comment on column core.input_records.version_id is 'Version that the record gave or repeated; NULL if rejected.';
comment on column core.input_records.run_id is 'Run that dealt with it.';
