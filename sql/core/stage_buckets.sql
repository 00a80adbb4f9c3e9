-- grain: one row per band value of the staged texts
-- reads: staged_texts, internal.duplicate_bands
-- why: Only texts in these buckets can have become candidates.
create or replace temporary table staged_buckets as
select distinct
    bands.band,
    bands.band_hash
from internal.duplicate_bands as bands
semi join staged_texts
    on bands.text_sha256 = staged_texts.text_sha256
