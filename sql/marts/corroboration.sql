-- grain: one row per dated happening, told apart by type, day or period, actor, recipient and place
-- reads: mart.event_ledger
-- why: How many reports that don't copy each other carry the same happening, and who vouches for it.
create or replace table mart.corroboration as
with happenings as (
    select
        e.fact_id,
        e.article_id,
        e.event_type,
        e.event_date,
        e.start_date,
        e.actor,
        e.recipient,
        e.place_entity_id,
        e.place,
        coalesce(e.actor_entity_id, lower(e.actor)) as actor_key,
        coalesce(e.recipient_entity_id, lower(e.recipient)) as recipient_key,
        coalesce(e.place_entity_id, lower(e.place)) as place_key,
        e.duplicate_cluster_id as cluster_id,
        e.date_published,
        e.outlet,
        e.speaker,
        e.is_disputed,
        e.attribution_fact_id,
        e.start_char
    from mart.event_ledger as e
    where
        e.aux = 'actual'
        and e.start_date is not null
        and (e.actor is not null or e.recipient is not null or e.place is not null)
)

select
    h.event_type,
    h.event_date,
    h.start_date,
    min(h.actor) as actor,
    min(h.recipient) as recipient,
    min(h.place) as place,
    min(h.place_entity_id) as place_entity_id,
    count(distinct h.cluster_id) as independent_article_count,
    count(distinct h.article_id) as article_count,
    count(distinct h.outlet) as outlet_count,
    count(distinct h.cluster_id) filter (where h.attribution_fact_id is null) as own_voice_article_count,
    coalesce(list(distinct h.speaker order by h.speaker) filter (where h.speaker is not null), []) as speakers,
    coalesce(list(distinct h.outlet order by h.outlet) filter (where h.outlet is not null), []) as outlets,
    count(*) filter (where h.is_disputed) as disputed_count,
    min(h.date_published) as first_published_date,
    max(h.date_published) as last_published_date,
    list(h.fact_id order by h.date_published nulls last, h.article_id, h.start_char, h.fact_id) as event_fact_ids
from happenings as h
group by h.event_type, h.event_date, h.start_date, h.actor_key, h.recipient_key, h.place_key
order by
    h.start_date, h.event_date, h.event_type, h.actor_key nulls last, h.recipient_key nulls last,
    h.place_key nulls last;

comment on table mart.corroboration is
'One row per dated happening (type, day or period, actor, recipient, place): how many independent reports carry it, '
'and who vouches for it. Says nothing about truth: many reports may rest on one speaker.';
comment on column mart.corroboration.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.corroboration.event_date is 'ISO 8601 day or period of the happening.';
comment on column mart.corroboration.start_date is 'First day of event_date.';
comment on column mart.corroboration.actor is 'Who did it; NULL if not given.';
comment on column mart.corroboration.recipient is 'Whom it was done to; NULL if not given.';
comment on column mart.corroboration.place is 'Place, by its name if it is known, else as the text has it.';
comment on column mart.corroboration.place_entity_id is 'Resolved entity of the place; NULL if unknown.';
comment on column mart.corroboration.independent_article_count is 'Articles that report it, copies counted once.';
comment on column mart.corroboration.article_count is 'Articles that report it.';
comment on column mart.corroboration.outlet_count is 'Known outlets that report it.';
comment on column mart.corroboration.own_voice_article_count is
'Articles, copies counted once, that state it in their own voice, without quoting anyone.';
comment on column mart.corroboration.speakers is 'Everybody who is quoted for it, sorted.';
comment on column mart.corroboration.outlets is 'Those outlets, sorted.';
comment on column mart.corroboration.disputed_count is 'Reports within claims that somebody disputes.';
comment on column mart.corroboration.first_published_date is 'Day of the first article; NULL if unknown.';
comment on column mart.corroboration.last_published_date is 'Day of the last article; NULL if unknown.';
comment on column mart.corroboration.event_fact_ids is 'Rows of core.events that were taken together.';
