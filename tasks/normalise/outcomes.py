"""What becomes of a chunk of articles: stored as a new version, or a duplicate of one that is known.

Frames go in and come out in the order of the records, and the result does not depend on where chunks are cut.
"""

from collections.abc import Sequence
from datetime import datetime

import polars as pl

from tasks.contracts import CONTRACTS
from tasks.normalise.articles import Article, Document

CANDIDATE_SCHEMA = {
    "article_id": pl.String,
    "version_id": pl.String,
    "text": pl.String,
    "text_sha256": pl.String,
    "url": pl.String,
    "canonical_url": pl.String,
    "headline": pl.String,
    "date_published": pl.Date,
    "source_id": pl.String,
    "raw_sha256": pl.String,
    "document_location": pl.String,
    "location": pl.String,
    "record_number": pl.Int64,
}


def candidate_rows(found: Sequence[tuple[Document, Article]]) -> pl.DataFrame:
    """One row per article of a chunk, in the order of the records."""
    rows = [
        (
            article.article_id,
            article.version_id,
            article.text,
            article.text_sha256,
            article.url,
            article.canonical_url,
            article.headline,
            article.date_published,
            article.outlet.source_id if article.outlet else None,
            document.raw_sha256,
            document.location,
            document.place_of(article.number),
            article.number,
        )
        for document, article in found
    ]
    return pl.DataFrame(rows, schema=CANDIDATE_SCHEMA, orient="row")


def decided(candidates: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Candidates with their outcome, and for a new version the one that it revises.

    Args:
        candidates: `CANDIDATE_SCHEMA`.
        known: Versions of these articles in the store: `article_id`, `version_id`, `is_current`.

    Returns:
        The candidates in their order, with `outcome` and `was_revision_of`. A text that its article has had before,
        in the store or earlier in the chunk, is a duplicate also if it is not the current one: an old copy that is met
        again is no news.
    """
    is_new = pl.col("version_id").is_first_distinct() & ~pl.col("version_id").is_in(known["version_id"].implode())
    flagged = candidates.with_row_index("position").with_columns(is_new.alias("is_new"))
    current = known.filter("is_current").select("article_id", pl.col("version_id").alias("stored_version_id"))
    revisions = (
        flagged.filter("is_new")
        .join(current, on="article_id", how="left")
        .sort("position")
        .with_columns(pl.col("version_id").shift().over("article_id", order_by="position").alias("earlier_version_id"))
        .select("position", pl.coalesce("earlier_version_id", "stored_version_id").alias("was_revision_of"))
    )
    outcome = pl.when("is_new").then(pl.lit("stored")).otherwise(pl.lit("duplicate")).alias("outcome")
    return flagged.join(revisions, on="position", how="left").sort("position").with_columns(outcome)


def version_rows(outcomes: pl.DataFrame, *, run_id: str, now: datetime) -> pl.DataFrame:
    """New versions as `core.article_versions` takes them."""
    return (
        outcomes.filter("is_new")
        .with_columns(
            pl.col("text").str.len_chars().cast(pl.Int64).alias("char_count"),
            pl.lit(now, pl.Datetime("us")).alias("observed_at"),
            pl.lit(run_id).alias("run_id"),
        )
        .select(CONTRACTS["core.article_versions"].names())
    )


def article_rows(outcomes: pl.DataFrame, *, run_id: str, now: datetime) -> pl.DataFrame:
    """One row per article with a new version, as `core.articles` takes it.

    The current version and the headline are the last ones given; address, outlet and date are the first.
    """
    return (
        outcomes.filter("is_new")
        .sort("position")
        .group_by("article_id", maintain_order=True)
        .agg(
            pl.first("url", "canonical_url", "source_id"),
            pl.col("headline").drop_nulls().last(),
            pl.col("date_published").drop_nulls().first(),
            pl.last("version_id").alias("current_version_id"),
        )
        .with_columns(
            pl.lit("en").alias("in_language"),
            pl.lit(None, pl.String).alias("duplicate_cluster_id"),
            pl.lit(run_id).alias("run_id"),
            pl.lit(now, pl.Datetime("us")).alias("recorded_at"),
        )
        .select(CONTRACTS["core.articles"].names())
    )


def input_rows(outcomes: pl.DataFrame, *, run_id: str) -> pl.DataFrame:
    """The account of the articles, as `core.input_records` takes it."""
    return (
        outcomes.sort("position")
        .drop("location")
        .rename({"document_location": "location"})
        .with_columns(pl.lit(run_id).alias("run_id"))
        .select(CONTRACTS["core.input_records"].names())
    )


def rejected_rows(found: Sequence[tuple[Document, int]], *, run_id: str) -> pl.DataFrame:
    """The account of records that could not be used, as `core.input_records` takes it."""
    rows = [
        (document.raw_sha256, document.location, number, "rejected", None, None, run_id) for document, number in found
    ]
    return pl.DataFrame(rows, schema=CONTRACTS["core.input_records"], orient="row")


def source_rows(found: Sequence[tuple[Document, Article]]) -> pl.DataFrame:
    """Outlets of a chunk as `core.sources` takes them, each as it is named first."""
    rows = [
        (outlet.source_id, outlet.name, outlet.domain, outlet.country_code, outlet.is_state_controlled)
        for outlet in (article.outlet for _, article in found)
        if outlet
    ]
    frame = pl.DataFrame(rows, schema=CONTRACTS["core.sources"], orient="row")
    return frame.unique("source_id", keep="first", maintain_order=True)
