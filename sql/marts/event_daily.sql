-- grain: one row per day, event type, mode, realisation and place
-- reads: core.events, core.entities, core.articles, core.attributions
-- why: How many happenings of which kind are reported, by day and place, with copies counted once.
create or replace table mart.event_daily as
with events as (
    select
        e.fact_id,
        e.article_id,
        e.event_type,
        e.event_mode,
        e.aux,
        e.place_entity_id,
        e.attribution_fact_id,
        coalesce(a.duplicate_cluster_id, a.article_id) as cluster_id,
        a.source_id,
        coalesce(e.start_date, a.date_published) as event_day,
        case
            when e.start_date = e.end_date then 'day'
            when e.start_date is not null then 'period'
            when a.date_published is not null then 'publication'
        end as day_basis,
        t.factuality
    from core.events as e
    inner join core.articles as a on e.article_id = a.article_id
    left join core.attributions as t on e.attribution_fact_id = t.fact_id
    where e.superseded_at is null
)

select
    e.event_day,
    e.day_basis,
    e.event_type,
    e.event_mode,
    e.aux,
    e.place_entity_id,
    p.canonical_name as place,
    p.country_code as place_country_code,
    count(*) as event_count,
    count(distinct e.article_id) as article_count,
    count(distinct e.cluster_id) as independent_article_count,
    count(distinct e.source_id) as outlet_count,
    count(*) filter (where e.attribution_fact_id is not null) as attributed_count,
    count(*) filter (where e.factuality is not null and e.factuality not in ('CT+', 'CT-')) as uncertain_count
from events as e
left join core.entities as p on e.place_entity_id = p.entity_id
group by
    e.event_day, e.day_basis, e.event_type, e.event_mode, e.aux, e.place_entity_id, p.canonical_name, p.country_code
order by
    e.event_day nulls last, e.day_basis nulls last, e.event_type, e.event_mode nulls last, e.aux, place nulls last,
    e.place_entity_id nulls last;

comment on table mart.event_daily is
'One row per day, event type, mode, realisation and place: how many happenings are reported.';
comment on column mart.event_daily.event_day is
'Day of the happening or first day of its period, else the day of publication; NULL if nothing is known.';
comment on column mart.event_daily.day_basis is 'Which of them it is: day, period or publication; NULL if none.';
comment on column mart.event_daily.event_type is 'PLOVER type, or DISASTER.';
comment on column mart.event_daily.event_mode is 'PLOVER mode, lower case; NULL if none applies.';
comment on column mart.event_daily.aux is 'actual, negated, future, hypothetical or historical.';
comment on column mart.event_daily.place_entity_id is 'Place; NULL if the text gives none.';
comment on column mart.event_daily.place is 'Name of that place.';
comment on column mart.event_daily.place_country_code is 'ISO 3166-1 alpha-2 code of its country; NULL if unknown.';
comment on column mart.event_daily.event_count is 'Event rows: one per happening and sentence that reports it.';
comment on column mart.event_daily.article_count is 'Articles that report them.';
comment on column mart.event_daily.independent_article_count is 'The same, copies counted once.';
comment on column mart.event_daily.outlet_count is 'Known outlets that published those articles.';
comment on column mart.event_daily.attributed_count is 'Event rows that somebody is quoted for.';
comment on column mart.event_daily.uncertain_count is 'Of them, those whose speaker is not certain.';
