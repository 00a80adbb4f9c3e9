"""Nouns of acts and gatherings, which say of those behind "of" what a verb would: "the rape of two girls"."""

from tasks.extract.wordlists import words
from tasks.vocabularies import Measure

_BY_MEASURE: dict[Measure, str] = {
    Measure.KILLED: "execution assassination beheading lynching extermination suicide slaughter loss homicide",
    Measure.INJURED: "shooting stabbing beating maiming hospitalisation hospitalization",
    Measure.MISSING: "disappearance entrapment",
    Measure.CAPTURED: "seizure hijacking",
    Measure.DISPLACED: "expulsion deportation eviction resettlement relocation exodus exile",
    Measure.ARRESTED: "imprisonment jailing internment incarceration",
    Measure.DEPLOYED: "mobilisation mobilization stationing contingent garrison convoy",
    Measure.PRESENT: "crowd audience turnout attendance gathering mob throng congregation",
    Measure.AFFECTED: "rape abuse assault harassment torture trafficking molestation poisoning exploitation bullying",
    Measure.SURVIVED: "rescue rescuing survival recovery release",
    Measure.DESTROYED: "demolition sinking burning razing collapse wreckage",
}
ACTS_ON: dict[str, Measure] = {word: measure for measure, row in _BY_MEASURE.items() for word in words(row)}
# Those who vote; in a sentence of a ballot what they do is a vote.
VOTERS = words(
    """
    member senator representative lawmaker legislator deputy mp delegate minister councillor councilor judge justice
    state country nation party elector democrat republican conservative liberal independent voter commissioner
    """
)
VOTING = words("support oppose back favour favor approve reject abstain dissent object vote endorse pass")
BALLOTED = words("resolution motion bill amendment vote ballot referendum measure proposal impeachment treaty")
# Whose extent tells how strong something of nature was.
NATURAL = words(
    """
    rain rainfall snow snowfall surge wave wind gust hail flood floodwater water tsunami tide storm hurricane cyclone
    typhoon tornado precipitation swell ash earthquake quake
    """
)
RECORDERS = words("video camera footage photo photograph image film picture cctv satellite")
MOVING = words("move travel drive fly go run sail race speed head ride accelerate cruise drift")
