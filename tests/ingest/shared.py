"""Data that is shared beside the project, where there is any."""

import os
from pathlib import Path

import pytest

from tasks.settings import PROJECT_ROOT


def shared_dir(*parts: str) -> Path:
    """A folder of the shared data; the test is skipped where it is absent."""
    folder = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared")).joinpath(*parts)
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}; set ARTICLE_FACTS_SHARED to run this")
    return folder
