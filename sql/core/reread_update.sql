-- grain: one row per document to be read again
-- reads: staged_documents, core.raw_documents
-- why: Makes the document pending again, under the format and field map that its source tells now.
update core.raw_documents as known
set
    media_type = staged.media_type,
    field_map = staged.field_map,
    normalised_at = null
from staged_documents as staged
where
    staged.raw_sha256 = known.raw_sha256
    and staged.location = known.location
    and (staged.media_type <> known.media_type or staged.field_map <> known.field_map)
