-- rule: current facts come from the current version of their article and from the model that read it last.
-- severity: fail
-- why: Otherwise marts would count what an article said before it was changed, or count it twice.
with facts as (
    select
        'attributions' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.attributions as f
    where f.superseded_at is null
    union all
    select
        'claim_links' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.claim_links as f
    where f.superseded_at is null
    union all
    select
        'events' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.events as f
    where f.superseded_at is null
    union all
    select
        'figures' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.figures as f
    where f.superseded_at is null
    union all
    select
        'mentions' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.mentions as f
    where f.superseded_at is null
    union all
    select
        'timexes' as kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version
    from core.timexes as f
    where f.superseded_at is null
),

models as (
    select
        x.version_id,
        arg_max(x.model_version, (x.recorded_at, x.model_version)) as model_version
    from core.extractions as x
    group by x.version_id
)

select
    f.kind,
    f.fact_id,
    f.article_id,
    f.version_id,
    a.current_version_id,
    f.model_version,
    m.model_version as last_model_version
from facts as f
left join core.articles as a on f.article_id = a.article_id
left join models as m on f.version_id = m.version_id
where
    f.version_id is distinct from a.current_version_id
    or f.model_version is distinct from m.model_version
order by f.kind, f.fact_id;
