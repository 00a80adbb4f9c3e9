"""Lexicons of the events component; the words that name happenings are in `seeds/reference/event_triggers.csv`.

Its column `pattern` says who fills which role:

| pattern | actor | recipient |
|---|---|---|
| `act` | subject, or possessor or nationality of a noun | object; for a noun what follows "on", "against", "of" |
| `aid` | as `act` | object or what follows "to", "for" |
| `request` | as `act` | object or what follows "of", "to", "from", "for", "on", "against" |
| `joint` | subject, or first of those that "between" and "with" name | the other one |
| `move` | as `act` | nobody |
| `protest` | as `act` | what follows "against" |
| `sanctioned` | as `act` | what follows "on", "against" |
| `suffer` | nobody | subject, or what follows "of" |
| `harm` | as `act` | object |
| `through` | as `act` | who owns, or is to get, what it is done to ("suspended aid to Chad") |
| `disaster` | nobody | nobody |

Its column `needs` says under which condition the word names a happening: `polity` (a country, body or leader takes
part), `force` (armed or official people do), `police`, `person` (a human object), `phone` (by telephone), `assault`
and `disaster` (the article is about one), `thing` (a vehicle or building suffers it, in an article about a disaster),
`weapon` (what is fired is one), `court` (the sentence speaks of courts), `country` (a country takes part), `crowd`
(people do it, to nothing), `actor` (someone does it), `pleading` (not of guilt or innocence), `deed` (not to speak),
`blamed` (someone, not something, is), `encounter` (those who meet are someone), `troops` (forces are moved),
`leaving` (forces, staff or a state leave), `siege` (police or forces surround), `ramming` (a vehicle is driven into
people), `evacuee` (a human object, in an article about a disaster), `guilty`, `justice`, `projectile` and `power`
(such words follow), `labour` (the sentence speaks of work), `lifted` (a ban or the like), `road`, `rescuers` (rescuers
do it), `harm` (the type follows what the sentence or article is about), `unlawful` and `bombs` (such
words follow or are the object), `on X` (what it is done to is of the class X of `objects`), and those of `deliberate`:
`promise` and `menace` (a deed that is no conflict, or is one, is announced), `directive` (someone is told to do
something), `duty` (someone says that another one must), `fail` and `unaccepting` (someone fails to agree, will not
accept), `permission` (an authority lets someone), `arriving` (forces do), `epidemic` (cases of a disease); `senses`
lists more.
"""

from tasks.extract.wordlists import words

# These count towards neither: they are what both have in common.
AMBIGUOUS_HARM = words(
    """
    explosion blast fire fires blaze explode detonation destruction devastation collapse death tragedy loss casualties
    toll damage casualty fatality fatalities deaths
    """
)
SWITCHING = words(
    """
    explosion blast fire blaze explode burn destruction devastation destroy damage flames
    """
)


