-- grain: one row per outlet, and one for articles of unknown outlets
-- reads: core.articles, core.sources, mart.claim_ledger, mart.disputes
-- why: How an outlet works: how much it quotes, how often it names its sources, and how much it copies.
create or replace table mart.source_profile as
with articles as (
    select
        a.article_id,
        a.source_id,
        a.date_published,
        a.duplicate_cluster_id,
        count(*) over (partition by coalesce(a.duplicate_cluster_id, a.article_id)) as cluster_size
    from core.articles as a
),

claims as (
    select
        c.article_id,
        count(*) as claim_count,
        count(*) filter (where not c.is_speaker_named) as unnamed_count,
        count(*) filter (where c.quote_type = 'direct') as direct_count,
        count(*) filter (where c.factuality not in ('CT+', 'CT-')) as uncertain_count,
        count(*) filter (where c.nesting_depth > 0 or len(c.relayed_by) > 0) as relayed_count
    from mart.claim_ledger as c
    group by c.article_id
),

disputes as (
    select
        d.article_id,
        count(*) as dispute_count
    from mart.disputes as d
    group by d.article_id
)

select
    a.source_id,
    s.source_name as outlet,
    s.domain,
    s.country_code,
    s.is_state_controlled,
    count(*) as article_count,
    count(*) filter (where a.cluster_size > 1) as copied_article_count,
    min(a.date_published) as first_date,
    max(a.date_published) as last_date,
    cast(coalesce(sum(c.claim_count), 0) as bigint) as claim_count,
    cast(coalesce(sum(d.dispute_count), 0) as bigint) as dispute_count,
    round(coalesce(sum(c.claim_count), 0) / count(*), 2) as claims_per_article,
    round(100 * sum(c.unnamed_count) / sum(c.claim_count), 1) as unnamed_pct,
    round(100 * sum(c.direct_count) / sum(c.claim_count), 1) as direct_quote_pct,
    round(100 * sum(c.uncertain_count) / sum(c.claim_count), 1) as uncertain_pct,
    round(100 * sum(c.relayed_count) / sum(c.claim_count), 1) as relayed_pct
from articles as a
left join core.sources as s on a.source_id = s.source_id
left join claims as c on a.article_id = c.article_id
left join disputes as d on a.article_id = d.article_id
group by a.source_id, s.source_name, s.domain, s.country_code, s.is_state_controlled
order by outlet nulls last, a.source_id nulls last;

comment on table mart.source_profile is
'One row per outlet, and one for articles of unknown outlets: how much it quotes, names its sources and copies.';
comment on column mart.source_profile.source_id is 'Outlet in core.sources; NULL gathers articles of unknown outlets.';
comment on column mart.source_profile.outlet is 'Name of the outlet.';
comment on column mart.source_profile.domain is 'Registrable domain of its site.';
comment on column mart.source_profile.country_code is 'ISO 3166-1 alpha-2 code of its seat; NULL if unknown.';
comment on column mart.source_profile.is_state_controlled is 'Whether a government controls it; NULL if unknown.';
comment on column mart.source_profile.article_count is 'Articles that it published.';
comment on column mart.source_profile.copied_article_count is 'Of them, those that have a copy somewhere.';
comment on column mart.source_profile.first_date is 'Day of its first article; NULL if unknown.';
comment on column mart.source_profile.last_date is 'Day of its last article; NULL if unknown.';
comment on column mart.source_profile.claim_count is 'Current claims in them.';
comment on column mart.source_profile.dispute_count is 'Disputes between two claims.';
comment on column mart.source_profile.claims_per_article is 'Claims by article.';
comment on column mart.source_profile.unnamed_pct is 'Share of claims of unnamed speakers; NULL without claims.';
comment on column mart.source_profile.direct_quote_pct is 'Share of claims wholly within quotation marks.';
comment on column mart.source_profile.uncertain_pct is 'Share of claims whose speaker is not certain.';
comment on column mart.source_profile.relayed_pct is 'Share of claims that reach the article through somebody else.';
