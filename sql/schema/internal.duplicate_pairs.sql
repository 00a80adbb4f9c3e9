-- grain: one row per pair of texts that were compared
-- why: No pair is compared twice, and clusters can be formed again from here at another threshold.
create table if not exists internal.duplicate_pairs (
    text_sha256 varchar not null,
    other_text_sha256 varchar not null,
    jaccard double not null,
    check (text_sha256 < other_text_sha256)
);

comment on table internal.duplicate_pairs is
'One row per pair of texts that were compared, alike or not.';
comment on column internal.duplicate_pairs.text_sha256 is 'The smaller digest of the two texts.';
comment on column internal.duplicate_pairs.other_text_sha256 is 'The other digest.';
comment on column internal.duplicate_pairs.jaccard is
'Jaccard similarity of the sets of word shingles of the two texts, 0 to 1.';
