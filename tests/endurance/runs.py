"""Whole runs as real processes, and what a warehouse holds after them."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tasks.publish.content import content_of
from tasks.settings import PROJECT_ROOT
from tasks.warehouse import open_published, published_path

ARTICLES = PROJECT_ROOT / "seeds" / "articles"
COMMAND = str(Path(sys.executable).with_name("article-facts"))
# Few articles in small chunks: more transactions to be killed between than seconds to wait.
ARTICLE_COUNT = 6


def chosen_articles(folder: Path) -> Path:
    """Some of the sample articles, a copy of one, and a file that gives a reject."""
    folder.mkdir()
    texts = sorted(ARTICLES.glob("*.txt"))[:ARTICLE_COUNT]
    for path in texts:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "again.txt").write_bytes(texts[0].read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    return folder


def start_run(articles: Path, warehouse_dir: Path, environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Start `article-facts run` and do not wait for it."""
    command = [COMMAND, "run", str(articles), "--warehouse", str(warehouse_dir), "--workers", "1"]
    return subprocess.Popen(
        command,
        cwd=PROJECT_ROOT,
        env={**environment, "ARTICLE_FACTS_CHUNK_ARTICLES": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish_run(articles: Path, warehouse_dir: Path, environment: Mapping[str, str]) -> int:
    """Run to the end; the exit status."""
    with start_run(articles, warehouse_dir, environment) as run:
        _, errors = run.communicate(timeout=300)
    # 1 says that there were rejects, as there have to be.
    if run.returncode not in {0, 1}:
        raise AssertionError(errors.decode())
    return run.returncode


def tables(warehouse_dir: Path) -> dict[str, tuple[int, str]]:
    """Row count and content hash of each core table of the published file, but for the table of runs."""
    with open_published(published_path(warehouse_dir)) as connection:
        content = content_of(connection)
    return {table.name: (table.row_count, table.digest) for table in content.tables if table.name != "core.runs"}
