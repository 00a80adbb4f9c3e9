-- rule: periods end when they begin or later, and lie between the years 1 and 9999.
-- severity: fail
-- why: An interval the wrong way round joins with nothing.
with periods as (
    select
        'timexes' as kind,
        t.fact_id,
        t.article_id,
        t.start_date,
        t.end_date
    from core.timexes as t
    union all
    select
        'events' as kind,
        e.fact_id,
        e.article_id,
        e.start_date,
        e.end_date
    from core.events as e
    union all
    select
        'figures' as kind,
        f.fact_id,
        f.article_id,
        f.start_date,
        f.end_date
    from core.figures as f
)

select
    p.kind,
    p.fact_id,
    p.article_id,
    p.start_date,
    p.end_date
from periods as p
where
    p.end_date < p.start_date
    or p.start_date not between date '0001-01-01' and date '9999-12-31'
    or p.end_date not between date '0001-01-01' and date '9999-12-31'
order by p.kind, p.fact_id;
