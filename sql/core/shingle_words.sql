-- grain: one list per text: its words
-- reads: nothing
-- why: What counts as a word when texts are compared: a run of letters and digits.
create or replace temporary macro shingle_words(content) as (
    regexp_extract_all(lower(content), '[\p{L}\p{N}]+')
)
