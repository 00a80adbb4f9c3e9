-- grain: one row per pair of texts that were compared
-- why: No pair is compared twice, and clusters can be formed again from here at another threshold.
create table if not exists internal.duplicate_pairs (
    article_id varchar not null,
    other_article_id varchar not null,
    version_id varchar not null,
    other_version_id varchar not null,
    jaccard double not null,
    check (article_id < other_article_id)
);

comment on table internal.duplicate_pairs is
'One row per pair of texts that were compared. '
'No pair is compared twice, and clusters can be formed again from here at another threshold.';
comment on column internal.duplicate_pairs.article_id is 'The smaller article id of the two.';
comment on column internal.duplicate_pairs.other_article_id is 'The other article id.';
comment on column internal.duplicate_pairs.version_id is 'Version of the first article that was compared.';
comment on column internal.duplicate_pairs.other_version_id is 'Version of the other article.';
comment on column internal.duplicate_pairs.jaccard is 'Jaccard similarity of the two texts'' sets of word shingles.';
