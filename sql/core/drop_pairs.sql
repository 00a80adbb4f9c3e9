-- grain: one row per pair with a staged text
-- reads: staged_texts
-- why: Texts that are not current any more link no cluster.
delete from internal.duplicate_pairs as pairs
using staged_texts
where staged_texts.text_sha256 in (pairs.text_sha256, pairs.other_text_sha256)
