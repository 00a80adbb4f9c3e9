-- grain: one row per named speaker
-- reads: mart.claim_ledger, mart.entity_names
-- why: Which article quoted somebody first, and how widely they have been quoted since.
create or replace table mart.first_cited as
with holders as (
    select
        c.fact_id,
        c.article_id,
        c.duplicate_cluster_id,
        c.date_published,
        c.outlet,
        c.headline,
        c.claim,
        c.start_char,
        unnest(list_distinct(c.speaker_entity_ids)) as speaker_entity_id
    from mart.claim_ledger as c
),

ranked as (
    select
        h.speaker_entity_id,
        h.fact_id,
        h.article_id,
        h.duplicate_cluster_id,
        h.date_published,
        h.outlet,
        h.headline,
        h.claim,
        row_number() over (
            partition by h.speaker_entity_id
            order by h.date_published nulls last, h.article_id, h.start_char, h.fact_id
        ) as position
    from holders as h
)

select
    r.speaker_entity_id,
    e.resolved_name as speaker,
    e.entity_type as speaker_type,
    e.country_code,
    min(r.date_published) as first_date,
    min(r.article_id) filter (where r.position = 1) as first_article_id,
    min(r.outlet) filter (where r.position = 1) as first_outlet,
    min(r.headline) filter (where r.position = 1) as first_headline,
    min(r.fact_id) filter (where r.position = 1) as first_fact_id,
    min(r.claim) filter (where r.position = 1) as first_claim,
    max(r.date_published) as last_date,
    count(distinct r.fact_id) as claim_count,
    count(distinct r.duplicate_cluster_id) as independent_article_count,
    count(distinct r.outlet) as outlet_count
from ranked as r
inner join mart.entity_names as e on r.speaker_entity_id = e.entity_id
group by r.speaker_entity_id, e.resolved_name, e.entity_type, e.country_code
order by first_date nulls last, e.resolved_name, r.speaker_entity_id;

comment on table mart.first_cited is
'One row per named speaker: the first article that quotes them, and how widely they are quoted.';
comment on column mart.first_cited.speaker_entity_id is 'Resolved entity of the speaker.';
comment on column mart.first_cited.speaker is 'Name that the speaker goes by.';
comment on column mart.first_cited.speaker_type is 'OntoNotes label.';
comment on column mart.first_cited.country_code is
'ISO 3166-1 alpha-2 code of the speaker''s country; NULL if unknown.';
comment on column mart.first_cited.first_date is 'Day of publication of the first article; NULL if unknown.';
comment on column mart.first_cited.first_article_id is 'First article; articles without a date come last.';
comment on column mart.first_cited.first_outlet is 'Outlet of that article.';
comment on column mart.first_cited.first_headline is 'Title of that article.';
comment on column mart.first_cited.first_fact_id is 'First claim in that article.';
comment on column mart.first_cited.first_claim is 'Words of that claim.';
comment on column mart.first_cited.last_date is 'Day of publication of the last article; NULL if unknown.';
comment on column mart.first_cited.claim_count is 'Claims of which the speaker is a holder.';
comment on column mart.first_cited.independent_article_count is 'Articles that carry them, copies counted once.';
comment on column mart.first_cited.outlet_count is 'Known outlets that carry them.';
