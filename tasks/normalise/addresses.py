"""Canonical URLs: what two addresses of the same article have in common."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import clean_url, extract_domain

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_URL_CHARS = 2_048
# Beyond what courlan drops: parameters that say where a click came from, or how the page is to be shown.
TRACKING = re.compile(
    r"^(?:utm_|at_|mc_|pk_|mtm_|ns_|hsa_|cmp|icid|ocid|ftag|smid|smtyp|gclid|fbclid|dclid|msclkid|yclid|igshid|spm|"
    r"wt\.|xtor|ref$|ref_|referrer$|source$|share$|amp$|outputtype$|cmpid|tblci|guccounter|sh$|s_cid|partner$|campaign)",
    re.IGNORECASE,
)
# Hosts that carry other outlets' articles: the publisher that the record names counts, not the host.
AGGREGATORS = frozenset(
    {"news.google.com", "msn.com", "news.yahoo.com", "yahoo.com", "feedburner.com", "flipboard.com", "archive.org",
     "archive.today", "archive.ph", "archive.is", "t.me", "twitter.com", "x.com", "facebook.com"}
)  # fmt: skip


def canonical_url(url: str | None) -> str | None:
    """The address without tracking parameters, fragment, default port and other accidents; None if it is none.

    `http` becomes `https`, hosts lose case and a final dot; path and the remaining parameters stay as they are, in
    courlan's order, because sites may tell articles apart by any of them.
    """
    if not url or len(url) > MAX_URL_CHARS:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:  # brackets or a port that are none
        return None
    if parts.scheme.lower() not in DEFAULT_PORTS or "." not in host or re.search(r"\s", parts.netloc):
        return None
    netloc = host if port in {None, *DEFAULT_PORTS.values()} else f"{host}:{port}"
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0])]
    bare = urlunsplit(("https", netloc, parts.path or "/", urlencode(query), ""))
    cleaned = clean_url(bare)
    return str(cleaned) if cleaned else bare


def host_of(canonical: str | None) -> str | None:
    """Host of a canonical URL."""
    return urlsplit(canonical).hostname if canonical else None


def registrable_domain(canonical: str | None) -> str | None:
    """Domain that the site's owner registered (`bbc.co.uk`), by the public suffixes."""
    host = host_of(canonical)
    return _registered(host) if host else None


@lru_cache(maxsize=4_096)
def _registered(host: str) -> str:
    domain = extract_domain(f"https://{host}/", fast=False)
    return str(domain).lower() if domain else host


def is_front_page(canonical: str) -> bool:
    """Whether the address is a site's front page, which is no article's own address."""
    parts = urlsplit(canonical)
    return parts.path in {"", "/"} and not parts.query


def is_aggregator(canonical: str | None) -> bool:
    """Whether the host carries other outlets' articles."""
    host = host_of(canonical) or ""
    return any(host == name or host.endswith("." + name) for name in AGGREGATORS)
