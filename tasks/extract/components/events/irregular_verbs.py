"""Verbs of the lexicon whose forms no rule gives."""

from tasks.extract.components.mentions.patterns import words

# Past tense and participle, where they are not regular; lower case.
IRREGULAR: dict[str, tuple[str, ...]] = {
    "beat": ("beat", "beaten", "beats", "beating"),
    "break": ("broke", "broken", "breaks", "breaking"),
    "burn": ("burned", "burnt", "burns", "burning"),
    "catch": ("caught", "catches", "catching"),
    "come": ("came", "come", "comes", "coming"),
    "cut": ("cut", "cuts", "cutting"),
    "die": ("died", "dies", "dying"),
    "fall": ("fell", "fallen", "falls", "falling"),
    "drive": ("drove", "driven", "drives", "driving"),
    "bring": ("brought", "brings", "bringing"),
    "feed": ("fed", "feeds", "feeding"),
    "fight": ("fought", "fights", "fighting"),
    "find": ("found", "finds", "finding"),
    "fly": ("flew", "flown", "flies", "flying"),
    "get": ("got", "gotten", "gets", "getting"),
    "give": ("gave", "given", "gives", "giving"),
    "go": ("went", "gone", "goes", "going"),
    "grant": ("granted", "grants", "granting"),
    "hang": ("hanged", "hung", "hangs", "hanging"),
    "hide": ("hid", "hidden", "hides", "hiding"),
    "hijack": ("hijacked", "hijacks", "hijacking"),
    "hit": ("hit", "hits", "hitting"),
    "hold": ("held", "holds", "holding"),
    "lay": ("laid", "lays", "laying"),
    "leave": ("left", "leaves", "leaving"),
    "lose": ("lost", "loses", "losing"),
    "meet": ("met", "meets", "meeting"),
    "overrun": ("overran", "overrun", "overruns", "overrunning"),
    "overshoot": ("overshot", "overshoots", "overshooting"),
    "overthrow": ("overthrew", "overthrown", "overthrows", "overthrowing"),
    "pay": ("paid", "pays", "paying"),
    "put": ("put", "puts", "putting"),
    "ram": ("rammed", "rams", "ramming"),
    "retake": ("retook", "retaken", "retakes", "retaking"),
    "rip": ("ripped", "rips", "ripping"),
    "run": ("ran", "run", "runs", "running"),
    "seek": ("sought", "seeks", "seeking"),
    "send": ("sent", "sends", "sending"),
    "set": ("set", "sets", "setting"),
    "shoot": ("shot", "shoots", "shooting"),
    "shut": ("shut", "shuts", "shutting"),
    "sink": ("sank", "sunk", "sinks", "sinking"),
    "slide": ("slid", "slides", "sliding"),
    "speak": ("spoke", "spoken", "speaks", "speaking"),
    "spread": ("spread", "spreads", "spreading"),
    "stand": ("stood", "stands", "standing"),
    "strike": ("struck", "stricken", "strikes", "striking"),
    "sue": ("sued", "sues", "suing"),
    "take": ("took", "taken", "takes", "taking"),
    "throw": ("threw", "thrown", "throws", "throwing"),
    "withdraw": ("withdrew", "withdrawn", "withdraws", "withdrawing"),
    "be": ("was", "were", "been", "is", "are", "being"),
    "wage": ("waged", "wages", "waging"),
    "tie": ("tied", "ties", "tying"),
}
DOUBLING = words(
    """
    stab ban rob plot rebel refer expel repel ram rip strip tip gag cordon kidnap shed step stop shelter abet deter
    compel slam grip nab veto overrun submit commit omit plan lob
    """
)
UNDOUBLED = words("cordon shelter veto evict")
