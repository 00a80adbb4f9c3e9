-- question: What rests on sources that the articles do not name?
-- parameter: outlet = % | name of the outlet, as a pattern
-- parameter: limit = 20 | rows at most
-- example: article-facts query anonymous_sources
select
    c.date_published,
    c.outlet,
    c.speaker_kind,
    c.speaker_words,
    c.cue,
    c.claim,
    c.figure_count,
    c.event_count,
    c.headline
from mart.claim_ledger as c
where not c.is_copy and not c.is_speaker_named and c.claim <> '' and coalesce(c.outlet, '') ilike $outlet
order by
    c.figure_count + c.event_count desc, c.date_published desc nulls last, c.article_id asc, c.start_char asc
limit cast($limit as bigint);
