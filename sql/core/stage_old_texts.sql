-- grain: one row per text with bands that is no article's current one any more
-- reads: core.articles, core.article_versions, internal.duplicate_bands
-- why: Clusters depend on current texts only, not on what was compared on the way there.
create or replace temporary table staged_texts as
with current_texts as (
    select distinct versions.text_sha256
    from core.article_versions as versions
    semi join core.articles as articles
        on versions.version_id = articles.current_version_id
)

select distinct bands.text_sha256
from internal.duplicate_bands as bands
anti join current_texts
    on bands.text_sha256 = current_texts.text_sha256
