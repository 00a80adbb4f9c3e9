-- grain: one row per current text and band of its MinHash signature
-- why: Texts that share a band are candidates for near-duplicates; kept, so that a run compares only what is new.
create table if not exists internal.duplicate_bands (
    text_sha256 varchar not null,
    band tinyint not null,
    band_hash bigint not null
);

comment on table internal.duplicate_bands is
'One row per current text and band of its MinHash signature. Texts that share a band are candidates.';
comment on column internal.duplicate_bands.text_sha256 is 'Text that some article has as its current version.';
comment on column internal.duplicate_bands.band is 'Number of the band, 0 to 15.';
comment on column internal.duplicate_bands.band_hash is 'Hash of the band''s four minima.';
