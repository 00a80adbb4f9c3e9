-- rule: an event's written date and its first and last day say the same.
-- severity: warn
-- why: Daily counts go by the days, readers by the written date.
select
    e.fact_id,
    e.article_id,
    e.event_date,
    e.start_date,
    e.end_date
from core.events as e
where
    e.superseded_at is null
    and (
        (e.start_date is null) <> (e.end_date is null)
        or (e.start_date is not null and e.event_date is null)
        or (e.start_date is not null and left(e.event_date, 4) <> strftime(e.start_date, '%Y'))
    )
order by e.fact_id;
