-- grain: one row per event, that is, per current happening and sentence that reports it
-- reads: core.events, core.articles, core.sources, core.mentions, core.countries, core.event_codes, mart.entity_names,
--        mart.claim_ledger
-- why: The table to start from: who did what to whom, where and when, on whose word, with the codes of other data sets.
create or replace table mart.event_ledger as
with events as (
    select
        e.fact_id,
        e.article_id,
        e.version_id,
        e.model_version,
        e.local_id,
        e.event_type,
        e.event_mode,
        e.aux,
        e.trigger_text,
        e.actor,
        e.actor_entity_id,
        e.actor_country_code,
        e.is_actor_country_inferred,
        e.recipient,
        e.recipient_entity_id,
        e.recipient_country_code,
        e.is_recipient_country_inferred,
        e.place_start_char,
        e.place_end_char,
        e.place_text,
        e.place_entity_id,
        e.event_date,
        e.start_date,
        e.end_date,
        e.attribution_fact_id,
        e.start_char,
        e.end_char
    from core.events as e
    where e.superseded_at is null
),

places as (
    select
        m.version_id,
        m.start_char,
        m.end_char,
        m.place_country_code,
        m.latitude,
        m.longitude,
        m.place_confidence,
        row_number() over (
            partition by m.version_id, m.start_char, m.end_char
            order by m.place_confidence desc, m.fact_id asc
        ) as choice
    from core.mentions as m
    where m.superseded_at is null and m.latitude is not null
),

articles as (
    select
        a.article_id,
        a.date_published,
        a.headline,
        a.source_id,
        coalesce(a.canonical_url, a.url) as url,
        coalesce(a.duplicate_cluster_id, a.article_id) as cluster_id,
        row_number() over (
            partition by coalesce(a.duplicate_cluster_id, a.article_id)
            order by a.date_published nulls last, a.article_id
        ) as place_in_cluster
    from core.articles as a
)

select
    e.fact_id,
    e.article_id,
    e.version_id,
    a.cluster_id as duplicate_cluster_id,
    a.place_in_cluster > 1 as is_copy,
    e.local_id,
    a.date_published,
    s.source_name as outlet,
    a.headline,
    a.url,
    coalesce(e.start_date, a.date_published) as event_day,
    case
        when e.start_date = e.end_date then 'day'
        when e.start_date is not null then 'period'
        when a.date_published is not null then 'publication'
    end as day_basis,
    e.event_date,
    e.start_date,
    e.end_date,
    e.event_type,
    e.event_mode,
    coalesce(c.quad_class, t.quad_class) as quad_class,
    case when c.event_type is null then t.cameo_root_code else c.cameo_root_code end as cameo_root_code,
    coalesce(c.plover_score, t.plover_score) as plover_score,
    e.aux,
    e.trigger_text,
    coalesce(n.resolved_name, e.actor) as actor,
    n.resolved_entity_id as actor_entity_id,
    n.sector as actor_sector,
    e.actor_country_code,
    nc.alpha_3_code as actor_alpha_3_code,
    e.is_actor_country_inferred,
    coalesce(r.resolved_name, e.recipient) as recipient,
    r.resolved_entity_id as recipient_entity_id,
    r.sector as recipient_sector,
    e.recipient_country_code,
    rc.alpha_3_code as recipient_alpha_3_code,
    e.is_recipient_country_inferred,
    coalesce(p.resolved_name, e.place_text) as place,
    p.resolved_entity_id as place_entity_id,
    coalesce(g.place_country_code, p.country_code) as place_country_code,
    g.latitude,
    g.longitude,
    g.place_confidence,
    e.attribution_fact_id,
    l.speaker,
    l.factuality,
    coalesce(l.dispute_count, 0) > 0 as is_disputed,
    e.start_char,
    e.end_char
from events as e
inner join articles as a on e.article_id = a.article_id
left join core.sources as s on a.source_id = s.source_id
left join core.event_codes as c on e.event_type = c.event_type and e.event_mode is not distinct from c.event_mode
left join core.event_codes as t on e.event_type = t.event_type and t.event_mode is null
left join mart.entity_names as n on e.actor_entity_id = n.entity_id
left join core.countries as nc on e.actor_country_code = nc.country_code
left join mart.entity_names as r on e.recipient_entity_id = r.entity_id
left join core.countries as rc on e.recipient_country_code = rc.country_code
left join mart.entity_names as p on e.place_entity_id = p.entity_id
left join places as g
    on
        e.version_id = g.version_id
        and e.place_start_char = g.start_char
        and e.place_end_char = g.end_char
        and g.choice = 1
left join mart.claim_ledger as l on e.attribution_fact_id = l.fact_id
order by event_day nulls last, e.article_id, e.start_char, e.end_char, e.fact_id;

