"""The encoder as a component of a spaCy pipeline."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tasks.errors import ModelError
from tasks.extract import extensions
from tasks.extract.encoder.lemmas import KEEP, apply_script
from tasks.extract.encoder.pieces import Wordpieces
from tasks.extract.encoder.reader import Prediction, Reader
from tasks.extract.encoder.session import FILES, LABELS, VOCABULARY, WORD_FORMS, Labels, Session
from tasks.extract.encoder.word_forms import INFLECTED, WordForms

FACTORY = "article_facts_encoder"
SPACE_TAG, SPACE_DEP, NO_MORPH = "_SP", "dep", "_"
COLUMNS = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP")
SPAN_GROUPS = ("sources", "cues", "contents")

Keys = NDArray[np.uint64]


class Encoder:
    """Sets tags, morphology, lemmas, sentences, heads, relations, names and roles from one pass of the encoder."""

    def __init__(self, vocab: Vocab, *, only_roles: bool = False) -> None:
        """Make the component; `from_disk` or `use` gives it what it reads with.

        Args:
            vocab: The pipeline's.
            only_roles: Whether other components set everything else.
        """
        extensions.register()
        self.vocab = vocab
        self.only_roles = only_roles
        self._folder: Path | None = None
        self._reader: Reader | None = None
        self._keys: dict[str, Keys] = {}
        self._kept = -1

    def __call__(self, doc: Doc) -> Doc:
        """Read a text and write down what it says."""
        prediction = self.predict(doc)
        if prediction is not None:
            self.set_annotations(doc, prediction)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002 - spaCy gives one
        """Read texts, one after the other: what is found in one does not depend on its neighbours."""
        yield from map(self, stream)

    def predict(self, doc: Doc) -> Prediction | None:
        """What the encoder says of a text; None of an empty one.

        Raises:
            ModelError: The component has not been loaded.
        """
        if not len(doc):
            return None
        return self.reader.read([token.text for token in doc], [bool(token.whitespace_) for token in doc])

    def set_annotations(self, doc: Doc, prediction: Prediction) -> None:
        """Write a prediction onto its text."""
        if not self.only_roles:
            doc.from_array(list(COLUMNS), self._columns(doc, prediction))  # type: ignore[arg-type] # the stub wants lists
            doc.set_ents([Span(doc, start, end, label) for start, end, label in prediction.names])
        doc._.roles = prediction.roles
        doc._.factuality = tuple(prediction.factuality.tolist())
        ranges = (
            {where for roles in prediction.roles for where in roles.source},
            {roles.cue for roles in prediction.roles},
            {where for roles in prediction.roles for where in roles.content},
        )
        for group, found in zip(SPAN_GROUPS, ranges, strict=True):
            doc.spans[group] = [Span(doc, start, end, label=group) for start, end in sorted(found)]

    def _columns(self, doc: Doc, prediction: Prediction) -> Keys:
        """What `Doc.from_array` wants of `COLUMNS`, `[n, 6]`."""
        count = len(doc)
        is_space = prediction.is_space
        found = np.empty((count, len(COLUMNS)), dtype=np.uint64)
        for number, (head, space) in enumerate((("tag", SPACE_TAG), ("pos", "SPACE"), ("morph", NO_MORPH))):
            labels = self._keys[head][getattr(prediction, head)]
            found[:, number] = np.where(is_space, self._keys[f"space {space}"], labels)
        found[:, 3] = self._lemmas(doc, prediction)
        found[:, 4] = (prediction.heads - np.arange(count)).astype(np.int64).view(np.uint64)
        is_root = prediction.heads == np.arange(count)
        found[:, 5] = np.where(is_space & ~is_root, self._keys[f"space {SPACE_DEP}"], self._keys["dep"][prediction.dep])
        return found

    def _lemmas(self, doc: Doc, prediction: Prediction) -> Keys:
        labels, strings = self.reader.labels, self.vocab.strings
        names = labels.lemma
        found: Keys = doc.to_array("ORTH").astype(np.uint64)
        is_changed = ~prediction.is_space & (prediction.lemma != self._kept)
        is_inflected = self._is_inflected[prediction.tag] & ~prediction.is_space
        for place in np.flatnonzero(is_changed | is_inflected).tolist():
            word = doc[place].text
            lemma = apply_script(names[prediction.lemma[place]], word)
            if is_inflected[place]:
                tag, pos = labels.tag[prediction.tag[place]], labels.pos[prediction.pos[place]]
                lemma = self._word_forms.lemma(word, tag=tag, pos=pos, guess=lemma)
            found[place] = strings.add(lemma)
        return found

    @property
    def reader(self) -> Reader:
        """What it reads with.

        Raises:
            ModelError: The component has not been loaded.
        """
        if self._reader is None:
            raise ModelError(f"{FACTORY}: no model was loaded; load the pipeline from its folder")
        return self._reader

    def use(self, reader: Reader, word_forms: WordForms | None = None) -> None:
        """Read with this from now on, and look lemmas up in a word list if there is one."""
        self._reader = reader
        self._word_forms = word_forms or WordForms({})
        self._is_inflected = np.array([tag in INFLECTED for tag in reader.labels.tag])
        strings, morphology, labels = self.vocab.strings, self.vocab.morphology, reader.labels
        self._kept = labels.lemma.index(KEEP)
        # Now rather than when texts are read, since what spaCy first meets in a memory zone is forgotten after it.
        self._keys = {
            "tag": _keys(strings.add(label) for label in labels.tag),
            "pos": _keys(strings.add(label) for label in labels.pos),
            "morph": _keys(morphology.add("" if label == NO_MORPH else label) for label in labels.morph),
            "dep": _keys(strings.add(label) for label in labels.dep),
            f"space {SPACE_TAG}": _keys([strings.add(SPACE_TAG)]),
            "space SPACE": _keys([strings.add("SPACE")]),
            f"space {NO_MORPH}": _keys([morphology.add("")]),
            f"space {SPACE_DEP}": _keys([strings.add(SPACE_DEP)]),
        }
        for name in {label[2:] for label in labels.name[1:]} | set(SPAN_GROUPS):
            strings.add(name)

    def to_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002 - spaCy gives it
        """Write the model's files into a folder.

        Raises:
            ModelError: The component has not been loaded from a folder.
        """
        if self._folder is None:
            raise ModelError(f"{FACTORY}: there is no model to write; load one first")
        target = util.ensure_path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(self._folder / name, target / name)

    def from_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> "Encoder":  # noqa: ARG002 - as above
        """Load the model's files.

        Raises:
            ModelError: One is missing or broken.
        """
        folder: Path = util.ensure_path(path)
        try:
            vocabulary = (folder / VOCABULARY).read_text("utf-8").splitlines()
            labels = Labels.read(folder / LABELS)
            self.use(Reader(Session(folder), Wordpieces(vocabulary), labels), WordForms.read(folder / WORD_FORMS))
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise ModelError(f"{folder}: the encoder cannot be loaded ({type(error).__name__}: {error})") from error
        self._folder = folder
        return self


def _keys(values: Iterable[int]) -> Keys:
    return np.array(list(values), dtype=np.uint64)


@Language.factory(FACTORY, default_config={"only_roles": False})
def make_encoder(nlp: Language, name: str, *, only_roles: bool) -> Encoder:  # noqa: ARG001 - spaCy calls it so
    """Make the component."""
    return Encoder(nlp.vocab, only_roles=only_roles)
