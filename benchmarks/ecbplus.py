"""Are names clustered across articles? ECB+: articles of the same topics, with the coreference of what they name.

The articles lie outside the repository, in the folder that `ARTICLE_FACTS_SHARED` names (default: `shared` beside the
project), as `data/crossdoc/ecbplus/TOPIC/*.xml`. Topics are given. Judged are mentions of people, bodies and places
that hold a name, in the sentences that are annotated; by B-cubed, pooled over topics. The baseline clusters by the
words of the mention, case aside.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from spacy.language import Language

from tasks.aggregate.resolution import Named, resolutions
from tasks.extract.extensions import facts_of
from tasks.extract.language import load_language
from tasks.extract.naming import labels
from tasks.facts import ArticleFacts, Mention
from tasks.identity import entity_id
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT
from tasks.vocabularies import MentionKind

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
TOPICS = SHARED / "data" / "crossdoc" / "ecbplus"
NAMED_TAGS = ("HUMAN_PART", "LOC")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention of the gold that holds a name.

    Attributes:
        words: The mention's words.
        gold: Its chain across the topic's articles.
        entity: What the project takes it for: the entity's id; its own place where nothing was found.
    """

    words: str
    gold: str
    entity: str


def article(path: Path) -> tuple[str, list[tuple[int, int]], list[tuple[list[int], str]]]:
    """Text, extent of each token, and token numbers with chain of each mention of a person, body or place."""
    root = ET.parse(path).getroot()  # noqa: S314  # a data set that we were given
    text, extents, sentence = "", {}, ""
    for token in root.iter("token"):
        if text:
            text += " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence", "")
        extents[token.get("t_id", "")] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    order = list(extents)
    at = {name: number for number, name in enumerate(order)}
    tokens, chains = {}, {}
    for item in root.find("Markables") or ():
        inside = [at[anchor.get("t_id", "")] for anchor in item.iter("token_anchor")]
        if inside and item.tag.startswith(NAMED_TAGS):
            tokens[item.get("m_id")] = inside
        elif not inside:
            chains[item.get("m_id")] = item.get("instance_id") or f"{path.name} {item.get('m_id')}"
    found: list[tuple[list[int], str]] = []
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        chain = chains.get(target.get("m_id")) if target is not None else None
        named = (source.get("m_id") for source in relation.iter("source"))
        found.extend((tokens[name], chain) for name in named if chain and name in tokens)
    return text, list(extents.values()), found


def topic_mentions(folder: Path, nlp: Language) -> list[Judged]:
    """The named mentions of a topic with what the project takes them for."""
    read: list[tuple[str, str, str, str]] = []
    known: dict[str, Named] = {}
    for path in sorted(folder.glob("*.xml")):
        text, extents, gold = article(path)
        doc = nlp(text)
        facts = ArticleFacts(mentions=facts_of(doc).mentions)
        label_of, short = labels(facts), _words_for(text, facts.mentions)
        for name, label in label_of.items():
            identity = entity_id(name, label)
            before = known[identity].acronyms if identity in known else frozenset()
            known[identity] = Named(identity, name, label, before | short[name])
        for tokens, chain in gold:
            span = (extents[tokens[0]][0], extents[tokens[-1]][1])
            if not any(text[slice(*extents[token])][:1].isupper() for token in tokens):
                continue
            mention = _within(facts.mentions, span)
            words = text[slice(*span)]
            identity = entity_id(mention.entity, label_of[mention.entity]) if mention else f"{path.name} {span}"
            if mention is not None or _is_name(doc, span):
                read.append((words, chain, identity, path.name))
    resolved = {item.entity_id: item.resolved_id for item in resolutions(known.values())}
    return [Judged(words, chain, resolved.get(identity, identity)) for words, chain, identity, _ in read]


def _words_for(text: str, mentions: Sequence[Mention]) -> Mapping[str, set[str]]:
    """The words that name each entity, by its canonical name."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind is MentionKind.NAME:
            found[mention.entity].add(text[slice(*mention.span)])
    return found


def _within(mentions: Sequence[Mention], span: tuple[int, int]) -> Mention | None:
    """The longest name inside a mention, the last of equals."""
    inside = [m for m in mentions if m.kind is MentionKind.NAME and m.span[0] < span[1] and span[0] < m.span[1]]
    return max(inside, key=lambda m: (m.span[1] - m.span[0], m.span[0]), default=None)


def _is_name(doc: object, span: tuple[int, int]) -> bool:
    found = doc.char_span(*span, alignment_mode="expand")  # type: ignore[attr-defined]  # a Doc
    return found is not None and any(token.pos_ == "PROPN" for token in found)


def b_cubed(items: Sequence[Judged], cluster: Callable[[Judged], Hashable]) -> Iterator[tuple[float, float]]:
    """Precision and recall of each item."""
    gold: Mapping[Hashable, set[int]] = _clusters(items, lambda item: item.gold)
    made: Mapping[Hashable, set[int]] = _clusters(items, cluster)
    for item in items:
        here, wanted = made[cluster(item)], gold[item.gold]
        both = len(here & wanted)
        yield both / len(here), both / len(wanted)


def _clusters(items: Sequence[Judged], cluster: Callable[[Judged], Hashable]) -> dict[Hashable, set[int]]:
    found: dict[Hashable, set[int]] = defaultdict(set)
    for number, item in enumerate(items):
        found[cluster(item)].add(number)
    return found


def scores(values: Sequence[tuple[float, float]]) -> str:
    """Precision, recall and F1 over all items."""
    precision = sum(value for value, _ in values) / len(values)
    recall = sum(value for _, value in values) / len(values)
    return f"{precision:.3f}  {recall:.3f}  {2 * precision * recall / (precision + recall):.3f}"


def main() -> int:
    """Print the scores."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not TOPICS.is_dir():
        sys.stderr.write(f"skipped, there is no {TOPICS}: set ARTICLE_FACTS_SHARED to the folder with ECB+\n")
        return 2
    nlp = load_language(DEFAULT_MODEL_DIR, components=("mentions",))
    folders = sorted((path for path in TOPICS.iterdir() if path.is_dir()), key=lambda path: int(path.name))
    topics = [topic_mentions(folder, nlp) for folder in folders]
    same_words = [value for items in topics for value in b_cubed(items, lambda item: item.words.lower())]
    resolved = [value for items in topics for value in b_cubed(items, lambda item: item.entity)]
    sys.stdout.write(f"{len(resolved)} named mentions, B-cubed      P      R      F1\n")
    sys.stdout.write(f"same words                         {scores(same_words)}\n")
    sys.stdout.write(f"resolved                           {scores(resolved)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
