-- grain: one row per dispute between two claims
-- reads: core.claim_links, mart.claim_ledger
-- why: Who contradicts whom, both sides in their own words, with the words that put them against each other.
create or replace table mart.disputes as
with links as (
    select
        l.fact_id,
        l.from_fact_id,
        l.to_fact_id,
        l.evidence_text,
        l.evidence_spans
    from core.claim_links as l
    where l.superseded_at is null and l.relation = 'disputes'
)

select
    l.fact_id,
    d.article_id,
    d.version_id,
    d.duplicate_cluster_id,
    d.is_copy,
    d.date_published,
    d.outlet,
    d.headline,
    d.url,
    d.fact_id as disputing_fact_id,
    d.speaker as disputing_speaker,
    d.speaker_kind as disputing_speaker_kind,
    d.speech_act as disputing_speech_act,
    d.factuality as disputing_factuality,
    d.cue as disputing_cue,
    d.claim as disputing_claim,
    t.fact_id as disputed_fact_id,
    t.speaker as disputed_speaker,
    t.speaker_kind as disputed_speaker_kind,
    t.speech_act as disputed_speech_act,
    t.factuality as disputed_factuality,
    t.cue as disputed_cue,
    t.claim as disputed_claim,
    l.evidence_text,
    l.evidence_spans
from links as l
inner join mart.claim_ledger as d on l.from_fact_id = d.fact_id
inner join mart.claim_ledger as t on l.to_fact_id = t.fact_id
order by d.date_published nulls last, d.article_id, d.start_char, t.start_char, l.fact_id;

comment on table mart.disputes is
'One row per dispute between two claims: who contradicts whom, both sides in their own words, with the evidence.';
comment on column mart.disputes.fact_id is 'Link in core.claim_links.';
comment on column mart.disputes.article_id is 'Article that reports the dispute.';
comment on column mart.disputes.version_id is 'Version whose text the offsets count in.';
comment on column mart.disputes.duplicate_cluster_id is 'Cluster of copies that the article belongs to.';
comment on column mart.disputes.is_copy is 'Whether another article of the cluster came first.';
comment on column mart.disputes.date_published is 'Day of publication; NULL if unknown.';
comment on column mart.disputes.outlet is 'Outlet that published the article; NULL if unknown.';
comment on column mart.disputes.headline is 'Title of the article.';
comment on column mart.disputes.url is 'Canonical URL, else the URL as given.';
comment on column mart.disputes.disputing_fact_id is 'Attribution of the side that disputes.';
comment on column mart.disputes.disputing_speaker is 'Who disputes; NULL if the text names nobody.';
comment on column mart.disputes.disputing_speaker_kind is 'Kind of that holder.';
comment on column mart.disputes.disputing_speech_act is 'What that holder does by saying it.';
comment on column mart.disputes.disputing_factuality is 'That holder''s commitment.';
comment on column mart.disputes.disputing_cue is 'That side''s attributing words.';
comment on column mart.disputes.disputing_claim is 'What that side says; empty where only the cue disputes.';
comment on column mart.disputes.disputed_fact_id is 'Attribution of the side that is disputed.';
comment on column mart.disputes.disputed_speaker is 'Whose claim is disputed; NULL if the text names nobody.';
comment on column mart.disputes.disputed_speaker_kind is 'Kind of that holder.';
comment on column mart.disputes.disputed_speech_act is 'What that holder does by saying it.';
comment on column mart.disputes.disputed_factuality is 'That holder''s commitment.';
comment on column mart.disputes.disputed_cue is 'That side''s attributing words.';
comment on column mart.disputes.disputed_claim is 'What that side says.';
comment on column mart.disputes.evidence_text is 'Words that show the dispute, pieces joined by ` … `.';
comment on column mart.disputes.evidence_spans is 'Extents of those words in the text.';
