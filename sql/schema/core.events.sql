-- grain: one row per happening and sentence that reports it
-- why: PLOVER 2023: who did what to whom, where and when, and whether it happened.
create table if not exists core.events (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    local_id varchar not null,
    event_type varchar not null,
    event_mode varchar,
    start_char integer not null,
    end_char integer not null,
    trigger_text varchar not null,
    actor varchar,
    actor_entity_id varchar,
    actor_country_code varchar,
    is_actor_country_inferred boolean,
    recipient varchar,
    recipient_entity_id varchar,
    recipient_country_code varchar,
    is_recipient_country_inferred boolean,
    place_start_char integer,
    place_end_char integer,
    place_text varchar,
    place_entity_id varchar,
    event_date varchar,
    start_date date,
    end_date date,
    aux varchar not null,
    attribution_fact_id varchar,
    method varchar not null,
    check (start_char >= 0 and end_char > start_char),
    check (aux in ('actual', 'negated', 'future', 'hypothetical', 'historical')),
    check (event_type in (
        'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
        'THREATEN', 'SANCTION', 'PROTEST', 'MOBILIZE', 'COERCE', 'ASSAULT', 'DISASTER'
    ))
);

comment on table core.events is
'One row per happening and sentence that reports it. PLOVER 2023: who did what to whom, where and when, and '
'whether it happened.';
comment on column core.events.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.events.article_id is 'Article that states the fact.';
comment on column core.events.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.events.run_id is 'Run that extracted the fact.';
comment on column core.events.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.events.recorded_at is 'When the row was written, UTC.';
comment on column core.events.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.events.local_id is 'Id within the article (e1, e2 ...), in text order.';
comment on column core.events.event_type is 'PLOVER type, or DISASTER.';
comment on column core.events.event_mode is 'PLOVER mode, lower case; NULL if none applies.';
comment on column core.events.start_char is 'First code point of the trigger.';
comment on column core.events.end_char is 'Code point after its last.';
comment on column core.events.trigger_text is 'Word that names the happening.';
comment on column core.events.actor is 'Canonical name of who did it, or an unnamed group''s words.';
comment on column core.events.actor_entity_id is 'Entity of the actor; NULL if unnamed.';
comment on column core.events.actor_country_code is
'ISO 3166-1 alpha-2 code of the country that the actor, named or unnamed, is or belongs to; where the text does '
'not say, of the nearest other country that its sentence names; NULL if there is none.';
comment on column core.events.is_actor_country_inferred is
'Whether the text does not say so, and the country is that of another name in the sentence.';
comment on column core.events.recipient is 'Canonical name of whom it was done to, or an unnamed group''s words.';
comment on column core.events.recipient_entity_id is 'Entity of the recipient; NULL if unnamed.';
comment on column core.events.recipient_country_code is
'ISO 3166-1 alpha-2 code of the country that the recipient, named or unnamed, is or belongs to; where the text does '
'not say, of the nearest other country that its sentence names; NULL if there is none.';
comment on column core.events.is_recipient_country_inferred is 'The same of the recipient.';
comment on column core.events.place_start_char is 'First code point of the place given for it; NULL if none.';
comment on column core.events.place_end_char is 'Code point after its last.';
comment on column core.events.place_text is 'The place''s words.';
comment on column core.events.place_entity_id is 'Entity of the place.';
comment on column core.events.event_date is
'ISO 8601 day or period (2019-01-24, 2018-12, 2018); NULL if not resolvable.';
comment on column core.events.start_date is 'First day of event_date.';
comment on column core.events.end_date is 'Last day of event_date, inclusive.';
comment on column core.events.aux is 'actual, negated, future, hypothetical or historical.';
comment on column core.events.attribution_fact_id is 'Innermost attribution whose content contains the trigger.';
comment on column core.events.method is 'Rule that decided.';
