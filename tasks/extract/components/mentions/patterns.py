"""Lexicons of the mentions component; lower case unless said otherwise."""

from tasks.extract.wordlists import words
from tasks.vocabularies import NameLabel

POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
DEFINITE = frozenset({"the", "this", "that"})
# Nouns that head the description of a body of a state or city ("the interior ministry", "Iraqi military").
NATIONAL_BODIES = words(
    """
    ministry army military navy parliament cabinet congress senate treasury embassy consulate legislature judiciary
    presidency department directorate bureau agency committee commission council force guard airforce authority
    administration service court prosecutor-general secretariat
    """
)
# Of these a bare "the ..." is a national body; the others need a modifier or an owner.
BARE_NATIONAL_BODIES = words("army military navy parliament airforce senate")
# They act within a city or district.
LOCAL_BODIES = frozenset({"police", "fire service", "fire department", "fire brigade", "police department"})
GOVERNMENT_NOUNS = frozenset({"government", "regime", "administration", "authorities", "cabinet", "leadership"})
# With a nationality before them these stand for the country ("Russian forces").
FORCE_NOUNS = frozenset(
    """force forces troop troops soldier soldiers army military warplane warplanes jets aircraft airstrike airstrikes
    artillery navy warship warships fighters commandos tanks drones missiles paratroopers marines servicemen
    personnel airmen peacekeepers side delegation negotiators diplomats involvement leadership regime government
    administration authorities"""
)
# A capitalised run that ends with one of these is the name of an organisation.
ORGANISATION_HEADS = words(
    """
    Ministry Department Directorate Bureau Agency Committee Commission Council Court Parliament Assembly Congress
    Senate Party Front Movement Army Navy Force Forces Guard Guards Corps Brigade Brigades Battalion Regiment Police
    Union Federation Association Organization Organisation Foundation Institute University College School Hospital
    Bank Company Corporation Corp Inc Ltd Airlines Airways Railways Group Times Post Herald Tribune News Press Journal
    Gazette Observer Network Authority Administration Center Centre Office Service Services Secretariat Society Club
    League Alliance Coalition Campaign Fund Trust Church Embassy Consulate Mission Observatory
    """
)
# What the field of a body follows in its name ("Commission on Presidential Debates").
FIELD_LINKS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("Commission", "Committee", "Council", "Panel"), frozenset({"on", "for", "of"})),
    **dict.fromkeys(
        ("Center", "Centre", "Institute", "Agency", "Association", "Foundation", "Fund", "Society", "Bureau"),
        frozenset({"for", "of"}),
    ),
    **dict.fromkeys(("Coalition", "Campaign", "Front", "Movement", "Alliance"), frozenset({"for"})),
    **dict.fromkeys(("Federation", "League", "Union", "Institution", "Chamber"), frozenset({"of"})),
}
# Capitals that stand for a place rather than a body: the codes of the United States' and Canada's post, and cities.
PLACE_CODES = words(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS NT NU ON PE QC SK YT NYC SF NSW ACT UAE DRC PNG
    """
)
# A token with such an ending names a site, with others a file.
SITE_ENDINGS = words("com org net gov edu int info news tv uk us au ca eu fr de es it ru cn in io co")
ORGANISATION_OPENERS = frozenset({"Ministry", "Department", "Office", "Directorate", "University", "Bank", "Court"})
FACILITY_HEADS = words(
    """
    Airport Station Hotel Stadium Square Street Road Avenue Bridge Palace Prison Tower Building Base Museum Temple
    Mosque Cathedral Park Harbour Port Camp Mall Dam Tunnel Plant Hospital
    """
)
PLACE_HEADS = words(
    """
    Province District County Region State Island Islands River Sea Ocean Gulf Strait Peninsula Mountains Valley Desert
    Lake Bay Territory Governorate Oblast Prefecture City
    """
)
NAME_LINKS = frozenset({"of", "for", "the", "and", "on", "in", "&", "de", "la", "al", "-", "del", "du"})
PERSON_PARTICLES = words(
    """
    al el bin ibn abu de del della der di da dos du la le van von ter ten ben st st.
    """
)
# Before such words and the given names of saints stand places.
PLACE_OPENERS = frozenset(
    {"Santa", "San", "Santo", "São", "St.", "St", "Saint", "Fort", "Port", "Lake", "Mount", "Cape"}
)
GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})
POST_NOMINALS = frozenset({"QC", "KC", "MP", "MEP", "OBE", "MBE", "CBE", "PhD", "MD", "Esq"})
NOT_NAMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today tomorrow dozens hundreds thousands several many mr mrs ms
    covid-19 coronavirus christmas easter ramadan utc gmt i he she it they we you a an the this that however meanwhile
    according source internet
    """
)

