-- grain: one row per text of an article and band of its MinHash signature
-- why: Texts that share a band are candidates for near-duplicates; kept, so that a run compares only what is new.
create table if not exists internal.duplicate_bands (
    article_id varchar not null,
    version_id varchar not null,
    band tinyint not null,
    band_hash bigint not null
);

comment on table internal.duplicate_bands is
'One row per text of an article and band of its MinHash signature. '
'Texts that share a band are candidates for near-duplicates; kept, so that a run compares only what is new.';
comment on column internal.duplicate_bands.article_id is 'Article whose current text this is.';
comment on column internal.duplicate_bands.version_id is 'Version that holds the text.';
comment on column internal.duplicate_bands.band is 'Number of the band, from 0.';
comment on column internal.duplicate_bands.band_hash is 'Hash of the band''s minima.';
