-- rule: no article is published after the day that it was stored, or before newspapers existed.
-- severity: warn
-- why: Such a date is an error of the page, and relative dates that hang on it are wrong too.
select
    a.article_id,
    a.date_published,
    cast(a.recorded_at as date) as recorded_date,
    a.url
from core.articles as a
where
    a.date_published > cast(a.recorded_at as date) + 1
    or a.date_published < date '1605-01-01'
order by a.article_id;
