"""How far a content reaches to the right: its clause's end, or where another holder or the article takes over."""

from bisect import bisect_right

from tasks.extract.components.attributions.cue_words import CLAIM_NOUNS, CONTRASTS
from tasks.extract.components.attributions.layout import FINITE_TAGS, TENSED_TAGS, Layout, Range
from tasks.extract.components.attributions.patterns import CONTINUERS, VERB_FORMS
from tasks.extract.components.attributions.quotes import Quote
from tasks.extract.components.attributions.sources import SUBJECTS

_MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»"})
_SAME_FORMS = ({"VBD"}, {"VBZ"}, {"VBP"}, {"VBN"}, {"VBG"}, {"VBD", "VBN"})
# A clause does not end before these: the parser cut a phrase in two.
_RUN_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "ADV"})
_SEPARATORS = frozenset({",", ";", ":", ".", "\u2013", "—", ")"})
_MAX_SETTING = 5
_STOPS = frozenset({";", "while", "whereas", "whilst", "despite"})
_ADVERBS = frozenset(
    {"also", "then", "later", "further", "instead", "repeatedly", "again", "even", "has", "have", "had"}
)


def _continues_holder(layout: Layout, comma: int, head: int) -> bool:
    """Whether the same holder goes on with a new cue (", adding ...", ", and said ...")."""
    token = comma + 1
    is_joined = False
    while token < len(layout) and (
        layout.lower[token] in {"and", "but"} or layout.lower[token] in _ADVERBS or layout.pos[token] == "ADV"
    ):
        is_joined = is_joined or layout.pos[token] == "CCONJ"
        token += 1
    token = _past_setting(layout, token) if is_joined else token
    if token >= len(layout):
        return False
    lemma = VERB_FORMS.get(layout.lower[token])
    if lemma is None:
        return False
    if layout.tags[token] == "VBG":
        return lemma in CONTINUERS and (layout.lower[comma] == "," or layout.tags[head] == "VBG")
    is_same_form = {layout.tags[token], layout.tags[head]} in _SAME_FORMS and layout.child(token, *SUBJECTS) is None
    return is_joined and is_same_form and layout.tags[token] in TENSED_TAGS | {"VBN"}


def _past_setting(layout: Layout, token: int) -> int:
    """The verb after a short prepositional phrase ("and on Monday said"), or the token itself."""
    if layout.pos[token : token + 1] != ["ADP"]:
        return token
    end = min(token + _MAX_SETTING, len(layout))
    words = range(token + 1, end)
    return next((at for at in words if layout.pos[at] not in {"NOUN", "PROPN", "DET", "ADJ", "NUM"}), token)


def _other_claim(layout: Layout, token: int, head: int) -> bool:
    """Whether a clause of its own follows, coordinated with the cue (", but X said ...")."""
    for kid in layout.children[head]:
        if kid > token and layout.deps[kid] == "conj" and layout.left[kid] <= token + 2:
            has_subject = layout.child(kid, *SUBJECTS) is not None
            if not has_subject and layout.tags[kid] == layout.tags[head] and layout.lower[kid] in VERB_FORMS:
                return layout.left[kid] == token + 1
            return has_subject and (layout.lower[token + 1] == "but" or layout.lower[kid] in VERB_FORMS)
    return False


def _is_stop(layout: Layout, token: int, head: int | None) -> bool:
    """Whether a content ends before a token: another clause, another cue or a phrase that takes the content up."""
    lower = layout.lower[token]
    if lower in _STOPS:
        return True
    if lower == "," and _is_stopping_comma(layout, token):
        return True
    if head is None:
        return False
    if lower == ",":
        return _continues_holder(layout, token, head) or _other_claim(layout, token, head)
    return lower in {"and", "but"} and _continues_holder(layout, token - 1, head)


def _is_stopping_comma(layout: Layout, comma: int) -> bool:
    following = layout.lower[comma + 1] if comma + 1 < len(layout) else ""
    takes_up = following in {"a", "an"} and not CLAIM_NOUNS.isdisjoint(layout.lower[comma + 2 : comma + 4])
    return takes_up or following in CONTRASTS or following == "according"


def limit_of(layout: Layout, head: int) -> int:
    """Where the clause of a cue ends at the latest: the sentence's end for a main verb, else its subtree's."""
    sentence_end = layout.sentence(head)[1]
    token = head
    while layout.deps[token] in {"conj", "parataxis", "xcomp"} and layout.heads[token] < token:
        token = layout.heads[token]
    is_set_off = layout.tags[head] in {"VBD", "VBN"} and layout.lower[head - 1] in {",", "also", "further"}
    is_misread = layout.tags[head] == "VBD" and layout.deps[head] in {"amod", "nmod", "compound", "appos", "obl"}
    if is_misread or layout.deps[token] == "ROOT" or (is_set_off and layout.deps[head].startswith("acl")):
        return sentence_end
    end = max(layout.right[head] + 1, head + 1)
    if layout.tags[head] == "VBG" and layout.deps[head].startswith(("acl", "advcl")):
        while end < sentence_end and layout.words[end] not in _SEPARATORS and layout.words[end - 1] not in _SEPARATORS:
            end += 1
        return end
    if layout.deps[head] == "ccomp" and _is_interrupted(layout, end, sentence_end):
        return sentence_end
    while end < sentence_end and layout.pos[end] in _RUN_ON and layout.words[end - 1] not in _SEPARATORS:
        end = max(end + 1, min(layout.right[end] + 1, sentence_end)) if layout.left[end] >= end else end + 1
    return sentence_end if layout.deps[head] == "ccomp" and _is_interrupted(layout, end, sentence_end) else end


