-- question: Which claims do we know only through somebody else?
-- parameter: via = % | name of the one who passes it on, as a pattern
-- parameter: limit = 20 | rows at most
-- example: article-facts query relayed_claims via=KCNA
with relayed as (
    select
        c.date_published,
        c.speaker,
        c.speech_act,
        c.claim,
        list_distinct(list_concat(c.via, c.relayed_by)) as relays,
        c.outlet,
        c.headline,
        c.article_id,
        c.start_char
    from mart.claim_ledger as c
    where not c.is_copy
)

select
    r.date_published,
    r.speaker,
    r.speech_act,
    r.claim,
    list_sort(r.relays) as relayed_by,
    r.outlet,
    r.headline
from relayed as r
where len(r.relays) > 0 and array_to_string(r.relays, ' ') ilike '%' || $via || '%'
order by r.date_published desc nulls last, r.article_id asc, r.start_char asc
limit cast($limit as bigint);
