"""Which mentions may be of the same happening, by their words: shot and shooting, but not shot and threw."""

from tasks.extract.components.events.types import Found
from tasks.extract.wordlists import words
from tasks.vocabularies import EventType

STEM = 5
# Ways of violence; a word of one of them is no other name for a word of another.
WAYS = (
    words("shoot shooting shootings fire gunfire shots gunshot gunshots gun firefight shootout"),
    words("bomb bombing bombings explode explosion blast detonate detonation ram ramming"),
    words("airstrike airstrikes strike strikes bombard bombardment shell shelling launch missile rocket"),
    words("stab stabbing stabbings knife slash knifing hack"),
    words("throw hurl lob pelt beat punch kick slap batter beating scuffle brawl choke"),
    words("rape molest grope abuse"),
    words("torture behead beheading strangle poison poisoning"),
    words("drive plough plow"),
)


def stem_of(found: Found) -> str:
    """Beginning of the word that names the happening: the same for "arrest", "arrested" and "arrests"."""
    return _key_word(found)[:STEM]


def are_kin(left: Found, right: Found) -> bool:
    """Whether two words of one type may name the same happening."""
    if left.type is not EventType.ASSAULT:
        return True
    ways = [{n for n, way in enumerate(WAYS) if way & set(found.trigger.lemma.split())} for found in (left, right)]
    return not all(ways) or bool(ways[0] & ways[1])


def _key_word(found: Found) -> str:
    lemma = found.trigger.lemma.split()
    return lemma[-1] if found.trigger.pos == "noun" else lemma[0]
