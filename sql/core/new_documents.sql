-- grain: one row per staged document that was not met before with these bytes at this place
-- reads: staged_documents, core.raw_documents
-- why: Nothing is fetched twice.
select
    staged.raw_sha256,
    staged.location
from staged_documents as staged
anti join core.raw_documents as known
    on staged.raw_sha256 = known.raw_sha256 and staged.location = known.location
order by staged.location
