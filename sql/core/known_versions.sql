-- grain: one row per stored version of some articles
-- reads: core.article_versions, core.articles
-- why: Tells new texts from known ones, and which version a new one revises.
select
    versions.article_id,
    versions.version_id,
    versions.version_id = articles.current_version_id as is_current
from core.article_versions as versions
inner join core.articles as articles
    on versions.article_id = articles.article_id
where versions.article_id in (select unnest($article_ids))
