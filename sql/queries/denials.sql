-- question: Who denies what?
-- parameter: speaker = % | name of the one who denies, as a pattern
-- parameter: limit = 20 | rows at most
-- example: article-facts query denials
select
    c.date_published,
    c.speaker,
    c.speech_act,
    c.factuality,
    c.cue,
    c.claim,
    c.outlet,
    c.headline
from mart.claim_ledger as c
where
    not c.is_copy
    and (c.speech_act in ('deny', 'dispute') or c.factuality in ('CT-', 'PR-', 'PS-'))
    and coalesce(c.speaker, '') ilike $speaker
order by c.date_published desc nulls last, c.article_id asc, c.start_char asc
limit cast($limit as bigint);
