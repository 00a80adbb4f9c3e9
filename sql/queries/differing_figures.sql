-- question: Which figures for the same thing, place and time differ between sources?
-- parameter: measure = % | killed, injured, missing, deployed ..., as a pattern
-- parameter: days = 7 | days between the two publications at most
-- parameter: limit = 20 | rows at most
-- example: article-facts query differing_figures measure=killed
with figures as (
    select
        f.fact_id,
        f.article_id,
        f.duplicate_cluster_id,
        f.measure,
        f.unit,
        f.counted,
        f.counted_head,
        f.place_entity_id,
        f.place,
        f.date_published,
        f.figure_text,
        f.least_value,
        f.most_value,
        coalesce(f.speaker, f.outlet, f.headline) as source
    from mart.figure_history as f
    left join mart.figure_history as w on f.part_of_fact_id = w.fact_id
    where
        f.is_current
        and not f.is_updated
        -- A part need not equal its whole, but dead out of those sent can be compared with other dead.
        and f.measure is distinct from w.measure
        and f.measure ilike $measure
        and f.measure not in ('age', 'duration', 'distance', 'other', 'money', 'share')
        and f.place_entity_id is not null
        and f.date_published is not null
    -- Copies of an article say the same only once.
    qualify
        row_number() over (
            partition by f.duplicate_cluster_id, f.speaker, f.measure, f.unit, f.figure_text, f.place_entity_id
            order by f.date_published, f.article_id, f.start_char
        ) = 1
)

-- Two figures differ if no value fits both.
select
    a.measure,
    a.place,
    a.counted,
    a.date_published,
    a.source,
    a.figure_text,
    b.date_published as other_date_published,
    b.source as other_source,
    b.figure_text as other_figure_text,
    b.counted as other_counted
from figures as a
inner join figures as b
    on
        a.measure = b.measure
        and a.unit = b.unit
        and a.place_entity_id = b.place_entity_id
        and (
            a.counted_head = b.counted_head
            or a.measure in ('killed', 'injured', 'missing', 'displaced', 'arrested', 'captured')
        )
where
    (a.date_published, a.article_id, a.fact_id) < (b.date_published, b.article_id, b.fact_id)
    and b.date_published - a.date_published <= cast($days as integer)
    and (a.duplicate_cluster_id <> b.duplicate_cluster_id or a.source <> b.source)
    and (a.most_value < b.least_value or b.most_value < a.least_value)
order by a.date_published desc, a.measure asc, a.place asc, a.fact_id asc, b.fact_id asc
limit cast($limit as bigint);
