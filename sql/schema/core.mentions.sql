-- grain: one row per name, nominal or pronoun that refers to an entity
-- why: Where each entity stands in the text, and whether a place name stands for a body.
create table if not exists core.mentions (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    start_char integer not null,
    end_char integer not null,
    mention_text varchar not null,
    label varchar not null,
    mention_kind varchar not null,
    entity_id varchar not null,
    referent_entity_id varchar not null,
    is_metonym boolean not null,
    place_name varchar,
    place_country_code varchar,
    latitude double,
    longitude double,
    place_kind varchar,
    place_confidence double,
    method varchar not null,
    check (start_char >= 0 and end_char > start_char),
    check (mention_kind in ('name', 'nominal', 'pronoun')),
    check (not is_metonym or latitude is null)
);

comment on table core.mentions is
'One row per name, nominal or pronoun that refers to an entity. Where each entity stands in the text, and '
'whether a place name stands for a body.';
comment on column core.mentions.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.mentions.article_id is 'Article that states the fact.';
comment on column core.mentions.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.mentions.run_id is 'Run that extracted the fact.';
comment on column core.mentions.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.mentions.recorded_at is 'When the row was written, UTC.';
comment on column core.mentions.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.mentions.start_char is 'First code point of the mention.';
comment on column core.mentions.end_char is 'Code point after its last.';
comment on column core.mentions.mention_text is 'The words themselves.';
comment on column core.mentions.label is 'OntoNotes label of what the words name.';
comment on column core.mentions.mention_kind is 'name, nominal or pronoun.';
comment on column core.mentions.entity_id is 'Entity that the words name.';
comment on column core.mentions.referent_entity_id is
'Entity that they stand for here; differs from entity_id for metonyms.';
comment on column core.mentions.is_metonym is 'Whether a place or building stands for a body.';
comment on column core.mentions.place_name is
'Place of the gazetteer that a place''s name is taken for, as GeoNames writes it; NULL for all other mentions, for '
'metonyms, and for places that the gazetteer does not have.';
comment on column core.mentions.place_kind is
'country, region, district, town, alias (another name of a large town) or area (a continent, a sea and the like).';
comment on column core.mentions.place_country_code is
'ISO 3166-1 alpha-2 code of the country that the place lies in; NULL for seas and areas of several countries.';
comment on column core.mentions.latitude is 'Degrees north of a point in the place.';
comment on column core.mentions.longitude is 'Degrees east of it.';
comment on column core.mentions.place_confidence is
'From 0 to 1: how sure it is that this place of the name is meant; by the names beside it, the countries and regions '
'that the article names, and inhabitants.';
comment on column core.mentions.method is 'Rule or model head that decided.';
