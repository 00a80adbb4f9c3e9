-- rule: the marts point to facts that are there.
-- severity: fail
-- why: A mart that was built from other rows than those beside it would mislead.
with wanted as (
    select
        'claim_ledger' as mart,
        c.fact_id
    from mart.claim_ledger as c
    union all
    select
        'figure_history' as mart,
        f.fact_id
    from mart.figure_history as f
    union all
    select
        'disputes' as mart,
        d.fact_id
    from mart.disputes as d
    union all
    select
        'event_ledger' as mart,
        e.fact_id
    from mart.event_ledger as e
    union all
    select
        'corroboration' as mart,
        unnest(c.event_fact_ids) as fact_id
    from mart.corroboration as c
),

present as (
    select a.fact_id from core.attributions as a
    union all
    select f.fact_id from core.figures as f
    union all
    select e.fact_id from core.events as e
    union all
    select l.fact_id from core.claim_links as l
)

select
    w.mart,
    w.fact_id
from wanted as w
left join present as p on w.fact_id = p.fact_id
where p.fact_id is null
order by w.mart, w.fact_id;
