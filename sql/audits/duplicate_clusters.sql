-- rule: each article belongs to a cluster of copies that is named after its smallest member.
-- severity: fail
-- why: Independent reports are counted by cluster.
with smallest as (
    select
        a.duplicate_cluster_id,
        min(a.article_id) as article_id
    from core.articles as a
    group by a.duplicate_cluster_id
)

select
    a.article_id,
    a.duplicate_cluster_id,
    s.article_id as smallest_article_id
from core.articles as a
left join smallest as s on a.duplicate_cluster_id = s.duplicate_cluster_id
where a.duplicate_cluster_id is null or a.duplicate_cluster_id <> s.article_id
order by a.article_id;