FORCE = words(
    """
    troop troops soldier soldiers force forces army military navy ship ships warship warships police officer officers
    fighter fighters rebel rebels peacekeeper peacekeepers tank tanks aircraft jets marines militia militias personnel
    convoy firefighter firefighters rescuers reinforcements battalion brigade commandos mercenaries weapons vehicles
    missiles drones militants insurgents guards rangers crews teams team helicopters helicopter ambulance ambulances
    """
)
POLICE = words(
    """
    police officers officer authorities agents investigators detectives troops soldiers deputies sheriff commandos
    firefighters rescuers ambulance ambulances crews
    """
)
PEOPLE = words(
    """
    guerrillas guerrilla gunmen extremists separatists people person man men woman women child children boy boys girl
    girls civilian civilians official officials resident residents citizen citizens protester protesters protestor
    protestors demonstrator demonstrators rebel rebels militant militants insurgent insurgents terrorist terrorists
    gunman gunmen bomber bombers attacker attackers soldier soldiers troop troops force forces police officer officers
    authority authorities government governments group groups army military militia militias fighter fighters prisoner
    prisoners hostage hostages journalist journalists worker workers student students teacher teachers passenger
    passengers driver drivers pilot pilots crew victim victims survivor survivors suspect suspects refugee refugees
    migrant migrants member members leader leaders minister ministers president lawmaker lawmakers politician
    politicians activist activists leader opposition union unions party parties company companies court courts judge
    judges prosecutor prosecutors parliament ministry council committee team rescuers firefighter firefighters doctor
    doctors family families parent parents mother father son daughter brother sister wife husband baby infant crowd
    mob supporters powers nations countries villagers teenager teenagers youth youths guard guards personnel tourists
    guests casualties wounded dead deceased injured pilgrims defendant accused shooter killer murderer thief robbers
    pirates smugglers traffickers gang gangs cartel mercenaries peacekeepers diplomat diplomats ambassador envoy
    envoys delegation voters farmers miners fishermen strikers sailors marines commander commanders assailant
    assailants aid-workers volunteers residents neighbours neighbors navies armies relatives inmate inmates detainee
    detainees captives jury jurors tribunal magistrate magistrates regime coalition allies rangers witnesses patients
    network organisation organization movement faction factions bloc agency newspaper watchdog forum
    guerillas guerilla clergy clerics cleric monks settlers sides side businessman businessmen landowners negotiators
    negotiator missionary national nationals leadership administration units warships tanks
    """
)
NO_PEOPLE = words(
    """
    recorders numbers papers newspapers borders waters powers orders letters matters centers centres computers
    containers trailers rockets boosters covers quarters headquarters offers answers rivers towers winters doors
    floors errors mirrors factors sectors motors corridors vectors monitors sensors reactors tractors indicators
    dangers disorders shelters cylinders barriers carriers bunkers trackers filters layers clusters characters
    chapters figures flowers feathers fingers hammers ladders lasers meters litres liters posters printers servers
    speakers stickers theaters theatres timbers tigers transformers trousers wonders committees fees degrees trees
    coffees guarantees
    """
)
RESCUE_FORCES = words(
    """
    rescuers firefighters ambulance ambulances crews paramedics volunteers lifeboats lifeboat divers coastguard
    appliances
    """
)
THINGS = words(
    """
    plane aircraft airliner jet airplane aeroplane helicopter ship boat ferry vessel train bus car truck lorry vehicle
    building bridge dam house houses home homes tower roof wall walls it factory plant mine pipeline hotel tanker
    carriage coach minibus apartment apartments block cars trains vehicles buildings tree trees hurricane storm
    earthquake tsunami tornado cyclone typhoon wave waves quake lightning flight 707 737 747 jets airbus boeing
    lorries
    """
)
WEAPONS = words(
    """
    rocket rockets missile missiles shot shots mortar mortars shell shells gun guns bullet bullets torpedo torpedoes
    weapon weapons round rounds ammunition gas cannon artillery grenade grenades bomb bombs pistol rifle volleys
    projectiles
    """
)
COURT = words(
    """
    court courts judge judges jury trial sentenced convicted guilty accused prosecutor prosecutors prosecution lawyer
    lawyers charged charges murder crime criminal crimes defendant terrorism fraud theft prison bail police
    magistrates arrested corruption tribunal manslaughter innocent pleaded indicted verdict assault custody jailed
    """
)
LIFTED = words(
    """
    ban bans curfew emergency state blockade siege sanctions restrictions embargo lockdown tariffs law quarantine
    """
)
LASTING = words("outbreak outbreaks lockdown lockdowns quarantine curfew war violence unrest")
PATIENT_NOUNS = words(
    """
    arrest detention imprisonment trial sentencing sentence conviction deportation murder assassination killing
    execution extradition impeachment prosecution kidnapping abduction custody rescue evacuation indictment expulsion
    arrests convictions trials sentences murders assassinations killings executions deportations kidnappings
    """
)
ROADS = words("road roads roadway highway highways street streets bridge traffic entrance entrances motorway railway")
COMMENTS = words("comment say answer speak elaborate respond discuss give disclose name reveal")
NO_HAPPENING_HEADS = words(
    """
    services extinguisher departments brigades fighters appliance appliances service department officer officers
    brigade official officials crew crews engine truck chief relief agency management zone insurance warning warnings
    risk season safety alarm station prevention experts victims victim survivors site scene area areas trial trials
    suspect suspects rate rates
    """
)
EFFORTS = words(
    """
    effort efforts operation operations campaign campaigns mission missions process attempt attempts drive wave bid
    work delivery deliveries
    """
)
BACKGROUND_PREPOSITIONS = words("amid during due because despite since amidst")
OBJECT_CONTROL = words(
    """
    urge urged urges ask asked asks tell told tells order ordered orders force forced want wants wanted allow allowed
    invite invited encourage encouraged persuade persuaded call called calls command commanded request requested
    require required instruct instructed advise advised warn warned assist assisted help helped beg begged push pushed
    pressed press compel
    """
)
PROTESTERS = words("protesters protestors demonstrators protesters' activists")
RESCUERS = words("rescuers firefighters")
RESCUES = words("rescue work effort efforts operation mission search")
FACILITIES = words(
    """
    base building embassy consulate school church mosque synagogue temple hospital market checkpoint station barracks
    headquarters compound airport convoy village camp hotel offices office outpost parade restaurant nightclub club
    """
)
LIGHT_VERBS = words(
    """
    carry carried conduct conducted launch launched make made stage staged begin began hold held commit committed
    mount mounted undertake undertook perform performed issue issued launch launching carrying conducting making
    holding staging impose imposed imposing face faced announce announced take took give gave offer offered offering
    providing provide provided order ordered open opened start started continue continued plan planned suffer suffered
    claim claimed lead led hosted host join joined attend attended reach reached sign signed enter entered enters
    entering pursue pursued pursuing
    """
)
SUFFERING_LIGHT_VERBS = words("face faced faces facing suffer suffered suffers suffering")

