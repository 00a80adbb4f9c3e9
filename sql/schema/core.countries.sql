-- grain: one row per country or territory of ISO 3166-1
-- why: The codes that other data sets go by: two letters, three letters, Wikidata.
create table if not exists core.countries (
    country_code varchar not null,
    alpha_3_code varchar not null,
    country_name varchar not null,
    capital varchar,
    wikidata_id varchar
);

comment on table core.countries is
'One row per country or territory of ISO 3166-1, from the project''s reference tables: the codes that other data sets '
'go by.';
comment on column core.countries.country_code is 'ISO 3166-1 alpha-2 code (XK for Kosovo, which has no official one).';
comment on column core.countries.alpha_3_code is 'ISO 3166-1 alpha-3 code.';
comment on column core.countries.country_name is 'English name, which is the canonical name of the country''s entity.';
comment on column core.countries.capital is 'Seat of its government; NULL if it has none.';
comment on column core.countries.wikidata_id is 'Wikidata item (Q...).';
