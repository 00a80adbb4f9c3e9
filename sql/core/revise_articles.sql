-- grain: one row per known article that got a new version
-- reads: staged_articles, core.articles
-- why: The newest text is the current one; what was known of the article before stays where the new version is silent.
update core.articles as known
set
    current_version_id = staged.current_version_id,
    headline = coalesce(staged.headline, known.headline),
    date_published = coalesce(known.date_published, staged.date_published)
from staged_articles as staged
where known.article_id = staged.article_id
