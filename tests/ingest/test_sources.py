from pathlib import Path

import pytest

from tasks.errors import SettingsError
from tasks.ingest.sources import Source, parse_sources
from tasks.settings import PROJECT_ROOT


def test_sources_are_read_in_order() -> None:
    text = """
        [[source]]
        name = "wire"
        path = "feeds/wire"
        media_type = "jsonl.gz"
        field_map = { text = "payload.story", published_at = "ts" }

        [[source]]
        name = "pages"
        path = "/srv/pages"
    """
    assert parse_sources(text, base_dir=Path("/data")) == (
        Source(Path("/data/feeds/wire"), "wire", "jsonl.gz", {"text": "payload.story", "published": "ts"}),
        Source(Path("/srv/pages"), "pages"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[source]\n", "not valid TOML"),
        ("[source]\nname = 'a'", "[[source]]"),
        ("[[source]]\npath = 'a'", "source 1 needs name"),
        ("[[source]]\nname = 'a'", "source 1 needs path"),
        ("[[source]]\nname = 'a'\npath = 'a'\nkind = 'x'", "unknown key 'kind'"),
        ("[[source]]\nname = 'a'\npath = 'a'\nmedia_type = 'pdf'", "media_type is 'pdf'"),
        ("[[source]]\nname = 'a'\npath = 'a'\nfield_map = {txt = 'b'}", "field_map.txt"),
        ("[[source]]\nname = 'a'\npath = 'a'\n[[source]]\nname = 'a'\npath = 'b'", "two sources are called 'a'"),
    ],
)
def test_mistakes_are_named(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r".*") as error:
        parse_sources(text)
    assert said in str(error.value)


def test_the_projects_own_sources_exist() -> None:
    sources = parse_sources((PROJECT_ROOT / "sources.toml").read_text("utf-8"), base_dir=PROJECT_ROOT)
    assert [source.path.is_dir() for source in sources] == [True]
