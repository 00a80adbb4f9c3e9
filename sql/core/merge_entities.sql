-- grain: one row per entity of the chunk being loaded
-- reads: incoming_entities (a temporary table), core.entities
-- why: Spellings of one name share an id; the first in code-point order is kept, so that the order of chunks does not
--  show.
merge into core.entities as entity
using (
    select
        incoming.entity_id,
        min(incoming.canonical_name) as canonical_name,
        min(incoming.entity_type) as entity_type,
        min(incoming.country_code) as country_code,
        min(incoming.sector) as sector
    from incoming_entities as incoming
    group by incoming.entity_id
) as spelling
    on entity.entity_id = spelling.entity_id
when matched then
    update
        set
            canonical_name = least(entity.canonical_name, spelling.canonical_name),
            country_code = least(entity.country_code, spelling.country_code),
            sector = least(entity.sector, spelling.sector)
when not matched then
    insert (entity_id, canonical_name, entity_type, country_code, sector)
    values (spelling.entity_id, spelling.canonical_name, spelling.entity_type, spelling.country_code, spelling.sector);
