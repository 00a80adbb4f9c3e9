"""Lexicons: what is counted, what happens to it, and numbers that belong to names."""

from dataclasses import dataclass
from enum import StrEnum

from tasks.extract.wordlists import words
from tasks.vocabularies import Measure


class Role(StrEnum):
    """Which argument of a word is the one that its measure holds of."""

    OBJECT = "object"  # killed five; five were killed
    SUBJECT = "subject"  # five died
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells what a figure states.

    Attributes:
        measure: What it tells.
        role: Which argument it tells it of.
    """

    measure: Measure
    role: Role


def _cues(measure: Measure, role: Role, words: str) -> dict[str, Cue]:
    return {word: Cue(measure, role) for word in words.split()}


def _nouns(measure: Measure, words: str) -> dict[str, Measure]:
    return dict.fromkeys(words.split(), measure)


# Lemmas of verbs.
VERB_CUES: dict[str, Cue] = (
    _cues(
        Measure.KILLED,
        Role.OBJECT,
        "kill murder slay massacre execute assassinate behead decapitate slaughter lynch electrocute butcher strangle "
        "exterminate annihilate asphyxiate gas smother cull euthanise euthanize neutralise neutralize martyr "
        "eliminate",
    )
    | _cues(Measure.KILLED, Role.SUBJECT, "die perish succumb suffocate starve")
    | _cues(Measure.KILLED, Role.ANY, "drown")
    | _cues(Measure.VOTE, Role.SUBJECT, "vote abstain")
    | _cues(
        Measure.INJURED,
        Role.OBJECT,
        "injure wound hurt maim hospitalise hospitalize treat stab shoot maul bite scald poison beat trample knife "
        "gore bruise concuss cripple disfigure lacerate bludgeon",
    )
    | _cues(Measure.MISSING, Role.SUBJECT, "disappear vanish")
    | _cues(Measure.MISSING, Role.OBJECT, "trap bury")
    | _cues(Measure.CAPTURED, Role.OBJECT, "capture recapture abduct kidnap seize hijack")
    | _cues(Measure.CAPTURED, Role.SUBJECT, "surrender")
    | _cues(Measure.DISPLACED, Role.OBJECT, "displace uproot relocate evict expel resettle deport exile banish oust")
    | _cues(Measure.DISPLACED, Role.SUBJECT, "flee")
    | _cues(Measure.DISPLACED, Role.ANY, "evacuate")
    | _cues(
        Measure.ARRESTED,
        Role.OBJECT,
        "arrest detain imprison jail apprehend incarcerate intern handcuff remand nab sentence",
    )
    | _cues(
        Measure.DEPLOYED,
        Role.OBJECT,
        "deploy redeploy send dispatch mobilise mobilize station commit garrison mass amass scramble post",
    )
    | _cues(Measure.DEPLOYED, Role.SUBJECT, "respond fight battle patrol")
    | _cues(
        Measure.PRESENT,
        Role.SUBJECT,
        "attend gather participate march assemble rally demonstrate protest travel board congregate crowd picket flock "
        "visit converge convene throng camp queue meet compete watch chant pack line block occupy celebrate mourn pray "
        "cheer surround parade",
    )
    | _cues(Measure.PRESENT, Role.OBJECT, "draw attract")
    | _cues(
        Measure.AFFECTED,
        Role.OBJECT,
        "affect damage infect hit strand impact sicken contaminate disrupt flood inundate quarantine submerge rape "
        "abuse assault harass torture molest exploit traffic vandalise vandalize loot ransack rob burgle expose "
        "diagnose ground divert delay",
    )
    | _cues(Measure.AFFECTED, Role.SUBJECT, "contract")
    | _cues(Measure.SURVIVED, Role.SUBJECT, "survive recover")
    | _cues(Measure.SURVIVED, Role.OBJECT, "rescue save pluck winch")
    | _cues(
        Measure.DESTROYED,
        Role.OBJECT,
        "destroy demolish raze flatten gut wreck bulldoze incinerate torch level scorch obliterate ruin char topple "
        "intercept ravage devastate",
    )
    | _cues(Measure.DESTROYED, Role.SUBJECT, "collapse")
    | _cues(Measure.DESTROYED, Role.ANY, "burn sink")
    | _cues(Measure.AFFECTED, Role.SUBJECT, "collide derail overturn")
    | _cues(Measure.CAPACITY, Role.OBJECT, "seat accommodate")
)


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    return verb, f"{verb}s", f"{stem}ed", f"{stem}ing"


# The same by any form, for verbs whose lemma the model misses.
VERB_FORM_CUES: dict[str, Cue] = {form: cue for verb, cue in VERB_CUES.items() for form in _inflected(verb)} | {
    "shot": Cue(Measure.INJURED, Role.OBJECT)
}
# Lemmas of nouns and adjectives: as what is counted ("six deaths") or as predicate ("190 were dead").
NOUN_CUES: dict[str, Measure] = (
    _nouns(
        Measure.KILLED,
        "dead death fatality body corpse drowning toll killing murder slaying massacre deceased lifeless slain remains",
    )
    | _nouns(Measure.INJURED, "injured injury injuring wounded wounding wound hurt hospitalised hospitalized")
    | _nouns(Measure.MISSING, "missing unaccounted trapped")
    | _nouns(Measure.CAPTURED, "hostage captive prisoner pow capture kidnapping abduction abductee")
    | _nouns(Measure.DISPLACED, "refugee evacuee displaced homeless displacement evacuation")
    | _nouns(Measure.ARRESTED, "arrest detainee detention custody arrestee")
    | _nouns(Measure.AFFECTED, "casualty victim affected infected infection damaged damage")
    | _nouns(Measure.DEPLOYED, "deployment dispatch")
    | _nouns(Measure.SURVIVED, "survivor alive unhurt uninjured unharmed unscathed rescued")
    | _nouns(Measure.DESTROYED, "destroyed destruction")
    | _nouns(Measure.VOTE, "vote abstention")
    | _nouns(Measure.CAPACITY, "seat-capacity capacity seater")
    | _nouns(
        Measure.PRESENT,
        "passenger attendee spectator onlooker bystander occupant protester protestor demonstrator participant",
    )  # one row a measure
    | _nouns(Measure.PRESENT, "aboard present onboard")
)
# Phrases: more specific than any single word. Patterns over the clause's text behind or before the number.
PHRASE_CUES: tuple[tuple[str, Measure], ...] = (
    (r"\b(?:lost|losing|lose|claim\w*|cost\w*|took)\s+(?:their|his|her|the)?\s*li(?:ves|fe)\b", Measure.KILLED),
    (r"\bamong (?:the|those) (?:dead|killed|fatalities|deceased|victims)\b", Measure.KILLED),
    (r"\bamong (?:the|those) (?:injured|wounded|hurt)\b", Measure.INJURED),
    (r"\bamong (?:the|those) missing\b", Measure.MISSING),
    (r"\b(?:shot|found|pronounced|confirmed|declared|presumed|feared|left)\s+dead\b", Measure.KILLED),
    (r"\bin (?:hospital|intensive care)\b|\bto (?:an? |the )?(?:\w+ ){0,2}hospitals?\b", Measure.INJURED),
    (r"\bin (?:an? )?(?:critical|serious|stable|grave|fair) (?:but \w+ )?condition\b", Measure.INJURED),
    (r"\bunder (?:the )?(?:rubble|debris)\b|\bunaccounted for\b|\bstill (?:trapped|buried)\b", Measure.MISSING),
    (r"\blost at sea\b|\bwashed away\b|\bwhereabouts\b", Measure.MISSING),
    (r"\b(?:taken|held) (?:hostage|prisoner|captive)\b", Measure.CAPTURED),
    (r"\b(?:forced from|fled|leave|left|abandon\w*) (?:their )?homes?\b|\bhomeless\b", Measure.DISPLACED),
    (r"\b(?:in|into|taken into) custody\b|\bbehind bars\b|\bunder arrest\b", Measure.ARRESTED),
    (r"\b(?:are|were|remain\w*|being held) in (?:prison|jail)\b", Measure.ARRESTED),
    (r"\bon[- ]?board\b|\baboard\b|\btook part\b|\bin attendance\b|\bturned out\b", Measure.PRESENT),
    (
        r"\b(?:join|attend|part in)\w* (?:the |an? )?(?:\w+ ){0,2}(?:protest|rall|march)",
        Measure.PRESENT,
    ),
    (r"\b(?:join|attend)\w* (?:the |an? )?(?:\w+ ){0,2}(?:demonstration|vigil|strike|funeral|parade)", Measure.PRESENT),
    (
        r"\b(?:suffer|sustain|receiv)\w* (?:\w+ ){0,3}(?:injur|burn|wound|fractur|cuts\b|bruis|concussion|smoke inh)",
        Measure.INJURED,
    ),
    (r"\b(?:tore|torn|tear\w*|knock\w*|pull\w*) down\b", Measure.DESTROYED),
    (r"\bgunn(?:ed|ing) down\b|\bput to death\b", Measure.KILLED),
    (r"\bround(?:ed|ing|s)? up\b", Measure.ARRESTED),
    (r"\bon (?:duty|patrol|standby)\b|\b(?:call|summon|scrambl)\w* (?:out )?to\b(?! hosp)", Measure.DEPLOYED),
    (r"\bneed(?:s|ed|ing)? (?:\w+ ){0,2}(?:aid|assistance|food|shelter|water)\b", Measure.AFFECTED),
    (r"\b(?:need|requir|receiv|seek|sought)\w* (?:\w+ ){0,2}(?:treatment|medical attention)\b", Measure.INJURED),
    (r"\b(?:not|never|yet to) (?:yet )?(?:been |be )?(?:found|located|seen|heard from|accounted)\b", Measure.MISSING),
    (r"\b(?:s[eo]\w+|t[ao]k\w+|took) (?:refuge|shelter)\b|\bmoved to (?:\w+ )?shelters?\b", Measure.DISPLACED),
    (r"\bsheltering\b", Measure.DISPLACED),
    (r"\bin (?:\w+ )?detention\b|\bunder (?:\w+ )?arrest\b", Measure.ARRESTED),
    (r"\bin the dark\b", Measure.AFFECTED),
    (r"\btook to the streets\b|\bcarr(?:ying|ied)\b(?! out)", Measure.PRESENT),
    (r"\bin need of\b|\bwithout (?:power|electricity|water|food|shelter|internet|access)\b", Measure.AFFECTED),
    (r"\btest(?:ed|ing)? positive\b|\bat risk\b|\bf[ea]ll(?:en|ing)? ill\b", Measure.AFFECTED),
    (r"\bin (?:quarantine|isolation)\b|\b(?:lost|losing) (?:power|electricity)\b", Measure.AFFECTED),
    (r"\b(?:can|could|(?:able|built|designed) to) (?:hold|seat|house|carry|accommodate|host)\b", Measure.CAPACITY),
    (r"\bcapacity (?:of|for)\b", Measure.CAPACITY),
    (r"\bvot(?:ed|es|ing|e)\b(?: (?:by|was|of))*\s*$|\bvot(?:ed|ing) (?:for|against|in favou?r)\b", Measure.VOTE),
    (r"\bsh(?:ot|oot|oots|ooting) down\b", Measure.DESTROYED),
    (r"\bburn(?:t|ed)? (?:down|to the ground)\b", Measure.DESTROYED),
)
# Words whose following number is a label and not a count; folded.
DESIGNATORS = words(
    "flight article section chapter resolution boeing airbus route highway interstate "
    "channel unit group phase tier type "
    "model no number nos room platform gate page line zone district ward sector apollo soyuz falcon "
    "iphone ios android windows xbox "
    "playstation formula title division brigade regiment battalion squadron class grade version "
    "volume episode season part act rule "
    "clause paragraph amendment protocol directive bill proposition measure item exhibit terminal "
    "pier runway road avenue motorway "
    "covid g agenda area block building apartment flat suite game round week day session fortune "
    "nasdaq dow ftse dax euro galaxy "
    "big studio station bus train tram pick seed rank lot order case docket window stage step cohort "
    "radio bbc itv windows f mig su "
    "mi il an tu ch uh ah ak t m"
)
STREETS = words("street st road rd avenue ave lane drive boulevard blvd highway way square court place ranch")
# Second halves of hyphened adjectives in which the number counts nothing.
IDLE_COMPOUNDS = words("way fold dimensional faced digit time tier wheel piece star")
# What can be said to have happened to nobody.
HARM_PARTICIPLES = words(
    "killed injured wounded hurt harmed missing arrested detained captured displaced affected hospitalised hospitalized"
)
# Nouns that name people by what they were or did, so that the predicate says more: "three hostages were killed".
WEAK_NOUNS = words(
    "survivor victim hostage captive prisoner pow refugee evacuee detainee casualty passenger "
    "attendee spectator onlooker "
    "bystander occupant protester protestor demonstrator participant"
)
# Those who attack; unless more is said, they are there.
ATTACKERS = words("gunman attacker assailant bomber militant shooter terrorist insurgent")
# Of the forces those that are sent wherever they are spoken of.
SENT = words(
    "troop troops soldier force forces rescuer firefighter personnel marine reservist serviceman peacekeeper mercenary "
    "paramedic warship battalion brigade"
)
# Designators that need no capital.
LOWER_DESIGNATORS = words("flight resolution article route unit section chapter")
CALENDAR_WORDS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday"
)
# Participles and adjectives that stand behind their noun inside a phrase: "measles related deaths".
RELATED = words(
    "related based linked owned led backed held controlled infected torn hit affected ravaged affiliated registered "
    "born led funded induced aligned"
)
# Nouns whose number is a label: "region six", "chapter two"; only in the singular and with nothing counted behind.
LABELLED = words(
    "region phase stage grade level tier gate room lane channel step episode season chapter round game volume part "
    "section page line article number act scene track group category class type zone ward district platform terminal "
    "act title question top bottom"
)
# Diseases whose "cases" are people; folded stems.
EPIDEMIC = r"virus|covid|disease|infect|cholera|ebola|measles|outbreak|pandemic|epidemic|malaria|flu\b|polio|dengue"
ORDINAL_ENDS = words("first second third fourth fifth sixth seventh eighth ninth")
