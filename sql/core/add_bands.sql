-- grain: one row per staged text and band
-- reads: staged_texts, core.article_versions
-- why: MinHash (Broder 1997) with 64 permutations in 16 bands of 4: texts with a Jaccard similarity of 0.6 share a band
-- with probability 0.89, of 0.8 with 0.9998, of 0.3 with 0.12.
insert into internal.duplicate_bands (text_sha256, band, band_hash)
with texts as (
    select
        versions.text_sha256,
        versions.text as content
    from core.article_versions as versions
    inner join staged_texts
        on versions.rowid = staged_texts.row_number
),

shingles as (
    select
        texts.text_sha256,
        unnest(shingle_hashes(texts.content)) as shingle
    from texts
),

signatures as (
    select
        shingles.text_sha256,
        [
            band_hash(
                min(permuted_hash(shingles.shingle, 0)), min(permuted_hash(shingles.shingle, 1)),
                min(permuted_hash(shingles.shingle, 2)), min(permuted_hash(shingles.shingle, 3))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 4)), min(permuted_hash(shingles.shingle, 5)),
                min(permuted_hash(shingles.shingle, 6)), min(permuted_hash(shingles.shingle, 7))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 8)), min(permuted_hash(shingles.shingle, 9)),
                min(permuted_hash(shingles.shingle, 10)), min(permuted_hash(shingles.shingle, 11))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 12)), min(permuted_hash(shingles.shingle, 13)),
                min(permuted_hash(shingles.shingle, 14)), min(permuted_hash(shingles.shingle, 15))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 16)), min(permuted_hash(shingles.shingle, 17)),
                min(permuted_hash(shingles.shingle, 18)), min(permuted_hash(shingles.shingle, 19))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 20)), min(permuted_hash(shingles.shingle, 21)),
                min(permuted_hash(shingles.shingle, 22)), min(permuted_hash(shingles.shingle, 23))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 24)), min(permuted_hash(shingles.shingle, 25)),
                min(permuted_hash(shingles.shingle, 26)), min(permuted_hash(shingles.shingle, 27))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 28)), min(permuted_hash(shingles.shingle, 29)),
                min(permuted_hash(shingles.shingle, 30)), min(permuted_hash(shingles.shingle, 31))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 32)), min(permuted_hash(shingles.shingle, 33)),
                min(permuted_hash(shingles.shingle, 34)), min(permuted_hash(shingles.shingle, 35))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 36)), min(permuted_hash(shingles.shingle, 37)),
                min(permuted_hash(shingles.shingle, 38)), min(permuted_hash(shingles.shingle, 39))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 40)), min(permuted_hash(shingles.shingle, 41)),
                min(permuted_hash(shingles.shingle, 42)), min(permuted_hash(shingles.shingle, 43))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 44)), min(permuted_hash(shingles.shingle, 45)),
                min(permuted_hash(shingles.shingle, 46)), min(permuted_hash(shingles.shingle, 47))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 48)), min(permuted_hash(shingles.shingle, 49)),
                min(permuted_hash(shingles.shingle, 50)), min(permuted_hash(shingles.shingle, 51))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 52)), min(permuted_hash(shingles.shingle, 53)),
                min(permuted_hash(shingles.shingle, 54)), min(permuted_hash(shingles.shingle, 55))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 56)), min(permuted_hash(shingles.shingle, 57)),
                min(permuted_hash(shingles.shingle, 58)), min(permuted_hash(shingles.shingle, 59))
            ),
            band_hash(
                min(permuted_hash(shingles.shingle, 60)), min(permuted_hash(shingles.shingle, 61)),
                min(permuted_hash(shingles.shingle, 62)), min(permuted_hash(shingles.shingle, 63))
            )
        ] as band_hashes
    from shingles
    group by shingles.text_sha256
)

select
    signatures.text_sha256,
    unnest(range(16))::tinyint as band,
    unnest(signatures.band_hashes) as band_hash
from signatures
order by signatures.text_sha256, band
