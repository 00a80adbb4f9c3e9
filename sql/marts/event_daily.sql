-- grain: one row per day, event type, mode, realisation, actor, recipient and place
-- reads: mart.event_ledger
-- why: How many happenings of which kind are reported, by day, dyad and place, with copies counted once.
create or replace table mart.event_daily as
select
    e.event_day,
    e.day_basis,
    e.event_type,
    e.event_mode,
    e.quad_class,
    e.cameo_root_code,
    e.aux,
    min(e.actor) as actor,
    e.actor_entity_id,
    min(e.actor_country_code) filter (where e.is_actor_country_inferred is not true) as actor_country_code,
    min(e.recipient) as recipient,
    e.recipient_entity_id,
    min(e.recipient_country_code) filter (where e.is_recipient_country_inferred is not true)
        as recipient_country_code,
    min(e.place) as place,
    e.place_entity_id,
    e.place_country_code,
    e.latitude,
    e.longitude,
    count(*) as event_count,
    count(distinct e.article_id) as article_count,
    count(distinct e.duplicate_cluster_id) as independent_article_count,
    count(distinct e.outlet) as outlet_count,
    count(*) filter (where e.attribution_fact_id is not null) as attributed_count,
    count(*) filter (where e.factuality is not null and e.factuality not in ('CT+', 'CT-')) as uncertain_count
from mart.event_ledger as e
group by
    e.event_day, e.day_basis, e.event_type, e.event_mode, e.quad_class, e.cameo_root_code, e.aux, e.actor_entity_id,
    e.recipient_entity_id, e.place_entity_id, e.place_country_code, e.latitude, e.longitude,
    -- What has no entity is told apart by its words.
    case when e.actor_entity_id is null then lower(e.actor) end,
    case when e.recipient_entity_id is null then lower(e.recipient) end,
    case when e.place_entity_id is null then lower(e.place) end
order by
    e.event_day nulls last, e.day_basis nulls last, e.event_type, e.event_mode nulls last, e.aux, place nulls last,
    actor nulls last, recipient nulls last, e.place_entity_id nulls last, e.actor_entity_id nulls last,
    e.recipient_entity_id nulls last, e.place_country_code nulls last, e.latitude nulls last, e.longitude nulls last;

comment on table mart.event_daily is
'One row per day, event type, mode, realisation, actor, recipient and place: how many happenings are reported. Sum '
'event_count over whatever is not of interest; article counts do not add up, count them in mart.event_ledger.';
comment on column mart.event_daily.event_day is
'Day of the happening or first day of its period, else the day of publication; NULL if nothing is known.';
comment on column mart.event_daily.day_basis is 'Which of them it is: day, period or publication; NULL if none.';
comment on column mart.event_daily.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.event_daily.event_mode is 'PLOVER mode, lower case; NULL if none applies.';
comment on column mart.event_daily.quad_class is
'PLOVER''s quad category: verbal or material, cooperation or conflict; NULL for DISASTER.';
comment on column mart.event_daily.cameo_root_code is
'CAMEO root code, see core.event_codes; NULL where it could be several, and for DISASTER.';
comment on column mart.event_daily.aux is 'actual, negated, future, hypothetical or historical.';
comment on column mart.event_daily.actor is
'Who did it, by the resolved entity''s name, or an unnamed group''s words; NULL if not given.';
comment on column mart.event_daily.actor_entity_id is 'Resolved entity of the actor; NULL if unnamed.';
comment on column mart.event_daily.actor_country_code is
'ISO 3166-1 alpha-2 code of the actor''s country; the first by code where events differ; NULL if no text says it.';
comment on column mart.event_daily.recipient is 'Whom it was done to, likewise.';
comment on column mart.event_daily.recipient_entity_id is 'Resolved entity of the recipient; NULL if unnamed.';
comment on column mart.event_daily.recipient_country_code is 'The same as actor_country_code, of the recipient.';
comment on column mart.event_daily.place is
'Where it happened, by the resolved entity''s name, else as the text has it; NULL if not given.';
comment on column mart.event_daily.place_entity_id is 'Resolved entity of the place; NULL if unknown.';
comment on column mart.event_daily.place_country_code is
'ISO 3166-1 alpha-2 code of the country that it lies in; NULL if unknown.';
comment on column mart.event_daily.latitude is
'Degrees north of a point in the place, for maps; NULL if not geocoded. Places of one name have rows of their own.';
comment on column mart.event_daily.longitude is 'Degrees east of it.';
comment on column mart.event_daily.event_count is 'Event rows: one per happening and sentence that reports it.';
comment on column mart.event_daily.article_count is 'Articles that report them.';
comment on column mart.event_daily.independent_article_count is 'The same, copies counted once.';
comment on column mart.event_daily.outlet_count is 'Known outlets that published those articles.';
comment on column mart.event_daily.attributed_count is 'Event rows that somebody is quoted for.';
comment on column mart.event_daily.uncertain_count is 'Of them, those whose speaker is not certain.';
