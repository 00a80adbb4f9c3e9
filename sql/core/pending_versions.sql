-- grain: one row per article version that the given model has to read
-- reads: core.article_versions, core.articles, core.extractions
-- why: A current text is read by every model; an older one only if no model ever read it, for the history of its facts.
with
reads as (
    select
        extraction.version_id,
        bool_or(extraction.model_version = $model_version) as is_read_by_model
    from core.extractions as extraction
    group by extraction.version_id
)

select version.version_id
from core.article_versions as version
left join core.articles as article on version.version_id = article.current_version_id
left join reads on version.version_id = reads.version_id
where
    reads.version_id is null
    or (article.article_id is not null and not reads.is_read_by_model)
order by version.version_id;
