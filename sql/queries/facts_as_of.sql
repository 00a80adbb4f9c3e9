-- question: How many facts of each kind did the warehouse hold at a moment?
-- parameter: at = 9999-12-31 | moment in UTC, such as 2025-01-31 12:00
-- example: article-facts query facts_as_of at="2025-01-31 12:00"
select
    f.kind,
    count(*) as fact_count,
    count(distinct f.article_id) as article_count,
    max(f.recorded_at) as last_recorded_at
from mart.facts_as_of(cast($at as timestamp)) as f
group by f.kind
order by f.kind;
