"""What can go wrong, in words that name the place and what to do, with the exit status that a scheduler sees."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitStatus(IntEnum):
    """Exit statuses of the command line.

    Attributes:
        OK: Everything was done and nothing was rejected that should have been readable.
        REJECTS: Done, but some input was unusable; each has a row in `core.rejects` (or a line on standard error).
        USAGE: The command line or a setting is wrong; nothing was done.
        NO_INPUT: A named source does not exist or cannot be read at all; the others were processed.
        FAILED: The run stopped; what was published before stays published.
        AUDIT: The audits found offending rows; what was published before stays published.
        BUSY: Another run holds the warehouse; try again later.
    """

    OK = 0
    REJECTS = 1
    USAGE = 2
    NO_INPUT = 66
    FAILED = 70
    AUDIT = 65
    BUSY = 75


class ArticleFactsError(Exception):
    """Base of every error that the project raises on purpose."""

    exit_status: ExitStatus = ExitStatus.FAILED


class SettingsError(ArticleFactsError):
    """A setting or option has a value that cannot be used."""

    exit_status = ExitStatus.USAGE


class ModelError(ArticleFactsError):
    """The language model is missing or does not fit this version."""

    exit_status = ExitStatus.USAGE


class StoreBusyError(ArticleFactsError):
    """Another process holds the warehouse for writing."""

    exit_status = ExitStatus.BUSY


class StoreOutdatedError(ArticleFactsError):
    """The warehouse was made by another release, and its rows do not fit the tables of this one."""


class AuditError(ArticleFactsError):
    """An audit selected offending rows in the candidate file."""

    exit_status = ExitStatus.AUDIT


class WorkersError(ArticleFactsError):
    """Worker processes keep dying, whatever they are given."""


class InputError(ArticleFactsError):
    """A file that was named cannot be read at all."""

    exit_status = ExitStatus.NO_INPUT


class BadQueryError(ArticleFactsError):
    """A query is wrong, unknown, or lacks a parameter."""

    exit_status = ExitStatus.USAGE


class NothingPublishedError(ArticleFactsError):
    """There is no published file in the warehouse yet."""

    exit_status = ExitStatus.NO_INPUT


class Step(StrEnum):
    """Steps of a run at which input can be rejected."""

    INGEST = "ingest"
    NORMALISE = "normalise"
    EXTRACT = "extract"


@dataclass(frozen=True, slots=True)
class Reject:
    """Input that could not be used.

    Attributes:
        step: Where it was found unusable.
        reason: Short stable code in snake case ("empty_file", "not_english", "component_failed").
        location: File with its line or record (`dir/a.jsonl:17`), or URL.
        detail: One sentence: what is wrong and what to do about it.
        raw_sha256: Hex digest of the raw bytes, None if nothing could be read.
    """

    step: Step
    reason: str
    location: str
    detail: str
    raw_sha256: str | None = None
