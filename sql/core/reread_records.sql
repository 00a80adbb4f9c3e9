-- grain: one row per rejected record of a document to be read again
-- reads: staged_documents, core.raw_documents
-- why: What was rejected is tried again; what was stored stays.
delete from core.input_records as records
using staged_documents as staged, core.raw_documents as known
where
    records.outcome = 'rejected'
    and records.raw_sha256 = known.raw_sha256
    and records.location = known.location
    and staged.raw_sha256 = known.raw_sha256
    and staged.location = known.location
    and (staged.media_type <> known.media_type or staged.field_map <> known.field_map)
