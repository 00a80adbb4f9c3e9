-- question: What comes from outlets or speakers that a government controls?
-- parameter: limit = 20 | rows at most
-- example: article-facts query state_media_claims
with state_outlets as (
    select s.source_name
    from core.sources as s
    where s.is_state_controlled
)

select
    c.date_published,
    c.speaker,
    c.via,
    c.speech_act,
    c.claim,
    c.confirmed_by,
    c.disputed_by,
    c.outlet,
    c.is_outlet_state_controlled,
    c.headline
from mart.claim_ledger as c
where
    c.claim <> ''
    and (
        c.is_outlet_state_controlled
        or exists (
            select 1 as found
            from state_outlets as s
            where s.source_name = c.speaker or list_contains(c.via, s.source_name)
        )
    )
order by c.date_published desc nulls last, c.article_id asc, c.start_char asc
limit cast($limit as bigint);
