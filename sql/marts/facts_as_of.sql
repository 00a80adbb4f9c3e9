-- grain: one row per fact of any kind that was current at a moment
-- reads: core.attributions, core.figures, core.events, core.mentions, core.timexes, core.claim_links
-- why: What the warehouse said then: facts that newer texts or models have replaced since, and none that came later.
create or replace macro mart.facts_as_of(ts) as table
    with facts as (
        select
            'attribution' as kind,
            a.fact_id,
            a.article_id,
            a.version_id,
            a.model_version,
            a.start_char,
            a.end_char,
            a.content_text as fact_text,
            a.recorded_at,
            a.superseded_at
        from core.attributions as a
        union all
        select
            'figure' as kind,
            f.fact_id,
            f.article_id,
            f.version_id,
            f.model_version,
            f.start_char,
            f.end_char,
            f.figure_text as fact_text,
            f.recorded_at,
            f.superseded_at
        from core.figures as f
        union all
        select
            'event' as kind,
            e.fact_id,
            e.article_id,
            e.version_id,
            e.model_version,
            e.start_char,
            e.end_char,
            e.trigger_text as fact_text,
            e.recorded_at,
            e.superseded_at
        from core.events as e
        union all
        select
            'mention' as kind,
            m.fact_id,
            m.article_id,
            m.version_id,
            m.model_version,
            m.start_char,
            m.end_char,
            m.mention_text as fact_text,
            m.recorded_at,
            m.superseded_at
        from core.mentions as m
        union all
        select
            'timex' as kind,
            t.fact_id,
            t.article_id,
            t.version_id,
            t.model_version,
            t.start_char,
            t.end_char,
            t.timex_text as fact_text,
            t.recorded_at,
            t.superseded_at
        from core.timexes as t
        union all
        select
            'link' as kind,
            l.fact_id,
            l.article_id,
            l.version_id,
            l.model_version,
            l.evidence_spans[1].start_char as start_char,
            l.evidence_spans[-1].end_char as end_char,
            l.evidence_text as fact_text,
            l.recorded_at,
            l.superseded_at
        from core.claim_links as l
    )

    select
        f.kind,
        f.fact_id,
        f.article_id,
        f.version_id,
        f.model_version,
        f.start_char,
        f.end_char,
        f.fact_text,
        f.recorded_at,
        f.superseded_at
    from facts as f
    where
        f.recorded_at <= cast(ts as timestamp) -- noqa: RF02, RF03
        and (f.superseded_at is null or f.superseded_at > cast(ts as timestamp)); -- noqa: RF02, RF03

comment on macro table mart.facts_as_of is -- noqa: PRS
'One row per fact of any kind that was current at the moment ts (UTC): from mart.facts_as_of(''2025-01-31 12:00'').';
