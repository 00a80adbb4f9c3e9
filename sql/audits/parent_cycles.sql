-- rule: no claim stands within itself, and no figure is a part of itself, also not by a detour.
-- severity: fail
-- why: Walking up the parents must come to an end.
with recursive parents as (
    select
        'attributions' as kind,
        a.fact_id,
        a.parent_fact_id as up_fact_id
    from core.attributions as a
    where a.parent_fact_id is not null
    union all
    select
        'figures' as kind,
        f.fact_id,
        f.part_of_fact_id as up_fact_id
    from core.figures as f
    where f.part_of_fact_id is not null
),

-- UNION without ALL drops what was reached before, so the walk ends in a circle too.
reached as (
    select
        p.kind,
        p.fact_id,
        p.up_fact_id
    from parents as p
    union
    select
        r.kind,
        r.fact_id,
        p.up_fact_id
    from reached as r
    inner join parents as p on r.kind = p.kind and r.up_fact_id = p.fact_id
)

select
    r.kind,
    r.fact_id
from reached as r
where r.fact_id = r.up_fact_id
order by r.kind, r.fact_id;
