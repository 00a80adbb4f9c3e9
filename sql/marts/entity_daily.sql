-- grain: one row per resolved entity and day of publication
-- reads: core.mentions, core.articles, mart.entity_names, mart.claim_ledger
-- why: How much is written about whom, and how much they say themselves, day by day.
create or replace table mart.entity_daily as
with mentions as (
    select
        n.resolved_entity_id as entity_id,
        a.date_published,
        count(*) as mention_count,
        count(*) filter (where m.is_metonym) as metonym_count,
        count(distinct m.article_id) as article_count,
        count(distinct coalesce(a.duplicate_cluster_id, a.article_id)) as independent_article_count,
        count(distinct a.source_id) as outlet_count
    from core.mentions as m
    inner join core.articles as a on m.article_id = a.article_id
    inner join mart.entity_names as n on m.referent_entity_id = n.entity_id
    where m.superseded_at is null
    group by n.resolved_entity_id, a.date_published
),

holders as (
    select
        c.date_published,
        c.dispute_count,
        c.speech_act,
        unnest(list_distinct(c.speaker_entity_ids)) as entity_id
    from mart.claim_ledger as c
),

claims as (
    select
        h.entity_id,
        h.date_published,
        count(*) as claim_count,
        count(*) filter (where h.speech_act in ('deny', 'dispute')) as denial_count,
        count(*) filter (where h.dispute_count > 0) as disputed_claim_count
    from holders as h
    group by h.entity_id, h.date_published
),

days as (
    select
        m.entity_id,
        m.date_published
    from mentions as m
    union
    select
        c.entity_id,
        c.date_published
    from claims as c
)

select
    d.entity_id,
    e.resolved_name as canonical_name,
    e.entity_type,
    e.country_code,
    e.sector,
    e.wikidata_id,
    d.date_published,
    coalesce(m.mention_count, 0) as mention_count,
    coalesce(m.metonym_count, 0) as metonym_count,
    coalesce(m.article_count, 0) as article_count,
    coalesce(m.independent_article_count, 0) as independent_article_count,
    coalesce(m.outlet_count, 0) as outlet_count,
    coalesce(c.claim_count, 0) as claim_count,
    coalesce(c.denial_count, 0) as denial_count,
    coalesce(c.disputed_claim_count, 0) as disputed_claim_count
from days as d
inner join mart.entity_names as e on d.entity_id = e.entity_id
left join mentions as m on d.entity_id = m.entity_id and d.date_published is not distinct from m.date_published
left join claims as c on d.entity_id = c.entity_id and d.date_published is not distinct from c.date_published
order by d.date_published nulls last, e.resolved_name, d.entity_id;

comment on table mart.entity_daily is
'One row per resolved entity and day of publication: how much is written about it, and how much it says itself.';
comment on column mart.entity_daily.entity_id is
'Resolved entity; mart.entity_names has the others that are taken for it.';
comment on column mart.entity_daily.canonical_name is 'Name that it goes by.';
comment on column mart.entity_daily.entity_type is 'OntoNotes label.';
comment on column mart.entity_daily.country_code is 'ISO 3166-1 alpha-2 code of its country; NULL if unknown.';
comment on column mart.entity_daily.sector is 'PLOVER sector; NULL if unknown.';
comment on column mart.entity_daily.wikidata_id is 'Wikidata item of a country; NULL for everything else.';
comment on column mart.entity_daily.date_published is 'Day of publication; NULL gathers articles without one.';
comment on column mart.entity_daily.mention_count is 'Mentions that stand for it.';
comment on column mart.entity_daily.metonym_count is 'Of them, names of places that stand for it as a body.';
comment on column mart.entity_daily.article_count is 'Articles that mention it.';
comment on column mart.entity_daily.independent_article_count is 'The same, copies counted once.';
comment on column mart.entity_daily.outlet_count is 'Known outlets that published those articles.';
comment on column mart.entity_daily.claim_count is 'Claims of which it is a holder.';
comment on column mart.entity_daily.denial_count is 'Of them, those that deny or dispute.';
comment on column mart.entity_daily.disputed_claim_count is 'Of them, those that somebody disputes.';
