"""What a run leaves in Prefect: its report, tables of its facts and rejects, progress while it reads."""

import logging
import time
from typing import TYPE_CHECKING, cast

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.context import FlowRunContext

from tasks.ask.answers import Answer
from tasks.errors import ArticleFactsError, NothingPublishedError
from tasks.monitoring.report import markdown
from tasks.monitoring.summary import current_facts, rejects
from tasks.progress import Stage
from tasks.runs import RunRecord
from tasks.settings import Settings

if TYPE_CHECKING:
    from uuid import UUID

UPDATE_EVERY_S = 5.0
PERCENT = 100.0
logger = logging.getLogger(__name__)


def leave_artifacts(settings: Settings, record: RunRecord) -> None:
    """Leave the run's report and tables with its flow run; outside of one, nothing.

    A server that cannot be reached any more is no reason for a run to fail that is done.
    """
    if FlowRunContext.get() is None:
        return
    facts, rejected = _answers(settings, record)
    report = markdown(record, facts=facts, rejects=rejected)
    try:
        create_markdown_artifact(report, key="run-report", description=f"Run {record.run_id}: {record.status}")
        if facts is not None:
            create_table_artifact(_rows(facts), key="facts-by-kind", description="Current facts in the published file")
        if rejected is not None:
            create_table_artifact(_rows(rejected), key="rejects", description=f"Rejected in run {record.run_id}")
    except Exception:
        logger.exception("the report of run %s could not be left in Prefect", record.run_id)


def _answers(settings: Settings, record: RunRecord) -> tuple[Answer | None, Answer | None]:
    try:
        return current_facts(settings), rejects(settings, record.run_id)
    except NothingPublishedError:
        return None, None
    except ArticleFactsError as error:
        logger.warning("the published file could not be asked for the report: %s", error)
        return None, None


def _rows(answer: Answer) -> list[dict[str, str | int]]:
    return [
        {name: value if isinstance(value, int) else str(value) for name, value in zip(answer.columns, row, strict=True)}
        for row in answer.rows
    ]


class ProgressArtifact:
    """A progress bar in Prefect, brought up to date every few seconds."""

    def __init__(self) -> None:
        self._id: UUID | None = None
        self._last = 0.0

    def __call__(self, stage: Stage) -> None:
        """Show how far the step is."""
        now = time.monotonic()
        if stage.total and (now - self._last >= UPDATE_EVERY_S or stage.done == stage.total):
            self._last = now
            self._show(stage)

    def _show(self, stage: Stage) -> None:
        percent = PERCENT * stage.done / stage.total
        description = f"{stage.done:,} of {stage.total:,} articles"
        try:
            if self._id is None:
                key = f"{stage.step}-progress"
                # Outside of a coroutine it answers with the id, which its type leaves open.
                self._id = cast("UUID", create_progress_artifact(percent, key=key, description=description))
            else:
                update_progress_artifact(self._id, percent, description=description)
        except Exception:
            logger.exception("progress could not be shown in Prefect")
