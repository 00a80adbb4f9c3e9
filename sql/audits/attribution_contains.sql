-- rule: figures and events stand within the content of the attribution that they point to.
-- severity: warn
-- why: A figure is somebody's only if it is part of what they say.
with claims as (
    select
        'figure' as kind,
        f.fact_id,
        f.article_id,
        f.attribution_fact_id,
        f.start_char,
        f.end_char
    from core.figures as f
    where f.superseded_at is null
    union all
    select
        'event' as kind,
        e.fact_id,
        e.article_id,
        e.attribution_fact_id,
        e.start_char,
        e.end_char
    from core.events as e
    where e.superseded_at is null
),

contents as (
    select
        a.fact_id,
        unnest(a.content_spans) as piece
    from core.attributions as a
)

select
    c.kind,
    c.fact_id,
    c.article_id,
    c.attribution_fact_id,
    c.start_char,
    c.end_char
from claims as c
where
    c.attribution_fact_id is not null
    and not exists (
        select 1 as found
        from contents as p
        where
            p.fact_id = c.attribution_fact_id
            and p.piece.start_char <= c.start_char
            and p.piece.end_char >= c.end_char
    )
order by c.kind, c.fact_id;
