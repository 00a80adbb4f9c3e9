"""Classes of words that the conditions and roles of happenings ask for."""

from tasks.extract.wordlists import words

# Deeds that make a vehicle crash or a weapon, and the words that the wreck is told with.
WRECKING = frozenset({"shoot down", "down aircraft", "drive", "plough", "plow", "car ramming", "ramming"})
WRECKS = words("crash collision collide crash-landing disaster tragedy plummet plunge wreck fall")
MOVED = words(
    """
    troop troops soldier soldiers force forces army military personnel ship ships warships tanks aircraft jets missiles
    weapons peacekeepers marines fleet contingent battalion garrison delegation ambassador ambassadors envoy diplomats
    staff observers inspectors reporters journalists them
    """
)
BYSTANDERS = words(
    """
    crowd crowds pedestrians pedestrian people protesters protestors demonstrators counter-protesters bystanders
    worshippers shoppers spectators cyclists tourists mourners marchers revellers revelers families
    """
)
MISSILES = words("stone stones rock rocks brick bricks bottle bottles molotov cocktails object objects things petrol")
LAUNCHING = words(
    """
    fire fires fired firing throw throws threw thrown throwing hurl hurls hurled hurling launch launches launched
    launching lob lobbed lobbing use uses used using
    """
)
HURTING = words("killed killing kills injured injuring injures wounded wounding wounds hurt hurting maimed maiming")
LABOUR = words(
    """
    union unions worker workers pay wage wages employees staff teachers nurses doctors drivers labour labor walkout
    pilots miners strikers pensions industrial general
    """
)
# What they are done for, someone did before.
PUNISHING = words(
    """
    sentence sentenced sentences sentencing convict convicted convicts convicting arrest arrested arrests arresting
    charge charged charges charging jail jailed jails jailing accuse accused accuses accusing fine fined fines
    prosecute prosecuted indict indicted indicts imprison imprisoned detain detained criticise criticised criticize
    criticized blame blamed blames praise praised praises thank thanked condemn condemned condemns punish punished
    execute executed suspected guilty sue sued sanction sanctioned dismiss dismissed suspend suspended expel expelled
    acquit acquitted pardon pardoned try tried hold held
    """
)
UNREAL_NOUNS = words(
    """
    resolution bill motion proposal call calls demand demands request requests order orders threat threats bid attempt
    attempts willingness readiness right petition offer ultimatum suggestion recommendation refusal power
    """
)
FEARS = words("fear fears threat threats risk risks danger dangers possibility prospect likelihood probability chance")
PLANS = words("plan plans intention intentions pledge promise vow decision agreement deal intent")
THEME_ASSAULT = words(
    """
    gunman gunmen militant militants terrorist terrorists insurgent insurgents bomber bombers attacker attackers
    rebels jihadist jihadists hostages troops soldiers murder assailant militia sniper warplanes bomb bombs rockets
    explosives terrorism war
    """
)
# Too common for an article, enough for the one sentence that tells of a death.
HINTS_ASSAULT = words("conflict insurgency firefight fighting war crossfire genocide")
HINTS_DISASTER = words(
    "covid covid-19 coronavirus coronavirus-related pandemic epidemic ebola cholera measles outbreak"
)
CHARGES = words("count counts")
CUSTODY = frozenset({"in custody", "in police custody"})
DYING = words("die death pass")
OBITUARY = words("aged age cancer leukemia leukaemia pneumonia cardiac illness stroke natural birthday funeral")
# What kills and injures without meaning to.
NATURAL = words(
    """
    typhoon hurricane cyclone tornado storm storms quake earthquake tsunami flood floods flooding fire blaze wildfire
    wildfires virus coronavirus disease sars-cov-2 covid-19 outbreak pandemic epidemic landslide mudslide avalanche
    crash accident collapse derailment eruption heatwave lightning leak
    """
)
THEME_DISASTER = words(
    """
    plane aircraft passengers passenger pilot storm hurricane cyclone typhoon magnitude epicentre epicenter
    firefighters survivors debris rubble landslide vessel ferry train derailed runway rescuers tornado earthquake
    tsunami flood flooding volcano weather crew evacuated epidemic virus
    """
)
