-- grain: one row per article whose cluster changed
-- reads: core.articles, core.article_versions, staged_components
-- why: Articles with the same or nearly the same current text form a cluster, called after its smallest article id.
update core.articles as known
set duplicate_cluster_id = clusters.cluster_id
from (
    select
        articles.article_id,
        min(articles.article_id) over (
            partition by coalesce(components.component, versions.text_sha256)
        ) as cluster_id
    from core.articles as articles
    inner join core.article_versions as versions
        on articles.current_version_id = versions.version_id
    left join staged_components as components
        on versions.text_sha256 = components.text_sha256
) as clusters
where
    known.article_id = clusters.article_id
    and known.duplicate_cluster_id is distinct from clusters.cluster_id
