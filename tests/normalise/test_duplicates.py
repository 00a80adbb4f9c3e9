"""Near-duplicates: what is one, that order and batches do not matter, and how well planted ones are found."""

import json
import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalise.clusters import components
from tasks.settings import Settings
from tasks.warehouse import open_store, sql_text
from tests.ingest.shared import shared_dir
from tests.ingest.warehouses import content, take_in

VOCABULARY = """
the of in to and on that with for as officials said rescuers found people town flood storm river bridge minister police
army border village harbour report witnesses morning evening Monday Tuesday government opposition leader hospital
doctors patients fire building school children train station power water supplies convoy aid agency
"""
WORDS = VOCABULARY.split()


def story(seed: int, length: int = 250) -> str:
    source = random.Random(seed)  # noqa: S311  # texts, not secrets
    return " ".join(source.choice(WORDS) for _ in range(length))


def edited(text: str, share: float, seed: int) -> str:
    source = random.Random(seed)  # noqa: S311  # texts, not secrets
    return " ".join("changed" if source.random() < share else word for word in text.split())


def clusters(settings: Settings) -> set[frozenset[str]]:
    with open_store(settings.warehouse_dir) as connection:
        rows = connection.execute("select list(url) from core.articles group by duplicate_cluster_id").fetchall()
    return {frozenset(url.rsplit("/", 1)[-1] for url in urls) for (urls,) in rows}


def write(path: Path, texts: dict[str, str]) -> None:
    rows = ({"url": f"https://example.org/{name}", "text": text} for name, text in texts.items())
    path.write_text("\n".join(map(json.dumps, rows)))


TEXTS = {
    "wire": story(1),
    "copy": story(1),
    "copy-in-capitals": story(1).upper(),
    "light-edit": edited(story(1), 0.03, seed=5),
    "cut": " ".join(story(1).split()[:200]),
    "other": story(2),
    "half-new": " ".join(story(3).split()[:125] + story(4).split()[:125]),
    "other-half": " ".join(story(3).split()[:125] + story(5).split()[:125]),
    "short": "Nothing was said.",
    "short-copy": "Nothing was said.",
}
EXPECTED = {
    frozenset({"wire", "copy", "copy-in-capitals", "light-edit", "cut"}),
    frozenset({"other"}),
    frozenset({"half-new"}),
    frozenset({"other-half"}),
    frozenset({"short", "short-copy"}),
}


def test_what_is_a_near_duplicate(tmp_path: Path) -> None:
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    write(tmp_path / "a.jsonl", TEXTS)
    counts = take_in(settings, tmp_path / "a.jsonl")["cluster"].counts
    assert clusters(settings) == EXPECTED
    assert (counts["articles"], counts["clusters"]) == (10, 2)
    with open_store(settings.warehouse_dir) as connection:
        query = "select bool_and(duplicate_cluster_id <= article_id) from core.articles"
        assert connection.execute(query).fetchall() == [(True,)]


@pytest.mark.parametrize("seed", [1, 2])
def test_order_and_batches_do_not_matter(tmp_path: Path, seed: int) -> None:
    names = list(TEXTS)
    random.Random(seed).shuffle(names)  # noqa: S311  # an order, not a secret
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    for batch in range(3):
        write(tmp_path / f"{batch}.jsonl", {name: TEXTS[name] for name in names[batch::3]})
        take_in(settings, tmp_path / f"{batch}.jsonl", run_id=f"r{batch}")
    assert clusters(settings) == EXPECTED


def test_crowded_bucket_does_not_depend_on_history(tmp_path: Path) -> None:
    """More copies of a formula than a bucket compares, taken in at once and one batch after the other."""
    formula = story(9, 300)
    texts = {f"n{number}": f"{formula} Number {number} of {number * 7919}." for number in range(130)}
    whole, parts = Settings(warehouse_dir=tmp_path / "whole"), Settings(warehouse_dir=tmp_path / "parts")
    for batch in range(3):
        write(tmp_path / f"{batch}.jsonl", dict(list(texts.items())[batch::3]))
        take_in(parts, tmp_path / f"{batch}.jsonl", run_id=f"r{batch}")
    take_in(whole, *(tmp_path / f"{batch}.jsonl" for batch in range(3)))
    assert clusters(whole) == {frozenset(texts)}
    assert content(whole)["articles"] == content(parts)["articles"]
    links = []
    for settings in (whole, parts):
        with open_store(settings.warehouse_dir) as connection:
            links.append(connection.execute(sql_text("core", "duplicate_links"), {"jaccard": 0.6}).fetchall())
    assert links[0] == links[1]
    assert len(links[0]) < 130 * 129 / 2


def test_revised_text_leaves_its_cluster(tmp_path: Path) -> None:
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    write(tmp_path / "a.jsonl", {"a": TEXTS["wire"], "b": TEXTS["light-edit"]})
    take_in(settings, tmp_path / "a.jsonl")
    assert clusters(settings) == {frozenset({"a", "b"})}
    write(tmp_path / "a.jsonl", {"a": TEXTS["wire"], "b": TEXTS["other"]})
    take_in(settings, tmp_path / "a.jsonl", run_id="r2")
    assert clusters(settings) == {frozenset({"a"}), frozenset({"b"})}


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=12), st.randoms())
def test_components_do_not_depend_on_order(pairs: list[tuple[str, str]], source: random.Random) -> None:
    found = components(pairs)
    shuffled = [tuple(source.sample(pair, 2)) for pair in source.sample(pairs, len(pairs))]
    assert components(shuffled) == found  # type: ignore[arg-type]
    assert all(found[one] == found[other] for one, other in pairs)
    assert all(root <= name and found[root] == root for name, root in found.items())


@pytest.mark.parametrize("size", [100, 1_000])
def test_planted_duplicates_are_all_found_and_nothing_else(tmp_path: Path, size: int) -> None:
    folder = shared_dir("data", "neardup")
    lines = (folder / f"articles_{size}.train").read_text("utf-8").splitlines()
    write(tmp_path / "a.jsonl", dict(line.split(" ", 1) for line in lines))
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    take_in(settings, tmp_path / "a.jsonl")
    truth = {tuple(sorted(line.split())) for line in (folder / f"articles_{size}.truth").read_text().splitlines()}
    found = {pair for cluster in clusters(settings) for pair in combinations(sorted(cluster), 2)}
    assert len(found & truth) / len(truth) >= 0.99
    assert len(found & truth) / len(found) >= 0.99
