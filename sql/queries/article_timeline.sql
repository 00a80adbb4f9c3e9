-- question: What does an article report in the order of time?
-- parameter: article = % | article id, URL or headline, as a pattern
-- parameter: limit = 100 | rows at most
-- example: article-facts query article_timeline article="%earthquake%"
with moments as (
    select
        e.article_id,
        'event' as kind,
        e.start_date,
        e.end_date,
        concat_ws(' ', e.event_type, '(' || e.aux || ')', e.actor, '→ ' || e.recipient) as what,
        e.trigger_text as words,
        e.start_char
    from core.events as e
    where e.superseded_at is null
    union all
    select
        t.article_id,
        'date' as kind,
        t.start_date,
        t.end_date,
        t.value as what,
        t.timex_text as words,
        t.start_char
    from core.timexes as t
    where t.superseded_at is null and t.start_date is not null
)

select
    m.start_date,
    m.end_date,
    m.kind,
    m.what,
    m.words,
    m.start_char,
    a.headline
from moments as m
inner join core.articles as a on m.article_id = a.article_id
where concat_ws(' ', a.article_id, a.canonical_url, a.headline) ilike '%' || $article || '%'
order by a.date_published asc nulls last, a.article_id asc, m.start_date asc nulls last, m.start_char asc, m.kind asc
limit cast($limit as bigint);
