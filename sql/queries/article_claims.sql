-- question: Who says what in an article, in the order of its text?
-- parameter: article = % | article id, URL or headline, as a pattern
-- parameter: limit = 100 | rows at most
-- example: article-facts query article_claims article="%Kursk%"
select
    c.local_id,
    c.speaker,
    c.cue,
    c.claim,
    c.speech_act,
    c.factuality,
    c.via,
    c.disputed_by,
    c.figure_count,
    c.event_count,
    c.start_char,
    c.headline
from mart.claim_ledger as c
where concat_ws(' ', c.article_id, c.url, c.headline) ilike '%' || $article || '%'
order by c.date_published asc nulls last, c.article_id asc, c.start_char asc, c.end_char asc, c.fact_id asc
limit cast($limit as bigint);
