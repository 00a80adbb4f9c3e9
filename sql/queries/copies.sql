-- question: Which articles copy each other, in whole or nearly?
-- parameter: limit = 20 | clusters at most
-- example: article-facts query copies
select
    b.duplicate_cluster_id,
    b.cluster_size,
    min(b.date_published) as first_date,
    list(b.headline order by b.date_published asc nulls last, b.article_id asc) as headlines,
    list(coalesce(b.outlet, b.url, b.article_id) order by b.date_published asc nulls last, b.article_id asc) as outlets
from mart.article_brief as b
where b.cluster_size > 1
group by b.duplicate_cluster_id, b.cluster_size
order by b.cluster_size desc, first_date asc nulls last, b.duplicate_cluster_id asc
limit cast($limit as bigint);
