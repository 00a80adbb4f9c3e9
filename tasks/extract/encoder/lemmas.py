"""Lemmas as edit scripts, so that a classifier can choose one (Chrupała 2006; Straka 2018)."""

from functools import lru_cache

KEEP = "="
"""The word as it is written."""


def script_of(form: str, lemma: str) -> str:
    """The script that turns a word into its lemma.

    A script is `KEEP`, or a letter and two parts: "c" works on the word as written, "l" on the lowered one; then how
    many characters fall off its end, and what takes their place ("l-3+be" makes "be" of "Was").
    """
    if form == lemma:
        return KEEP
    lowered = form.lower()
    case, base = ("c", form) if form != lowered and lemma[:1] == form[:1] else ("l", lowered)
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}-{len(base) - shared}+{lemma[shared:]}"


@lru_cache(maxsize=100_000)
def apply_script(script: str, form: str) -> str:
    """The lemma that a script makes of a word; the lowered word where the script asks for more than there is."""
    if script == KEEP:
        return form
    base = form if script[0] == "c" else form.lower()
    cut, _, ending = script[2:].partition("+")
    if int(cut) > len(base):
        return form.lower()
    return base[: len(base) - int(cut)] + ending or form.lower()
