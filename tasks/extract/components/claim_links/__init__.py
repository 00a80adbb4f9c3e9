"""Which attribution disputes, confirms, relays or updates which."""

from tasks.extract.components.claim_links.component import ClaimLinks, make_claim_links

__all__ = ["ClaimLinks", "make_claim_links"]
