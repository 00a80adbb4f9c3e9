-- grain: one row per time expression
-- why: TIMEX3: when, as the text says it and as a calendar interval.
create table if not exists core.timexes (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    start_char integer not null,
    end_char integer not null,
    timex_text varchar not null,
    timex_type varchar not null,
    value varchar,
    mod varchar,
    start_date date,
    end_date date,
    method varchar not null,
    check (start_char >= 0 and end_char > start_char),
    check (timex_type in ('DATE', 'TIME', 'DURATION', 'SET')),
    check (start_date is null or end_date is null or end_date >= start_date)
);

comment on table core.timexes is
'One row per time expression. TIMEX3: when, as the text says it and as a calendar interval.';
comment on column core.timexes.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.timexes.article_id is 'Article that states the fact.';
comment on column core.timexes.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.timexes.run_id is 'Run that extracted the fact.';
comment on column core.timexes.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.timexes.recorded_at is 'When the row was written, UTC.';
comment on column core.timexes.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.timexes.start_char is 'First code point of the expression.';
comment on column core.timexes.end_char is 'Code point after its last.';
comment on column core.timexes.timex_text is 'The words themselves.';
comment on column core.timexes.timex_type is 'DATE, TIME, DURATION or SET.';
comment on column core.timexes.value is
'TIMEX3 value, resolved against the publication date; NULL if it cannot be resolved.';
comment on column core.timexes.mod is 'TIMEX3 modifier (BEFORE, AFTER, START, MID, END, APPROX ...).';
comment on column core.timexes.start_date is 'First day of the interval; NULL if unresolved.';
comment on column core.timexes.end_date is 'Last day of the interval, inclusive; NULL if unresolved.';
comment on column core.timexes.method is 'Rule that decided.';
