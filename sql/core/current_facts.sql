-- grain: one row per kind of fact
-- reads: the fact tables of core
-- why: What the file holds now, for people who look at a run.
with
facts as (
    select
        'attributions' as kind,
        fact.article_id
    from core.attributions as fact
    where fact.superseded_at is null
    union all
    select
        'claim_links' as kind,
        fact.article_id
    from core.claim_links as fact
    where fact.superseded_at is null
    union all
    select
        'events' as kind,
        fact.article_id
    from core.events as fact
    where fact.superseded_at is null
    union all
    select
        'figures' as kind,
        fact.article_id
    from core.figures as fact
    where fact.superseded_at is null
    union all
    select
        'mentions' as kind,
        fact.article_id
    from core.mentions as fact
    where fact.superseded_at is null
    union all
    select
        'timexes' as kind,
        fact.article_id
    from core.timexes as fact
    where fact.superseded_at is null
)

select
    facts.kind,
    count(*) as facts,
    count(distinct facts.article_id) as articles
from facts
group by facts.kind
order by facts.kind;
