-- rule: each version has as many fact rows by each model as its extraction says.
-- severity: fail
-- why: Rows that were lost or loaded twice on the way show here.
with facts as (
    select
        f.version_id,
        f.model_version
    from core.attributions as f
    union all
    select
        f.version_id,
        f.model_version
    from core.claim_links as f
    union all
    select
        f.version_id,
        f.model_version
    from core.events as f
    union all
    select
        f.version_id,
        f.model_version
    from core.figures as f
    union all
    select
        f.version_id,
        f.model_version
    from core.mentions as f
    union all
    select
        f.version_id,
        f.model_version
    from core.timexes as f
),

counted as (
    select
        f.version_id,
        f.model_version,
        count(*) as row_count
    from facts as f
    group by f.version_id, f.model_version
)

select
    coalesce(x.version_id, c.version_id) as version_id,
    coalesce(x.model_version, c.model_version) as model_version,
    x.outcome,
    x.fact_count,
    coalesce(c.row_count, 0) as row_count
from core.extractions as x
full join counted as c on x.version_id = c.version_id and x.model_version = c.model_version
where x.fact_count is distinct from coalesce(c.row_count, 0)
order by version_id, model_version;
