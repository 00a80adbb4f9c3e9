"""Verbs that attribute: what their holder does by them, how sure the holder is, which complements are the content.

English lexical knowledge in the classes of PARC 3.0 and PolNeAR (attribution), FactBank (factuality) and Levin's verbs
of communication. Frames, one letter each:

- `c` a finite clause, with or without "that";  `w` a question clause ("whether", "how")
- `q` a quotation;  `n` a noun phrase;  `i` an infinitive;  `g` a gerund
- `s` an object and what is said of it ("accuse X of Y");  `a` the same, but only with "as", a predicate or a quotation
- `t` an object that is to do something ("urge X to leave");  `b` one that is said to be something ("find it to be")
- `r` a recipient may stand before the content ("tell reporters that")
- `f` the content often precedes and the verb stands alone at the end of the sentence ("..., she said")

Prepositions after the letters introduce content noun phrases ("speak:of about") and then belong to the cue.
"""

from dataclasses import dataclass

from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SpeechAct

VerbClass = tuple[SpeechAct, Factuality, str, str]

_CT, _PR, _PS, _NOT, _UU = (
    Factuality.CERTAIN,
    Factuality.PROBABLE,
    Factuality.POSSIBLE,
    Factuality.CERTAIN_NOT,
    Factuality.UNCOMMITTED,
)
_ACT = SpeechAct

