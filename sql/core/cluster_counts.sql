-- grain: one row
-- reads: core.articles
-- why: How many articles there are, and how many clusters hold more than one of them.
with clusters as (
    select
        articles.duplicate_cluster_id,
        count(*) as member_count
    from core.articles as articles
    group by articles.duplicate_cluster_id
)

select
    coalesce(sum(clusters.member_count), 0)::bigint as article_count,
    count_if(clusters.member_count > 1) as cluster_count
from clusters
