"""Records of tables: CSV with a head line, and Parquet."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

from tasks.ingest.encodings import decoded
from tasks.ingest.fields import article_record
from tasks.ingest.records import Limits, Problem, Record, too_long
from tasks.ingest.streams import bounded_lines

DELIMITERS = ",;\t|"
PARQUET_BATCH_ROWS = 256


def csv_rows(stream: io.BufferedReader, field_map: Mapping[str, str], limits: Limits) -> Iterator[Record | Problem]:
    """One record a row below the head line; the delimiter is the one that the head line has most of."""
    csv.field_size_limit(limits.record_bytes)
    skipped: list[int] = []
    lines = _text_lines(stream, limits, skipped)
    head = next(lines, None)
    if head is None:
        return
    delimiter = max(DELIMITERS, key=head.count)
    try:
        names = next(csv.reader([head], delimiter=delimiter), [])
    except csv.Error as error:
        yield Problem(1, "bad_row", f"The head line is not valid CSV ({error}); check its quotation marks.")
        return
    rows, number = csv.reader(lines, delimiter=delimiter), 0
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield Problem(number, "bad_row", f"Row {number} is not valid CSV ({error}); check its quotation marks.")
            continue
        yield from _from_cells(number, names, cells, field_map, limits)
    for number_of_long, _ in enumerate(skipped, start=number):
        yield too_long(number_of_long, "line", limits.record_bytes, "bytes")


def _text_lines(stream: io.BufferedReader, limits: Limits, skipped: list[int]) -> Iterator[str]:
    for number, line in enumerate(bounded_lines(stream, limits.record_bytes), start=1):
        if line is None:
            skipped.append(number)
        else:
            # Python's reader refuses a lone carriage return, which once ended lines on its own.
            text = decoded(line).replace("\r\n", "\n").replace("\r", "\n")
            yield from (f"{part}\n" for part in text.removesuffix("\n").split("\n"))


def _from_cells(
    number: int, names: list[str], cells: list[str], field_map: Mapping[str, str], limits: Limits
) -> Iterator[Record | Problem]:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) > len(names):
        detail = (
            f"Row {number} has {len(cells)} cells, but the head line names {len(names)}; check its quotation marks."
        )
        yield Problem(number, "bad_row", detail)
        return
    yield article_record(number, dict(zip(names, cells, strict=False)), field_map, limits)


def parquet_rows(path: Path, field_map: Mapping[str, str], limits: Limits) -> Iterator[Record | Problem]:
    """One record a row; batches of rows are held, never the whole file."""
    number = 0
    try:
        for batch in pl.scan_parquet(path).collect_batches(chunk_size=PARQUET_BATCH_ROWS, maintain_order=True):
            for row in batch.iter_rows(named=True):
                number += 1
                yield article_record(number, row, field_map, limits)
    except PolarsError as error:
        detail = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield Problem(number + 1, "bad_parquet", f"The file is not readable Parquet ({detail}); write it again.")
