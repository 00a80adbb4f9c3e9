-- grain: one row per current text without bands
-- reads: core.articles, core.article_versions, internal.duplicate_bands
-- why: The texts to compare next, a bounded number at a time; copies of one text are one.
create or replace temporary table staged_texts as
select distinct versions.text_sha256
from core.article_versions as versions
semi join core.articles as articles
    on versions.version_id = articles.current_version_id
anti join internal.duplicate_bands as bands
    on versions.text_sha256 = bands.text_sha256
order by versions.text_sha256
limit 2000
