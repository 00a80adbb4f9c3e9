-- grain: one row per claim, that is, per current attribution
-- reads: core.attributions, core.claim_links, core.figures, core.events, core.articles, core.sources,
--        mart.entity_names
-- why: The table to start from: who says what, how sure, through whom, disputed by whom, and where it stands.
create or replace table mart.claim_ledger as
with recursive named as (
    select
        a.fact_id,
        unnest(a.source_entity_ids) as entity_id,
        generate_subscripts(a.source_entity_ids, 1) as position
    from core.attributions as a
    where a.superseded_at is null
),

-- Two names of one holder are one.
resolved as (
    select
        n.fact_id,
        e.resolved_entity_id,
        e.resolved_name,
        e.country_code,
        min(n.position) as position
    from named as n
    inner join mart.entity_names as e on n.entity_id = e.entity_id
    group by n.fact_id, e.resolved_entity_id, e.resolved_name, e.country_code
),

holders as (
    select
        r.fact_id,
        string_agg(r.resolved_name, '; ' order by r.position) as speaker,
        list(r.resolved_entity_id order by r.position) as entity_ids,
        list(distinct r.country_code order by r.country_code) filter (where r.country_code is not null)
            as country_codes
    from resolved as r
    group by r.fact_id
),

claims as (
    select
        a.fact_id,
        a.article_id,
        a.version_id,
        a.local_id,
        coalesce(h.speaker, a.source_entity, a.source_text) as speaker,
        a.source_text as speaker_words,
        a.source_entity is not null as is_speaker_named,
        a.source_kind as speaker_kind,
        coalesce(h.entity_ids, []) as speaker_entity_ids,
        coalesce(h.country_codes, []) as speaker_country_codes,
        a.speech_act,
        a.factuality,
        a.quote_type,
        a.cue_text as cue,
        a.content_text as claim,
        a.content_spans,
        a.start_char,
        a.end_char,
        a.parent_fact_id
    from core.attributions as a
    left join holders as h on a.fact_id = h.fact_id
    where a.superseded_at is null
),

articles as (
    select
        a.article_id,
        a.source_id,
        a.date_published,
        a.headline,
        coalesce(a.canonical_url, a.url) as url,
        coalesce(a.duplicate_cluster_id, a.article_id) as cluster_id,
        row_number() over (
            partition by coalesce(a.duplicate_cluster_id, a.article_id)
            order by a.date_published nulls last, a.article_id
        ) as place_in_cluster
    from core.articles as a
),

-- UNION without ALL drops what was reached before, so a cycle of parents ends.
ancestors as (
    select
        c.fact_id,
        c.parent_fact_id as ancestor_fact_id,
        1 as distance
    from claims as c
    where c.parent_fact_id is not null
    union
    select
        n.fact_id,
        c.parent_fact_id as ancestor_fact_id,
        n.distance + 1 as distance
    from ancestors as n
    inner join claims as c on n.ancestor_fact_id = c.fact_id
    where c.parent_fact_id is not null and n.distance < 16
),

nesting as (
    select
        n.fact_id,
        max(n.distance) as nesting_depth,
        list(p.speaker order by n.distance) filter (where p.speaker is not null) as via
    from ancestors as n
    inner join claims as p on n.ancestor_fact_id = p.fact_id
    group by n.fact_id
),

links as (
    select
        l.to_fact_id as fact_id,
        list(distinct f.speaker order by f.speaker) filter (where l.relation = 'relays' and f.speaker is not null)
            as relayed_by,
        list(distinct f.speaker order by f.speaker) filter (where l.relation = 'disputes' and f.speaker is not null)
            as disputed_by,
        list(distinct f.speaker order by f.speaker) filter (where l.relation = 'confirms' and f.speaker is not null)
            as confirmed_by,
        count(*) filter (where l.relation = 'disputes') as dispute_count,
        count(*) filter (where l.relation = 'confirms') as confirmation_count,
        count(*) filter (where l.relation = 'updates') as update_count
    from core.claim_links as l
    inner join claims as f on l.from_fact_id = f.fact_id
    where l.superseded_at is null
    group by l.to_fact_id
),

figures as (
    select
        f.attribution_fact_id as fact_id,
        count(*) as figure_count
    from core.figures as f
    where f.superseded_at is null and f.attribution_fact_id is not null
    group by f.attribution_fact_id
),

events as (
    select
        e.attribution_fact_id as fact_id,
        count(*) as event_count
    from core.events as e
    where e.superseded_at is null and e.attribution_fact_id is not null
    group by e.attribution_fact_id
)

