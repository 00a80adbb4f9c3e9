"""Rejects as rows: the same reject has the same id in every run, and is recorded once."""

from collections.abc import Iterable
from datetime import datetime

import polars as pl

from tasks.contracts import CONTRACTS
from tasks.errors import Reject
from tasks.identity import stable_id


def reject_id(reject: Reject) -> str:
    """Id from step, reason, location and raw digest; the wording of the detail may change."""
    return stable_id("reject", reject.step.value, reject.reason, reject.location, reject.raw_sha256 or "")


def reject_rows(rejects: Iterable[Reject], *, run_id: str, recorded_at: datetime) -> pl.DataFrame:
    """One row per reject, each id once, as `core.rejects` takes them."""
    rows = {
        reject_id(reject): (
            reject_id(reject),
            reject.step.value,
            reject.reason,
            reject.location,
            reject.detail,
            reject.raw_sha256,
            None,
            None,
            run_id,
            recorded_at,
        )
        for reject in rejects
    }
    return pl.DataFrame(list(rows.values()), schema=CONTRACTS["core.rejects"], orient="row")
