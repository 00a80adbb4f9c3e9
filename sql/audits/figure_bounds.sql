-- rule: figures have low <= best <= high, all finite.
-- severity: fail
-- why: UCDP's three values; an unbounded side is NULL, never infinite.
select
    f.fact_id,
    f.article_id,
    f.figure_text,
    f.low_value,
    f.best_value,
    f.high_value
from core.figures as f
where
    f.low_value > f.best_value
    or f.best_value > f.high_value
    or f.low_value > f.high_value
    or not isfinite(coalesce(f.low_value, 0))
    or not isfinite(coalesce(f.best_value, 0))
    or not isfinite(coalesce(f.high_value, 0))
order by f.fact_id;
