"""Happenings: what, who to whom, where, when, whether, and who says so."""

from tasks.extract.components.events.component import Events, make_events

__all__ = ["Events", "make_events"]
