-- rule: the marts hold each current row of core exactly once.
-- severity: fail
-- why: A join that drops or repeats rows, or a mart that was not built again, shows here.
with counts as (
    select
        'claim_ledger' as mart,
        (select count(*) from mart.claim_ledger) as mart_rows,
        (
            select count(*) from core.attributions as a
            where a.superseded_at is null
        ) as core_rows
    union all
    select
        'figure_history' as mart,
        (select count(*) from mart.figure_history) as mart_rows,
        (select count(*) from core.figures) as core_rows
    union all
    select
        'disputes' as mart,
        (select count(*) from mart.disputes) as mart_rows,
        (
            select count(*) from core.claim_links as l
            where l.superseded_at is null and l.relation = 'disputes'
        ) as core_rows
    union all
    select
        'article_brief' as mart,
        (select count(*) from mart.article_brief) as mart_rows,
        (select count(*) from core.articles) as core_rows
    union all
    select
        'entity_daily' as mart,
        (select coalesce(sum(d.mention_count), 0) from mart.entity_daily as d) as mart_rows,
        (
            select count(*) from core.mentions as m
            where m.superseded_at is null
        ) as core_rows
    union all
    select
        'event_daily' as mart,
        (select coalesce(sum(d.event_count), 0) from mart.event_daily as d) as mart_rows,
        (
            select count(*) from core.events as e
            where e.superseded_at is null
        ) as core_rows
    union all
    select
        'event_ledger' as mart,
        (select count(*) from mart.event_ledger) as mart_rows,
        (
            select count(*) from core.events as e
            where e.superseded_at is null
        ) as core_rows
    union all
    select
        'actor_dyads' as mart,
        (select coalesce(sum(d.event_count), 0) from mart.actor_dyads as d) as mart_rows,
        (
            select count(*) from core.events as e
            where e.superseded_at is null and e.actor is not null and e.recipient is not null
        ) as core_rows
    union all
    select
        'entity_names' as mart,
        (select count(*) from mart.entity_names) as mart_rows,
        (select count(distinct e.entity_id) from core.entities as e) as core_rows
    union all
    select
        'source_profile' as mart,
        (select coalesce(sum(p.article_count), 0) from mart.source_profile as p) as mart_rows,
        (select count(*) from core.articles) as core_rows
)

select
    c.mart,
    c.mart_rows,
    c.core_rows
from counts as c
where c.mart_rows <> c.core_rows
order by c.mart;
