-- grain: one row per number that states a fact
-- why: UCDP low/best/high: figures that can be compared across outlets and days.
create table if not exists core.figures (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    local_id varchar not null,
    start_char integer not null,
    end_char integer not null,
    figure_text varchar not null,
    low_value double,
    best_value double,
    high_value double,
    bound varchar not null,
    unit varchar not null,
    counted_start_char integer,
    counted_end_char integer,
    counted_text varchar,
    measure varchar not null,
    part_of_fact_id varchar,
    attribution_fact_id varchar,
    place_entity_id varchar,
    start_date date,
    end_date date,
    change_direction varchar,
    change_role varchar,
    base_fact_id varchar,
    method varchar not null,
    check (start_char >= 0 and end_char > start_char),
    check (bound in ('=', '~', '>=', '>', '<=', '<', 'range')),
    check ((counted_start_char is null) = (counted_end_char is null)),
    check (low_value is null or high_value is null or high_value >= low_value),
    check ((change_direction is null) = (change_role is null)),
    check (change_direction in ('increase', 'decrease')),
    check (change_role in ('amount', 'base', 'result')),
    check (low_value is not null or best_value is not null or high_value is not null)
);

comment on table core.figures is
'One row per number that states a fact. UCDP low/best/high: figures that can be compared across outlets and days.';
comment on column core.figures.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.figures.article_id is 'Article that states the fact.';
comment on column core.figures.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.figures.run_id is 'Run that extracted the fact.';
comment on column core.figures.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.figures.recorded_at is 'When the row was written, UTC.';
comment on column core.figures.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.figures.local_id is 'Id within the article (f1, f2 ...), in text order.';
comment on column core.figures.start_char is 'First code point of the number with its bound and hedge words.';
comment on column core.figures.end_char is 'Code point after its last.';
comment on column core.figures.figure_text is 'The words themselves.';
comment on column core.figures.low_value is 'Lower bound; NULL if unbounded below.';
comment on column core.figures.best_value is 'Point value; NULL unless the text states one.';
comment on column core.figures.high_value is 'Upper bound; NULL if unbounded above.';
comment on column core.figures.bound is '=, ~, >=, >, <=, < or range.';
comment on column core.figures.unit is 'count, percent, an ISO 4217 code, or the unit in the singular.';
comment on column core.figures.counted_start_char is 'First code point of the noun that is counted; NULL if none.';
comment on column core.figures.counted_end_char is 'Code point after its last.';
comment on column core.figures.counted_text is 'The noun that is counted.';
comment on column core.figures.measure is 'What the figure states: killed, injured, missing ... other.';
comment on column core.figures.part_of_fact_id is 'Figure that this one is a part of.';
comment on column core.figures.attribution_fact_id is 'Innermost attribution whose content contains the figure.';
comment on column core.figures.place_entity_id is 'Place that the figure is about; NULL if unknown.';
comment on column core.figures.start_date is 'First day of the period that it is about; NULL if unknown.';
comment on column core.figures.end_date is 'Last day of that period, inclusive; NULL if unknown.';
comment on column core.figures.change_direction is
'increase or decrease: which way the quantity went; NULL if the text tells of no change.';
comment on column core.figures.change_role is
'amount (by how much it changed), base (what it was before) or result (what it came to); NULL without a change.';
comment on column core.figures.base_fact_id is
'Figure that it changed from, of an amount or a result; NULL if the text gives none.';
comment on column core.figures.method is 'Rule that decided.';
