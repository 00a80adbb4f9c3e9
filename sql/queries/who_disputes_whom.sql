-- question: Who disputes whom, and in which words?
-- parameter: speaker = % | either side's name, as a pattern with % for any characters
-- parameter: limit = 20 | rows at most
-- example: article-facts query who_disputes_whom speaker=Ukraine
select
    d.date_published,
    d.disputing_speaker,
    d.disputing_cue,
    d.disputing_claim,
    d.disputed_speaker,
    d.disputed_claim,
    d.outlet,
    d.headline
from mart.disputes as d
where
    not d.is_copy
    and (coalesce(d.disputing_speaker, '') ilike $speaker or coalesce(d.disputed_speaker, '') ilike $speaker)
order by d.date_published desc nulls last, d.article_id asc, d.fact_id asc
limit cast($limit as bigint);
