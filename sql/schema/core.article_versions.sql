-- grain: one row per text of an article as seen
-- why: PROV revision: offsets of all facts count in this text.
create table if not exists core.article_versions (
    version_id varchar not null,
    article_id varchar not null,
    text varchar not null,
    text_sha256 varchar not null,
    char_count bigint not null,
    headline varchar,
    observed_at timestamp not null,
    was_revision_of varchar,
    raw_sha256 varchar not null,
    location varchar not null,
    run_id varchar not null
);

comment on table core.article_versions is
'One row per text of an article as seen. PROV revision: offsets of all facts count in this text.';
comment on column core.article_versions.version_id is
'Deterministic id: SHA-256 of article_id and text, 32 hex digits.';
comment on column core.article_versions.article_id is 'Article whose text this is.';
comment on column core.article_versions.text is
'Normalised text (NFC, paragraphs kept apart by an empty line or a line break).';
comment on column core.article_versions.text_sha256 is 'SHA-256 of the text in UTF-8, hex.';
comment on column core.article_versions.char_count is 'Length of the text in code points.';
comment on column core.article_versions.headline is 'Title of this version.';
comment on column core.article_versions.observed_at is 'When this text was first seen, UTC.';
comment on column core.article_versions.was_revision_of is 'Version that this one revised; NULL for the first.';
comment on column core.article_versions.raw_sha256 is 'Raw document that gave it.';
comment on column core.article_versions.location is 'Where the record stood: path or URL, with the record''s number.';
comment on column core.article_versions.run_id is 'Run that stored it.';
