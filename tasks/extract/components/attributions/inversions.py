"""Content before the cue: "..., the army said", "“...,” said X", and the passive's subject."""

from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.layout import TENSED_TAGS, Layout, Range
from tasks.extract.components.attributions.lists import list_end
from tasks.extract.components.attributions.patterns import VERB_FORMS, Frame
from tasks.extract.components.attributions.quotes import Quote
from tasks.extract.components.attributions.scene import Complement, Scene
from tasks.extract.components.attributions.sources import agent_of, noun_phrase
from tasks.extract.wordlists import words

_LEADING = frozenset({"but", "and", "however", "so", "yet", "meanwhile", ",", "still", "as"})
_GOING_ON = frozenset({"adding", "and", "but"})
# A clause with one of these is the setting of the saying, unless a main clause follows it.
_SUBORDINATING = words("after when while as before since although though because once until whereas if")
_SENTENCE_END = frozenset({".", "!", "?", "…"})


def _frame_with(cue: VerbCue, letter: str) -> Frame | None:
    return next((frame for frame in cue.frames if letter in frame.letters), None)


def _previous(layout: Layout, token: int) -> int:
    """The nearest token before that is no white space."""
    token -= 1
    while token >= 0 and layout.pos[token] == "SPACE":
        token -= 1
    return token


def block_of(scene: Scene, cue: VerbCue, source: Range | None) -> Range:
    """Tokens of cue and holder together."""
    start, end = cue.start, cue.end
    if source is not None:
        start, end = min(start, source[0]), max(end, source[1])
    lower = scene.layout.lower
    return (start - 1 if start and lower[start - 1] == "as" else start), end


def quote_before(scene: Scene, start: int) -> Quote | None:
    """The quotation that ends right before a token, commas aside, in the same paragraph."""
    layout = scene.layout
    token = start - 1
    while token >= 0 and layout.words[token] in {",", "—", "\u2013", "-"}:
        token -= 1
    if token < 0 or layout.is_break(token):
        return None
    return scene.quote_to.get(token + 1)


def _clause_start(scene: Scene, quote: Quote) -> int:
    """Where the statement begins that ends in a quotation: the quotation itself if it is a sentence of its own."""
    layout = scene.layout
    first = quote.tokens[0]
    before = _previous(layout, first)
    sentence_start = layout.sentence(first)[0]
    inner = layout.words[first + 1] if first + 1 < quote.tokens[1] else ""
    if before < sentence_start or layout.words[before][-1] in _SENTENCE_END or layout.words[before] in {":", "”"}:
        return first
    if inner[:1].isupper() and layout.words[before] == ",":
        return first
    start = sentence_start
    while start < first and (layout.lower[start] in _LEADING or layout.pos[start] == "SPACE"):
        start += 1
    goes_on = inner[:1].islower() and first - start > 2  # noqa: PLR2004  # more than a preposition or name
    return start if goes_on or has_finite_verb(layout, start, quote.tokens[1]) else first


def before_quotation(scene: Scene, cue: VerbCue, source: Range | None) -> Complement | None:
    """“...,” said X."""
    frame = _frame_with(cue, "q")
    if frame is None or (source is None and cue.subject_verb == cue.head and not cue.is_passive):
        return None
    quote = quote_before(scene, block_of(scene, cue, source)[0])
    if quote is None:
        return None
    start = _clause_start(scene, quote)
    return Complement(((start, quote.tokens[1]),), cue.end, frame, "quote_before")


def before_clause(scene: Scene, cue: VerbCue, source: Range | None) -> Complement | None:
    """A statement without quotation marks, then ", the army said"; or interrupted by it."""
    layout, frame = scene.layout, _frame_with(cue, "f")
    if frame is None or source is None or not _is_finite(layout, cue.head):
        return None
    start, end = block_of(scene, cue, source)
    first, _ = layout.sentence(cue.head)
    comma = _previous(layout, start)
    if comma <= first or layout.words[comma] not in {",", "\u2013", "—", "-"}:
        return None
    begin = first
    while begin < comma and (layout.lower[begin] in _LEADING or layout.pos[begin] == "SPACE"):
        begin += 1
    is_setting = layout.lower[begin] in _SUBORDINATING and "," not in layout.words[begin:comma]
    pieces = _around(scene, cue, (begin, comma), end) or (() if is_setting else _only_before(scene, begin, comma))
    return Complement(pieces, cue.end, frame, "clause_before") if pieces else None


def _is_finite(layout: Layout, verb: int) -> bool:
    """Whether a verb is finite, or a participle by its form only: a subject and no auxiliary stand before it."""
    if layout.tags[verb] == "VBN":
        return layout.child(verb, "nsubj") == verb - 1
    return layout.tags[verb] in TENSED_TAGS


