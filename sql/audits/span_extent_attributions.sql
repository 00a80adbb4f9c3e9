-- rule: each attribution extends from the first to the last code point of its source, cue and content.
-- severity: fail
-- why: Marts and readers take start_char and end_char for the whole relation.
with extents as (
    select
        a.fact_id,
        a.article_id,
        a.start_char,
        a.end_char,
        list_min(list_concat(
            [a.source_start_char], list_transform(list_concat(a.cue_spans, a.content_spans), lambda s: s.start_char)
        )) as first_char,
        list_max(list_concat(
            [a.source_end_char], list_transform(list_concat(a.cue_spans, a.content_spans), lambda s: s.end_char)
        )) as last_char
    from core.attributions as a
)

select
    e.fact_id,
    e.article_id,
    e.start_char,
    e.end_char,
    e.first_char,
    e.last_char
from extents as e
where e.start_char <> e.first_char or e.end_char <> e.last_char
order by e.fact_id;
