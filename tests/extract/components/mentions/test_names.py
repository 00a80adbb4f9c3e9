"""Which of the model's, the tables' and the capitals' names are taken, on documents whose model names are given."""

import pytest
from spacy.tokens import Doc, Span

from tasks.extract.components.mentions.names import Gazetteer, find_names
from tasks.extract.tokens import blank_english


class Finder:
    """Finds names in texts whose model names and sentence starts are given."""

    def __init__(self) -> None:
        self.nlp = blank_english()
        self.tables = Gazetteer(self.nlp.vocab, self.nlp.make_doc)

    def labels(self, text: str, model: dict[str, str], *, starts: tuple[str, ...]) -> dict[str, str]:
        doc = self.nlp.make_doc(text)
        doc.set_ents([found(doc, words, label) for words, label in model.items()])
        for token in doc:
            token.is_sent_start = token.i == 0 or token.text in starts
        return {name.text: name.label.value for name in find_names(doc, self.tables)}


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder()


def found(doc: Doc, words: str, label: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), label=label)
    if span is None:
        raise ValueError(f"{words!r} is not made of whole words")
    return span


@pytest.mark.parametrize(
    ("text", "model", "starts", "names"),
    [
        pytest.param(
            "Thanks to Phillip Allen These look fine.", {"Phillip Allen": "PERSON"}, ("These",),
            {"Phillip Allen": "PERSON"}, id="a run of capitals ends with the sentence",
        ),
        pytest.param(
            "Contact Gerald Nemec Direct at once.", {"Gerald Nemec": "PERSON"}, (),
            {"Gerald Nemec": "PERSON"}, id="a run of capitals ends where the model's name does",
        ),
        pytest.param(
            "They invited Larry Lewis Tom Martin too.", {"Larry Lewis": "PERSON", "Tom Martin": "PERSON"}, (),
            {"Larry Lewis": "PERSON", "Tom Martin": "PERSON"}, id="two names in a row",
        ),
        pytest.param(
            "They met Gen Oleksandr Syrskyi there.", {"Syrskyi": "PERSON"}, (),
            {"Oleksandr Syrskyi": "PERSON"}, id="a title shows where the name begins",
        ),
        pytest.param(
            "They saw Judge Durham Hall there.", {"Durham Hall": "FAC"}, (),
            {"Durham Hall": "PERSON"}, id="a title tells the label",
        ),
        pytest.param(
            "Great Service and a good price.", {}, (), {}, id="capital of the first word",
        ),
        pytest.param(
            "They called the Royal Rescue Service at once.", {}, (),
            {"Royal Rescue Service": "ORG"}, id="body that only its last word shows",
        ),
        pytest.param(
            "Sales of Toyota fell.", {"Toyota": "ORG"}, (), {"Toyota": "ORG"}, id="namesake of a town",
        ),
        pytest.param(
            "Washington demanded talks.", {"Washington": "PERSON"}, (), {"Washington": "GPE"}, id="seat of government",
        ),
        pytest.param(
            "Washington left early. They met Kerry Washington.", {"Washington": "PERSON", "Kerry Washington": "PERSON"},
            ("They",), {"Washington": "PERSON", "Kerry Washington": "PERSON"}, id="bearer of a seat's name",
        ),
        pytest.param(
            "Sofia thanked them.", {"Sofia": "PERSON"}, (), {"Sofia": "PERSON"}, id="given name that is a seat's",
        ),
        pytest.param(
            "The Philippine Institute of Volcanology and Seismology (Phivolcs) warned.",
            {"Philippine Institute of Volcanology": "ORG", "Seismology": "ORG"}, (),
            {"Philippine Institute of Volcanology and Seismology": "ORG", "Phivolcs": "ORG"},
            id="an acronym shows the whole name",
        ),
        pytest.param(
            "TEHRAN (AFP) - Talks began.", {"TEHRAN": "GPE", "AFP": "ORG"}, (),
            {"TEHRAN": "GPE", "AFP": "ORG"}, id="dateline",
        ),
        pytest.param(
            "A store in Lawrence, KS, burned.", {"Lawrence": "GPE", "KS": "GPE"}, (),
            {"Lawrence": "GPE", "KS": "GPE"}, id="postal code",
        ),
        pytest.param(
            "Fighters of the XKPD fled.", {"XKPD": "GPE"}, (), {"XKPD": "ORG"}, id="acronym of a body",
        ),
        pytest.param(
            "SHE IS THE BEST DOCTOR HERE.", {}, (), {}, id="common word in capitals",
        ),
        pytest.param(
            "Fighters of IS fled.", {}, (), {"IS": "ORG"}, id="acronym like a common word",
        ),
        pytest.param(
            "It lies on Oregon Route 99 in Anhui province.", {"Oregon Route 99": "LOC", "Anhui province": "GPE"}, (),
            {"Oregon Route 99": "LOC", "Anhui": "GPE"}, id="number at the end of a place's name",
        ),
        pytest.param(
            "A patrol near al-Hilla stopped.", {"al-Hilla": "GPE"}, (), {"al-Hilla": "GPE"}, id="article of a place",
        ),
        pytest.param(
            "She joined Doctors in Need from Chad.", {"Doctors in Need": "ORG"}, (),
            {"Doctors in Need": "ORG", "Chad": "GPE"}, id="preposition in a body's name",
        ),
        pytest.param(
            "She joined the Aam Aadmi Party in Goa.", {"Aam Aadmi Party in Goa": "ORG"}, (),
            {"Aam Aadmi Party": "ORG", "Goa": "GPE"}, id="where a body is",
        ),
        pytest.param(
            "The Thai Raksa Chart Party lost.", {"Thai": "NORP", "Raksa Chart Party": "ORG"}, (),
            {"Thai Raksa Chart Party": "ORG"}, id="nationality in a body's name",
        ),
        pytest.param(
            "He joined Traci Warner Broadband Services.", {"Traci Warner": "PERSON", "Broadband Services": "ORG"}, (),
            {"Traci Warner": "PERSON", "Broadband Services": "ORG"}, id="person before a body",
        ),
        pytest.param(
            "A fire in Seongbuk-gu spread.", {"Seongbuk-gu": "GPE"}, (), {"Seongbuk-gu": "GPE"}, id="suffix of a place",
        ),
        pytest.param(
            '"[W]ithin days", she said.', {"W]ithin": "PERSON"}, (), {}, id="letter changed by an editor",
        ),
        pytest.param(
            "i want to see auckland some day", {"auckland": "GPE"}, (),
            {"auckland": "GPE"}, id="writer without capitals",
        ),
        pytest.param(
            "The Paris school of public health shut.", {"Paris": "GPE", "public health": "ORG"}, (),
            {"Paris": "GPE"}, id="small letters beside capitals",
        ),
        pytest.param(
            "See Goldstar.com and Stocks.pdf for more.", {}, (), {"Goldstar.com": "ORG"}, id="site and file",
        ),
    ],
)  # fmt: skip
def test_names(
    finder: Finder, text: str, model: dict[str, str], starts: tuple[str, ...], names: dict[str, str]
) -> None:
    assert finder.labels(text, model, starts=starts) == names
