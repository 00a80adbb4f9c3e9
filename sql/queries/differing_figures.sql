-- question: Which figures for the same thing, place and time differ between sources?
-- parameter: measure = % | killed, injured, missing, deployed ..., as a pattern
-- parameter: place = % | name of the place, as a pattern
-- parameter: days = 14 | days without a report after which a new happening is taken to begin
-- parameter: limit = 20 | rows at most
-- example: article-facts query differing_figures measure=killed
with comparable as (
    select
        f.fact_id,
        f.duplicate_cluster_id,
        f.measure,
        f.unit,
        f.place_entity_id,
        f.place,
        f.date_published,
        f.figure_text,
        f.least_value,
        f.most_value,
        -- Harm to people can be compared whatever they are called, other things only under the same name.
        case
            when f.measure not in ('killed', 'injured', 'missing', 'displaced', 'arrested', 'captured')
                then f.counted_head
        end as counted_head,
        f.speaker is not null as has_speaker,
        coalesce(f.speaker, f.outlet, f.headline, f.article_id) as source
    from mart.figure_history as f
    left join mart.figure_history as w on f.part_of_fact_id = w.fact_id
    where
        f.is_current
        and not f.is_updated
        and f.measure ilike $measure
        and f.place ilike $place
        and f.measure not in ('age', 'duration', 'distance', 'other', 'money', 'share')
        and f.date_published is not null
        -- A part need not equal its whole, but the dead out of those sent can be compared with other dead.
        and f.measure is distinct from w.measure
),

spaced as (
    select
        c.fact_id,
        c.date_published - lag(c.date_published) over (
            partition by c.measure, c.unit, c.place_entity_id, c.counted_head
            order by c.date_published, c.fact_id
        ) as days_since
    from comparable as c
),

happenings as (
    select
        c.duplicate_cluster_id,
        c.measure,
        c.unit,
        c.place_entity_id,
        c.place,
        c.counted_head,
        c.date_published,
        c.figure_text,
        c.least_value,
        c.most_value,
        c.has_speaker,
        c.source,
        count(*) filter (where s.days_since > cast($days as integer)) over (
            partition by c.measure, c.unit, c.place_entity_id, c.counted_head
            order by c.date_published, c.fact_id
        ) as happening
    from comparable as c
    inner join spaced as s on c.fact_id = s.fact_id
),

-- Copies of an article, and repetitions within one, say the same only once.
statements as (
    select
        h.measure,
        h.unit,
        h.place_entity_id,
        h.place,
        h.counted_head,
        h.happening,
        h.source,
        h.has_speaker,
        h.figure_text,
        min(h.least_value) as least_value,
        max(h.most_value) as most_value,
        min(h.date_published) as date_published
    from happenings as h
    group by all
)

select
    s.measure,
    s.place,
    string_agg(
        s.source || ': ' || s.figure_text, '; '
        order by coalesce(s.least_value, s.most_value) asc, s.source asc, s.figure_text asc
    ) as figures,
    min(s.most_value) as least_of_the_highest,
    max(s.least_value) as most_of_the_lowest,
    count(distinct s.source) as source_count,
    min(s.date_published) as first_date,
    max(s.date_published) as last_date
from statements as s
group by s.measure, s.unit, s.place_entity_id, s.place, s.counted_head, s.happening
-- No value fits all of them: what one allows at most is less than what another says at least.
having min(s.most_value) < max(s.least_value) and count(distinct s.source) > 1
order by
    count(distinct s.source) filter (where s.has_speaker) desc, last_date desc, s.measure asc, s.place asc,
    s.place_entity_id asc, s.happening asc, s.counted_head asc nulls last
limit cast($limit as bigint);
