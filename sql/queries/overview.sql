-- question: How much of everything is there?
-- example: article-facts query overview
with counts as (
    select
        1 as position,
        'articles' as what,
        (select count(*) from core.articles) as row_count
    union all
    select
        2 as position,
        'independent articles' as what,
        (select count(distinct b.duplicate_cluster_id) from mart.article_brief as b) as row_count
    union all
    select
        3 as position,
        'claims' as what,
        (select count(*) from mart.claim_ledger) as row_count
    union all
    select
        4 as position,
        'disputes' as what,
        (select count(*) from mart.disputes) as row_count
    union all
    select
        5 as position,
        'figures' as what,
        (select coalesce(sum(b.figure_count), 0) from mart.article_brief as b) as row_count
    union all
    select
        6 as position,
        'events' as what,
        (select coalesce(sum(b.event_count), 0) from mart.article_brief as b) as row_count
    union all
    select
        7 as position,
        'mentions' as what,
        (select coalesce(sum(b.mention_count), 0) from mart.article_brief as b) as row_count
    union all
    select
        8 as position,
        'entities' as what,
        (select count(*) from core.entities) as row_count
    union all
    select
        9 as position,
        'outlets' as what,
        (select count(*) from core.sources) as row_count
    union all
    select
        10 as position,
        'rejects' as what,
        (select count(*) from core.rejects) as row_count
)

select
    c.what,
    cast(c.row_count as bigint) as row_count
from counts as c
order by c.position;
