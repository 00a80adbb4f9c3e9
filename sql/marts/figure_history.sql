-- grain: one row per figure, superseded ones too
-- reads: core.figures, core.attributions, core.events, core.mentions, core.claim_links, core.articles, core.sources,
--        mart.entity_names, mart.claim_ledger
-- why: What was said to be counted, how many, where, by whom and when, so that figures can be followed over time.
create or replace table mart.figure_history as
with figures as (
    select
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version,
        f.recorded_at,
        f.superseded_at,
        f.start_char,
        f.end_char,
        f.figure_text,
        f.low_value,
        f.best_value,
        f.high_value,
        f.bound,
        f.unit,
        f.counted_text,
        f.measure,
        f.part_of_fact_id,
        f.attribution_fact_id,
        f.place_entity_id,
        f.start_date,
        f.end_date,
        f.change_direction,
        f.change_role,
        f.base_fact_id
    from core.figures as f
),

-- The nearest happening of the same text with a place, not further than a long sentence away.
nearby_events as (
    select
        f.fact_id,
        arg_min(e.place_entity_id, (abs(e.start_char - f.start_char), e.start_char, e.fact_id)) as place_entity_id
    from figures as f
    inner join core.events as e
        on
            f.version_id = e.version_id
            and f.model_version = e.model_version
            and e.start_char between f.start_char - 250 and f.end_char + 250
    where f.place_entity_id is null and e.place_entity_id is not null
    group by f.fact_id
),

place_counts as (
    select
        m.version_id,
        m.model_version,
        m.entity_id,
        count(*) as mention_count,
        min(m.start_char) as first_start_char
    from core.mentions as m
    where m.label in ('GPE', 'LOC', 'FAC') and not m.is_metonym
    group by m.version_id, m.model_version, m.entity_id
),

settings as (
    select
        p.version_id,
        p.model_version,
        arg_max(p.entity_id, (p.mention_count, -p.first_start_char, p.entity_id)) as place_entity_id
    from place_counts as p
    group by p.version_id, p.model_version
),

updated as (
    select distinct l.to_fact_id as fact_id
    from core.claim_links as l
    where l.relation = 'updates'
),

placed as (
    select
        f.fact_id,
        coalesce(f.place_entity_id, e.place_entity_id, s.place_entity_id) as place_entity_id,
        case
            when f.place_entity_id is not null then 'figure'
            when e.place_entity_id is not null then 'event'
            when s.place_entity_id is not null then 'article'
        end as place_basis
    from figures as f
    left join nearby_events as e on f.fact_id = e.fact_id
    left join settings as s on f.version_id = s.version_id and f.model_version = s.model_version
)

select
    f.fact_id,
    f.article_id,
    f.version_id,
    coalesce(r.duplicate_cluster_id, r.article_id) as duplicate_cluster_id,
    f.measure,
    f.unit,
    f.counted_text as counted,
    nullif(regexp_extract(lower(split_part(f.counted_text, ' of ', 1)), '([\p{L}-]+)\s*$', 1), '') as counted_head,
    n.resolved_entity_id as place_entity_id,
    n.resolved_name as place,
    p.place_basis,
    n.country_code as place_country_code,
    f.start_date,
    f.end_date,
    r.date_published,
    s.source_name as outlet,
    r.headline,
    coalesce(r.canonical_url, r.url) as url,
    f.low_value,
    f.best_value,
    f.high_value,
    coalesce(f.low_value, f.best_value) as least_value,
    coalesce(f.high_value, f.best_value) as most_value,
    f.bound,
    f.figure_text,
    f.start_char,
    f.end_char,
    f.part_of_fact_id,
    f.change_direction,
    f.change_role,
    f.base_fact_id,
    coalesce(b.best_value, b.low_value, b.high_value) as base_value,
    f.attribution_fact_id,
    -- Speakers of superseded claims go by the names that their articles gave them.
    coalesce(l.speaker, a.source_entity, a.source_text) as speaker,
    a.source_kind as speaker_kind,
    a.speech_act,
    a.factuality,
    u.fact_id is not null as is_updated,
    f.superseded_at is null as is_current,
    f.recorded_at,
    f.superseded_at
