-- question: What could not be used, where was it, and what is to be done about it?
-- parameter: reason = % | code of the reason, as a pattern
-- parameter: limit = 50 | rows at most
-- example: article-facts query rejects reason=not_english
select
    r.step,
    r.reason,
    r.location,
    r.detail,
    r.recorded_at
from core.rejects as r
where r.reason ilike $reason
order by r.recorded_at desc, r.step asc, r.location asc, r.reason asc
limit cast($limit as bigint);
