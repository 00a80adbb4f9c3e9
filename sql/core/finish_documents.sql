-- grain: one row per document whose last record was dealt with
-- reads: staged_finished, core.raw_documents
-- why: Normalise passes over it from now on.
update core.raw_documents as known
set normalised_at = staged.normalised_at
from staged_finished as staged
where known.raw_sha256 = staged.raw_sha256 and known.location = staged.location
