-- grain: one row per staged reject that is not recorded yet
-- reads: staged_rejects, core.rejects
-- why: Meeting the same unusable input again adds nothing.
insert into core.rejects by name
select
    staged.reject_id,
    staged.step,
    staged.reason,
    staged.location,
    staged.detail,
    staged.raw_sha256,
    staged.article_id,
    staged.version_id,
    staged.run_id,
    staged.recorded_at
from staged_rejects as staged
anti join core.rejects as known
    on staged.reject_id = known.reject_id
order by staged.location, staged.reject_id
