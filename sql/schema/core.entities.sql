-- grain: one row per real-world referent that some article names
-- why: The hub of joins: one id for every person, body and place across articles.
create table if not exists core.entities (
    entity_id varchar not null,
    canonical_name varchar not null,
    entity_type varchar not null,
    country_code varchar,
    sector varchar
);

comment on table core.entities is
'One row per real-world referent that some article names. The hub of joins: one id for every person, body and '
'place across articles.';
comment on column core.entities.entity_id is
'Deterministic id: SHA-256 of type and folded canonical name, 32 hex digits.';
comment on column core.entities.canonical_name is 'Name that the referent goes by.';
comment on column core.entities.entity_type is
'OntoNotes label: PERSON, NORP, FAC, ORG, GPE, LOC, PRODUCT, EVENT, WORK_OF_ART, LAW, LANGUAGE.';
comment on column core.entities.country_code is
'ISO 3166-1 alpha-2 code of the country that it is or belongs to; NULL if unknown.';
comment on column core.entities.sector is 'PLOVER sector (GOV, MIL, REB, CVL, MED ...); NULL if unknown.';