# A city's or building's name in these positions stands for those who sit there.
RELATION_NOUNS = words(
    """
    treaty relations relation relationship ties talks talk agreement pact tension tensions sanctions pressure dialogue
    negotiation negotiations alliance deal accord dispute conflict war rift standoff stand-off cooperation partnership
    diplomacy contacts friendship summit rivalry hostility détente rapprochement row support anger criticism
    condemnation demand demands request requests proposal offer threat threats message letter signal ceasefire truce
    """
)
OWNED_ACTS = words(
    """
    decision government policy policies response ally allies claim claims position stance military army navy forces
    troops demand demands request offer refusal intervention support backing involvement role plan plans ambassador
    ambassadors envoy spokesman spokesperson spokeswoman leader leaders intention intentions interest interests
    influence approval consent invasion annexation aggression attack attacks threat threats sanctions statement
    accusation accusations allegations denial withdrawal commitment willingness ambitions efforts attempt attempts
    foreign nuclear missile announcement move moves actions action campaign proxies security strategy view views
    concerns condemnation opposition missiles reaction rule regime officials diplomats ministry ministers minister
    hand control side proposal proposals promise pledge rejection recognition warning warnings
    """
)
# Verbs whose subject may well be a city as a place.
PLACE_VERBS = words(
    """
    caught catch mourn mourns mourned mourning sit sits sat shake shook voted
    be is are was were been have has had having saw see sees seen lie lies lay host hosts hosted hosting remain
    remains remained become becomes became suffer suffers suffered experience experienced wake woke awoke contain
    contains include includes included boast boasts house houses fall fell burn burned flooded witnessed witness
    celebrate celebrated grow grew
    """
)
ADDRESSED_VERBS = words(
    """
    urge urged urges urging accuse accused accuses accusing warn warned warns warning tell told tells blame blamed
    blames blaming criticise criticised criticize criticized criticizing condemn condemned condemns press pressed ask
    asked asks pressure pressured sanction sanctioned slam slammed thank thanked persuade persuaded convince convinced
    inform informed notify notified support supported supports backing backed antagonise anger angered provoke
    provoked help helped assure assured
    """
)
# What comes from a capital comes from a government.
SENT_NOUNS = words(
    """
    claim claims statement statements accusation accusations allegation allegations denial denials demand demands
    request requests message messages criticism condemnation pressure threat threats warning warnings backing orders
    instructions assurances permission approval
    """
)
PLACE_KINDS = words("the capital city town port district")
STANCE_PREFIXES = words("pro anti")
PARTNER_PREPOSITIONS = words("with for against between by")
STANCE_SUFFIXES = frozenset({"backed", "led", "aligned", "appointed", "sponsored", "funded", "installed", "friendly"})
LOCATIVE_PREPOSITIONS = words(
    """
    in at near from into outside inside around through across throughout via toward towards over above within off
    leaving
    """
)
ALLIED_PREPOSITIONS = frozenset({"with", "between", "against", "for", "by", "to", "of", "from"})
STATION_NOUNS = words(
    """
    official officials spokesman spokeswoman spokesperson source sources aide aides statement staff policy
    administration press adviser advisers briefing insider insiders announcement
    """
)

