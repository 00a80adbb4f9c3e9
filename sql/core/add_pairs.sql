-- grain: one row per pair of texts that share a staged bucket and were not compared yet
-- reads: staged_buckets, internal.duplicate_bands, core.article_versions
-- why: Confirms candidates by exact Jaccard. In a bucket each text is compared with the fifty first by digest only, so
-- that a formula which thousands of texts share costs no millions of comparisons.
insert into internal.duplicate_pairs (text_sha256, other_text_sha256, jaccard)
with members as (
    select
        bands.text_sha256,
        bands.band,
        bands.band_hash,
        row_number() over (partition by bands.band, bands.band_hash order by bands.text_sha256) as place
    from internal.duplicate_bands as bands
    semi join staged_buckets
        on bands.band = staged_buckets.band and bands.band_hash = staged_buckets.band_hash
),

candidates as (
    select distinct
        members.text_sha256,
        others.text_sha256 as other_text_sha256
    from members
    inner join members as others
        on
            members.band = others.band
            and members.band_hash = others.band_hash
            and members.text_sha256 < others.text_sha256
    where members.place <= 50
),

new_candidates as (
    select
        candidates.text_sha256,
        candidates.other_text_sha256
    from candidates
    anti join internal.duplicate_pairs as pairs
        on candidates.text_sha256 = pairs.text_sha256 and candidates.other_text_sha256 = pairs.other_text_sha256
),

texts as (
    select new_candidates.text_sha256 from new_candidates
    union
    select new_candidates.other_text_sha256 from new_candidates
),

contents as (
    select
        versions.text_sha256,
        any_value(versions.text) as content
    from core.article_versions as versions
    semi join texts
        on versions.text_sha256 = texts.text_sha256
    group by versions.text_sha256
),

shingles as (
    select
        contents.text_sha256,
        list_distinct(shingle_hashes(contents.content)) as shingle_list
    from contents
),

shared_counts as (
    select
        new_candidates.text_sha256,
        new_candidates.other_text_sha256,
        len(list_intersect(shingles.shingle_list, other_shingles.shingle_list)) as shared,
        len(shingles.shingle_list) + len(other_shingles.shingle_list) as total
    from new_candidates
    inner join shingles
        on new_candidates.text_sha256 = shingles.text_sha256
    inner join shingles as other_shingles
        on new_candidates.other_text_sha256 = other_shingles.text_sha256
)

select
    shared_counts.text_sha256,
    shared_counts.other_text_sha256,
    shared_counts.shared / greatest(shared_counts.total - shared_counts.shared, 1) as jaccard
from shared_counts
order by shared_counts.text_sha256, shared_counts.other_text_sha256
