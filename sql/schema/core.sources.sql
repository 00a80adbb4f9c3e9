-- grain: one row per outlet
-- why: schema.org NewsMediaOrganization: who published; articles point here.
create table if not exists core.sources (
    source_id varchar not null,
    source_name varchar not null,
    domain varchar,
    country_code varchar,
    is_state_controlled boolean
);

comment on table core.sources is
'One row per outlet. schema.org NewsMediaOrganization: who published; articles point here.';
comment on column core.sources.source_id is
'SHA-256 of the domain (or of the name, where there is no domain), 32 hex digits.';
comment on column core.sources.source_name is 'Name of the outlet.';
comment on column core.sources.domain is 'Registrable domain of its site, lower case.';
comment on column core.sources.country_code is 'ISO 3166-1 alpha-2 code of its seat; NULL if unknown.';
comment on column core.sources.is_state_controlled is
'Whether a government controls its editorial line; NULL if unknown.';
