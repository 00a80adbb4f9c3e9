-- grain: one row per pair of texts that are near-duplicates of each other
-- reads: internal.duplicate_pairs, internal.duplicate_bands
-- why: A pair counts only while it would be compared now: what was compared earlier, when its bucket was smaller, must
-- not make the clusters depend on the order in which articles came.
with alike as (
    select
        pairs.text_sha256,
        pairs.other_text_sha256
    from internal.duplicate_pairs as pairs
    where pairs.jaccard >= $jaccard
),

buckets as (
    select distinct
        bands.band,
        bands.band_hash
    from internal.duplicate_bands as bands
    semi join alike
        on bands.text_sha256 = alike.text_sha256
),

members as (
    select
        bands.text_sha256,
        bands.band,
        bands.band_hash,
        row_number() over (partition by bands.band, bands.band_hash order by bands.text_sha256) as place
    from internal.duplicate_bands as bands
    semi join buckets
        on bands.band = buckets.band and bands.band_hash = buckets.band_hash
)

select distinct
    alike.text_sha256,
    alike.other_text_sha256
from alike
inner join members
    on alike.text_sha256 = members.text_sha256 and members.place <= 50
inner join members as others
    on
        alike.other_text_sha256 = others.text_sha256
        and members.band = others.band
        and members.band_hash = others.band_hash
order by alike.text_sha256, alike.other_text_sha256
