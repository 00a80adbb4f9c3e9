"""Words that the conditions of `senses` ask for."""

from tasks.extract.wordlists import words

HOSPITALS = words("hospital hospitals clinic clinics infirmary medical morgue ward")
MEDICAL = words(
    """
    hospital hospitals clinic injury injuries wound wounds burns medics medic paramedics doctors medically inhalation
    shock scene fractures injured wounded hypothermia concussion bruises ambulance
    """
)
LETTING_GO = words(
    """
    prison prisons jail custody detention bail parole prisoner prisoners hostage hostages captive captives detainee
    detainees inmate inmates arrested detained jailed imprisoned kidnapped abducted captured captivity kidnappers
    captors charge charges sentence amnesty pardoned cell police behind
    """
)
CAMERAS = words("video videos footage camera cameras image images photo photos photograph photographs film recording")
ISSUING = words("issue issued issues issuing give gave given gives sign signed signs signing obey defied")
CATASTROPHES = words(
    """
    hurricane storm earthquake quake flood floods flooding wildfire wildfires bushfire bushfires cyclone typhoon tornado
    eruption volcano drought avalanche landslide tsunami
    """
)
TREATIES = words(
    """
    treaty agreement accord deal pact convention organisation organization union bloc alliance unesco nato who opec
    race contest tournament mediation
    """
)
RUBBLE = words("rubble wreckage debris water sea river mud snow ruins building blaze")
AT_SEA = words("sea ocean waters test tests")
EVILS = words("corruption crime poverty disease racism fraud hunger injustice discrimination climate fire fires")
OFFICES = words("office power post position presidency job government cabinet party throne")
ANSWERING = words("declare declared declares declaring contain combat fight handle handled tackle address called curb")
UNBACKED = words("claim claims theory theories ambitions allegation allegations conclusion view idea notion hypothesis")
DISMISSED = words("bill charge charges case cases claim claims lawsuit suit complaint appeal law motion")
EXPRESSING = words("express expressed expresses expressing voice voiced voices voicing")
PANELS = words("senate house committee congress parliament parliamentary inquiry commission impeachment panel")
PROTESTERS = words("protesters protestors demonstrators activists supporters marchers crowds opponents unionists")
RESEARCH = words(
    """
    research researcher researchers study studies scientists scientist experiment experiments lab laboratory journal
    brain species telescope cells
    """
)
SPORTS = words(
    """
    championship championships league cup tournament medal match points olympic olympics goals coach rugby football
    cricket tennis basketball innings wicket wickets quarterfinal semifinal playoffs chess
    """
)