# Act, factuality, frames with prepositions, lemmas.
VERB_CLASSES: tuple[VerbClass, ...] = (
    (_ACT.ASSERT, _CT, "cqwf", "say"),
    (_ACT.ASSERT, _CT, "cqwrf:about of", "tell"),
    (_ACT.ASSERT, _CT, "cqwnf", "state note announce declare report reveal disclose reiterate repeat stress emphasize"),
    (
        _ACT.ASSERT,
        _CT,
        "cqwnf",
        "emphasise underline underscore highlight assert recall recount proclaim mention relate",
    ),
    (_ACT.ASSERT, _CT, "cqwf", "add explain observe contend maintain insist remark opine comment reason posit"),
    (_ACT.ASSERT, _CT, "cqwnf", "argue"),
    (_ACT.ASSERT, _CT, "cf", "determine ascertain"),
    (_ACT.ASSERT, _CT, "b", "declare find claim rule show report"),
    (_ACT.ASSERT, _CT, "c", "rule"),
    (_ACT.ASSERT, _CT, "n", "share"),
    (_ACT.ASSERT, _CT, "cqwf", "tweet retweet write post text email blog joke quip muse retort reply respond counter"),
    (_ACT.ASSERT, _CT, "cqwf", "clarify elaborate specify stipulate profess attest testify boast brag gush enthuse"),
    (_ACT.ASSERT, _CT, "qf", "continue"),
    (_ACT.ASSERT, _CT, "cqf", "conclude exclaim shout yell scream chant cry whisper murmur mutter sigh"),
    (_ACT.ASSERT, _CT, "cqf", "volunteer echo interject recite intone quote drawl bellow snap deadpan"),
    (_ACT.ASSERT, _CT, "qf", "gasp growl chuckle chime howl snarl sneer stammer thunder wail mouth chorus holler"),
    (_ACT.ASSERT, _CT, "cqnfi", "claim"),
    (_ACT.ASSERT, _CT, "cqf:of about against", "warn caution"),
    (_ACT.ASSERT, _CT, "cqrf:of about", "inform notify advise remind assure reassure apprise"),
    (_ACT.ASSERT, _CT, "s", "describe depict portray characterize characterise"),
    (_ACT.ASSERT, _CT, "cnw", "detail outline"),
    (_ACT.ASSERT, _CT, "wn", "discuss"),
    (_ACT.ASSERT, _CT, "cnw", "list demonstrate"),
    (_ACT.ASSERT, _CT, "cnwf", "show indicate"),
    (_ACT.ASSERT, _CT, "a", "list cite give"),
    (_ACT.ASSERT, _CT, "cwg", "find discover learn"),
    (
        _ACT.ASSERT,
        _CT,
        "a",
        "label brand dub term paint cast name compare liken identify classify rank credit place put",
    ),
    (_ACT.ASSERT, _CT, "s", "attribute ascribe link"),
    (_ACT.ASSERT, _CT, ":of about", "speak talk boast brag complain"),
    (_ACT.ASSERT, _CT, "c:about of", "complain grumble gripe lament bemoan"),
    (_ACT.ASSERT, _CT, ":to", "refer allude testify"),
    (_ACT.ASSERT, _PS, "cqngf", "suggest imply hint intimate insinuate signal"),
    (_ACT.ASSERT, _CT, "a", "call"),
    (_ACT.ORDER, _UU, "t", "tell warn"),
    (_ACT.CONFIRM, _CT, "cqwnfg", "confirm acknowledge admit concede affirm reaffirm verify corroborate confess"),
    (_ACT.CONFIRM, _CT, "cnf", "recognize recognise certify authenticate substantiate"),
    (_ACT.CONFIRM, _CT, "c:to", "admit confess attest"),
    (_ACT.DENY, _NOT, "cqngf", "deny disavow disclaim repudiate"),
    (_ACT.DISPUTE, _NOT, "cnqf", "dispute contest refute rebut contradict dismiss reject rubbish debunk"),
    (_ACT.DISPUTE, _UU, "nw", "question challenge query"),
    (_ACT.DISPUTE, _NOT, ":with", "disagree"),
    (_ACT.ACCUSE, _CT, "s", "accuse blame fault suspect implicate"),
    (_ACT.ACCUSE, _CT, "cnif", "allege"),
    (_ACT.DEMAND, _UU, "cqnif", "demand"),
    (_ACT.DEMAND, _UU, "ctqf", "urge implore beseech exhort entreat beg encourage pressure press"),
    (_ACT.DEMAND, _UU, "itn", "want"),
    (_ACT.DEMAND, _UU, "cg", "recommend propose advocate"),
    (_ACT.DEMAND, _UU, "n:for", "propose recommend advocate"),
    (_ACT.DEMAND, _UU, ":for on upon", "call"),
    (_ACT.DEMAND, _UU, ":for", "push press lobby appeal plead campaign"),
    (_ACT.DEMAND, _UU, ":on upon", "insist"),
    (_ACT.PROMISE, _CT, "ciqnf", "promise pledge vow"),
    (_ACT.PROMISE, _CT, "ci", "swear agree guarantee undertake"),
    (_ACT.PROMISE, _CT, "i", "commit offer plan intend"),
    (_ACT.THREATEN, _CT, "cins", "threaten"),
    (
        _ACT.PRAISE,
        _CT,
        "nqs",
        "praise hail applaud commend laud salute welcome congratulate compliment thank",
    ),
    (_ACT.PRAISE, _CT, "n", "extol tout endorse glorify"),
    (_ACT.CONDEMN, _CT, "nqs", "condemn denounce criticize criticise slam blast decry deplore lambast lambaste rebuke"),
    (
        _ACT.CONDEMN,
        _CT,
        "nqs",
        "censure castigate chastise chide berate deride ridicule mock ridicule disparage belittle",
    ),
    (_ACT.CONDEMN, _CT, "nq", "assail bash excoriate pillory vilify scold reprimand admonish"),
    (_ACT.CONDEMN, _CT, ":against at", "rail inveigh"),
    (_ACT.ORDER, _UU, "ctn", "order decree"),
    (_ACT.ORDER, _UU, "ct", "command instruct direct"),
    (_ACT.ORDER, _UU, "tnq", "forbid prohibit"),
    (_ACT.ORDER, _UU, "t", "authorise authorize require"),
    (_ACT.ASK, _UU, "wqtcrf:for about", "ask"),
    (_ACT.ASK, _UU, "ncit", "request"),
    (_ACT.ASK, _UU, "wqf:about", "wonder inquire enquire"),
    (_ACT.DECLINE, _UU, "i", "decline refuse"),
    (_ACT.ORDER, _UU, "i:on", "vote"),
    (_ACT.BELIEVE, _PR, "ctqf", "believe think reckon presume suppose assume figure guess surmise"),
    (_ACT.BELIEVE, _PR, "ctnif", "expect"),
    (_ACT.BELIEVE, _PR, "cnwtf", "estimate anticipate predict forecast foresee envisage envision"),
    (_ACT.BELIEVE, _PR, "cwtf", "project calculate"),
    (_ACT.BELIEVE, _PR, "ni", "prefer favour favor"),
    (_ACT.BELIEVE, _PR, "cntf", "suspect"),
    (_ACT.BELIEVE, _PR, "cnf", "fear"),
    (_ACT.BELIEVE, _PS, "c:about on upon", "speculate theorise theorize hypothesise hypothesize conjecture"),
    (_ACT.BELIEVE, _PR, "a", "regard view perceive see"),
    (_ACT.BELIEVE, _CT, "a", "consider deem judge rate"),
    (_ACT.BELIEVE, _PR, "c", "feel assess judge understand"),
    (_ACT.BELIEVE, _UU, "cif:for", "hope"),
    (_ACT.BELIEVE, Factuality.PROBABLE_NOT, "cwn", "doubt"),
    (_ACT.BELIEVE, _PR, "c:about over", "worry"),
    (_ACT.BELIEVE, _CT, "c", "know realise realize"),
    (_ACT.OTHER, _UU, "n", "cite"),
    (_ACT.OTHER, _CT, "q", "offer"),
    (_ACT.ASSERT, _CT, "qf", "read"),
    (_ACT.OTHER, _CT, "n", "express voice convey"),
    (_ACT.OTHER, _CT, ":for", "apologise apologize"),
    (_ACT.OTHER, _CT, "cn", "regret"),
)

