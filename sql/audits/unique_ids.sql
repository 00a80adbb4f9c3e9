-- rule: ids are unique in their table, fact ids in the whole warehouse.
-- severity: fail
-- why: There are no key constraints on fact tables, because they make files bigger and updates slower.
with ids as (
    select
        'core.runs' as table_name,
        r.run_id as id
    from core.runs as r
    union all
    select
        'core.sources' as table_name,
        s.source_id as id
    from core.sources as s
    union all
    select
        'core.articles' as table_name,
        a.article_id as id
    from core.articles as a
    union all
    select
        'core.article_versions' as table_name,
        v.version_id as id
    from core.article_versions as v
    union all
    select
        'core.rejects' as table_name,
        r.reject_id as id
    from core.rejects as r
    union all
    select
        'core.entities' as table_name,
        e.entity_id as id
    from core.entities as e
    union all
    select
        'core.raw_documents' as table_name,
        concat_ws(' ', d.raw_sha256, d.location) as id
    from core.raw_documents as d
    union all
    select
        'core.input_records' as table_name,
        concat_ws(' ', i.raw_sha256, i.location, i.record_number) as id
    from core.input_records as i
    union all
    select
        'core.extractions' as table_name,
        concat_ws(' ', x.version_id, x.model_version) as id
    from core.extractions as x
    union all
    select
        'facts' as table_name,
        a.fact_id as id
    from core.attributions as a
    union all
    select
        'facts' as table_name,
        l.fact_id as id
    from core.claim_links as l
    union all
    select
        'facts' as table_name,
        e.fact_id as id
    from core.events as e
    union all
    select
        'facts' as table_name,
        f.fact_id as id
    from core.figures as f
    union all
    select
        'facts' as table_name,
        m.fact_id as id
    from core.mentions as m
    union all
    select
        'facts' as table_name,
        t.fact_id as id
    from core.timexes as t
)

select
    i.table_name,
    i.id,
    count(*) as row_count
from ids as i
group by i.table_name, i.id
having count(*) > 1
order by i.table_name, i.id;
