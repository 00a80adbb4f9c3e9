-- grain: one row per raw document of which some records are still to be dealt with
-- reads: core.raw_documents, core.input_records
-- why: What normalise has to do, in a fixed order; records that an interrupted run dealt with are not read again.
with done as (
    select
        records.raw_sha256,
        records.location,
        list(records.record_number) as record_numbers
    from core.input_records as records
    semi join core.raw_documents as documents
        on
            records.raw_sha256 = documents.raw_sha256
            and records.location = documents.location
            and documents.normalised_at is null
    group by records.raw_sha256, records.location
)

select
    documents.raw_sha256,
    documents.location,
    documents.source_name,
    documents.media_type,
    map_entries(documents.field_map) as field_entries,
    coalesce(done.record_numbers, []) as record_numbers
from core.raw_documents as documents
left join done
    on documents.raw_sha256 = done.raw_sha256 and documents.location = done.location
where documents.normalised_at is null
order by documents.location, documents.raw_sha256
