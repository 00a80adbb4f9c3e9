-- rule: the model that ran last has read the current version of every English article, or rejected it.
-- severity: fail
-- why: An article without facts must be one that has none, not one that was forgotten.
with last_model as (
    select arg_max(x.model_version, (x.recorded_at, x.model_version)) as model_version
    from core.extractions as x
)

select
    a.article_id,
    a.current_version_id,
    m.model_version
from core.articles as a
cross join last_model as m
where
    (a.in_language = 'en' or a.in_language like 'en-%')
    and not exists (
        select 1 as found
        from core.extractions as x
        where x.version_id = a.current_version_id and x.model_version = m.model_version
    )
order by a.article_id;
