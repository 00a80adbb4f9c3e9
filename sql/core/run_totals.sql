-- grain: one row
-- reads: core.raw_documents, core.input_records, core.article_versions, core.rejects, core.extractions
-- why: What a run did, counted from the rows that bear its id, so that it also holds for a run that was resumed.
with
documents as (
    select
        count(*) as document_count,
        sha256(string_agg(document.raw_sha256, chr(10) order by document.raw_sha256)) as input_sha256
    from core.raw_documents as document
    where document.run_id = $run_id
),

records as (
    select
        count(*) as input_count,
        count(*) filter (where record.outcome = 'duplicate') as duplicate_count
    from core.input_records as record
    where record.run_id = $run_id
),

versions as (
    select count(*) as article_count
    from core.article_versions as version
    where version.run_id = $run_id
),

rejects as (
    select count(*) as reject_count
    from core.rejects as reject
    where reject.run_id = $run_id
),

extractions as (
    select
        count(*) filter (where extraction.outcome = 'extracted') as extracted_count,
        count(*) as read_count,
        coalesce(sum(extraction.fact_count), 0) as fact_count,
        max(extraction.model_version) as model_version
    from core.extractions as extraction
    where extraction.run_id = $run_id
)

select
    documents.input_sha256,
    records.input_count,
    versions.article_count,
    records.duplicate_count,
    rejects.reject_count,
    extractions.extracted_count,
    extractions.fact_count,
    extractions.model_version,
    documents.document_count
    + records.input_count
    + versions.article_count
    + rejects.reject_count
    + extractions.read_count > 0 as has_changed
from documents
cross join records
cross join versions
cross join rejects
cross join extractions;
