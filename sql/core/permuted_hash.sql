-- grain: one value per hash and number of a permutation
-- reads: nothing
-- why: Universal hashing (a * x + b) mod p, p the first prime above 2^32; a and b come from the permutation's number.
create or replace temporary macro permuted_hash(shingle, number) as (
    (
        shingle * (1 + md5_number_lower(concat('factor ', number)) % 1073741823)::bigint
        + (md5_number_lower(concat('offset ', number)) % 4294967311)::bigint
    ) % 4294967311
)
