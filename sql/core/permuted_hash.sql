-- grain: one value per hash and number of a permutation
-- reads: nothing
-- why: Multiply-add hashing (a * x + b) mod 2^32 with an odd a permutes the 32-bit hashes; a and b come from the
-- permutation's number. The mask costs a fraction of a division by a prime.
create or replace temporary macro permuted_hash(shingle, number) as (
    (
        shingle * (1 + 2 * (md5_number_lower(concat('factor ', number)) % 1073741823))::bigint
        + (md5_number_lower(concat('offset ', number)) % 4294967296)::bigint
    ) & 4294967295
)
