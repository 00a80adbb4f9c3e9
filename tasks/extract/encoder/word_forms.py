"""A word list that puts lemmas right which the classifier of edit scripts makes up ("announc" of "announced").

The scripts were learned from some thousand words; the list knows eighty thousand, their irregular forms and the regular
endings (WordNet's, as spacy-lookups-data carries them).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INFLECTED = {
    "VBD": "verb",
    "VBN": "verb",
    "VBG": "verb",
    "VBZ": "verb",
    "NNS": "noun",
    "NNPS": "noun",
    "JJR": "adj",
    "JJS": "adj",
}
"""Penn tags of forms that differ from their lemma, and the part of the list that knows them."""
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Forms:
    """What the list knows of one part of speech.

    Attributes:
        words: Lemmas.
        irregular: For irregular forms, their lemmas.
        endings: Endings and what takes their place, the likelier ones first.
    """

    words: frozenset[str]
    irregular: Mapping[str, Sequence[str]]
    endings: Sequence[tuple[str, str]]


class WordForms:
    """Looks lemmas up."""

    def __init__(self, forms: Mapping[str, Forms]) -> None:
        """Take what is known of "noun", "verb" and "adj"."""
        self.forms = forms

    @classmethod
    def read(cls, path: Path) -> "WordForms":
        """Read the list that was written beside the model.

        Raises:
            OSError: It cannot be read.
            ValueError: It is no such list.
        """
        rows = json.loads(path.read_text("utf-8"))
        return cls(
            {
                part: Forms(
                    frozenset(row["words"].split(" ")), row["irregular"], [(old, new) for old, new in row["endings"]]
                )
                for part, row in rows.items()
            }
        )

    def lemma(self, word: str, *, tag: str, pos: str, guess: str) -> str:
        """The lemma of a word.

        Args:
            word: As written.
            tag: Its Penn tag.
            pos: Its universal part of speech: participles that are adjectives or names keep the guess.
            guess: What the classifier made of it, which stands unless the list knows better.
        """
        part = INFLECTED.get(tag)
        if part is None or (part == "verb" and pos not in VERBAL) or part not in self.forms:
            return guess
        found = self._known(word.lower(), self.forms[part], guess=guess.lower())
        if found is None or found == guess.lower():
            return guess
        return found[0].upper() + found[1:] if tag == "NNPS" else found

    @staticmethod
    def _known(word: str, forms: Forms, *, guess: str) -> str | None:
        if irregular := forms.irregular.get(word):
            return guess if guess in irregular else irregular[0]
        regular = [
            stem + new
            for old, new in forms.endings
            if word.endswith(old) and (stem := word[: len(word) - len(old)]) and stem + new in forms.words
        ]
        return regular[0] if regular else None
