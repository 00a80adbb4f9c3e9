-- grain: one row per entity
-- reads: core.entities, core.entity_resolutions, core.countries
-- why: Who each name stands for across articles, why, and under which other names they are found; the other marts go
--      by the resolved entity.
create or replace table mart.entity_names as
with members as (
    select
        r.resolved_entity_id,
        list(distinct e.canonical_name order by e.canonical_name) as names,
        min(e.country_code) as country_code,
        min(e.sector) as sector
    from core.entity_resolutions as r
    inner join core.entities as e on r.entity_id = e.entity_id
    group by r.resolved_entity_id
)

select
    r.entity_id,
    e.canonical_name as name,
    r.resolved_entity_id,
    t.canonical_name as resolved_name,
    t.entity_type,
    coalesce(t.country_code, m.country_code) as country_code,
    coalesce(t.sector, m.sector) as sector,
    c.wikidata_id,
    r.evidence,
    r.other_name,
    m.names
from core.entity_resolutions as r
inner join core.entities as e on r.entity_id = e.entity_id
inner join core.entities as t on r.resolved_entity_id = t.entity_id
inner join members as m on r.resolved_entity_id = m.resolved_entity_id
left join core.countries as c on t.entity_type = 'GPE' and t.canonical_name = c.country_name
order by t.canonical_name, r.resolved_entity_id, e.canonical_name, r.entity_id;

comment on table mart.entity_names is
'One row per entity: who its name stands for across articles, and why. The other marts give the resolved entity; join '
'this one to find core''s.';
comment on column mart.entity_names.entity_id is 'Entity in core.entities, as articles name it.';
comment on column mart.entity_names.name is 'Name that it goes by there.';
comment on column mart.entity_names.resolved_entity_id is 'Entity that it is taken for.';
comment on column mart.entity_names.resolved_name is 'Name of that entity.';
comment on column mart.entity_names.entity_type is 'OntoNotes label of that entity.';
comment on column mart.entity_names.country_code is
'ISO 3166-1 alpha-2 code of the country that it is or belongs to, by any of its names; NULL if unknown.';
comment on column mart.entity_names.sector is 'PLOVER sector, by any of its names; NULL if unknown.';
comment on column mart.entity_names.wikidata_id is 'Wikidata item of a country; NULL for everything else.';
comment on column mart.entity_names.evidence is
'Why it is taken for that one, see core.entity_resolutions; NULL if it is that one.';
comment on column mart.entity_names.other_name is 'Name that the evidence joins it with.';
comment on column mart.entity_names.names is 'All names that are taken for the resolved entity, sorted.';