# Definite descriptions, by what they can stand for.
NOMINALS: dict[str, tuple[NameLabel, ...]] = {
    **dict.fromkeys(("country", "nation", "state"), (NameLabel.GPE,)),
    **dict.fromkeys(words("hotel airport museum prison stadium mosque church cathedral"), (NameLabel.FAC,)),
    **dict.fromkeys(
        words(
            """
    ministry agency group company organization organisation party movement department committee commission council
    court union bank university institute body force militia network firm airline corporation manufacturer broadcaster
    newspaper publication website site outlet magazine paper charity watchdog foundation alliance coalition bureau
    service authority hospital network channel station club team school administration campaign senate panel board
    """
        ),
        (NameLabel.ORG,),
    ),
    **dict.fromkeys(
        words(
            """
    president minister premier chancellor governor mayor senator general spokesman spokeswoman spokesperson commander
    ambassador secretary king queen prince leader chief official officer lawmaker politician director chairman judge
    prosecutor envoy candidate suspect defendant man woman author journalist boy girl commissioner superintendent
    sheriff attorney lawyer chairwoman chairperson coach captain manager founder ceo pope bishop archbishop cardinal
    ayatollah sheikh imam emir sultan inspector detective colonel admiral editor professor deputy lord
    """
        ),
        (NameLabel.PERSON,),
    ),
}
# Capitalised, such a noun alone is no name of its own.
BODY_WORDS = words(
    """
    court senate parliament commission ministry committee police network government administration department agency
    council hospital board panel authority assembly cabinet army navy house
    """
)
# Such a description may mean any private body that was spoken of just before.
PRIVATE_NOUNS = words("company group agency organisation organization network channel station firm airline charity")
# These go by "Parliament of X" where a nationality stands before them.
LEGISLATURES = words("parliament senate congress house assembly")
# Which side of it, not which body it is.
PARTY_WORDS = words("republican democratic conservative liberal labour gop upper lower full entire whole")
NEWS_NOUNS = frozenset({"newspaper", "publication", "website", "site", "outlet", "magazine", "paper", "broadcaster"})
SPOKES_NOUNS = words(
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons representative
    """
)
# Documents speak for whoever issued them.
DOCUMENT_NOUNS = words(
    """
    statement report communique communiqué letter constitution website database study survey memo document filing
    editorial article tweet post release announcement law treaty charter broadcast proclamation summary advisory
    bulletin email lawsuit complaint indictment affidavit petition resolution ruling judgment verdict decree policy
    bill act video footage message notice press-release memorandum manifesto
    """
)
UNNAMED_PEOPLE = words(
    """
    official officials source sources expert experts analyst analysts people person resident residents witness
    witnesses eyewitness eyewitnesses activist activists authority authorities protester protesters protestor
    protestors doctor doctors scientist scientists critic critics lawmakers media press reporters journalists
    investigators officer officers soldier soldiers troops rescuers observers diplomats leaders lawyer lawyers family
    families relatives neighbours neighbors survivors victims members
    """
)

PRONOUNS: dict[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "plural"),
    **dict.fromkeys(("i", "me", "my", "we", "us", "our", "myself", "ourselves"), "speaker"),
}
SPEECH_FORMS = words(
    """
    said says say saying told tells tell telling added adds adding stated states stating announced announces wrote
    writes tweeted tweets noted notes explained explains claimed claims argued argues warned warns insisted insists
    confirmed confirms denied denies commented comments remarked declared declares continued replied responded
    reported reports acknowledged admitted suggested described asked stressed emphasized emphasised reiterated
    concluded testified recalled vowed pledged complained observed
    """
)
QUOTE_MARKS = frozenset('"“”«»')
SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
# Relations that hold the parts of one name together.
NAME_DEPS = frozenset({"flat", "compound", "flat:name", "fixed", "goeswith", "nmod:desc"})
