"""Who says, thinks, orders, denies or asks what: source, cue and content of every attribution."""

from tasks.extract.components.attributions.component import Attributions, make_attributions

__all__ = ["Attributions", "make_attributions"]
