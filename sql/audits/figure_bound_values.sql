-- rule: a figure's bound fits the values that it has.
-- severity: warn
-- why: "at least 5" has a low value and no high one; a range has both; an exact value is the best one.
select
    f.fact_id,
    f.article_id,
    f.figure_text,
    f.bound,
    f.low_value,
    f.best_value,
    f.high_value
from core.figures as f
where
    f.superseded_at is null
    and case
        when f.bound = '=' then f.best_value is null
        when f.bound = '~' then f.best_value is null and f.low_value is null
        when f.bound in ('>=', '>') then f.low_value is null or f.high_value is not null
        when f.bound in ('<=', '<') then f.high_value is null or f.low_value is not null
        when f.bound = 'range' then f.low_value is null or f.high_value is null
    end
order by f.fact_id;
