-- rule: length and SHA-256 of each stored text are those that stand beside it.
-- severity: fail
-- why: All offsets count in this text; if it changed under them, nothing holds.
select
    v.version_id,
    v.article_id,
    v.char_count,
    length(v.text) as counted_chars,
    v.text_sha256,
    sha256(v.text) as computed_sha256
from core.article_versions as v
where v.char_count <> length(v.text) or v.text_sha256 <> sha256(v.text)
order by v.version_id;