# Forms that the regular rules do not give: lemma, past, participle.
IRREGULAR = {
    "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "speak": ("spoke", "spoken"),
    "think": ("thought",), "foresee": ("foresaw", "foreseen"), "forecast": ("forecast", "forecasted"),
    "read": ("read",),
    "give": ("gave", "given"), "put": ("put",),
    "see": ("saw", "seen"), "know": ("knew", "known"), "feel": ("felt",), "find": ("found",),
    "show": ("showed", "shown"), "swear": ("swore", "sworn"), "forbid": ("forbade", "forbidden"),
    "cast": ("cast",), "understand": ("understood",), "learn": ("learned", "learnt"), "beseech": ("besought",),
    "undertake": ("undertook", "undertaken"), "withhold": ("withheld",), "make": ("made",), "lay": ("laid",),
    "set": ("set",), "go": ("went", "gone"), "hit": ("hit",), "take": ("took", "taken"), "shoot": ("shot",),
    "seek": ("sought",), "choose": ("chose", "chosen"), "let": ("let",),
}  # fmt: skip
DOUBLED = words(
    "admit commit refer regret plan prefer quip rebut snap beg brag label signal slam dub rip skip ban bar permit",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a verb attributes."""

    act: SpeechAct
    factuality: Factuality
    letters: str
    prepositions: frozenset[str]


def inflections(lemma: str) -> set[str]:
    """All forms of a verb, so that a wrong lemma or tag from the model does not hide it."""
    stem = lemma
    forms = {lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    elif lemma.endswith("e"):
        forms |= {lemma + "d", (lemma if lemma.endswith(("ee", "oe")) else lemma[:-1]) + "ing"}
    else:
        stems = {stem + stem[-1]} if lemma in DOUBLED else {stem}
        stems |= {stem} if lemma.endswith("l") else set()
        forms |= {base + end for base in stems for end in ("ed", "ing")}
    if lemma in IRREGULAR:
        forms = {form for form in forms if not form.endswith("ed")} | set(IRREGULAR[lemma])
    return forms


def _lexicon() -> tuple[dict[str, tuple[Frame, ...]], dict[str, str]]:
    frames: dict[str, tuple[Frame, ...]] = {}
    lemma_of: dict[str, str] = {}
    for act, factuality, spec, lemmas in VERB_CLASSES:
        letters, _, prepositions = spec.partition(":")
        frame = Frame(act, factuality, letters, frozenset(prepositions.split()))
        for lemma in lemmas.split():
            frames[lemma] = (*frames.get(lemma, ()), frame)
            for form in inflections(lemma):
                lemma_of.setdefault(form, lemma)
    return frames, lemma_of


VERBS, VERB_FORMS = _lexicon()

# Verbs whose plain negation means that the holder does not say: "did not disclose whether".
SILENT_WHEN_NEGATED = words(
    "say tell state note announce report reveal disclose mention detail outline specify clarify elaborate",
    "comment respond reply address list identify name confirm explain indicate answer release provide give",
    "discuss concede admit acknowledge recognize recognise",
)
# Not attributing by themselves, but the negated form is a refusal to say.
SILENCE_VERBS = words(
    "address release provide answer discuss comment respond elaborate specify give name disclose",
)
# Verbs that go on with the same holder's words: ", adding that ..."
CONTINUERS = words(
    "add say note state claim warn call describe insist argue stress explain accuse urge vow promise predict",
    "tell suggest announce declare assert acknowledge emphasize emphasise highlight cite blame praise condemn",
    "demand conclude write allege confirm deny point reiterate underline underscore maintain admit threaten",
)
