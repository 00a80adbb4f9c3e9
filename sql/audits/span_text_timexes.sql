-- rule: the words of each row of core.timexes stand in its version's text where the offsets say.
-- severity: fail
-- why: Offsets count code points, as substring() does; a row whose words stand elsewhere cannot be shown or checked.
select
    f.fact_id,
    f.article_id,
    f.start_char,
    f.end_char,
    f.timex_text as stored_words,
    substring(v.text, f.start_char + 1, f.end_char - f.start_char) as words_at_offsets
from core.timexes as f
left join core.article_versions as v on f.version_id = v.version_id
where
    (
        v.text is null
        or f.end_char > v.char_count
        or substring(v.text, f.start_char + 1, f.end_char - f.start_char) is distinct from f.timex_text
    )
order by f.fact_id;
