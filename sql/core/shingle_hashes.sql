-- grain: one list per text: its word shingles as 32-bit hashes, in text order
-- reads: nothing
-- why: Three words in a row, without case and punctuation, survive light editing and still set stories apart;
-- MD5, because DuckDB's own hash may change between versions. A text of fewer words is one shingle.
create or replace temporary macro shingle_hashes(content) as (
    [
        (md5_number_lower(concat_ws(' ', triple[1], triple[2], triple[3])) & 4294967295)::bigint
        for triple in word_triples(shingle_words(content))
    ]
)
