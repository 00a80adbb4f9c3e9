-- grain: one value per band of a signature
-- reads: nothing
-- why: Two texts are candidates if all four minima of some band are equal.
create or replace temporary macro band_hash(first_value, second_value, third_value, fourth_value) as (
    (md5_number_lower(concat_ws(' ', first_value, second_value, third_value, fourth_value)) >> 1)::bigint
)