def _is_interrupted(layout: Layout, comma: int, sentence_end: int) -> bool:
    """Whether the verb of the clause follows a comma: what stands before it was an aside."""
    if layout.words[comma : comma + 1] != [","] or comma + 1 >= sentence_end:
        return False
    return layout.tags[comma + 1] in TENSED_TAGS and layout.lower[comma + 1] not in VERB_FORMS


def _closing_quote(quotes: list[Quote], token: int) -> Quote | None:
    index = bisect_right(quotes, token, key=lambda quote: quote.tokens[0]) - 1
    return quotes[index] if index >= 0 and token < quotes[index].tokens[1] else None


def _ends_sentence(layout: Layout, quote: Quote) -> bool:
    inner = layout.words[quote.tokens[1] - 2 : quote.tokens[1] - 1]
    return bool(inner) and (inner[0][-1] in ".!?" or inner[0] == "]")


def _begins_new_quote(layout: Layout, token: int) -> bool:
    """An abbreviation's full stop that ended the sentence: 'at 7:45 p.m. "No one was hurt'."""
    follows_stop = layout.words[token - 1].endswith(".") and len(layout.words[token - 1]) > 1
    return follows_stop and layout.words[token + 1 : token + 2] != [] and layout.words[token + 1][:1].isupper()


def _ends_phrase(layout: Layout, token: int) -> bool:
    """A comma after which a noun phrase does not go on as a list would."""
    if layout.lower[token] != "," or token + 1 >= len(layout):
        return False
    following = layout.lower[token + 1]
    if following in {"including", "excluding"} or (following == "as" and layout.tags[token + 2 : token + 3] == ["VBG"]):
        return False
    return layout.tags[token + 1] in {"VBG", "VBN", "IN", "WDT", "WP", "WRB", "RB", "WP$"}


def _ends_at_quote(layout: Layout, quote: Quote, after: int) -> bool:
    """Whether a content ends with a quotation in it: a new sentence follows, or the article's own participle."""
    if _ends_sentence(layout, quote) and layout.words[after][:1].isupper():
        return True
    return layout.words[quote.tokens[1] - 2] == "," and layout.tags[after] in {"VBG", "IN"}


def _is_next_act(layout: Layout, start: int, token: int, head: int | None) -> bool:
    """Whether "and" joins the cue's gerund to another one ("predicting X and doing Y"), none being in the content."""
    if head is None or layout.lower[token] != "and" or layout.tags[head] != "VBG":
        return False
    return layout.tags[token + 1 : token + 2] == ["VBG"] and "VBG" not in layout.tags[start:token]


def _is_tagged_quote(layout: Layout, quotes: list[Quote], token: int) -> bool:
    """Whether a colon leads on to a quotation with a speech tag of its own: ': "While we wait," he said'."""
    if layout.words[token] != ":" or token + 1 >= len(layout):
        return False
    quote = _closing_quote(quotes, token + 1)
    return quote is not None and quote.tokens[0] == token + 1 and layout.words[quote.tokens[1] - 2] == ","


def clause_extent(
    layout: Layout, quotes: list[Quote], start: int, limit: int, head: int | None, *, is_phrase: bool = False
) -> Range:
    """From a content's first token up to the first stop outside quotation marks and brackets.

    Args:
        layout: The text.
        quotes: Its quotations.
        start: First token of the content.
        limit: Token after the last that may belong to it.
        head: The cue's verb, None where no other cue of the same holder may follow.
        is_phrase: Whether a noun phrase is meant, which ends at most commas.
    """
    token, depth = start, 0
    while token < limit:
        quote = _closing_quote(quotes, token) if layout.words[token] in _MARKS else None
        if quote is not None and quote.tokens[1] > token + 1:
            if token > start and _begins_new_quote(layout, token):
                break
            # A quotation is never cut, even if the parser ended the sentence inside it.
            token = quote.tokens[1]
            if token < limit and _ends_at_quote(layout, quote, token):
                break
            continue
        depth += (layout.words[token] in "([") - (layout.words[token] in ")]")
        if (
            token > start
            and depth <= 0
            and (
                _is_stop(layout, token, head)
                or (is_phrase and _ends_phrase(layout, token))
                or _is_next_act(layout, start, token, head)
                or _is_tagged_quote(layout, quotes, token)
            )
        ):
            break
        token += 1
    end = max(token, start)
    while end > start and (
        layout.pos[end - 1] == "SPACE" or layout.words[end - 1] in {",", ".", ";", ":", "—", "\u2013", "-"}
    ):
        end -= 1
    return start, end


def has_finite_verb(layout: Layout, start: int, end: int) -> bool:
    """Whether a clause stands in a token range."""
    return any(
        layout.tags[token] in FINITE_TAGS or (layout.tags[token] == "VBN" and layout.child(token, "nsubj") is not None)
        for token in range(start, end)
    )
