"""Words that say that a quantity went up or down."""

from tasks.extract.wordlists import words
from tasks.vocabularies import ChangeDirection

# Lemmas of verbs whose subject is what changes.
_RISING = words(
    """
    rise increase grow climb jump soar surge gain swell spike skyrocket rocket balloon mount double triple treble
    quadruple multiply accelerate escalate appreciate rebound rally leap strengthen widen improve advance
    """
)
_FALLING = words(
    """
    fall drop decrease decline dip slide slip sink plunge plummet tumble shrink halve dwindle diminish contract slow
    ease weaken narrow recede crash collapse nosedive retreat depreciate slump sag ebb abate taper deteriorate
    """
)
# Lemmas of verbs whose object is what changes.
_RAISING = words("raise boost hike lift expand lengthen extend upgrade bump enlarge broaden")
_LOWERING = words("lower reduce cut slash trim shorten curtail pare downgrade shave lessen downsize")
_RISES = words(
    """
    increase rise growth jump gain surge spike hike climb boost uptick upswing raise expansion leap rebound upturn
    appreciation escalation
    """
)
_FALLS = words(
    """
    decrease drop fall decline reduction cut dip plunge slump contraction slowdown downturn shrinkage slide collapse
    tumble cutback depreciation
    """
)
UP, DOWN = ChangeDirection.INCREASE, ChangeDirection.DECREASE
CHANGING: dict[str, ChangeDirection] = dict.fromkeys(_RISING, UP) | dict.fromkeys(_FALLING, DOWN)
MAKING: dict[str, ChangeDirection] = dict.fromkeys(_RAISING, UP) | dict.fromkeys(_LOWERING, DOWN)
CHANGES: dict[str, ChangeDirection] = dict.fromkeys(_RISES, UP) | dict.fromkeys(_FALLS, DOWN)
# "up 5 percent", "down from 40", "12 points higher".
PARTICLES: dict[str, ChangeDirection] = {"up": UP, "higher": UP, "down": DOWN, "lower": DOWN}
# Verbs of going that a particle makes a change: "went up to 5".
GOING = words("go move edge tick inch creep shoot come head drift nudge ratchet trend be")
# What people and things do with their bodies too: "fell 12 metres", "dropped to two knees".
BODILY = words("fall drop climb plunge slide slip sink jump leap crash tumble rise advance retreat collapse dip mount")
# Nouns of quantities, which may come to a number of people: "the toll rose to 45 people".
LEVELS = words(
    """
    toll number total tally count figure case death casualty rate size limit maximum minimum capacity population
    workforce staff membership strength force attendance turnout infection fatality unemployment
    """
)
# Nouns that are nothing but a change: "an increase of 500 people", but "the collapse of two houses".
PLAIN_CHANGES = words("increase decrease rise reduction drop decline jump")
# What rates and indices are counted in.
POINTS = words("point percentage basis")
