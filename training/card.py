"""Write the model card from its template and the scores, so that every figure in it was printed by a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FACTS = re.compile(r"<!-- facts-scores -->.*?<!-- /facts-scores -->", re.DOTALL)
EMPTY_FACTS = "<!-- facts-scores -->\nNot measured yet.\n<!-- /facts-scores -->"


def render_card(template: str, *, scores: Mapping[str, Any], previous: str) -> str:
    """Fill the template.

    Args:
        template: The card with `{{name}}` where something is to be filled in.
        scores: The content of `scores.json`.
        previous: The card as it was; what others wrote into its section of fact scores is kept.
    """
    kept = FACTS.search(previous)
    model = scores["model"]
    filled = {
        "version": model["version"],
        "sha256": model["sha256"],
        "megabytes": f"{model['megabytes']:.1f}",
        "components": ", ".join(f"`{name}`" for name in model["components"]),
        "load_seconds": f"{scores['speed']['load_seconds']:.2f}",
        "words_per_second": f"{scores['speed']['words_per_second']:,}",
        "paragraph_breaks": f"{scores['sentence_at_paragraph_break']:.3f}",
        "syntax_table": syntax_table(scores["syntax"]),
        "names_table": names_table(scores["names"]),
        "labels_table": labels_table(scores["names"]),
        "roles_table": roles_table(scores["roles"]),
        "factuality_error": f"{scores['factuality']['mean_absolute_error']:.2f}",
        "factuality_pearson": f"{scores['factuality']['pearson']:.2f}",
        "float_table": float_table(scores),
        "facts": kept[0] if kept else EMPTY_FACTS,
    }
    unknown = set(re.findall(r"\{\{(\w+)\}\}", template)) - set(filled)
    if unknown:
        raise ValueError(f"the card's template asks for {sorted(unknown)}, which no score fills")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: filled[found[1]], template)


def syntax_table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Return the scores of tags and trees as a Markdown table."""
    columns = list(next(iter(rows.values())))
    body = [
        f"| {name} | " + " | ".join(f"{row[column]:.3f}" for column in columns) + " |" for name, row in rows.items()
    ]
    head = "| set | " + " | ".join(column.replace("_", " ") for column in columns) + " |"
    return "\n".join([head, "|" + "---|" * (len(columns) + 1), *body])


def names_table(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the scores of names by held-out set."""
    body = []
    for name, row in rows.items():
        overall, merged = row["all"], row["person_org_place"]
        figures = [overall["p"], overall["r"], overall["f1"], merged["f1"]]
        body.append(f"| {name} | {overall['gold']} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    head = "| set | names | precision | recall | F1 | F1 person, organisation, place |"
    return "\n".join([head, "|---|---|---|---|---|---|", *body])


def labels_table(rows: Mapping[str, Mapping[str, Any]]) -> str:
    """Return F1 by label and held-out set, with the number of gold names in brackets."""
    labels = sorted({label for row in rows.values() for label in row["per_label"]})
    body = []
    for label in labels:
        cells = [_cell(row["per_label"].get(label)) for row in rows.values()]
        body.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(["| label | " + " | ".join(rows) + " |", "|" + "---|" * (len(rows) + 1), *body])


def roles_table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Return the scores of sources, cues, contents and whole relations."""
    body = [
        f"| {role} | {row['gold']} | {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} |" for role, row in rows.items()
    ]
    return "\n".join(["| role | gold | precision | recall | F1 |", "|---|---|---|---|---|", *body])


def float_table(scores: Mapping[str, Any]) -> str:
    """Return what 8-bit integers cost: each main score of both pipelines, and the difference in points."""
    if "float" not in scores:
        return "Not compared."
    body = []
    for name, (integer, real) in _paired(scores, scores["float"]).items():
        body.append(f"| {name} | {real:.4f} | {integer:.4f} | {100 * (integer - real):+.2f} |")
    return "\n".join(["| score | float | int8 | points |", "|---|---|---|---|", *body])


def _paired(integer: Mapping[str, Any], real: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    paired = {
        f"{name}, {score}": (value, real["syntax"][name][score])
        for name, row in integer["syntax"].items()
        for score, value in row.items()
        if score != "uas"
    }
    for name, row in integer["names"].items():
        paired[f"names, {name}"] = (row["all"]["f1"], real["names"][name]["all"]["f1"])
    for role, row in integer["roles"].items():
        paired[f"PolNeAR, {role}"] = (row["f1"], real["roles"][role]["f1"])
    paired["factuality, Pearson"] = (integer["factuality"]["pearson"], real["factuality"]["pearson"])
    return paired


def _cell(row: Mapping[str, float] | None) -> str:
    return f"{row['f1']:.2f} ({row['gold']})" if row and row["gold"] else "-"
