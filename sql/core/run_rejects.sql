-- grain: one row per step and reason
-- reads: core.rejects
-- why: What a run rejected, each reason with an example, for people who look at the run.
select
    reject.step,
    reject.reason,
    count(*) as inputs,
    min(reject.location) as example,
    arg_min(reject.detail, reject.location) as detail
from core.rejects as reject
where reject.run_id = $run_id
group by reject.step, reject.reason
order by inputs desc, reject.step asc, reject.reason asc;