NEGATIONS = words("not n't never no neither nor without n\u2019t cannot")
NEGATING_WORDS = words(
    """
    deny denied denies denying prevent prevented avoid avoided avert averted fail failed foil foiled thwart thwarted
    cancel cancelled canceled suspended suspend halt halted abandon abandoned refrain stop stopped
    """
)
NEGATING_NOUNS = words("halt suspension cancellation prevention absence lack end denial")
FUTURE_WORDS = words(
    """
    will shall 'll \u2019ll wo plan plans planned planning intend intends set scheduled upcoming due
    """
)
FUTURE_MODIFIERS = words(
    """
    planned upcoming imminent scheduled future forthcoming proposed expected impending
    """
)
HYPOTHETICAL_WORDS = words(
    """
    could may might should must can would if unless whether possible potential alleged
    """
)
HYPOTHETICAL_MODIFIERS = words("possible potential suspected threatened feared attempted would-be hypothetical")
UNREAL_GOVERNORS = words(
    """
    threaten threatened threatens want wants wanted demand demanded demands urge urged urges call called ask asked
    asks fear feared fears hope hoped seek sought seeks willing willingness ready prepared refuse refused refuses
    order ordered prevent vow vowed consider considered request requested prepare encourage encouraged wish likely
    unable able need needed needs try tried attempt attempted risk
    """
)
PROMISING_GOVERNORS = words(
    """
    promise promised promises pledge pledged pledges vow vowed plan plans planned agree agreed intend intends expected
    """
)

ACTOR_PREPOSITIONS = words("by from")
RECIPIENT_PREPOSITIONS: dict[str, frozenset[str]] = {
    "act": words("on against of at upon into targeting"),
    "aid": words("to for of"),
    "request": words("of to from for on against into at with upon by"),
    "sanctioned": words("on against"),
    "protest": words("against"),
    "joint": words("with between among"),
    "harm": words("of"),
    "suffer": words("of"),
    "through": words("to for with against on from"),
}
PLACE_PREPOSITIONS = words(
    """
    in at near on inside outside around along across off over into onto between to toward towards
    """
)
GOVERNMENT_ACTS = words("government authorities regime administration")
