"""Outlets: who published an article, by its address or by the publisher's name."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.identity import folded, stable_id
from tasks.normalise.addresses import host_of, is_aggregator, registrable_domain

FLAGS = {"true": True, "false": False, "": None}


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher, as `core.sources` has it.

    Attributes:
        name: What it is called.
        domain: Registrable domain of its site; None if only the name is known.
        country_code: ISO 3166-1 alpha-2 code of its seat; None if unknown.
        is_state_controlled: Whether a government controls its editorial line; None if unknown.
    """

    name: str
    domain: str | None = None
    country_code: str | None = None
    is_state_controlled: bool | None = None

    @property
    def source_id(self) -> str:
        """Id by domain, else by name."""
        return stable_id("source", self.domain or folded(self.name) or self.name)


@dataclass(frozen=True, slots=True)
class Outlets:
    """The known outlets, by domain and by folded name."""

    by_domain: Mapping[str, Outlet]
    by_name: Mapping[str, Outlet]

    @classmethod
    def parse(cls, text: str) -> "Outlets":
        """Read `outlets.csv`: domain, name, other domains and names (split by `|`), country, state control."""
        by_domain: dict[str, Outlet] = {}
        by_name: dict[str, Outlet] = {}
        for row in csv.DictReader(io.StringIO(text)):
            outlet = Outlet(row["name"], row["domain"], row["country_code"] or None, FLAGS[row["is_state_controlled"]])
            for domain in (row["domain"], *_listed(row["other_domains"])):
                by_domain[domain] = outlet
            for name in (row["name"], *_listed(row["other_names"])):
                by_name[folded(name)] = outlet
        return cls(by_domain, by_name)

    def publisher(self, canonical_url: str | None, name: str | None) -> Outlet | None:
        """The outlet of an article; None if neither address nor name tells it.

        The address goes before the name, which feeds often fill with a section or an author, unless the host carries
        other outlets' articles.
        """
        named = self.by_name.get(folded(name)) if name else None
        if is_aggregator(canonical_url) and name:
            return named or Outlet(name)
        hosted = self._by_host(host_of(canonical_url))
        if hosted or canonical_url is None:
            return hosted or named or (Outlet(name) if name else None)
        domain = registrable_domain(canonical_url)
        return Outlet(name or domain or "", domain) if domain else named

    def _by_host(self, host: str | None) -> Outlet | None:
        labels = host.split(".") if host else []
        suffixes = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.by_domain[suffix] for suffix in suffixes if suffix in self.by_domain), None)


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
