-- grain: one row per article
-- reads: core.articles, core.article_versions, core.sources, core.mentions, core.events, core.timexes,
--        mart.entity_names, mart.claim_ledger, mart.figure_history, mart.disputes
-- why: What an article says at a glance, before one opens it.
create or replace table mart.article_brief as
with clusters as (
    select
        coalesce(a.duplicate_cluster_id, a.article_id) as cluster_id,
        count(*) as cluster_size
    from core.articles as a
    group by cluster_id
),

versions as (
    select
        v.article_id,
        count(*) as version_count,
        min(v.observed_at) as first_observed_at
    from core.article_versions as v
    group by v.article_id
),

speakers as (
    select
        c.article_id,
        c.speaker,
        count(*) as claim_count,
        min(c.start_char) as first_start_char
    from mart.claim_ledger as c
    where c.speaker is not null
    group by c.article_id, c.speaker
),

top_speakers as (
    select
        s.article_id,
        count(*) as speaker_count,
        list(s.speaker order by s.claim_count desc, s.first_start_char asc, s.speaker asc)[1:5] as top_speakers
    from speakers as s
    group by s.article_id
),

claims as (
    select
        c.article_id,
        count(*) as claim_count,
        count(*) filter (where not c.is_speaker_named) as unnamed_claim_count,
        list(
            { 'speaker': c.speaker, 'speech_act': c.speech_act, 'factuality': c.factuality, 'claim': c.claim }
            order by c.start_char, c.end_char, c.fact_id
        )[1:3] as first_claims
    from mart.claim_ledger as c
    group by c.article_id
),

figures as (
    select
        f.article_id,
        count(*) as figure_count,
        list(
            { 'measure': f.measure, 'figure': f.figure_text, 'counted': f.counted, 'speaker': f.speaker }
            order by
                f.measure not in ('killed', 'injured', 'missing', 'captured', 'displaced', 'arrested'),
                f.measure in ('other', 'duration', 'distance', 'age'), f.start_char, f.fact_id
        )[1:5] as key_figures
    from mart.figure_history as f
    where f.is_current
    group by f.article_id
),

events as (
    select
        e.article_id,
        count(*) as event_count,
        list(distinct e.event_type order by e.event_type) as event_types
    from core.events as e
    where e.superseded_at is null
    group by e.article_id
),

named as (
    select
        m.article_id,
        e.resolved_entity_id as entity_id,
        count(*) as mention_count,
        min(m.start_char) as first_start_char
    from core.mentions as m
    inner join mart.entity_names as e on m.referent_entity_id = e.entity_id
    where m.superseded_at is null
    group by m.article_id, e.resolved_entity_id
),

entities as (
    select
        n.article_id,
        count(*) as entity_count,
        cast(sum(n.mention_count) as bigint) as mention_count,
        list(e.resolved_name order by n.mention_count desc, n.first_start_char asc, e.entity_id asc)[1:5]
            as top_entities
    from named as n
    inner join mart.entity_names as e on n.entity_id = e.entity_id
    group by n.article_id
),

timexes as (
    select
        t.article_id,
        count(*) as timex_count
    from core.timexes as t
    where t.superseded_at is null
    group by t.article_id
),

disputes as (
    select
        d.article_id,
        count(*) as dispute_count
    from mart.disputes as d
    group by d.article_id
)

select
    a.article_id,
    a.current_version_id as version_id,
    a.headline,
    s.source_name as outlet,
    s.is_state_controlled as is_outlet_state_controlled,
    a.date_published,
    coalesce(a.canonical_url, a.url) as url,
    v.char_count,
    w.version_count,
    w.first_observed_at,
    k.cluster_id as duplicate_cluster_id,
    k.cluster_size,
    coalesce(c.claim_count, 0) as claim_count,
    coalesce(c.unnamed_claim_count, 0) as unnamed_claim_count,
    coalesce(p.speaker_count, 0) as speaker_count,
    coalesce(d.dispute_count, 0) as dispute_count,
    coalesce(f.figure_count, 0) as figure_count,
    coalesce(e.event_count, 0) as event_count,
    coalesce(n.entity_count, 0) as entity_count,
    coalesce(n.mention_count, 0) as mention_count,
    coalesce(t.timex_count, 0) as timex_count,
    coalesce(p.top_speakers, []) as top_speakers,
    coalesce(n.top_entities, []) as top_entities,
    coalesce(e.event_types, []) as event_types,
    coalesce(c.first_claims, []) as first_claims,
    coalesce(f.key_figures, []) as key_figures
from core.articles as a
inner join core.article_versions as v on a.current_version_id = v.version_id
inner join versions as w on a.article_id = w.article_id
inner join clusters as k on coalesce(a.duplicate_cluster_id, a.article_id) = k.cluster_id
left join core.sources as s on a.source_id = s.source_id
left join claims as c on a.article_id = c.article_id
left join top_speakers as p on a.article_id = p.article_id
left join disputes as d on a.article_id = d.article_id
left join figures as f on a.article_id = f.article_id
left join events as e on a.article_id = e.article_id
left join entities as n on a.article_id = n.article_id
left join timexes as t on a.article_id = t.article_id
order by a.date_published nulls last, a.article_id;

comment on table mart.article_brief is 'One row per article: what it says at a glance.';
comment on column mart.article_brief.article_id is 'Article in core.articles.';
comment on column mart.article_brief.version_id is 'Its current version.';
comment on column mart.article_brief.headline is 'Title of the article.';
comment on column mart.article_brief.outlet is 'Outlet that published it; NULL if unknown.';
comment on column mart.article_brief.is_outlet_state_controlled is
'Whether a government controls the outlet; NULL if unknown.';
comment on column mart.article_brief.date_published is 'Day of publication; NULL if unknown.';
comment on column mart.article_brief.url is 'Canonical URL, else the URL as given.';
comment on column mart.article_brief.char_count is 'Length of the current text in code points.';
comment on column mart.article_brief.version_count is 'Texts of the article that were seen.';
comment on column mart.article_brief.first_observed_at is 'When the first of them was seen, UTC.';
comment on column mart.article_brief.duplicate_cluster_id is 'Cluster of copies that it belongs to.';
comment on column mart.article_brief.cluster_size is 'Articles in that cluster; 1 if it stands alone.';
comment on column mart.article_brief.claim_count is 'Current claims.';
comment on column mart.article_brief.unnamed_claim_count is 'Of them, those of unnamed speakers.';
comment on column mart.article_brief.speaker_count is 'Different speakers.';
comment on column mart.article_brief.dispute_count is 'Disputes between two claims.';
comment on column mart.article_brief.figure_count is 'Current figures.';
comment on column mart.article_brief.event_count is 'Current events.';
comment on column mart.article_brief.entity_count is 'Different entities.';
comment on column mart.article_brief.mention_count is 'Current mentions.';
comment on column mart.article_brief.timex_count is 'Current time expressions.';
comment on column mart.article_brief.top_speakers is 'Up to five speakers with the most claims.';
comment on column mart.article_brief.top_entities is 'Up to five entities that are mentioned most.';
comment on column mart.article_brief.event_types is 'PLOVER types of its events, sorted.';
comment on column mart.article_brief.first_claims is 'Its first three claims.';
comment on column mart.article_brief.key_figures is 'Up to five figures, harm to people first.';
