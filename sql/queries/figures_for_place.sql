-- question: How did the figures for a place develop, and who gave them?
-- parameter: place = % | name of the place, as a pattern
-- parameter: measure = % | killed, injured, missing, deployed ..., as a pattern
-- parameter: limit = 50 | rows at most
-- example: article-facts query figures_for_place place=Turkey measure=killed
select
    f.date_published,
    f.place,
    f.measure,
    f.figure_text,
    f.counted,
    f.low_value,
    f.best_value,
    f.high_value,
    f.speaker,
    f.factuality,
    f.outlet,
    f.is_updated,
    f.is_current,
    f.place_basis,
    f.headline
from mart.figure_history as f
where f.place ilike $place and f.measure ilike $measure
order by f.date_published asc nulls last, f.article_id asc, f.start_char asc
limit cast($limit as bigint);
