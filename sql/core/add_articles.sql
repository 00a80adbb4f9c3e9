-- grain: one row per staged article that is not known yet
-- reads: staged_articles, core.articles
-- why: Adds articles seen for the first time.
insert into core.articles by name
select
    staged.article_id,
    staged.url,
    staged.canonical_url,
    staged.headline,
    staged.date_published,
    staged.in_language,
    staged.source_id,
    staged.current_version_id,
    staged.duplicate_cluster_id,
    staged.run_id,
    staged.recorded_at
from staged_articles as staged
anti join core.articles as known
    on staged.article_id = known.article_id
