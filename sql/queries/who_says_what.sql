-- question: Who says what about whom, and how often?
-- parameter: about = % | name of whom it is about, as a pattern
-- parameter: speaker = % | name of the speaker, as a pattern
-- parameter: limit = 20 | rows at most
-- example: article-facts query who_says_what about=Russia
select
    w.speaker,
    w.about,
    w.claim_count,
    w.independent_article_count,
    w.denial_count,
    w.accusation_count,
    w.disputed_count,
    w.last_date,
    w.latest_claim
from mart.who_says_what as w
where w.about ilike $about and w.speaker ilike $speaker
order by w.claim_count desc, w.independent_article_count desc, w.speaker asc, w.about asc
limit cast($limit as bigint);
