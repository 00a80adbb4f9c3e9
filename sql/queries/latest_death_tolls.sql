-- question: What is the latest number of dead that each place's reports give?
-- parameter: limit = 20 | rows at most
-- example: article-facts query latest_death_tolls
with tolls as (
    select
        f.place,
        f.place_entity_id,
        f.date_published,
        f.figure_text,
        f.counted,
        f.low_value,
        f.best_value,
        f.high_value,
        f.speaker,
        f.outlet,
        f.headline,
        row_number() over (
            partition by f.place_entity_id
            order by f.date_published desc, f.most_value desc nulls last, f.article_id asc, f.start_char asc
        ) as position
    from mart.figure_history as f
    where
        f.is_current
        and not f.is_updated
        and f.measure = 'killed'
        and f.unit = 'count'
        and f.place_entity_id is not null
        and f.date_published is not null
)

select
    t.date_published,
    t.place,
    t.figure_text,
    t.counted,
    t.low_value,
    t.best_value,
    t.high_value,
    t.speaker,
    t.outlet,
    t.headline
from tolls as t
where t.position = 1
order by t.date_published desc, t.place asc
limit cast($limit as bigint);
