-- grain: one row per article version asked for
-- reads: core.article_versions, core.articles
-- why: What a worker needs to know of a text: where it came from, and the day that its relative dates count from.
select
    version.version_id,
    version.article_id,
    version.text,
    article.date_published as published_on,
    version.raw_sha256,
    version.location
from core.article_versions as version
inner join core.articles as article on version.article_id = article.article_id
where version.version_id in (select unnest($version_ids))
order by version.version_id;
