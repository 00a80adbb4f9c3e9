-- grain: one row per source-cue-content relation
-- why: PARC/PolNeAR: who says, thinks, orders, denies or asks what, and how sure the holder is (FactBank).
create table if not exists core.attributions (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    local_id varchar not null,
    source_start_char integer,
    source_end_char integer,
    source_text varchar,
    cue_spans struct(start_char integer, end_char integer)[] not null,
    cue_text varchar not null,
    content_spans struct(start_char integer, end_char integer)[] not null,
    content_text varchar not null,
    start_char integer not null,
    end_char integer not null,
    parent_fact_id varchar,
    quote_type varchar not null,
    speech_act varchar not null,
    factuality varchar not null,
    source_kind varchar not null,
    source_entity varchar,
    source_entity_ids varchar[] not null,
    method varchar not null,
    check (start_char >= 0 and end_char > start_char),
    check ((source_start_char is null) = (source_end_char is null)),
    check (len(cue_spans) > 0),
    check (quote_type in ('direct', 'indirect', 'mixed')),
    check (speech_act in (
        'assert', 'confirm', 'deny', 'dispute', 'accuse', 'demand', 'promise', 'threaten', 'praise', 'condemn', 'order',
        'ask', 'decline', 'believe', 'other'
    )),
    check (factuality in ('CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'Uu')),
    check (source_kind in ('person', 'organisation', 'group', 'document', 'author', 'unknown'))
);

comment on table core.attributions is
'One row per source-cue-content relation. PARC/PolNeAR: who says, thinks, orders, denies or asks what, and how '
'sure the holder is (FactBank).';
comment on column core.attributions.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.attributions.article_id is 'Article that states the fact.';
comment on column core.attributions.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.attributions.run_id is 'Run that extracted the fact.';
comment on column core.attributions.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.attributions.recorded_at is 'When the row was written, UTC.';
comment on column core.attributions.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.attributions.local_id is 'Id within the article (a1, a2 ...), in text order of the cue.';
comment on column core.attributions.source_start_char is
'First code point of the holder''s noun phrase; NULL where the text names none.';
comment on column core.attributions.source_end_char is 'Code point after its last.';
comment on column core.attributions.source_text is 'The holder''s noun phrase.';
comment on column core.attributions.cue_spans is 'Extents of the attributing words, in text order.';
comment on column core.attributions.cue_text is 'The attributing words, pieces joined by ` … `.';
comment on column core.attributions.content_spans is 'Extents of what is attributed, in text order; may be empty.';
comment on column core.attributions.content_text is 'What is attributed, pieces joined by ` … `.';
comment on column core.attributions.start_char is 'First code point of the whole relation.';
comment on column core.attributions.end_char is 'Code point after its last.';
comment on column core.attributions.parent_fact_id is 'Attribution whose content contains this one.';
comment on column core.attributions.quote_type is 'direct, indirect or mixed.';
comment on column core.attributions.speech_act is
'assert, confirm, deny, dispute, accuse, demand, promise, threaten, praise, condemn, order, ask, decline, '
'believe or other.';
comment on column core.attributions.factuality is 'Holder''s commitment: CT+, PR+, PS+, CT-, PR-, PS- or Uu.';
comment on column core.attributions.source_kind is 'person, organisation, group, document, author or unknown.';
comment on column core.attributions.source_entity is
'Canonical name of the holder; several are joined by `; `; NULL for unnamed groups.';
comment on column core.attributions.source_entity_ids is
'Entities of the holders, in the order of source_entity; empty if unnamed.';
comment on column core.attributions.method is 'Rules that decided.';
