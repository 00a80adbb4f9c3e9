-- grain: one row per speaker and entity that the speaker's claims name
-- reads: mart.claim_ledger, mart.entity_names, core.mentions
-- why: Who speaks about whom, doing what: assertions, denials, accusations and the rest counted apart.
create or replace table mart.who_says_what as
with claims as (
    select
        c.fact_id,
        c.article_id,
        c.version_id,
        c.duplicate_cluster_id,
        c.date_published,
        c.speaker,
        c.is_speaker_named,
        c.speaker_entity_ids,
        c.speech_act,
        c.factuality,
        c.claim,
        c.content_spans,
        c.dispute_count,
        c.start_char
    from mart.claim_ledger as c
    where c.speaker is not null
),

named_holders as (
    select
        c.fact_id,
        unnest(list_distinct(c.speaker_entity_ids)) as speaker_entity_id
    from claims as c
),

-- Joint statements count for each of their holders; unnamed ones are told apart by their words.
holders as (
    select
        h.fact_id,
        h.speaker_entity_id,
        e.resolved_name as speaker
    from named_holders as h
    inner join mart.entity_names as e on h.speaker_entity_id = e.entity_id
    union all
    select
        c.fact_id,
        null as speaker_entity_id,
        case when c.is_speaker_named then c.speaker else lower(c.speaker) end as speaker
    from claims as c
    where len(c.speaker_entity_ids) = 0
),

pieces as (
    select
        c.fact_id,
        c.version_id,
        unnest(c.content_spans) as piece
    from claims as c
),

topics as (
    select distinct
        p.fact_id,
        n.resolved_entity_id as about_entity_id
    from pieces as p
    inner join core.mentions as m
        on p.version_id = m.version_id and p.piece.start_char <= m.start_char and p.piece.end_char >= m.end_char
    inner join mart.entity_names as n on m.referent_entity_id = n.entity_id
    where m.superseded_at is null
),

-- One row per claim, holder and topic, so that counting rows counts claims.
utterances as (
    select
        h.speaker,
        h.speaker_entity_id,
        t.about_entity_id,
        c.fact_id,
        c.article_id,
        c.duplicate_cluster_id,
        c.date_published,
        c.speech_act,
        c.factuality,
        c.claim,
        c.dispute_count,
        c.start_char
    from claims as c
    inner join holders as h on c.fact_id = h.fact_id
    left join topics as t
        on c.fact_id = t.fact_id and t.about_entity_id is distinct from h.speaker_entity_id
)

select
    u.speaker,
    u.speaker_entity_id,
    u.about_entity_id,
    e.resolved_name as about,
    e.entity_type as about_type,
    count(*) as claim_count,
    count(distinct u.duplicate_cluster_id) as independent_article_count,
    count(*) filter (where u.speech_act in ('assert', 'confirm')) as assertion_count,
    count(*) filter (where u.speech_act in ('deny', 'dispute')) as denial_count,
    count(*) filter (where u.speech_act in ('accuse', 'condemn')) as accusation_count,
    count(*) filter (where u.speech_act in ('demand', 'order', 'ask')) as demand_count,
    count(*) filter (where u.speech_act in ('promise', 'threaten')) as promise_count,
    count(*) filter (where u.speech_act = 'praise') as praise_count,
    count(*) filter (where u.speech_act = 'believe') as belief_count,
    count(*) filter (where u.speech_act in ('decline', 'other')) as other_count,
    count(*) filter (where u.factuality not in ('CT+', 'CT-')) as uncertain_count,
    count(*) filter (where u.dispute_count > 0) as disputed_count,
    min(u.date_published) as first_date,
    max(u.date_published) as last_date,
    arg_max(u.claim, (coalesce(u.date_published, date '0001-01-01'), u.article_id, u.start_char, u.fact_id))
        as latest_claim,
    arg_max(u.fact_id, (coalesce(u.date_published, date '0001-01-01'), u.article_id, u.start_char, u.fact_id))
        as latest_fact_id
from utterances as u
left join mart.entity_names as e on u.about_entity_id = e.entity_id
group by u.speaker, u.speaker_entity_id, u.about_entity_id, e.resolved_name, e.entity_type
order by
    claim_count desc,
    u.speaker asc,
    u.speaker_entity_id asc nulls last,
    about asc nulls last,
    u.about_entity_id asc nulls last;

comment on table mart.who_says_what is
'One row per speaker and entity that the speaker''s claims name (about is NULL for claims that name nobody else): how '
'many claims of which kind, and the latest.';
comment on column mart.who_says_what.speaker is 'Name of the speaker, else the words for an unnamed one.';
comment on column mart.who_says_what.speaker_entity_id is 'Resolved entity of the speaker; NULL if unnamed.';
comment on column mart.who_says_what.about_entity_id is
'Resolved entity that the claims name; NULL if they name nobody else.';
comment on column mart.who_says_what.about is 'Name of that entity.';
comment on column mart.who_says_what.about_type is 'OntoNotes label of that entity.';
comment on column mart.who_says_what.claim_count is 'Claims of the speaker that name the entity.';
comment on column mart.who_says_what.independent_article_count is 'Articles that carry them, copies counted once.';
comment on column mart.who_says_what.assertion_count is 'Of the claims, those that assert or confirm.';
comment on column mart.who_says_what.denial_count is 'Of the claims, those that deny or dispute.';
comment on column mart.who_says_what.accusation_count is 'Of the claims, those that accuse or condemn.';
comment on column mart.who_says_what.demand_count is 'Of the claims, those that demand, order or ask.';
comment on column mart.who_says_what.promise_count is 'Of the claims, those that promise or threaten.';
comment on column mart.who_says_what.praise_count is 'Of the claims, those that praise.';
comment on column mart.who_says_what.belief_count is 'Of the claims, those that think, expect, estimate or fear.';
comment on column mart.who_says_what.other_count is 'Of the claims, those that decline to say, and the rest.';
comment on column mart.who_says_what.uncertain_count is 'Of the claims, those whose speaker is not certain.';
comment on column mart.who_says_what.disputed_count is 'Of the claims, those that somebody disputes.';
comment on column mart.who_says_what.first_date is 'First day of publication; NULL if unknown.';
comment on column mart.who_says_what.last_date is 'Last day of publication; NULL if unknown.';
comment on column mart.who_says_what.latest_claim is 'Words of the latest claim.';
comment on column mart.who_says_what.latest_fact_id is 'Attribution of the latest claim.';
