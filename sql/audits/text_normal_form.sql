-- rule: texts are in Unicode normal form C.
-- severity: warn
-- why: In other forms the same word has other code points, and searches miss it.
select
    v.version_id,
    v.article_id
from core.article_versions as v
where nfc_normalize(v.text) <> v.text
order by v.version_id;
