"""Lexicons: what is counted, what happens to it, and numbers that belong to names."""

from dataclasses import dataclass
from enum import StrEnum

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


# Lemmas of verbs.
VERB_CUES: dict[str, Cue] = (
    _cues(Measure.KILLED, Role.OBJECT, "kill murder slay massacre execute assassinate behead slaughter")
    | _cues(Measure.KILLED, Role.SUBJECT, "die perish drown succumb suffocate")
    | _cues(Measure.INJURED, Role.OBJECT, "injure wound hurt maim hospitalise hospitalize treat stab")
    | _cues(Measure.MISSING, Role.SUBJECT, "disappear vanish")
    | _cues(Measure.MISSING, Role.OBJECT, "trap bury")
    | _cues(Measure.CAPTURED, Role.OBJECT, "capture abduct kidnap hold seize")
    | _cues(Measure.DISPLACED, Role.OBJECT, "displace evacuate uproot relocate")
    | _cues(Measure.DISPLACED, Role.SUBJECT, "flee evacuate")
    | _cues(Measure.ARRESTED, Role.OBJECT, "arrest detain imprison jail apprehend")
    | _cues(Measure.DEPLOYED, Role.OBJECT, "deploy send dispatch mobilise mobilize station commit launch")
    | _cues(Measure.DEPLOYED, Role.SUBJECT, "respond fight battle")
    | _cues(
        Measure.PRESENT, Role.SUBJECT, "attend gather participate march assemble rally demonstrate protest travel board"
    )
    | _cues(Measure.PRESENT, Role.OBJECT, "carry")
    | _cues(Measure.AFFECTED, Role.OBJECT, "affect damage infect hit strand impact")
    | _cues(Measure.SURVIVED, Role.SUBJECT, "survive")
    | _cues(Measure.SURVIVED, Role.OBJECT, "rescue save")
    | _cues(Measure.DESTROYED, Role.OBJECT, "destroy demolish raze flatten gut wreck bulldoze burn incinerate")
    | _cues(Measure.DESTROYED, Role.SUBJECT, "collapse burn")
    | _cues(Measure.CAPACITY, Role.OBJECT, "seat accommodate house")
)
# Lemmas of nouns and adjectives: as what is counted ("six deaths") or as predicate ("190 were dead").
NOUN_CUES: dict[str, Measure] = (
    dict.fromkeys(
        "dead death fatality body corpse toll killing murder deceased lifeless slain remains".split(), Measure.KILLED
    )
    | dict.fromkeys("injured injury wounded wound hurt hospitalised hospitalized".split(), Measure.INJURED)
    | dict.fromkeys("missing unaccounted trapped".split(), Measure.MISSING)
    | dict.fromkeys("hostage captive prisoner pow kidnapping abduction abductee".split(), Measure.CAPTURED)
    | dict.fromkeys("refugee evacuee displaced homeless displacement evacuation".split(), Measure.DISPLACED)
    | dict.fromkeys("arrest detainee detention custody arrestee".split(), Measure.ARRESTED)
    | dict.fromkeys("casualty victim affected infected infection case damaged".split(), Measure.AFFECTED)
    | dict.fromkeys("survivor alive unhurt uninjured unharmed unscathed rescued".split(), Measure.SURVIVED)
    | dict.fromkeys("destroyed destruction".split(), Measure.DESTROYED)
    | dict.fromkeys("vote ballot abstention".split(), Measure.VOTE)
    | dict.fromkeys("seat-capacity capacity seater".split(), Measure.CAPACITY)
    | dict.fromkeys(
        "passenger attendee spectator onlooker bystander occupant protester protestor demonstrator participant".split(),
        Measure.PRESENT,
    )  # noqa: E501  # one row a measure
    | dict.fromkeys("aboard present onboard".split(), Measure.PRESENT)
)
# Phrases: more specific than any single word. Patterns over the clause's text behind or before the number.
PHRASE_CUES: tuple[tuple[str, Measure], ...] = (
    (r"\b(?:lost|losing|lose|claim\w*|cost\w*|took)\s+(?:their|his|her|the)?\s*li(?:ves|fe)\b", Measure.KILLED),
    (r"\bamong (?:the|those) (?:dead|killed|fatalities|deceased|victims)\b", Measure.KILLED),
    (r"\bamong (?:the|those) (?:injured|wounded|hurt)\b", Measure.INJURED),
    (r"\bamong (?:the|those) missing\b", Measure.MISSING),
    (r"\b(?:shot|found|pronounced|confirmed|declared|presumed|feared|left)\s+dead\b", Measure.KILLED),
    (r"\bin (?:hospital|critical condition|intensive care)\b|\bto (?:a |the )?hospitals?\b", Measure.INJURED),
    (r"\bunder (?:the )?(?:rubble|debris)\b|\bunaccounted for\b|\bstill (?:trapped|buried)\b", Measure.MISSING),
    (r"\b(?:taken|held) (?:hostage|prisoner|captive)\b", Measure.CAPTURED),
    (r"\b(?:forced from|fled|leave|left|abandon\w*) (?:their )?homes?\b|\bhomeless\b", Measure.DISPLACED),
    (r"\b(?:in|into|taken into) custody\b|\bbehind bars\b|\bunder arrest\b", Measure.ARRESTED),
    (
        r"\bon[- ]?board\b|\baboard\b|\btook part\b|\btook to the streets\b|\bin attendance\b|\bturned out\b",
        Measure.PRESENT,
    ),
    (r"\bin need of\b|\bwithout (?:power|electricity|water)\b|\btested positive\b|\bat risk\b", Measure.AFFECTED),
    (r"\bburn(?:t|ed)? (?:down|to the ground)\b", Measure.DESTROYED),
)
# Nouns of people who are sent somewhere, and of what they come with.
FORCES = frozenset(
    "troop troops soldier force forces rescuer firefighter officer police personnel marine reservist serviceman mercenary guard "
    "paramedic medic volunteer peacekeeper policeman aircraft warship ship vehicle tank helicopter jet engine crew unit battalion "
    "brigade contractor fighter".split()
)
# Nouns of people, for zero counts ("no soldiers were hurt"), ages and the counting "one".
PEOPLE = frozenset(
    "people person man woman child boy girl baby infant teenager adult student pupil teacher civilian resident citizen villager "
    "worker employee staff crew member passenger pilot driver pedestrian tourist visitor guest patient doctor nurse journalist "
    "reporter soldier troop troops officer policeman policewoman firefighter rescuer marine guard gunman attacker militant terrorist "
    "insurgent rebel fighter suspect assailant bomber prisoner hostage inmate detainee migrant refugee protester protestor "
    "demonstrator activist victim survivor casualty official politician lawmaker minister judge lawyer family relative mother "
    "father son daughter brother sister parent wife husband friend colleague monk priest pilgrim worshipper farmer fisherman "
    "miner sailor driver cyclist player athlete fan spectator other american briton foreigner national".split()
)
CASUALTIES = frozenset("casualty death injury fatality victim survivor arrest damage".split())
# Words whose following number is a label and not a count; folded.
DESIGNATORS = frozenset(
    "flight article section chapter resolution boeing airbus route highway interstate channel unit group phase tier type "
    "model no number nos room platform gate page line zone district ward sector apollo soyuz falcon iphone ios android windows xbox "
    "playstation formula title division brigade regiment battalion squadron class grade version volume episode season part act rule "
    "clause paragraph amendment protocol directive bill proposition measure item exhibit terminal pier runway road avenue motorway "
    "covid g agenda area block building apartment flat suite game round week day session fortune nasdaq dow ftse dax euro galaxy "
    "big studio station bus train tram pick seed rank lot order case docket window stage step cohort radio bbc itv windows f mig su "
    "mi il an tu ch uh ah ak t m".split()
)
STREETS = frozenset(
    "street st road rd avenue ave lane drive boulevard blvd highway way square court place ranch".split()
)
# Second halves of hyphened adjectives in which the number counts nothing.
IDLE_COMPOUNDS = frozenset("way fold dimensional faced digit time tier wheel piece star".split())
# Verbs and nouns after which "for N years" says how long their subject lasts.
LASTING = frozenset("last continue ongoing rage go drag endure run take span".split())
# What can be said to have happened to nobody.
HARM_PARTICIPLES = frozenset(
    "killed injured wounded hurt harmed missing arrested detained captured displaced affected hospitalised hospitalized".split()
)
# Nouns that name people by what they were or did, so that the predicate says more: "three hostages were killed".
WEAK_NOUNS = frozenset(
    "survivor victim hostage captive prisoner pow refugee evacuee detainee casualty passenger attendee spectator onlooker "
    "bystander occupant protester protestor demonstrator participant case".split()
)
# Those who attack; unless more is said, they are there.
ATTACKERS = frozenset("gunman attacker assailant bomber militant shooter terrorist insurgent suspect".split())
# Of the forces those that are more often met than sent.
NOT_SENT = frozenset("crew police aircraft jet ship".split())
# Designators that need no capital.
LOWER_DESIGNATORS = frozenset("flight resolution article route unit section chapter".split())
CALENDAR_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday".split()
)
