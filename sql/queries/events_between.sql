-- question: What happened between two days, and how many independent reports carry it?
-- parameter: since = 0001-01-01 | first day
-- parameter: until = 9999-12-31 | last day
-- parameter: type = % | PLOVER type (ASSAULT, PROTEST, AID ...) or DISASTER, as a pattern
-- parameter: limit = 50 | rows at most
-- example: article-facts query events_between since=2024-01-01 until=2024-12-31 type=ASSAULT
select
    c.event_date,
    c.event_type,
    c.actor,
    c.recipient,
    c.place,
    c.independent_article_count,
    c.own_voice_article_count,
    c.speakers,
    c.disputed_count
from mart.corroboration as c
where
    c.start_date between cast($since as date) and cast($until as date)
    and c.event_type ilike $type
order by
    c.start_date asc, c.independent_article_count desc, c.event_type asc, c.actor asc nulls last,
    c.recipient asc nulls last, c.place asc nulls last
limit cast($limit as bigint);
