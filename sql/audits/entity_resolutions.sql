-- rule: each entity is taken for one entity, which is taken for itself.
-- severity: fail
-- why: Marts join through this table: a missing row would drop facts, a second one double them, a chain split what is
--  one.
with counts as (
    select
        r.entity_id,
        count(*) as row_count
    from core.entity_resolutions as r
    group by r.entity_id
),

problems as (
    select distinct
        e.entity_id,
        'has ' || coalesce(c.row_count, 0) || ' rows' as problem
    from core.entities as e
    left join counts as c on e.entity_id = c.entity_id
    where c.row_count is distinct from 1
    union all
    select
        r.entity_id,
        'is no entity' as problem
    from core.entity_resolutions as r
    left join core.entities as e on r.entity_id = e.entity_id
    where e.entity_id is null
    union all
    select
        r.entity_id,
        'resolves to what resolves to another' as problem
    from core.entity_resolutions as r
    left join core.entity_resolutions as t
        on r.resolved_entity_id = t.entity_id and t.entity_id = t.resolved_entity_id
    where t.entity_id is null
)

select
    p.entity_id,
    p.problem
from problems as p
order by p.entity_id, p.problem;
