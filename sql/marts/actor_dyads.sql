-- grain: one row per pair of actor and recipient and event type
-- reads: mart.event_ledger
-- why: Who does what to whom, over all days: the table that questions on relations start from.
create or replace table mart.actor_dyads as
select
    min(e.actor) as actor,
    e.actor_entity_id,
    min(e.actor_country_code) filter (where e.is_actor_country_inferred is not true) as actor_country_code,
    min(e.recipient) as recipient,
    e.recipient_entity_id,
    min(e.recipient_country_code) filter (where e.is_recipient_country_inferred is not true)
        as recipient_country_code,
    e.event_type,
    e.quad_class,
    list(distinct e.cameo_root_code order by e.cameo_root_code) filter (where e.cameo_root_code is not null)
        as cameo_root_codes,
    count(*) as event_count,
    count(*) filter (where e.aux = 'actual') as actual_count,
    count(distinct e.article_id) as article_count,
    count(distinct e.duplicate_cluster_id) as independent_article_count,
    count(*) filter (where e.factuality is not null and e.factuality not in ('CT+', 'CT-')) as uncertain_count,
    round(avg(e.plover_score), 2) as mean_plover_score,
    min(e.event_day) as first_day,
    max(e.event_day) as last_day
from mart.event_ledger as e
where e.actor is not null and e.recipient is not null
group by
    e.actor_entity_id, e.recipient_entity_id, e.event_type, e.quad_class,
    -- Whoever has no entity is told apart by the words.
    case when e.actor_entity_id is null then lower(e.actor) end,
    case when e.recipient_entity_id is null then lower(e.recipient) end
order by
    actor, recipient, e.event_type, e.actor_entity_id nulls last, e.recipient_entity_id nulls last;

comment on table mart.actor_dyads is
'One row per pair of actor and recipient and event type: who does what to whom, over all days.';
comment on column mart.actor_dyads.actor is
'Who did it, by the resolved entity''s name, or an unnamed group''s words.';
comment on column mart.actor_dyads.actor_entity_id is 'Resolved entity of the actor; NULL if unnamed.';
comment on column mart.actor_dyads.actor_country_code is
'ISO 3166-1 alpha-2 code of the actor''s country; the first by code where events differ; NULL if no text says it.';
comment on column mart.actor_dyads.recipient is 'Whom it was done to, likewise.';
comment on column mart.actor_dyads.recipient_entity_id is 'Resolved entity of the recipient; NULL if unnamed.';
comment on column mart.actor_dyads.recipient_country_code is 'The same as actor_country_code, of the recipient.';
comment on column mart.actor_dyads.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.actor_dyads.quad_class is
'PLOVER''s quad category: verbal or material, cooperation or conflict; NULL for DISASTER.';
comment on column mart.actor_dyads.cameo_root_codes is
'CAMEO root codes of the events, sorted; events that could have several are left out.';
comment on column mart.actor_dyads.event_count is 'Event rows: one per happening and sentence that reports it.';
comment on column mart.actor_dyads.actual_count is 'Of them, those that are reported as having happened.';
comment on column mart.actor_dyads.article_count is 'Articles that report them.';
comment on column mart.actor_dyads.independent_article_count is 'The same, copies counted once.';
comment on column mart.actor_dyads.uncertain_count is 'Event rows whose speaker is not certain.';
comment on column mart.actor_dyads.mean_plover_score is
'Mean PLOVER score of the event rows, from -10 (conflict) to 10 (cooperation); NULL if none has one.';
comment on column mart.actor_dyads.first_day is
'Earliest day of the happenings, the day of publication where a text gives none.';
comment on column mart.actor_dyads.last_day is 'Latest such day.';
