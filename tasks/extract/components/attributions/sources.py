"""Who holds a statement: the noun phrase and how it is found from the cue."""

from tasks.extract.components.attributions.cue_words import WEEKDAYS
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.wordlists import words

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_NAME_PARTS = frozenset({"flat", "compound", "nummod", "fixed", "goeswith"})
_NAMES = frozenset({"PROPN", "NOUN"})
_NO_NAMES = frozenset({"ADP", "SCONJ", "CCONJ", "AUX", "DET", "ADV"})
# What the parser takes for a part of the holder's phrase: "with X calling", "according to X".
_PREPOSITIONS = words("with from by according to despite of")
_JOINING = frozenset({"and", "or", "&", "plus", "nor", "/"})
_DASHES = frozenset({"-", "\u2013", "—"})
_SETTING_OFF = _DASHES | frozenset({",", "as", "after", "during", "despite"})
_PHRASE_PARTS = frozenset({"nmod", "acl", "amod", "advmod", "nmod:poss", "case", "det", "obl"})
_PHRASE_TAGS = frozenset({"PRP$", "POS", "HYPH", "DT", "NNP", "NNPS"})
_LEADING = frozenset(
    {"however", "but", "and", "also", "meanwhile", "yet", "so", "then", "even", "as", "that", "later", "while"}
)
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
# Verbs whose object is the document and whose subject is the holder: "released a statement saying".
_ISSUING = words(
    "release issue publish make give put send post write deliver tweet broadcast have receive run",
)
DOCUMENT_HEADS = words(
    "statement letter message press remarks speech tweet post comment interview memo email",
)


def _is_name(layout: Layout, token: int) -> bool:
    return layout.pos[token] == "PROPN" or layout.names[token] == "PERSON"


def noun_phrase(layout: Layout, head: int) -> Range:
    """The holder's noun phrase around its head: title and preceding apposition kept, what follows a comma left out."""
    start = layout.left[head]
    while start < head and (
        layout.lower[start] in _LEADING
        or (
            layout.pos[start] in {"PUNCT", "SPACE", "CCONJ", "SCONJ"}
            and layout.lower[start] not in {"both", "either", '"', "“"}
        )
    ):
        start += 1
    start = max(start, layout.sentence(head)[0])
    if layout.pos[start] == "ADP" and "," in layout.words[start:head]:
        start = max(token for token in range(start, head) if layout.words[token] == ",") + 1
    end = head + 1
    for kid in layout.children[head]:
        if kid < head:
            continue
        if layout.left[kid] > end and not _is_gap_allowed(layout, kid, end):
            break
        if not _belongs(layout, head, kid):
            break
        end = layout.right[kid] + 1
    return _clean(layout, start, end)


def _is_gap_allowed(layout: Layout, kid: int, end: int) -> bool:
    """Whether what stands between the phrase so far and its next part is only an opening bracket or list comma."""
    between = layout.lower[end : layout.left[kid]]
    return all(word in {"(", *_DASHES} for word in between) or layout.deps[kid] in {"conj", "appos"}


def _belongs(layout: Layout, head: int, kid: int) -> bool:
    """Whether a dependent to the right of its head is part of the holder's phrase."""
    dep = layout.deps[kid]
    if dep == "punct":
        return layout.lower[kid] in {")", *_DASHES}
    is_joined = any(layout.lower[token] in _JOINING for token in range(head, layout.right[head] + 1))
    if dep == "conj" and is_joined:
        return layout.pos[kid] in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}
    if dep in {"appos", "conj"}:
        return _is_naming_apposition(layout, head, kid)
    before = layout.lower[layout.left[kid] - 1] if layout.left[kid] else ""
    first = layout.lower[layout.left[kid]]
    is_set_off = before in {",", *_DASHES} or first in _SETTING_OFF
    return dep in _NAME_PARTS or (not is_set_off and (dep in _PHRASE_PARTS or dep == "acl:relcl"))


