-- grain: one row per pair of actor and recipient and event type
-- reads: core.events, core.articles, core.attributions
-- why: Who does what to whom, over all days: the table that questions on relations start from.
create or replace table mart.actor_dyads as
with events as (
    select
        e.actor,
        e.actor_entity_id,
        case when e.is_actor_country_inferred then null else e.actor_country_code end as actor_country_code,
        e.recipient,
        e.recipient_entity_id,
        case when e.is_recipient_country_inferred then null else e.recipient_country_code end as recipient_country_code,
        e.event_type,
        e.aux,
        e.article_id,
        coalesce(a.duplicate_cluster_id, a.article_id) as cluster_id,
        coalesce(e.start_date, a.date_published) as event_day,
        t.factuality
    from core.events as e
    inner join core.articles as a on e.article_id = a.article_id
    left join core.attributions as t on e.attribution_fact_id = t.fact_id
    where e.superseded_at is null and e.actor is not null and e.recipient is not null
)

select
    e.actor,
    e.actor_entity_id,
    min(e.actor_country_code) as actor_country_code,
    e.recipient,
    e.recipient_entity_id,
    min(e.recipient_country_code) as recipient_country_code,
    e.event_type,
    case
        when e.event_type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') then 'verbal cooperation'
        when e.event_type in ('COOPERATE', 'AID', 'RETREAT') then 'material cooperation'
        when e.event_type in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') then 'verbal conflict'
        when e.event_type <> 'DISASTER' then 'material conflict'
    end as quad_class,
    count(*) as event_count,
    count(*) filter (where e.aux = 'actual') as actual_count,
    count(distinct e.article_id) as article_count,
    count(distinct e.cluster_id) as independent_article_count,
    count(*) filter (where e.factuality is not null and e.factuality not in ('CT+', 'CT-')) as uncertain_count,
    min(e.event_day) as first_day,
    max(e.event_day) as last_day
from events as e
group by e.actor, e.actor_entity_id, e.recipient, e.recipient_entity_id, e.event_type
order by
    e.actor, e.recipient, e.event_type, e.actor_entity_id nulls last, e.recipient_entity_id nulls last;

comment on table mart.actor_dyads is
'One row per pair of actor and recipient and event type: who does what to whom, over all days.';
comment on column mart.actor_dyads.actor is 'Canonical name of who did it, or an unnamed group''s words.';
comment on column mart.actor_dyads.actor_entity_id is 'Entity of the actor; NULL if unnamed.';
comment on column mart.actor_dyads.actor_country_code is
'ISO 3166-1 alpha-2 code of the actor''s country; the first by code where events differ; NULL if no text says it.';
comment on column mart.actor_dyads.recipient is 'Canonical name of whom it was done to, or an unnamed group''s words.';
comment on column mart.actor_dyads.recipient_entity_id is 'Entity of the recipient; NULL if unnamed.';
comment on column mart.actor_dyads.recipient_country_code is 'The same as actor_country_code, of the recipient.';
comment on column mart.actor_dyads.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.actor_dyads.quad_class is
'PLOVER''s quad category: verbal or material, cooperation or conflict; NULL for DISASTER.';
comment on column mart.actor_dyads.event_count is 'Event rows: one per happening and sentence that reports it.';
comment on column mart.actor_dyads.actual_count is 'Of them, those that are reported as having happened.';
comment on column mart.actor_dyads.article_count is 'Articles that report them.';
comment on column mart.actor_dyads.independent_article_count is 'The same, copies counted once.';
comment on column mart.actor_dyads.uncertain_count is 'Event rows whose speaker is not certain.';
comment on column mart.actor_dyads.first_day is
'Earliest day of the happenings, the day of publication where a text gives none.';
comment on column mart.actor_dyads.last_day is 'Latest such day.';
