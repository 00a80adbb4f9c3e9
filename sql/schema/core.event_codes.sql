-- grain: one row per PLOVER type and mode
-- why: The codes by which events can be laid beside data sets of other ontologies.
create table if not exists core.event_codes (
    event_type varchar not null,
    event_mode varchar,
    quad_class varchar not null,
    cameo_root_code varchar,
    cameo_basis varchar,
    plover_score double,
    check ((cameo_root_code is null) = (cameo_basis is null)),
    check (cameo_basis in ('crosswalk', 'cue category', 'wording'))
);

comment on table core.event_codes is
'One row per PLOVER type and mode, and per type without mode, from the project''s reference tables: what other '
'ontologies call it. DISASTER, which is not PLOVER''s, has none.';
comment on column core.event_codes.event_type is 'PLOVER type.';
comment on column core.event_codes.event_mode is 'PLOVER mode; NULL for the type without mode.';
comment on column core.event_codes.quad_class is 'Verbal or material, cooperation or conflict.';
comment on column core.event_codes.cameo_root_code is
'CAMEO root (cue category, 03 to 20); NULL where it could be several: ASSAULT without mode is 18, 19 or 20.';
comment on column core.event_codes.cameo_basis is
'What says so: PLOVER''s crosswalk from CAMEO for this mode, its table of cue categories for the type, or the wording '
'of both manuals for modes that are younger than the crosswalk.';
comment on column core.event_codes.plover_score is
'PLOVER score from -10 (conflict) to 10 (cooperation), as Goldstein''s scores for CAMEO; NULL where the manual has '
'none.';
