"""What components leave on a `Doc`: each reads what earlier ones wrote and writes its own kind of fact.

| `doc._.`       | type                     | written by     |
|----------------|--------------------------|----------------|
| `published_on` | `date` or None           | the caller     |
| `roles`        | tuple of `Roles` or None | the encoder    |
| `factuality`   | tuple of float or None   | the encoder    |
| `timexes`      | tuple of `Timex`         | `timexes`      |
| `mentions`     | tuple of `Mention`       | `mentions`     |
| `attributions` | tuple of `Attribution`   | `attributions` |
| `figures`      | tuple of `Figure`        | `figures`      |
| `events`       | tuple of `Event`         | `events`       |
| `claim_links`  | tuple of `ClaimLink`     | `claim_links`  |

`roles` and `factuality` (of each token's predicate, -3 to 3) are None where another pipeline stands in for the encoder.
"""

from datetime import date

from spacy.tokens import Doc

from tasks.facts import ArticleFacts

INPUT_EXTENSIONS = ("published_on", "roles", "factuality")
WHOLE_TEXT, LOWER_WORDS = "article_facts_text", "article_facts_words"
FACT_EXTENSIONS = ("timexes", "mentions", "attributions", "figures", "events", "claim_links")


def register() -> None:
    """Make the extensions known to spaCy; doing it twice is harmless."""
    for name in FACT_EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=())
    for name in INPUT_EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def facts_of(doc: Doc) -> ArticleFacts:
    """Everything that the components found in a text."""
    return ArticleFacts(
        mentions=doc._.mentions,
        timexes=doc._.timexes,
        attributions=doc._.attributions,
        figures=doc._.figures,
        events=doc._.events,
        links=doc._.claim_links,
    )


def text_of(doc: Doc) -> str:
    """The text, joined once: `doc.text` joins all tokens anew whenever it is asked for."""
    text: str | None = doc.user_data.get(WHOLE_TEXT)
    if text is None:
        text = doc.user_data[WHOLE_TEXT] = doc.text
    return text


def words_of(doc: Doc) -> tuple[str, ...]:
    """Each token in lower case, read once: a text is searched for words many times, and spaCy makes its tokens anew."""
    found: tuple[str, ...] | None = doc.user_data.get(LOWER_WORDS)
    if found is None:
        found = doc.user_data[LOWER_WORDS] = tuple(token.lower_ for token in doc)
    return found


def published_on(doc: Doc) -> date | None:
    """Publication day of the article, None if unknown."""
    value: date | None = doc._.published_on
    return value
