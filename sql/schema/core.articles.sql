-- grain: one row per article
-- why: schema.org NewsArticle: identity and what is known of it apart from its text.
create table if not exists core.articles (
    article_id varchar not null,
    url varchar,
    canonical_url varchar,
    headline varchar,
    date_published date,
    in_language varchar not null,
    source_id varchar,
    current_version_id varchar not null,
    duplicate_cluster_id varchar,
    run_id varchar not null,
    recorded_at timestamp not null
);

comment on table core.articles is
'One row per article. schema.org NewsArticle: identity and what is known of it apart from its text.';
comment on column core.articles.article_id is
'Deterministic id: SHA-256 of the canonical URL, else of the declared id, else of the text, 32 hex digits.';
comment on column core.articles.url is 'URL as given.';
comment on column core.articles.canonical_url is 'URL without tracking parameters, fragment and other accidents.';
comment on column core.articles.headline is 'Title of the current version.';
comment on column core.articles.date_published is
'Day of publication as the article or its page states it; NULL if unknown.';
comment on column core.articles.in_language is 'BCP 47 language tag of the text.';
comment on column core.articles.source_id is 'Outlet that published it.';
comment on column core.articles.current_version_id is 'Version seen last.';
comment on column core.articles.duplicate_cluster_id is
'Smallest article_id of the cluster of exact and near copies; its own id if it stands alone; NULL before '
'clustering.';
comment on column core.articles.run_id is 'Run that stored the article first.';
comment on column core.articles.recorded_at is 'When the article was stored first, UTC.';