def _is_naming_apposition(layout: Layout, head: int, kid: int) -> bool:
    """Whether an apposition names what is described before it, or stands in brackets or without a comma."""
    before = layout.lower[layout.left[kid] - 1] if layout.left[kid] else ""
    first = layout.lower[layout.left[kid]]
    if "(" in {before, first}:
        return True
    if "," not in {before, first} and _DASHES.isdisjoint({before, first}):
        return True
    is_upper = layout.words[_first_word(layout, kid)][:1].isupper()
    is_name = is_upper and _is_name(layout, kid) and layout.lower[layout.right[kid]] != "'s"
    return is_name and not _is_name(layout, head)


def _first_word(layout: Layout, kid: int) -> int:
    token = layout.left[kid]
    while token < kid and layout.pos[token] == "PUNCT":
        token += 1
    return token


def _clean(layout: Layout, start: int, end: int) -> Range:
    """Cut an unbalanced bracket or trailing separators."""
    start, end = layout.trimmed((start, end))
    while start + 1 < end and layout.lower[start] in _PREPOSITIONS and layout.pos[start] in {"ADP", "VERB", "SCONJ"}:
        start += 1
    while start + 2 < end and layout.lower[start] in WEEKDAYS and layout.words[start + 1] == ",":
        start += 2
    if start + 3 < end and layout.lower[start] in {"this", "last", "next"} and layout.words[start + 2] == ",":
        start += 3
    start, end = without_day(layout, start, end)
    if "(" in layout.lower[start:end] and ")" not in layout.lower[start:end] and end < len(layout):
        if layout.lower[end] == ")":
            end += 1
        else:
            end = start + layout.lower[start:end].index("(")
    return start, end


def without_day(layout: Layout, start: int, end: int) -> Range:
    """A phrase without the day of the saying ("the mayor on Monday") or a source of its own ("per Reuters")."""
    for token in range(start + 1, end - 1):
        if layout.lower[token] == "per" or (layout.lower[token] == "on" and layout.lower[token + 1] in WEEKDAYS):
            return start, token
    return start, end


def subject_of(layout: Layout, verb: int, *, depth: int = 0) -> int | None:
    """Head of the phrase that does what the verb says: its subject, or that of the verb on which it depends."""
    subject = layout.child(verb, *SUBJECTS)
    if subject is not None:
        return _antecedent(layout, verb, subject)
    if depth > 3 or layout.heads[verb] == verb:  # noqa: PLR2004  # deeper chains are parser errors
        return None
    head, dep = layout.heads[verb], layout.deps[verb]
    if dep in {"conj", "xcomp", "advcl", "parataxis", "ccomp"} and layout.pos[head] in {"VERB", "AUX"}:
        return subject_of(layout, head, depth=depth + 1)
    if dep in {"conj", "advcl", "parataxis", "xcomp"}:
        return subject_of(layout, head, depth=depth + 1) or (head if _is_noun(layout, head) else None)
    if dep in {"acl", "acl:relcl", "amod"} and _is_noun(layout, head):
        return _issuer(layout, head)
    return None


def _is_noun(layout: Layout, token: int) -> bool:
    return layout.pos[token] in {"NOUN", "PROPN", "PRON"}


def _antecedent(layout: Layout, verb: int, subject: int) -> int:
    """What a relative pronoun stands for."""
    if layout.lower[subject] not in RELATIVE_PRONOUNS or layout.tags[subject] not in {"WP", "WDT", "IN", "DT"}:
        return subject
    if layout.deps[verb].startswith("acl") and _is_noun(layout, layout.heads[verb]):
        return layout.heads[verb]
    before = subject - 1
    while before >= layout.sentence(subject)[0] and layout.pos[before] in {"PUNCT", "SPACE"}:
        before -= 1
    return before if before >= 0 and _is_noun(layout, before) else subject


