"""Verbs of general meaning name a happening by what they are done to: to suspend aid is a sanction, a player not."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from tasks.extract.components.events.types import Found
from tasks.extract.wordlists import words

# Classes of objects; an entry of the lexicon asks for one in its column `needs`.
OBJECTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "supplies": words(
            """
            money fund funds funding dollars euros pounds million billion food medicine medicines water weapons arms
            ammunition equipment intelligence loan loans grant grants credit credits supplies tents vaccines vaccine
            masks ventilators shelter training missiles tanks helicopters drones blankets medication rice wheat grain
            fuel donations
            """
        ),
        "relations": words(
            """
            aid assistance tie ties relations relationship trade link links export exports import imports funding
            cooperation co-operation flights deliveries delivery sale sales mediation contacts contact programme program
            exchanges membership subsidies shipments shipment supplies investment treaty partnership recognition loans
            """
        ),
        "demands": words(
            """
            demand demands appeal appeals call calls request requests proposal proposals offer offers plan plans bid
            ultimatum petition motion invitation suggestion suggestions resolution compromise advances overtures
            pressure conditions
            """
        ),
        "accepted": words("demand demands conditions ultimatum request requests terms pressure"),
        "rules": words(
            """
            ban ceasefire cease-fire truce order orders agreement resolution sanctions embargo curfew treaty lockdown
            moratorium law laws contract agreement norms code charter
            """
        ),
        "talks": words(
            """
            talks meeting meetings visit summit negotiations negotiation conference dialogue consultations trip
            """
        ),
        "measures": words(
            """
            bill law laws legislation proposal plan plans charges charge lawsuit suit tax taxes decree amendment policy
            tariffs tariff mandate
            """
        ),
        "restrictions": words(
            """
            ban bans curfew emergency state blockade siege sanctions restrictions restriction embargo lockdown tariffs
            law quarantine measures rules curbs controls sentence sentences
            """
        ),
        "grants": words(
            """
            amnesty pardon autonomy independence citizenship permission rights right bail parole visas clemency immunity
            concessions concession reprieve access
            """
        ),
        "hostilities": words(
            """
            war siege offensive occupation fighting blockade hostilities bombing airstrikes rebellion insurgency
            conflict raids attacks shelling bombardment violence
            """
        ),
        "crossings": words("border borders crossing crossings checkpoint checkpoints corridor corridors"),
        "property": words(
            """
            territory land remains bodies body property assets island islands helicopter artefacts artifacts control
            power sovereignty positions
            """
        ),
        "captives": words("prisoner prisoners hostage hostages captive captives detainee detainees"),
        "towns": words(
            """
            town towns city village villages territory positions capital airport base province port district bridge
            outpost hill stronghold headquarters region island area checkpoint control power parliament
            """
        ),
        "rights": words(
            """
            electricity water power internet gas phone telephone utilities access services network networks
            """
        ),
        "press": words(
            """
            newspaper newspapers website websites channel magazine broadcasts publication station broadcaster
            broadcasting twitter facebook youtube media film book parliament constitution party parties licence license
            """
        ),
        "premises": words(
            """
            border borders school schools university universities mosque mosques church churches crossing crossings
            airspace shops offices bars restaurants
            """
        ),
        "homes": words("home homes house houses apartment apartments office offices premises"),
        "envoys": words("ambassador ambassadors envoy envoys diplomat diplomats charge"),
        "grievances": words("protest protests objection objections grievance grievances"),
        "sympathy": words(
            "condolences sympathy sympathies solidarity support gratitude appreciation thanks admiration satisfaction"
        ),
        "causes": words(
            """
            right rights policy decision move plan proposal agreement deal resolution action actions government
            efforts effort initiative candidate candidacy president bill measure measures independence legislation
            """
        ),
        "sought": words(
            """
            refuge asylum help support aid assistance meeting talks extradition cooperation approval permission
            protection sanctuary compensation clarification
            """
        ),
        "help": words("help aid assistance support cooperation co-operation talks compensation"),
        "statements": words(
            """
            inquiry decision decisions plan plans policy policies proposal bill ruling remarks comments statement
            handling record investigation response deal agreement proclamation law laws legislation idea stance speech
            resolution verdict treaty claims report move behaviour behavior attitude recognition
            """
        ),
        "countries": words("country home homes village villages city town island nation area region camp"),
        "traffic": words("airline airlines flight flights import imports export exports sale sales trade company"),
        "licences": words(
            "permit permits licence licences license licenses membership accreditation visa account accounts"
        ),
        "bills": words(
            """
            bill bills law laws legislation resolution resolutions motion measure measures act amendment amendments
            article articles budget proposal plan treaty constitution reform reforms package gathering referendum
            ordinance
            """
        ),
        "laws": words(
            """
            bill bills law laws legislation resolution resolutions motion measure measures act amendment amendments
            budget treaty constitution reform reforms package referendum ordinance
            """
        ),
        "unions": words("union eu bloc alliance nato unesco organisation organization treaty pact accord coalition"),
        "bonds": words("tie ties relations relationship relationships cooperation co-operation"),
        "verdicts": words("conviction convictions sentence sentences verdict verdicts ruling judgment ban decision"),
        "pacts": words(
            """
            agreement agreements treaty treaties accord accords deal deals pact pacts memorandum contract contracts
            declaration convention protocol truce ceasefire cease-fire armistice settlement charter document documents
            """
        ),
        "defences": words("defences defenses defence wall walls fence fences gate gates barrier barricade cordon"),
        "claims": words(
            """
            claim claims allegation allegations accusation accusations charge charges criticism concerns lawsuit suit
            case appeal complaint suggestion suggestions idea report reports rumours rumors
            """
        ),
        "gatherings": words(
            """
            debate debates event events session sessions ceremony concert concerts match matches game games rally
            festival conference tour appearance exam exams race election elections
            """
        ),
        "alert": words("alert standby"),
        "security": words("security patrols presence defences defenses defence defense borders border"),
        "aircraft": words("jets fighters aircraft planes bombers helicopters warplanes drone drones missiles rocket"),
        "missiles": words("missile missiles rocket rockets satellite warhead weapon"),
        "labour": words("work tools"),
        "routes": words(
            """
            road roads roadway highway highways street streets bridge traffic entrance entrances motorway railway
            transport access tracks port airport pipeline
            """
        ),
    }
)
HOLDING = frozenset({"obj", "nsubj:pass"})
INSIDE = frozenset({"compound", "nmod", "conj"})
MEASURING = words("part parts most all some series number hundreds thousands tons tonnes kinds round batch shipment")


def objects(doc: Doc, found: Found) -> Iterator[Token]:
    """What a verb is done to, a noun is of, or follows the particle of a phrase; with what is coordinated with it."""
    token = doc[found.head]
    wanted = HOLDING if found.trigger.pos == "verb" else frozenset({"nmod", "compound", "nmod:poss"})
    for child in token.children:
        is_object = child.dep_ in wanted or (found.end - found.start > 1 and child.dep_ == "obl")
        if is_object:
            yield child
            yield from child.conjuncts
            if child.lower_ in MEASURING or found.trigger.pos == "verb":
                yield from (part for part in child.children if part.dep_ in INSIDE)
    if found.trigger.pos == "verb" and token.dep_ == "acl" and token.tag_ == "VBN":
        yield token.head


def has_object(doc: Doc, found: Found, name: str) -> bool:
    """Whether one of them is of the class.

    Raises:
        KeyError: There is no such class.
    """
    return any(item.lower_ in OBJECTS[name] for item in objects(doc, found))


def swallows(doc: Doc, found: Found, other: Found) -> bool:
    """Whether what the other word names is only what this one is done to ("suspended the aid", "lifted the curfew")."""
    needs = found.trigger.needs.removeprefix("on ")
    if needs == found.trigger.needs or other.head == found.head:
        return False
    return any(item.i == other.head and item.lower_ in OBJECTS[needs] for item in objects(doc, found))
