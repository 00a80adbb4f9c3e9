-- grain: one row per staged text and band
-- reads: staged_texts
-- why: Texts that are not current any more take no place in the buckets.
delete from internal.duplicate_bands as bands
using staged_texts
where bands.text_sha256 = staged_texts.text_sha256
