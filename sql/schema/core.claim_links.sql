-- grain: one row per relation between two attributions
-- why: Who disputes, confirms, relays or updates whom, with the words that show it.
create table if not exists core.claim_links (
    fact_id varchar not null,
    article_id varchar not null,
    version_id varchar not null,
    run_id varchar not null,
    model_version varchar not null,
    recorded_at timestamp not null,
    superseded_at timestamp,
    from_fact_id varchar not null,
    to_fact_id varchar not null,
    relation varchar not null,
    evidence_spans struct(start_char integer, end_char integer)[] not null,
    evidence_text varchar not null,
    method varchar not null,
    check (relation in ('disputes', 'confirms', 'relays', 'updates')),
    check (from_fact_id <> to_fact_id)
);

comment on table core.claim_links is
'One row per relation between two attributions. Who disputes, confirms, relays or updates whom, with the words '
'that show it.';
comment on column core.claim_links.fact_id is
'Deterministic id: SHA-256 of the fact''s kind, version, model and place in the text, 32 hex digits.';
comment on column core.claim_links.article_id is 'Article that states the fact.';
comment on column core.claim_links.version_id is 'Version of the article whose text the offsets count in.';
comment on column core.claim_links.run_id is 'Run that extracted the fact.';
comment on column core.claim_links.model_version is
'Name, version and content hash of the model and rules that extracted it.';
comment on column core.claim_links.recorded_at is 'When the row was written, UTC.';
comment on column core.claim_links.superseded_at is
'When a newer version or model replaced the row, UTC; NULL while current.';
comment on column core.claim_links.from_fact_id is 'Attribution that disputes, confirms, relays or updates.';
comment on column core.claim_links.to_fact_id is 'Attribution that it does so to.';
comment on column core.claim_links.relation is 'disputes, confirms, relays or updates.';
comment on column core.claim_links.evidence_spans is 'Extents of the words that show it, in text order.';
comment on column core.claim_links.evidence_text is 'Those words, pieces joined by ` … `.';
comment on column core.claim_links.method is 'Rule that decided.';
