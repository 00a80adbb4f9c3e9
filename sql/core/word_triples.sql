-- grain: one list per list of words: every three words in a row
-- reads: nothing
-- why: Zipping slices touches each word three times; indexing into a list from a lambda would copy it for each word.
create or replace temporary macro word_triples(words) as (
    list_slice(list_zip(words, words[2:], words[3:]), 1, greatest(len(words) - 2, 1))
)
