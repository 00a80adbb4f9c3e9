"""Which of the relations that a verb could make report something: "I think" in speech and "this shows" do not."""

from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.holder_words import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    SPOKESPERSONS,
)
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.wordlists import words
from tasks.vocabularies import SpeechAct

# Verbs that, in the first or second person within quotation marks, only lead on.
_SPOKEN = words("tell say call talk speak ask see thank want show add claim inform")
# Too common in speech to be reported attitudes there.
_MENTAL = words("think know want guess figure imagine understand see feel hope realize realise assume suppose")
# What the speaker avows of himself in them.
_AVOWED = words("feel hope understand know assume suppose realize realise")
_SPEECH_PERSONS = frozenset({"i", "we", "you"})
_FINITE_ONLY = words("add continue read note conclude post repeat determine ascertain rule vote")
# What a disaster or a winner claims.
_CLAIMED = words("lives life victory title win trophy medal")
# What "shared" tells, unlike rooms and prizes.
_SHARED = words(
    "experience story view opinion concern memory account detail information news sentiment message thought fear",
    "vision feeling finding recollection anecdote",
)
# Verbs of naming say something only with "as".
NAMING = words("dub name call brand term label")
# Verbs of things as much as of people and documents.
_INFERRING = words("show demonstrate indicate suggest imply signal underscore underline require reveal contradict")
_TELLING = (
    DOCUMENT_NOUNS
    | GROUP_NOUNS
    | BODY_NOUNS
    | PERSON_NOUNS
    | SPOKESPERSONS
    | words(
        "result finding research test autopsy scan experiment observation simulation trial reading index ranking poll",
        "average slide section story speech chapter page scene email imagery headline coverage chart graph table list",
        "count tally exam examination print sample calculation law code standard provision clause they he she we i who",
        "those some team people person man woman campaign",
    )
)
_AGENTIVE = ("er", "or", "ist", "ian", "ant", "ent", "man", "men", "ee")
_MAX_PLAIN = 6
_SHOWING = words("show demonstrate list find indicate")
# Negated, these still tell what the holder believes.
_NEGATABLE = words("think want expect")


def reports_something(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """Whether a found relation reports what somebody says, thinks, wants or shows."""
    return not (
        _is_infinitive_of_purpose(scene, cue, draft)
        or _is_act(scene, cue, draft)
        or _is_spoken_phrase(scene, cue, draft)
        or _is_bare_naming(scene, cue, draft)
        or _shows_itself(scene, cue, draft)
        or _is_inferred(scene, cue, draft)
        or _is_headless(scene, cue, draft)
    )


def _is_infinitive_of_purpose(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """An infinitive that tells what something is for ("the decision to declare war")."""
    layout = scene.layout
    if layout.tags[cue.head] != "VB" or layout.lower[max(cue.head - 1, 0)] != "to":
        return False
    if draft.source is None:
        return True  # "it is not reasonable to expect ..."
    is_adjunct = draft.method.startswith("verb:object") and layout.deps[cue.head] in {"acl", "advcl"}
    return cue.lemma in _FINITE_ONLY or is_adjunct


def _is_act(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """Something done or to be done, not said: "reporting abuse", "must be reported"."""
    layout = scene.layout
    if cue.is_passive and draft.source is None:
        return any(layout.tags[token] == "MD" for token in range(cue.start, cue.head))
    if cue.lemma == "claim" and _CLAIMED.intersection(layout.lower[slice(*draft.content[-1])][:4]):
        return True
    if cue.lemma == "share":
        return _SHARED.isdisjoint(layout.lemmas[slice(*draft.content[-1])][:4])
    if cue.lemma != "report" or not draft.method.startswith("verb:object"):
        return False
    is_gerund = layout.tags[cue.head] == "VBG" and cue.start == cue.head and layout.lower[cue.head - 1] != ","
    return is_gerund or layout.tags[cue.head] == "VB"


def _is_spoken_phrase(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """What leads on in speech, and ignorance ("did not know"): neither is a reported attitude."""
    is_mental, is_quoted = cue.lemma in _MENTAL, scene.is_quoted(cue.head)
    if is_mental and cue.is_negated and draft.frame.act is not SpeechAct.DECLINE:
        return cue.lemma not in _NEGATABLE or is_quoted
    person = scene.layout.lower[draft.source[0]] if draft.source is not None else None
    if is_quoted and (person == "you" or (cue.lemma in _SPOKEN and person in _SPEECH_PERSONS)):
        return True
    if is_mental and is_quoted and person in {"i", "we"} and draft.method == "verb:clause":
        # "I feel that": what the speaker says to feel or hope; a mere "I think" opens an opinion.
        return cue.lemma not in _AVOWED or scene.layout.tags[cue.head] not in {"VBP", "VB"}
    return is_mental and (person is None or person in _SPEECH_PERSONS | {"one", "no"} or is_quoted)


def _is_bare_naming(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    return cue.lemma in NAMING - {"call"} and "as" not in scene.layout.lower[slice(*draft.content[-1])]


def _is_inferred(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """Whether a thing that cannot tell suggests or requires something ("the damage suggests", "it required")."""
    if cue.lemma not in _INFERRING or cue.is_passive:
        return False
    if draft.source is None:
        return cue.lemma == "require"
    layout, last = scene.layout, draft.source[1] - 1
    if layout.lower[last] in {"it", "this", "that", "which"}:
        return cue.lemma == "require"
    if layout.pos[last] != "NOUN" or draft.source[1] - draft.source[0] > _MAX_PLAIN:
        return False
    phrase = (*layout.lemmas[slice(*draft.source)], layout.lower[last], layout.lower[last].rstrip("s"))
    return _TELLING.isdisjoint(phrase) and not layout.lower[last].rstrip("s").endswith(_AGENTIVE)


def _is_headless(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """A participle that opens its sentence and modifies the noun after it ("Reported cases rose")."""
    layout = scene.layout
    opens = cue.start == layout.sentence(cue.head)[0] and layout.tags[cue.head] in {"VBN", "VBD", "JJ"}
    return opens and draft.source is None and draft.method == "verb:clause"


def _shows_itself(scene: Scene, cue: VerbCue, draft: Draft) -> bool:
    """Whether a thing shows something ("this shows"): an inference, unlike "the survey shows"."""
    if cue.lemma not in _SHOWING:
        return False
    if any(scene.layout.lower[token] in {"would", "could", "should"} for token in range(cue.start, cue.head)):
        return True
    may_be_pronoun = cue.lemma == "list" or draft.frame.act is SpeechAct.DECLINE
    allowed = {"NOUN", "PROPN", "PRON"} if may_be_pronoun else {"NOUN", "PROPN"}
    return draft.source is None or scene.layout.pos[draft.source[1] - 1] not in allowed
