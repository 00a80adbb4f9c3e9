-- grain: one row per staged document that was not met before with these bytes at this place
-- reads: staged_documents, core.raw_documents
-- why: A file may have changed since it was found to be new, back to bytes that are known.
insert into core.raw_documents by name
select
    staged.raw_sha256,
    staged.location,
    staged.source_name,
    staged.media_type,
    staged.field_map,
    staged.byte_count,
    staged.run_id,
    staged.fetched_at,
    staged.normalised_at
from staged_documents as staged
anti join core.raw_documents as known
    on staged.raw_sha256 = known.raw_sha256 and staged.location = known.location
order by staged.location
