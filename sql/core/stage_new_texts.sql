-- grain: one row per current text without bands
-- reads: core.articles, core.article_versions, internal.duplicate_bands
-- why: The texts to compare next, so few at a time that memory stays flat; copies of one text are one. Row ids, because
-- what is new lies together at the table's end, where it is found without reading every text.
create or replace temporary table staged_texts as
select
    versions.text_sha256,
    min(versions.rowid) as row_number
from core.article_versions as versions
semi join core.articles as articles
    on versions.version_id = articles.current_version_id
anti join internal.duplicate_bands as bands
    on versions.text_sha256 = bands.text_sha256
group by versions.text_sha256
order by row_number
limit 1000
