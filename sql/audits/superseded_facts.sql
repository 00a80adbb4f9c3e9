-- rule: nothing is superseded before it was recorded.
-- severity: fail
-- why: facts_as_of() would never show it.
with facts as (
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.attributions as f
    union all
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.claim_links as f
    union all
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.events as f
    union all
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.figures as f
    union all
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.mentions as f
    union all
    select
        f.fact_id,
        f.recorded_at,
        f.superseded_at
    from core.timexes as f
)

select
    f.fact_id,
    f.recorded_at,
    f.superseded_at
from facts as f
where f.superseded_at < f.recorded_at
order by f.fact_id;
