-- question: Which claims does nobody confirm, although their speaker is not certain or somebody disputes them?
-- parameter: limit = 20 | rows at most
-- example: article-facts query unconfirmed_claims
select
    c.date_published,
    c.speaker,
    c.factuality,
    c.cue,
    c.claim,
    c.disputed_by,
    c.outlet,
    c.headline
from mart.claim_ledger as c
where
    not c.is_copy
    and c.confirmation_count = 0
    and (c.dispute_count > 0 or c.factuality in ('PR+', 'PS+', 'PR-', 'PS-'))
    and c.claim <> ''
order by c.dispute_count desc, c.date_published desc nulls last, c.article_id asc, c.start_char asc
limit cast($limit as bigint);
