-- grain: one row per entity
-- reads: core.entities, core.mentions, core.attributions, core.events, core.figures
-- why: What entities are called in current articles, acronyms among their names, and how usual they are.
with
used as (
    select
        m.entity_id,
        m.article_id
    from core.mentions as m
    where m.superseded_at is null
    union
    select
        m.referent_entity_id as entity_id,
        m.article_id
    from core.mentions as m
    where m.superseded_at is null
    union
    select
        unnest(a.source_entity_ids) as entity_id,
        a.article_id
    from core.attributions as a
    where a.superseded_at is null
    union
    select
        unnest([e.actor_entity_id, e.recipient_entity_id, e.place_entity_id]) as entity_id,
        e.article_id
    from core.events as e
    where e.superseded_at is null
    union
    select
        f.place_entity_id as entity_id,
        f.article_id
    from core.figures as f
    where f.superseded_at is null
),

usages as (
    select
        u.entity_id,
        count(*) as article_count
    from used as u
    group by u.entity_id
),

short_names as (
    select
        m.entity_id,
        list(distinct m.mention_text order by m.mention_text) as short_names
    from core.mentions as m
    where
        m.superseded_at is null
        and m.mention_kind = 'name'
        and m.mention_text = upper(m.mention_text)
        and not contains(m.mention_text, ' ')
    group by m.entity_id
)

select
    e.entity_id,
    e.canonical_name,
    e.entity_type,
    e.country_code,
    coalesce(s.short_names, []) as short_names,
    coalesce(u.article_count, 0) as article_count
from core.entities as e
left join usages as u on e.entity_id = u.entity_id
left join short_names as s on e.entity_id = s.entity_id
order by e.entity_id;