def _issuer(layout: Layout, document: int) -> int:
    """Who released a statement, if the noun is the object of a verb of releasing; else the noun itself."""
    verb = layout.heads[document]
    if layout.deps[document] == "obj" and layout.lemmas[verb] in _ISSUING:
        issuer = layout.child(verb, *SUBJECTS)
        if issuer is not None and layout.lemmas[document] in DOCUMENT_HEADS:
            return issuer
    return document


def agent_of(layout: Layout, verb: int) -> int | None:
    """Head of a passive verb's "by" phrase."""
    for kid in layout.children[verb]:
        if kid > verb and layout.deps[kid] in {"obl", "obl:agent", "nmod"}:
            case = layout.child(kid, "case")
            if case is not None and layout.lower[case] == "by" and _is_noun(layout, kid):
                return kid
    return None


def phrase_after(layout: Layout, start: int, end: int) -> Range | None:
    """The noun phrase that begins at a token, by tags, with the attachments that the parser gives its head."""
    token = start + (layout.pos[start] == "VERB" and layout.pos[start + 1 : start + 2] == ["NOUN"])
    while (
        token < end
        and _continues_phrase(layout, token, start)
        and layout.lower[token] not in RELATIVE_PRONOUNS - {"that"}
    ):
        token += 1
    last = token
    while last > start and layout.pos[last - 1] not in {"NOUN", "PROPN", "PRON", "NUM"}:
        last -= 1
    if last == start or layout.pos[start] in {"AUX", "SCONJ", "SPACE"}:
        return None
    heads = [
        token
        for token in range(start, last)
        if not start <= layout.heads[token] < last and layout.pos[token] != "PUNCT"
    ]
    attached = noun_phrase(layout, heads[-1])[1] if heads else last
    return layout.trimmed((start, max(last, attached if attached <= end else last)))


def phrase_before(layout: Layout, end: int, start: int) -> Range | None:
    """The noun phrase that ends right before a token, by tags alone; an abbreviation in brackets belongs to it."""
    token = end - 1
    if token >= start and layout.words[token] == ")":
        while token >= start and layout.words[token] != "(":
            token -= 1
        token -= 1
    last = token
    while token >= start and _continues_phrase(layout, token, last):
        token -= 1
    first = token + 1
    while first <= last and layout.lower[first] in {"of", "for", "'s", "that"}:
        first += 1
    is_acronym = layout.words[last].isupper() and len(layout.words[last]) > 1
    is_name = is_acronym or (layout.words[last][:1].isupper() and layout.pos[last] not in _NO_NAMES)
    if is_name and first > last >= start:
        first = last
    return (first, end) if first <= last and (is_name or layout.pos[last] in {"NOUN", "PROPN", "PRON"}) else None


def before_relative(layout: Layout, pronoun: int) -> Range | None:
    """The noun phrase that a relative pronoun stands for: the one right before it or its comma."""
    end = pronoun - (pronoun > 0 and layout.words[pronoun - 1] in {",", "(", *_DASHES})
    lowest = layout.sentence(pronoun)[0]
    found = phrase_before(layout, end, lowest) if end > 0 else None
    if found is None or layout.words[found[0] - 1] != "," or layout.pos[found[0]] != "DET" or found[0] - 1 <= lowest:
        return found
    # "KCNA, the state-run news agency, which said": the name that the description explains.
    named = phrase_before(layout, found[0] - 1, lowest)
    return named if named is not None and layout.pos[named[1] - 1] == "PROPN" else found


def _continues_phrase(layout: Layout, token: int, last: int) -> bool:
    if layout.pos[token] in {"NOUN", "PROPN", "ADJ", "NUM"} or layout.tags[token] in _PHRASE_TAGS:
        return layout.lower[token] not in {"that", "yesterday", "today"}
    if layout.words[token].isupper() and len(layout.words[token]) > 2:  # noqa: PLR2004  # an acronym, whatever its tag
        return True
    if layout.tags[token] == "PRP":
        return token == last
    return layout.lower[token] == "of" or (layout.tags[token] == "VBN" and layout.tags[token - 1] == "HYPH")