def _around(scene: Scene, cue: VerbCue, before: Range, end: int) -> tuple[Range, ...]:
    """Both sides of a statement that the speech tag interrupts; nothing if it does not."""
    layout, last = scene.layout, scene.layout.sentence(cue.head)[1]
    if end + 1 >= last or layout.words[end] not in {",", "\u2013", "—"} or layout.lower[end + 1] in _GOING_ON:
        return ()
    if layout.tags[end + 1] == "VBG" and layout.lower[end + 1] in VERB_FORMS:
        return ()
    if not has_finite_verb(layout, end + 1, last) and not has_finite_verb(layout, *before):
        return ()
    pieces = (layout.trimmed(before), scene.extent(end + 1, cue, limit=last))
    return tuple(piece for piece in pieces if piece[1] > piece[0])


def _only_before(scene: Scene, begin: int, comma: int) -> tuple[Range, ...]:
    start, end = _last_clause(scene, begin, comma)
    return ((start, end),) if end - start > 2 and has_finite_verb(scene.layout, start, end) else ()  # noqa: PLR2004


def _last_clause(scene: Scene, begin: int, comma: int) -> Range:
    """What stands before the comma, from the last semicolon outside quotation marks on."""
    layout = scene.layout
    for token in range(comma - 1, begin, -1):
        if layout.words[token] == ";":
            return layout.trimmed((token + 1, comma))
    return layout.trimmed((begin, comma))


def passive(scene: Scene, cue: VerbCue, rest: Complement | None) -> tuple[Complement, Range | None] | None:
    """What a passive cue attributes: its subject, with the predicate that follows; and its "by" phrase as source."""
    layout = scene.layout
    agent = agent_of(layout, cue.head)
    source = noun_phrase(layout, agent) if agent is not None else None
    cue_end = cue.end
    if source is not None:
        source = (source[0] + 1, source[1]) if layout.lower[source[0]] == "by" else source
        cue_end = cue.end + 1 if cue.end < len(layout) and layout.lower[cue.end] == "by" else cue.end
    frame = cue.frames[0]
    subject = _subject(layout, cue)
    if subject is None and layout.deps[cue.head] in {"acl", "acl:relcl", "amod"}:
        subject = layout.heads[cue.head]
    if source is not None and rest is None and any("r" in frame.letters for frame in cue.frames):
        start = source[1] + 1 if layout.lower[source[1] : source[1] + 1] in (["of"], ["about"]) else source[1]
        rest = Complement((scene.extent(start, cue),), cue_end, frame, "told")
    if rest is None and any(
        layout.lower[cue_end : cue_end + 1] == [word] for item in cue.frames for word in item.prepositions
    ):
        cue_end += 1
    pieces = _passive_pieces(scene, cue, subject, rest, cue_end if source is None else max(cue_end, source[1]))
    needs_predicate = source is None and {letter for item in cue.frames for letter in item.letters} == {"a"}
    if not pieces or (needs_predicate and pieces[-1][1] <= cue.start):
        return None
    if source is None and any("a" in item.letters for item in cue.frames):
        pieces, cue_end = _with_as(layout, pieces, cue_end)
    if rest is not None:
        frame = rest.frame
    return Complement(pieces, cue_end, frame, "passive"), source


def _subject(layout: Layout, cue: VerbCue) -> int | None:
    """The subject nearest to the verb: a parser may give it two, the farther one being another phrase."""
    subjects = [kid for kid in layout.children[cue.head] if layout.deps[kid] in {"nsubj:pass", "nsubj"}]
    return max((kid for kid in subjects if kid < cue.start), default=next(iter(subjects), None))


def _with_as(layout: Layout, pieces: tuple[Range, ...], cue_end: int) -> tuple[tuple[Range, ...], int]:
    """Pieces and cue with "as" given to the cue: "were identified only as"."""
    start, end = pieces[-1]
    after = start + (layout.lower[start] in {"only", "officially", "also"})
    if start != cue_end or layout.lower[after] != "as" or after + 1 >= end:
        return pieces, cue_end
    return (*pieces[:-1], (after + 1, end)), after + 1


def _passive_pieces(
    scene: Scene, cue: VerbCue, subject: int | None, rest: Complement | None, after: int
) -> tuple[Range, ...]:
    layout = scene.layout
    told = any("r" in frame.letters for frame in cue.frames)
    is_dummy = subject is not None and layout.lower[subject] == "it" and rest is not None
    pieces: list[Range] = []
    if (
        subject is not None
        and not told
        and not is_dummy
        and not (layout.deps[cue.head] == "acl" and _is_infinitive(layout, cue.end))
    ):
        phrase = noun_phrase(layout, subject)
        phrase = (phrase[0], min(phrase[1], cue.start))
        if phrase[1] > phrase[0] and layout.tags[subject] not in {"WDT", "WP"}:
            pieces.append(phrase)
    if rest is not None and rest.method != "object":
        pieces += rest.pieces
    elif not told:
        tail = scene.extent(after, cue, limit=max(layout.right[cue.head] + 1, after))
        tail = (tail[0], list_end(layout, *tail))
        if (
            tail[1] > tail[0]
            and (agent_of(layout, cue.head) is None or layout.lower[tail[0]] in {"as", "to"})
            and layout.lower[tail[0]] not in {",", "(", "and", "but"}
        ):
            pieces.append(tail)
    return tuple(pieces)


def _is_infinitive(layout: Layout, token: int) -> bool:
    return token < len(layout) and layout.lower[token] == "to"
