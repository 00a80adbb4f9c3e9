-- question: Which place names stand for governments and other bodies, and how often?
-- parameter: limit = 20 | rows at most
-- example: article-facts query metonyms
select
    n.canonical_name as place,
    r.canonical_name as stands_for,
    count(*) as mention_count,
    count(distinct m.article_id) as article_count,
    min(m.mention_text) as words
from core.mentions as m
inner join core.entities as n on m.entity_id = n.entity_id
inner join core.entities as r on m.referent_entity_id = r.entity_id
where m.superseded_at is null and m.is_metonym
group by n.canonical_name, r.canonical_name
order by mention_count desc, place asc, stands_for asc
limit cast($limit as bigint);