comment on table mart.event_ledger is
'One row per event, that is, per current happening and sentence that reports it: who did what to whom, where and when, '
'on whose word, with the codes of other data sets. Count duplicate_cluster_id for independent reports.';
comment on column mart.event_ledger.fact_id is 'Event in core.events.';
comment on column mart.event_ledger.article_id is 'Article that reports it.';
comment on column mart.event_ledger.version_id is 'Version whose text the offsets count in.';
comment on column mart.event_ledger.duplicate_cluster_id is 'Cluster of copies that the article belongs to.';
comment on column mart.event_ledger.is_copy is
'Whether another article of the cluster came first; leave these out to read every event once.';
comment on column mart.event_ledger.local_id is 'Id within the article (e1, e2 ...).';
comment on column mart.event_ledger.date_published is 'Day of publication; NULL if unknown.';
comment on column mart.event_ledger.outlet is 'Outlet that published the article; NULL if unknown.';
comment on column mart.event_ledger.headline is 'Title of the article.';
comment on column mart.event_ledger.url is 'Canonical URL, else the URL as given.';
comment on column mart.event_ledger.event_day is
'Day of the happening or first day of its period, else the day of publication; NULL if nothing is known.';
comment on column mart.event_ledger.day_basis is 'Which of them it is: day, period or publication; NULL if none.';
comment on column mart.event_ledger.event_date is 'ISO 8601 day or period of the happening; NULL if not resolvable.';
comment on column mart.event_ledger.start_date is 'First day of event_date.';
comment on column mart.event_ledger.end_date is 'Last day of event_date, inclusive.';
comment on column mart.event_ledger.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.event_ledger.event_mode is 'PLOVER mode, lower case; NULL if none applies.';
comment on column mart.event_ledger.quad_class is
'PLOVER''s quad category: verbal or material, cooperation or conflict; NULL for DISASTER.';
comment on column mart.event_ledger.cameo_root_code is
'CAMEO root code, see core.event_codes; NULL where it could be several, and for DISASTER.';
comment on column mart.event_ledger.plover_score is
'PLOVER score from -10 (conflict) to 10 (cooperation) of type and mode; NULL for DISASTER and where there is none.';
comment on column mart.event_ledger.aux is 'actual, negated, future, hypothetical or historical.';
comment on column mart.event_ledger.trigger_text is 'Word that names the happening.';
comment on column mart.event_ledger.actor is
'Who did it, by the resolved entity''s name, or an unnamed group''s words; NULL if not given.';
comment on column mart.event_ledger.actor_entity_id is 'Resolved entity of the actor; NULL if unnamed.';
comment on column mart.event_ledger.actor_sector is 'PLOVER sector of that entity; NULL if unknown.';
comment on column mart.event_ledger.actor_country_code is
'ISO 3166-1 alpha-2 code of the actor''s country, see core.events; NULL if there is none.';
comment on column mart.event_ledger.actor_alpha_3_code is 'ISO 3166-1 alpha-3 code of that country.';
comment on column mart.event_ledger.is_actor_country_inferred is
'Whether the text does not say so, and the country is that of another name in the sentence.';
comment on column mart.event_ledger.recipient is 'Whom it was done to, likewise.';
comment on column mart.event_ledger.recipient_entity_id is 'Resolved entity of the recipient; NULL if unnamed.';
comment on column mart.event_ledger.recipient_sector is 'PLOVER sector of that entity; NULL if unknown.';
comment on column mart.event_ledger.recipient_country_code is 'The same as actor_country_code, of the recipient.';
comment on column mart.event_ledger.recipient_alpha_3_code is 'ISO 3166-1 alpha-3 code of that country.';
comment on column mart.event_ledger.is_recipient_country_inferred is 'The same of the recipient.';
comment on column mart.event_ledger.place is
'Where it happened, by the resolved entity''s name, else as the text has it; NULL if not given.';
comment on column mart.event_ledger.place_entity_id is 'Resolved entity of the place; NULL if unknown.';
comment on column mart.event_ledger.place_country_code is
'ISO 3166-1 alpha-2 code of the country that the place lies in; NULL if unknown.';
comment on column mart.event_ledger.latitude is 'Degrees north of a point in the place; NULL if not geocoded.';
comment on column mart.event_ledger.longitude is 'Degrees east of it.';
comment on column mart.event_ledger.place_confidence is
'From 0 to 1: how sure it is that this place of the name is meant.';
comment on column mart.event_ledger.attribution_fact_id is
'Innermost claim that contains the event; NULL if the article states it in its own voice.';
comment on column mart.event_ledger.speaker is 'Speaker of that claim; NULL if there is none or the text names nobody.';
comment on column mart.event_ledger.factuality is 'That speaker''s commitment.';
comment on column mart.event_ledger.is_disputed is 'Whether somebody disputes that claim.';
comment on column mart.event_ledger.start_char is 'First code point of the trigger.';
comment on column mart.event_ledger.end_char is 'Code point after its last.';
