-- grain: one row per reject of a document to be read again
-- reads: staged_documents, core.raw_documents
-- why: The rejects of the earlier reading go; those that still hold come back with the same id.
delete from core.rejects as rejects
using staged_documents as staged, core.raw_documents as known
where
    rejects.step = 'normalise'
    and rejects.raw_sha256 = known.raw_sha256
    and (rejects.location = known.location or starts_with(rejects.location, known.location || ':'))
    and staged.raw_sha256 = known.raw_sha256
    and staged.location = known.location
    and (staged.media_type <> known.media_type or staged.field_map <> known.field_map)
