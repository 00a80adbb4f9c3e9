-- rule: the pieces of evidence_spans in core.claim_links are what the text has at their offsets, in order, joined.
-- severity: fail
-- why: Offsets count code points, as substring() does; pieces stand in text order and don't overlap.
with pieces as (
    select
        f.fact_id,
        f.version_id,
        unnest(f.evidence_spans) as piece,
        generate_subscripts(f.evidence_spans, 1) as position
    from core.claim_links as f
),

cut as (
    select
        p.fact_id,
        p.position,
        substring(v.text, p.piece.start_char + 1, p.piece.end_char - p.piece.start_char) as words,
        p.piece.start_char >= 0 and p.piece.end_char > p.piece.start_char and p.piece.end_char <= v.char_count
            as is_inside,
        p.piece.start_char
        >= coalesce(lag(p.piece.end_char) over (partition by p.fact_id order by p.position), 0) as is_ordered
    from pieces as p
    left join core.article_versions as v on p.version_id = v.version_id
),

joined as (
    select
        c.fact_id,
        string_agg(c.words, ' … ' order by c.position) as words,
        bool_and(coalesce(c.is_inside, false) and c.is_ordered) as is_sound
    from cut as c
    group by c.fact_id
)

select
    f.fact_id,
    f.article_id,
    f.evidence_spans as spans,
    f.evidence_text as stored_words,
    j.words as words_at_offsets
from core.claim_links as f
left join joined as j on f.fact_id = j.fact_id
where f.evidence_text is distinct from coalesce(j.words, '') or not coalesce(j.is_sound, true)
order by f.fact_id;
