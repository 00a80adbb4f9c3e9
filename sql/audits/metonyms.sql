-- rule: a metonym stands for something else than it names.
-- severity: warn
-- why: "Moscow" for Russia is one, "Moscow" for the city is none.
select
    m.fact_id,
    m.article_id,
    m.mention_text,
    m.entity_id
from core.mentions as m
where m.superseded_at is null and m.is_metonym and m.entity_id = m.referent_entity_id
order by m.fact_id;
