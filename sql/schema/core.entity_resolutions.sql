-- grain: one row per entity
-- why: Which entities of different articles are the same, and why that is thought, so that questions can span articles.
create table if not exists core.entity_resolutions (
    entity_id varchar not null,
    resolved_entity_id varchar not null,
    evidence varchar,
    other_name varchar,
    check (evidence in (
        'spelling', 'middle name', 'short name', 'suffix', 'title', 'legal form', 'type', 'acronym'
    )),
    check ((entity_id = resolved_entity_id) = (evidence is null)),
    check ((evidence is null) = (other_name is null))
);

comment on table core.entity_resolutions is
'One row per entity: which entity it is taken for. Names of people, bodies and places in different articles that are '
'variants of one name; entities that no current fact names stay alone.';
comment on column core.entity_resolutions.entity_id is 'Entity in core.entities.';
comment on column core.entity_resolutions.resolved_entity_id is
'Entity that it is taken for: the one with the fullest usual name; itself if no other is the same. That one resolves '
'to itself.';
comment on column core.entity_resolutions.evidence is
'Why: spelling (Sergei and Sergey Lavrov; Centre and Center), middle name (George Bush, George W. Bush), short name '
'(Bill and William, a nickname in quotation marks), suffix (Jr.), title (General Valery Gerasimov), legal form (Apple '
'Inc.), type (the same name, once taken for a city and once for a region, or for a body and for a group) or acronym '
'(which some article expands); NULL if it is taken for itself.';
comment on column core.entity_resolutions.other_name is
'Name that the evidence joins it with; if that is not the name of resolved_entity_id, the row of the entity of that '
'name goes on. NULL if it is taken for itself.';
