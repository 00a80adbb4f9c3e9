-- rule: every id that points to another row finds it.
-- severity: fail
-- why: There are no foreign keys, because they make updates slower; a join must not lose rows all the same.
with facts as (
    select
        'attributions' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.attributions as f
    union all
    select
        'claim_links' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.claim_links as f
    union all
    select
        'events' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.events as f
    union all
    select
        'figures' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.figures as f
    union all
    select
        'mentions' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.mentions as f
    union all
    select
        'timexes' as table_name,
        f.fact_id,
        f.article_id,
        f.version_id
    from core.timexes as f
    union all
    select
        'extractions' as table_name,
        f.version_id as fact_id,
        f.article_id,
        f.version_id
    from core.extractions as f
),

wanted_attributions as (
    select
        'attributions.parent_fact_id' as reference,
        f.fact_id as from_id,
        f.parent_fact_id as to_id,
        f.version_id
    from core.attributions as f
    union all
    select
        'figures.attribution_fact_id' as reference,
        f.fact_id as from_id,
        f.attribution_fact_id as to_id,
        f.version_id
    from core.figures as f
    union all
    select
        'events.attribution_fact_id' as reference,
        f.fact_id as from_id,
        f.attribution_fact_id as to_id,
        f.version_id
    from core.events as f
    union all
    select
        'claim_links.from_fact_id' as reference,
        f.fact_id as from_id,
        f.from_fact_id as to_id,
        f.version_id
    from core.claim_links as f
    union all
    select
        'claim_links.to_fact_id' as reference,
        f.fact_id as from_id,
        f.to_fact_id as to_id,
        f.version_id
    from core.claim_links as f
),

wanted_entities as (
    select
        'mentions.entity_id' as reference,
        f.fact_id as from_id,
        f.entity_id as to_id
    from core.mentions as f
    union all
    select
        'mentions.referent_entity_id' as reference,
        f.fact_id as from_id,
        f.referent_entity_id as to_id
    from core.mentions as f
    union all
    select
        'events.actor_entity_id' as reference,
        f.fact_id as from_id,
        f.actor_entity_id as to_id
    from core.events as f
    union all
    select
        'events.recipient_entity_id' as reference,
        f.fact_id as from_id,
        f.recipient_entity_id as to_id
    from core.events as f
    union all
    select
        'events.place_entity_id' as reference,
        f.fact_id as from_id,
        f.place_entity_id as to_id
    from core.events as f
    union all
    select
        'figures.place_entity_id' as reference,
        f.fact_id as from_id,
        f.place_entity_id as to_id
    from core.figures as f
    union all
    select
        'attributions.source_entity_ids' as reference,
        f.fact_id as from_id,
        unnest(f.source_entity_ids) as to_id
    from core.attributions as f
),

dangling as (
    select
        f.table_name || '.version_id' as reference,
        f.fact_id as from_id,
        f.version_id as to_id
    from facts as f
    left join core.article_versions as v on f.version_id = v.version_id and f.article_id = v.article_id
    where v.version_id is null
    union all
    select
        f.table_name || '.article_id' as reference,
        f.fact_id as from_id,
        f.article_id as to_id
    from facts as f
    left join core.articles as a on f.article_id = a.article_id
    where a.article_id is null
    union all
    select
        w.reference,
        w.from_id,
        w.to_id
    from wanted_attributions as w
    left join core.attributions as a on w.to_id = a.fact_id and w.version_id = a.version_id
    where w.to_id is not null and a.fact_id is null
    union all
    select
        w.reference,
        w.from_id,
        w.to_id
    from wanted_entities as w
    left join core.entities as e on w.to_id = e.entity_id
    where w.to_id is not null and e.entity_id is null
    union all
    select
        'figures.part_of_fact_id' as reference,
        f.fact_id as from_id,
        f.part_of_fact_id as to_id
    from core.figures as f
    left join core.figures as p on f.part_of_fact_id = p.fact_id and f.version_id = p.version_id
    where f.part_of_fact_id is not null and p.fact_id is null
    union all
    select
        'figures.base_fact_id' as reference,
        f.fact_id as from_id,
        f.base_fact_id as to_id
    from core.figures as f
    left join core.figures as b on f.base_fact_id = b.fact_id and f.version_id = b.version_id
    where f.base_fact_id is not null and b.fact_id is null
    union all
    select
        'article_versions.article_id' as reference,
        v.version_id as from_id,
        v.article_id as to_id
    from core.article_versions as v
    left join core.articles as a on v.article_id = a.article_id
    where a.article_id is null
    union all
    select
        'article_versions.was_revision_of' as reference,
        v.version_id as from_id,
        v.was_revision_of as to_id
    from core.article_versions as v
    left join core.article_versions as p on v.was_revision_of = p.version_id and v.article_id = p.article_id
    where v.was_revision_of is not null and p.version_id is null
    union all
    select
        'article_versions.raw_sha256' as reference,
        v.version_id as from_id,
        v.raw_sha256 as to_id
    from core.article_versions as v
    left join core.raw_documents as d on v.raw_sha256 = d.raw_sha256
    where d.raw_sha256 is null
    union all
    select
        'articles.current_version_id' as reference,
        a.article_id as from_id,
        a.current_version_id as to_id
    from core.articles as a
    left join core.article_versions as v on a.current_version_id = v.version_id and a.article_id = v.article_id
    where v.version_id is null
    union all
    select
        'articles.source_id' as reference,
        a.article_id as from_id,
        a.source_id as to_id
    from core.articles as a
    left join core.sources as s on a.source_id = s.source_id
    where a.source_id is not null and s.source_id is null
    union all
    select
        'input_records.version_id' as reference,
        i.location as from_id,
        i.version_id as to_id
    from core.input_records as i
    left join core.article_versions as v on i.version_id = v.version_id and i.article_id = v.article_id
    where i.outcome <> 'rejected' and v.version_id is null
)

select distinct
    d.reference,
    d.from_id,
    d.to_id
from dangling as d
order by d.reference, d.from_id, d.to_id;
