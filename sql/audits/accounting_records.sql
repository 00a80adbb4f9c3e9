-- rule: each record of a raw document was stored, repeats a stored version, or has its reject.
-- severity: fail
-- why: Nothing that came in may get lost: records in = versions stored + duplicates + rejects.
with stored as (
    select
        i.version_id,
        count(*) as record_count
    from core.input_records as i
    where i.outcome = 'stored'
    group by i.version_id
),

problems as (
    select
        'version without exactly one stored record' as problem,
        v.version_id as id
    from core.article_versions as v
    left join stored as s on v.version_id = s.version_id
    where s.record_count is distinct from 1
    union all
    select
        'record stored, but there is no such version' as problem,
        s.version_id as id
    from stored as s
    left join core.article_versions as v on s.version_id = v.version_id
    where v.version_id is null
    union all
    select
        'record rejected, but there is no reject' as problem,
        concat_ws(' ', i.location, i.record_number) as id
    from core.input_records as i
    where
        i.outcome = 'rejected'
        and not exists (
            select 1 as found from core.rejects as r
            where r.raw_sha256 = i.raw_sha256
        )
    union all
    select
        'record of an unknown raw document' as problem,
        concat_ws(' ', i.location, i.record_number) as id
    from core.input_records as i
    left join core.raw_documents as d on i.raw_sha256 = d.raw_sha256
    where d.raw_sha256 is null
    union all
    select
        'raw document normalised, but none of its records is accounted for' as problem,
        d.location as id
    from core.raw_documents as d
    where
        d.normalised_at is not null
        and not exists (
            select 1 as found from core.input_records as i
            where i.raw_sha256 = d.raw_sha256
        )
        and not exists (
            select 1 as found from core.rejects as r
            where r.raw_sha256 = d.raw_sha256
        )
)

select
    p.problem,
    p.id
from problems as p
order by p.problem, p.id;
