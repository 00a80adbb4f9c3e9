"""Turn treebank sentences into gold spaCy documents of several paragraphs, the shape that news articles have.

Paragraph breaks become whitespace tokens, as spaCy's tokenizer makes them: each hangs on the token before it as `dep`
with the tag `_SP`, the way spaCy's own pipelines are trained, so that the next paragraph opens a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from training.conllu import ROOT
from training.labelled import LabelledText, Name, set_names

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.vocab import Vocab

    from training.conllu import Sentence

PARAGRAPH_BREAKS = ("\n\n", "\n\n", "\n\n", "\n")


def group_sentences(sentences: Iterable[Sentence], *, longest: int) -> Iterator[list[Sentence]]:
    """Cut a treebank into runs of sentences that stay within a document and hold at most `longest` words.

    A single sentence longer than that makes its own run.
    """
    run: list[Sentence] = []
    size = 0
    for sentence in sentences:
        is_full = size + len(sentence.words) > longest
        if run and (is_full or sentence.doc_id != run[-1].doc_id):
            yield run
            run, size = [], 0
        run.append(sentence)
        size += len(sentence.words)
    if run:
        yield run


def make_doc(
    run: Sequence[Sentence],
    *,
    vocab: Vocab,
    rng: random.Random,
    break_level: float = 0.0,
    names: Mapping[tuple[str, ...], LabelledText] | None = None,
) -> Doc:
    """Build the gold document of a run of sentences.

    Args:
        run: Sentences in text order.
        vocab: The vocabulary of the pipeline to train.
        rng: Chooses the form of each paragraph break.
        break_level: Share of the other sentence boundaries that get a paragraph break as well; treebanks of web text
            have few of them.
        names: For the words of sentences, their names; a sentence that it lacks is one that nobody judged.

    Returns:
        A document with tags, morphology, lemmas, heads, labels and sentence starts, and with names if any are given.
    """
    columns, judged = _Columns(), _Names()
    for number, sentence in enumerate(run):
        if number and (sentence.starts_paragraph or rng.random() < break_level):
            columns.add_break(rng.choice(PARAGRAPH_BREAKS))
        judged.add(sentence, at=len(columns.words), names=names or {})
        columns.add_sentence(sentence)
    doc = Doc(
        vocab,
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.tags,
        pos=columns.pos,
        morphs=columns.morphs,
        lemmas=columns.lemmas,
        heads=columns.heads,
        deps=columns.deps,
    )
    if names:
        set_names(doc, judged.names, unjudged=judged.unjudged)
    return doc


class _Names:
    """Names and unjudged words of a document, gathered sentence by sentence."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.unjudged: set[int] = set()

    def add(self, sentence: Sentence, *, at: int, names: Mapping[tuple[str, ...], LabelledText]) -> None:
        words = tuple(word.form for word in sentence.words)
        found = names.get(words)
        if found is None:
            self.unjudged.update(range(at, at + len(words)))
        else:
            names_here, unjudged_here = found.moved(at)
            self.names += names_here
            self.unjudged |= unjudged_here


class _Columns:
    """The parallel lists that `Doc` takes, filled sentence by sentence."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.tags: list[str] = []
        self.pos: list[str] = []
        self.morphs: list[str] = []
        self.lemmas: list[str] = []
        self.heads: list[int] = []
        self.deps: list[str] = []

    def add_break(self, text: str) -> None:
        self.spaces[-1] = False
        self._add(text, space=False, tag="_SP", pos="SPACE", morph="", lemma=text, head=len(self.words) - 1, dep="dep")

    def add_sentence(self, sentence: Sentence) -> None:
        start = len(self.words)
        for index, word in enumerate(sentence.words):
            is_root = word.head == ROOT
            self._add(
                word.form,
                space=word.space_after,
                tag=word.xpos,
                pos=word.upos,
                morph=word.feats,
                lemma=word.lemma,
                head=start + (index if is_root else word.head),
                dep="ROOT" if is_root else word.deprel,
            )

    def _add(self, text: str, *, space: bool, tag: str, pos: str, morph: str, lemma: str, head: int, dep: str) -> None:
        self.words.append(text)
        self.spaces.append(space)
        self.tags.append(tag)
        self.pos.append(pos)
        self.morphs.append(morph)
        self.lemmas.append(lemma)
        self.heads.append(head)
        self.deps.append(dep)
