-- question: What does somebody say, how surely, and through whom do we know it?
-- parameter: speaker = % | name of the speaker, as a pattern
-- parameter: since = 0001-01-01 | first day of publication
-- parameter: until = 9999-12-31 | last day of publication
-- parameter: limit = 50 | rows at most
-- example: article-facts query statements_of speaker="%Zelensky%"
select
    c.date_published,
    c.speaker,
    c.speech_act,
    c.factuality,
    c.claim,
    c.quote_type,
    c.via,
    c.disputed_by,
    c.outlet,
    c.headline
from mart.claim_ledger as c
where
    not c.is_copy
    and c.speaker ilike $speaker
    and coalesce(c.date_published, cast($since as date)) between cast($since as date) and cast($until as date)
order by c.date_published desc nulls last, c.article_id asc, c.start_char asc
limit cast($limit as bigint);
