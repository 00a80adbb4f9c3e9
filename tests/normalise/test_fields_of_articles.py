"""Addresses, dates, languages and outlets."""

from datetime import date

import pytest

from tasks.normalise.addresses import canonical_url, registrable_domain
from tasks.normalise.dates import dateline, published_date
from tasks.normalise.languages import language_of
from tasks.normalise.outlets import Outlet, Outlets
from tasks.settings import REFERENCE_DIR

RUSSIAN = (
    "\u0412\u043e\u0439\u0441\u043a\u0430 \u0443\u0448\u043b\u0438 \u0438\u0437 \u0433\u043e\u0440\u043e\u0434\u0430."
)
OUTLETS = Outlets.parse((REFERENCE_DIR / "outlets.csv").read_text("utf-8"))


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://WWW.BBC.co.uk:80/news/a?utm_source=x&id=3#top", "https://www.bbc.co.uk/news/a?id=3"),
        ("https://example.com/story?fbclid=1&at_medium=RSS", "https://example.com/story"),
        ("https://example.com/?p=123&page=2", "https://example.com/?p=123&page=2"),
        ("https://example.com:8443/Story", "https://example.com:8443/Story"),
        ("https://en.wikinews.org/wiki/A,_b_(c)", "https://en.wikinews.org/wiki/A,_b_%28c%29"),
        ("  https://example.com/a ", "https://example.com/a"),
        ("https://example.com", "https://example.com"),
        ("not a url", None),
        ("ftp://example.com/a", None),
        ("file:///tmp/a.txt", None),
        ("https://localhost/a", None),
        ("https://exa mple.com/a", None),
        ("https://example.com:99999/a", None),
        ("https://[::1/a", None),
        ("https://example.com/" + "a" * 3000, None),
        (None, None),
    ],
)
def test_canonical_url(url: str | None, canonical: str | None) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/a?id=1", "https://example.com/a?id=2"),
        ("https://example.com/a", "https://example.com/A"),
        ("https://a.example.com/x", "https://b.example.com/x"),
    ],
)
def test_different_pages_stay_different(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_registrable_domain_knows_public_suffixes() -> None:
    assert registrable_domain("https://news.bbc.co.uk/x") == "bbc.co.uk"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-01-04", date(2019, 1, 4)),
        ("2019-01-04T23:59:59-05:00", date(2019, 1, 4)),
        ("2019-01-04 10:00:00", date(2019, 1, 4)),
        ("20190104", date(2019, 1, 4)),
        ("20190104T101500Z", date(2019, 1, 4)),
        ("2019/1/4", date(2019, 1, 4)),
        ("Friday, January 4, 2019", date(2019, 1, 4)),
        ("4 Jan. 2019", date(2019, 1, 4)),
        ("4th of January 2019, 10:30", date(2019, 1, 4)),
        ("Sept. 1, 2020", date(2020, 9, 1)),
        ("Fri, 04 Jan 2019 10:00:00 +0000", date(2019, 1, 4)),
        ("1546596000", date(2019, 1, 4)),
        ("1546596000000", date(2019, 1, 4)),
        ("25/12/2019", date(2019, 12, 25)),
        ("12/25/2019", date(2019, 12, 25)),
        ("04/04/2019", date(2019, 4, 4)),
        ("03/04/2019", None),
        ("2019-02-30", None),
        ("2019", None),
        ("January 2019", None),
        ("yesterday", None),
        ("0000-00-00", None),
        ("", None),
        (None, None),
    ],
)
def test_published_date(text: str | None, day: date | None) -> None:
    assert published_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday, January 4, 2019\n\nA building fell.", date(2019, 1, 4)),
        ("4 January 2019\nA building fell.", date(2019, 1, 4)),
        ("January 4, 2019 was a Friday.\nMore.", None),
        ("A building fell on January 4, 2019", None),
    ],
)
def test_only_a_line_of_its_own_is_a_dateline(text: str, day: date | None) -> None:
    assert dateline(text) == day


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("Officials said three people died.", None, "en"),
        ("Kim Jong Un visited Vladivostok.", None, "en"),
        ("Earthquake kills five in Iran", None, "en"),
        ("Shinzo Abe resigns", "en-GB", "en"),
        ("Drei Menschen starben bei einem Unfall auf der Autobahn, wie die Polizei mitteilte.", None, "de"),
        ("Trois personnes sont mortes dans un accident, a dit la police.", None, "fr"),
        ("El presidente dijo el lunes que las tropas se retirar\u00e1n de la frontera.", None, "es"),
        (RUSSIAN, None, "ru"),
        ("\u7f8e\u56fd \u603b\u7edf \u5468\u4e00 \u8bf4 \u4e86 \u8bdd", None, "zh"),
        ("Moscow denies", None, "und"),
        ("2019 04 01", None, "und"),
    ],
)
def test_language(text: str, declared: str | None, code: str) -> None:
    assert language_of(text, declared=declared) == code


def test_foreign_quote_does_not_make_an_article_foreign() -> None:
    text = "The president said in a speech that he would not resign. " * 8
    assert language_of(text + "\u00abEl presidente no va a renunciar a su cargo\u00bb. " * 4) == "en"


@pytest.mark.parametrize(
    ("url", "name", "domain", "country", "is_state"),
    [
        ("https://www.bbc.co.uk/news/1", None, "bbc.com", "GB", False),
        ("https://tass.ru/politika/1", "Politics desk", "tass.com", "RU", True),
        ("https://english.news.cn/1", None, "xinhuanet.com", "CN", True),
        (None, "KCNA", "kcna.kp", "KP", True),
        ("https://news.google.com/articles/1", "Reuters", "reuters.com", "GB", False),
        ("https://valley-herald.example.co.uk/1", "Valley Herald", "example.co.uk", None, None),
    ],
)
def test_outlet(url: str | None, name: str | None, domain: str, country: str | None, *, is_state: bool | None) -> None:
    found = OUTLETS.publisher(canonical_url(url), name)
    assert found is not None
    assert (found.domain, found.country_code, found.is_state_controlled) == (domain, country, is_state)


def test_unlisted_outlets() -> None:
    assert OUTLETS.publisher("https://valley-herald.com/1", "Valley Herald") == Outlet(
        "Valley Herald", "valley-herald.com"
    )
    assert OUTLETS.publisher("https://valley-herald.com/1", None) == Outlet("valley-herald.com", "valley-herald.com")
    assert OUTLETS.publisher(None, "Valley Herald") == Outlet("Valley Herald")
    assert OUTLETS.publisher(None, None) is None


def test_outlet_table_is_sound() -> None:
    outlets = set(OUTLETS.by_domain.values())
    assert len(outlets) >= 150
    assert all(domain == domain.lower() and "." in domain for domain in OUTLETS.by_domain)
    assert all(outlet.country_code is None or len(outlet.country_code) == 2 for outlet in outlets)