select
    c.fact_id,
    c.article_id,
    c.version_id,
    r.cluster_id as duplicate_cluster_id,
    r.place_in_cluster > 1 as is_copy,
    c.local_id,
    r.date_published,
    s.source_name as outlet,
    s.country_code as outlet_country_code,
    s.is_state_controlled as is_outlet_state_controlled,
    r.headline,
    r.url,
    c.speaker,
    c.speaker_words,
    c.speaker_kind,
    c.is_speaker_named,
    c.speaker_entity_ids,
    c.speaker_country_codes,
    c.speech_act,
    c.factuality,
    c.quote_type,
    c.cue,
    c.claim,
    c.content_spans,
    c.start_char,
    c.end_char,
    c.parent_fact_id,
    coalesce(n.nesting_depth, 0) as nesting_depth,
    coalesce(n.via, []) as via,
    coalesce(l.relayed_by, []) as relayed_by,
    coalesce(l.disputed_by, []) as disputed_by,
    coalesce(l.confirmed_by, []) as confirmed_by,
    coalesce(l.dispute_count, 0) as dispute_count,
    coalesce(l.confirmation_count, 0) as confirmation_count,
    coalesce(l.update_count, 0) > 0 as is_updated,
    coalesce(f.figure_count, 0) as figure_count,
    coalesce(e.event_count, 0) as event_count
from claims as c
inner join articles as r on c.article_id = r.article_id
left join core.sources as s on r.source_id = s.source_id
left join nesting as n on c.fact_id = n.fact_id
left join links as l on c.fact_id = l.fact_id
left join figures as f on c.fact_id = f.fact_id
left join events as e on c.fact_id = e.fact_id
order by r.date_published nulls last, c.article_id, c.start_char, c.end_char, c.fact_id;

comment on table mart.claim_ledger is
'One row per claim, that is, per current attribution: who says what, how sure, through whom, disputed by whom, and '
'where it stands in the text.';
comment on column mart.claim_ledger.fact_id is 'Attribution in core.attributions.';
comment on column mart.claim_ledger.article_id is 'Article that states it.';
comment on column mart.claim_ledger.version_id is 'Version whose text the offsets count in.';
comment on column mart.claim_ledger.duplicate_cluster_id is
'Cluster of copies that the article belongs to: count these, not articles, for independent reports.';
comment on column mart.claim_ledger.is_copy is
'Whether another article of the cluster came first; leave these out to read every claim once.';
comment on column mart.claim_ledger.local_id is 'Id within the article (a1, a2 ...).';
comment on column mart.claim_ledger.date_published is 'Day of publication; NULL if unknown.';
comment on column mart.claim_ledger.outlet is 'Outlet that published the article; NULL if unknown.';
comment on column mart.claim_ledger.outlet_country_code is 'ISO 3166-1 alpha-2 code of the outlet''s seat.';
comment on column mart.claim_ledger.is_outlet_state_controlled is
'Whether a government controls the outlet; NULL if unknown.';
comment on column mart.claim_ledger.headline is 'Title of the article.';
comment on column mart.claim_ledger.url is 'Canonical URL, else the URL as given.';
comment on column mart.claim_ledger.speaker is
'Name of the holder''s resolved entity, else the holder''s words ("Western officials"); NULL where the text names '
'nobody.';
comment on column mart.claim_ledger.speaker_words is 'The holder''s noun phrase as the text has it.';
comment on column mart.claim_ledger.speaker_kind is
'person, organisation, group (unnamed people), document, author (hedge of the article) or unknown.';
comment on column mart.claim_ledger.is_speaker_named is 'Whether the holder has a canonical name.';
comment on column mart.claim_ledger.speaker_entity_ids is 'Resolved entities of the holders; empty if unnamed.';
comment on column mart.claim_ledger.speaker_country_codes is 'Countries that those entities belong to, sorted.';
comment on column mart.claim_ledger.speech_act is 'What the holder does: assert, confirm, deny, dispute, accuse ...';
comment on column mart.claim_ledger.factuality is
'The holder''s commitment: CT certain, PR probable, PS possible; + for it, - for its negation; Uu uncommitted.';
comment on column mart.claim_ledger.quote_type is 'direct, indirect or mixed.';
comment on column mart.claim_ledger.cue is 'The attributing words.';
comment on column mart.claim_ledger.claim is 'What is claimed, pieces joined by ` … `.';
comment on column mart.claim_ledger.content_spans is 'Extents of the claim''s pieces in the text.';
comment on column mart.claim_ledger.start_char is 'First code point of the whole relation.';
comment on column mart.claim_ledger.end_char is 'Code point after its last.';
comment on column mart.claim_ledger.parent_fact_id is 'Claim whose content contains this one.';
comment on column mart.claim_ledger.nesting_depth is 'Number of claims around this one; 0 for the article''s own.';
comment on column mart.claim_ledger.via is
'Speakers of the claims around this one, innermost first: "KCNA reported that Kim said" gives KCNA.';
comment on column mart.claim_ledger.relayed_by is 'Speakers that pass the claim on, by link, sorted.';
comment on column mart.claim_ledger.disputed_by is 'Speakers that dispute the claim, sorted.';
comment on column mart.claim_ledger.confirmed_by is 'Speakers that confirm the claim, sorted.';
comment on column mart.claim_ledger.dispute_count is 'Claims that dispute this one, also those of unnamed speakers.';
comment on column mart.claim_ledger.confirmation_count is 'Claims that confirm this one.';
comment on column mart.claim_ledger.is_updated is 'Whether a later claim of the article replaces this one.';
comment on column mart.claim_ledger.figure_count is 'Figures that stand innermost in this claim.';
comment on column mart.claim_ledger.event_count is 'Events that stand innermost in this claim.';
