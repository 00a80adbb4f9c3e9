"""Measure a pipeline: tags, morphology, lemmas, trees and sentences on treebanks; names on held-out texts; speed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, DocBin, Span, Token
from spacy.training import Example

from tasks.extract.language import load_language
from training.assemble import folder_bytes, folder_sha256
from training.augment import curl_words, respell
from training.encoder.polnear import read_polnear
from training.encoder.texts import read_factuality, syntax_text, with_factuality
from training.role_scores import score_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from spacy.language import Language

SYNTAX_SETS = {
    "ewt-dev": "syntax-dev-ewt",
    "gum-clear-dev": "syntax-dev-gum-clear",
    "gum-news-dev": "syntax-dev-gum-news",
}
NAME_SETS = ("uner-ewt", "gum-clear", "re3d", "meantime", "redocred")
SYNTAX_SCORES = {
    "upos": "pos_acc",
    "xpos": "tag_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentence_f1": "sents_f",
}
# As spaCy's own pipelines are scored: white space hangs on the word before it by rule, punctuation tells little.
NOT_SCORED = ("p", "punct")
MERGED = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


def read_docs(path: Path, *, nlp: Language) -> list[Doc]:
    """Read gold documents with a pipeline's vocabulary."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score_syntax(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Score tags to sentences on raw text, so that the tokenizer's errors count."""
    examples = _examples(list(nlp.pipe([doc.text for doc in gold])), gold)
    scores: dict[str, Any] = {}
    for attribute in ("pos", "tag", "morph", "lemma"):
        scores |= Scorer.score_token_attr(examples, attribute, getter=_written)
    scores |= Scorer.score_deps(examples, "dep", getter=_relation, ignore_labels=NOT_SCORED)
    scores |= Scorer.score_spans(
        examples, "sents", getter=lambda doc, _: list(doc.sents), has_annotation=_has_sentences
    )
    return {name: round(float(scores[key]), 4) for name, key in SYNTAX_SCORES.items()}


def _relation(token: Token, attribute: str) -> str:
    """A token's relation, lowered as spaCy's scorer of parsers does."""
    return str(token.vocab.strings.as_string(getattr(token, attribute))).lower()


def _has_sentences(doc: Doc) -> bool:
    return doc.has_annotation("SENT_START")


def _written(token: Token, attribute: str) -> str:
    """A token's attribute as a string, which predicted and gold documents of two vocabularies share."""
    return str(getattr(token, attribute + "_" if attribute != "morph" else attribute))


def with_curly_quotes(doc: Doc) -> Doc:
    """Return the gold document as a newsroom types it."""
    return respell(doc, curl_words([token.text for token in doc], tags=[token.tag_ for token in doc]))


def score_names(nlp: Language, gold: Sequence[Doc]) -> dict[str, Any]:
    """Score exact spans: all labels, each label, and persons, organisations and places of any kind together.

    Predictions on words that the corpus left open count neither way.
    """
    predicted = list(nlp.pipe([doc.text for doc in gold]))
    fine = _ents(predicted, gold)
    merged = _ents([_merge(doc) for doc in predicted], [_merge(doc) for doc in gold])
    return {
        "all": fine["all"],
        "person_org_place": merged["all"],
        "per_label": {label: fine[label] for label in sorted(fine) if label != "all"},
        "place": merged.get("PLACE", {}),
    }


def _examples(predicted: Sequence[Doc], gold: Sequence[Doc]) -> list[Example]:
    return [Example(guess, truth) for guess, truth in zip(predicted, gold, strict=True)]


def _ents(predicted: Sequence[Doc], gold: Sequence[Doc]) -> dict[str, dict[str, float]]:
    examples = _examples(predicted, gold)
    scores = get_ner_prf(examples)
    support: dict[str, int] = {}
    for doc in gold:
        for ent in doc.ents:
            support[ent.label_] = support.get(ent.label_, 0) + 1
    result = {"all": _prf(scores["ents_p"], scores["ents_r"], scores["ents_f"], sum(support.values()))}
    for label, row in scores["ents_per_type"].items():
        result[label] = _prf(row["p"], row["r"], row["f"], support.get(label, 0))
    return result


def _prf(precision: float, recall: float, f1: float, support: int) -> dict[str, float]:
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "gold": support}