from figures as f
inner join core.articles as r on f.article_id = r.article_id
inner join placed as p on f.fact_id = p.fact_id
left join core.sources as s on r.source_id = s.source_id
left join mart.entity_names as n on p.place_entity_id = n.entity_id
left join figures as b on f.base_fact_id = b.fact_id
left join core.attributions as a on f.attribution_fact_id = a.fact_id
left join mart.claim_ledger as l on f.attribution_fact_id = l.fact_id
left join updated as u on f.attribution_fact_id = u.fact_id
order by
    f.measure, counted_head nulls last, place nulls last, r.date_published nulls last, f.article_id, f.start_char,
    f.fact_id;

comment on table mart.figure_history is
'One row per figure, superseded ones too: what was counted, how many, where, by whom and when it was said.';
comment on column mart.figure_history.fact_id is 'Figure in core.figures.';
comment on column mart.figure_history.article_id is 'Article that states it.';
comment on column mart.figure_history.version_id is 'Version whose text the offsets count in.';
comment on column mart.figure_history.duplicate_cluster_id is
'Cluster of copies that the article belongs to: count these, not articles, for independent reports.';
comment on column mart.figure_history.measure is 'What the figure states: killed, injured, missing ... other.';
comment on column mart.figure_history.unit is 'count, percent, an ISO 4217 code, or the unit in the singular.';
comment on column mart.figure_history.counted is 'The noun that is counted, as the text has it.';
comment on column mart.figure_history.counted_head is
'Its last word in lower case ("US troops" gives "troops"), to compare across texts.';
comment on column mart.figure_history.place_entity_id is
'Resolved entity of the place that the figure is taken to be about.';
comment on column mart.figure_history.place is 'Name of that place.';
comment on column mart.figure_history.place_basis is
'Where the place comes from: the figure itself, the nearest event, or the place that the article names most.';
comment on column mart.figure_history.place_country_code is 'ISO 3166-1 alpha-2 code of the place''s country.';
comment on column mart.figure_history.start_date is 'First day of the period that it is about; NULL if unknown.';
comment on column mart.figure_history.end_date is 'Last day of that period, inclusive; NULL if unknown.';
comment on column mart.figure_history.date_published is 'Day of publication of the article; NULL if unknown.';
comment on column mart.figure_history.outlet is 'Outlet that published the article; NULL if unknown.';
comment on column mart.figure_history.headline is 'Title of the article.';
comment on column mart.figure_history.url is 'Canonical URL, else the URL as given.';
comment on column mart.figure_history.low_value is 'Lower bound; NULL if unbounded below.';
comment on column mart.figure_history.best_value is 'Point value; NULL unless the text states one.';
comment on column mart.figure_history.high_value is 'Upper bound; NULL if unbounded above.';
comment on column mart.figure_history.least_value is
'The lower bound, else the point value: the least that the figure allows; NULL if unbounded.';
comment on column mart.figure_history.most_value is
'The upper bound, else the point value: the most that the figure allows; NULL if unbounded.';
comment on column mart.figure_history.bound is '=, ~, >=, >, <=, < or range.';
comment on column mart.figure_history.figure_text is 'The words themselves.';
comment on column mart.figure_history.start_char is 'First code point of those words.';
comment on column mart.figure_history.end_char is 'Code point after their last.';
comment on column mart.figure_history.part_of_fact_id is 'Figure that this one is a part of.';
comment on column mart.figure_history.change_direction is
'increase or decrease: which way the quantity went; NULL if the text tells of no change.';
comment on column mart.figure_history.change_role is
'amount (by how much it changed), base (what it was before) or result (what it came to); NULL without a change.';
comment on column mart.figure_history.base_fact_id is 'Figure that it changed from; NULL if the text gives none.';
comment on column mart.figure_history.base_value is 'Point value of that figure, else its bound.';
comment on column mart.figure_history.attribution_fact_id is 'Innermost attribution that contains the figure.';
comment on column mart.figure_history.speaker is
'Who gives the figure; NULL if the article states it in its own voice or names nobody.';
comment on column mart.figure_history.speaker_kind is 'Kind of that holder.';
comment on column mart.figure_history.speech_act is 'What that holder does by saying it.';
comment on column mart.figure_history.factuality is 'That holder''s commitment.';
comment on column mart.figure_history.is_updated is 'Whether a later claim of the same article replaces it.';
comment on column mart.figure_history.is_current is 'Whether it comes from the current version and model.';
comment on column mart.figure_history.recorded_at is 'When the row was written in core, UTC.';
comment on column mart.figure_history.superseded_at is 'When a newer version or model replaced it, UTC.';
