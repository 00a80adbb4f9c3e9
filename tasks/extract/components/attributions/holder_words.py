"""Nouns that tell what kind of holder a phrase without a name stands for."""

from tasks.extract.wordlists import words

DOCUMENT_NOUNS = words(
    "report statement law study survey poll document letter footage photograph photo video image picture",
    "website site database constitution treaty resolution notice indictment affidavit filing lawsuit complaint",
    "record data figure statistic dossier memo memorandum communique email tweet post article editorial book",
    "paper analysis review audit census transcript recording evidence investigation inquiry agreement accord",
    "deal bill act charter decree ruling verdict judgment warrant bulletin advisory leaflet manifesto",
    "declaration press-release release text message map guideline estimate log file cable leak account model",
    "forecast charge-sheet rule regulation policy autopsy polling research finding result test",
    "proclamation summary petition decree order memo imaging imagery",
)
BODY_NOUNS = words(
    "government ministry army military navy force police agency administration court parliament congress",
    "senate commission committee council party union company firm corporation department office bureau embassy",
    "consulate organization organisation group movement coalition alliance network newspaper magazine outlet",
    "broadcaster channel station club team federation association foundation institute university hospital",
    "bank airline airport board panel tribunal service brigade command cabinet opposition regime",
    "state country nation city municipality council task-force unit watchdog charity publication daily weekly",
    "kremlin pentagon side faction militia junta academy society league institution laboratory campaign",
)
GROUP_NOUNS = words(
    "police-officers people public media press crowd community source expert analyst eyewitness witness",
    "official authority authorities resident local protester critic observer researcher scientist lawyer",
    "majority some many others most several both supporter opponent victim relative family neighbour neighbor",
    "journalist reporter activist staff crew representative senator democrat republican lawmaker member",
)
# Bodies that a plural leaves unnamed: "religious groups", but not "Russian forces".
MANY_BODIES = words(
    "group militia union party company firm organization organisation outlet newspaper magazine club faction movement",
    "agency association charity hospital university bank network channel broadcaster",
)
# What tells the kind of a holder only: words that seldom say anything.
PAPERS = DOCUMENT_NOUNS | words("decision announcement advisory guidance broadcast notification petition")
PEOPLE = GROUP_NOUNS | words(
    "user customer employee worker student patient passenger farmer voter neighbor colleague friend fan follower",
    "teacher nurse pilot driver engineer organizer organiser volunteer veteran refugee migrant inmate",
)
PERSON_NOUNS = words(
    "president minister governor mayor leader chief chairman chairwoman chair general commander king queen",
    "prince princess secretary director ceo founder head ambassador envoy senator judge prosecutor attorney",
    "lawyer coach captain pope bishop premier chancellor prime-minister father mother brother sister wife",
    "husband son daughter suspect defendant author professor doctor owner manager deputy officer",
)
SPOKESPERSONS = words("spokesperson spokesman spokeswoman spokespeople")
PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