def _merge(doc: Doc) -> Doc:
    """Copy a document with the labels merged and names of other kinds left out; open words stay open."""
    copy = Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    ents = [Span(copy, ent.start, ent.end, label=MERGED[ent.label_]) for ent in doc.ents if ent.label_ in MERGED]
    missing = [copy[token.i : token.i + 1] for token in doc if token.ent_iob == 0]
    copy.set_ents(ents, missing=missing)
    return copy


def paragraph_break_share(nlp: Language, gold: Iterable[Doc]) -> float:
    """Return how many blank lines the parser ends a sentence at, without any rule's help."""
    ended = total = 0
    for doc in nlp.pipe([doc.text for doc in gold]):
        for token in doc[:-1]:
            if "\n" in token.text:
                total += 1
                ended += bool(doc[token.i + 1].is_sent_start)
    return round(ended / total, 4) if total else 0.0


def measure_speed(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """Measure loading, and words for each second of processor time; the best of three runs."""
    started = time.perf_counter()
    nlp = load_language(folder, components=())
    loading = time.perf_counter() - started
    words = sum(len(nlp.make_doc(text)) for text in texts)
    rates = []
    for _ in range(3):
        started = time.process_time()
        for _doc in nlp.pipe(texts, batch_size=32):
            pass
        rates.append(words / (time.process_time() - started))
    return {"load_seconds": round(loading, 2), "words_per_second": round(max(rates))}


def roles_scores(nlp: Language, folder: Path) -> dict[str, Any]:
    """Score who says what on one part of PolNeAR, from raw text."""
    gold = list(read_polnear(folder, nlp=nlp))
    docs = nlp.pipe(Doc(nlp.vocab, words=list(text.words), spaces=list(text.spaces)) for text in gold)
    return score_roles(list(docs), [text.relations for text in gold])


def factuality_scores(nlp: Language, path: Path, *, gold: Iterable[Doc]) -> dict[str, float]:
    """Mean absolute error and Pearson's correlation of the factuality of UDS-IH2's predicates, as papers on it do."""
    judged = [text for text in with_factuality(map(syntax_text, gold), read_factuality(path)) if text.factuality]
    docs = nlp.pipe(Doc(nlp.vocab, words=list(text.words), spaces=list(text.spaces)) for text in judged)
    pairs = [
        (doc._.factuality[index], value)
        for doc, text in zip(docs, judged, strict=True)
        for index, value in text.factuality.items()
    ]
    guesses, truths = np.array(pairs).T
    return {
        "mean_absolute_error": round(float(np.abs(guesses - truths).mean()), 4),
        "pearson": round(float(np.corrcoef(guesses, truths)[0, 1]), 4),
        "predicates": len(pairs),
    }


def evaluate(*, folder: Path, corpus: Path, data: Path) -> dict[str, Any]:
    """Return every score of a pipeline folder, ready for `scores.json`."""
    nlp = load_language(folder, components=())
    news = read_docs(corpus / "syntax-dev-gum-clear.spacy", nlp=nlp)
    ewt = read_docs(corpus / "syntax-dev-ewt.spacy", nlp=nlp)
    syntax = {
        name: score_syntax(nlp, read_docs(corpus / f"{file}.spacy", nlp=nlp)) for name, file in SYNTAX_SETS.items()
    }
    syntax["ewt-dev, curly quotes"] = score_syntax(nlp, [with_curly_quotes(doc) for doc in ewt])
    names = {name: score_names(nlp, read_docs(corpus / f"names-dev-{name}.spacy", nlp=nlp)) for name in NAME_SETS}
    names["all five"] = score_names(nlp, read_docs(corpus / "names-dev.spacy", nlp=nlp))
    return {
        "model": {
            "name": folder.name,
            "version": nlp.meta["version"],
            "sha256": folder_sha256(folder),
            "megabytes": round(folder_bytes(folder) / 1e6, 1),
            "components": nlp.pipe_names,
        },
        "syntax": syntax,
        "names": names,
        "roles": roles_scores(nlp, data / "attribution" / "polnear" / "dev"),
        "factuality": factuality_scores(nlp, data / "factuality" / "uds-ih2-dev.jsonl", gold=ewt),
        "sentence_at_paragraph_break": paragraph_break_share(nlp, [*ewt, *news]),
        "speed": measure_speed(folder, [doc.text for doc in news]),
    }
