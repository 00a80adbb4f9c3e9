"""The command line, splits and card: what needs neither data nor training."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from training.card import EMPTY_FACTS, render_card
from training.data_folder import MissingDataError, find_data

ROOT = Path(__file__).resolve().parents[2]
SCORES = {
    "model": {"version": "9.9.9", "sha256": "abc", "megabytes": 1.0, "components": ["article_facts_encoder"]},
    "syntax": {"ewt-dev": {"upos": 0.9, "las": 0.8}},
    "names": {
        "uner": {
            "all": {"p": 0.7, "r": 0.6, "f1": 0.65, "gold": 10},
            "person_org_place": {"p": 0.7, "r": 0.7, "f1": 0.7, "gold": 9},
            "per_label": {"GPE": {"p": 0.7, "r": 0.6, "f1": 0.65, "gold": 10}},
        }
    },
    "roles": {"cue": {"p": 0.8, "r": 0.7, "f1": 0.75, "gold": 20}},
    "factuality": {"mean_absolute_error": 0.5, "pearson": 0.8, "predicates": 9},
    "sentence_at_paragraph_break": 0.99,
    "speed": {"load_seconds": 0.3, "words_per_second": 5000},
}


@pytest.mark.parametrize("step", ["convert", "all"])
def test_missing_data_is_named_and_ends_with_status_2(step: str, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "training" / "recipe.py"), step, "--data", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.returncode == 2
    assert "treebank/ewt-train.conllu" in done.stderr
    assert "training/README.md" in done.stderr


def test_no_folder_at_all_says_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARTICLE_FACTS_DATA", raising=False)
    with pytest.raises(MissingDataError, match="pass --data FOLDER or set ARTICLE_FACTS_DATA"):
        find_data(None)


def test_card_takes_its_figures_from_the_scores() -> None:
    card = render_card(
        "v{{version}}\n{{syntax_table}}\n{{names_table}}\n{{labels_table}}\n{{facts}}", scores=SCORES, previous=""
    )
    assert "v9.9.9" in card
    assert "| ewt-dev | 0.900 | 0.800 |" in card
    assert "| uner | 10 | 0.700 | 0.600 | 0.650 | 0.700 |" in card
    assert "| GPE | 0.65 (10) |" in card
    assert EMPTY_FACTS in card


def test_card_says_what_integers_cost() -> None:
    worse = SCORES | {"roles": {"cue": {"p": 0.8, "r": 0.7, "f1": 0.745, "gold": 20}}}
    card = render_card("{{float_table}}\n{{roles_table}}", scores=worse | {"float": SCORES}, previous="")
    assert "| PolNeAR, cue | 0.7500 | 0.7450 | -0.50 |" in card
    assert "| names, uner | 0.6500 | 0.6500 | +0.00 |" in card
    assert "| cue | 20 | 0.800 | 0.700 | 0.745 |" in card


def test_card_keeps_what_others_wrote_on_facts() -> None:
    facts = "<!-- facts-scores -->\nattribution 0.5\n<!-- /facts-scores -->"
    assert facts in render_card("{{facts}}", scores=SCORES, previous=f"old\n{facts}\nold")


def test_card_refuses_a_figure_that_nothing_measured() -> None:
    with pytest.raises(ValueError, match=r"asks for \['beauty'\]"):
        render_card("{{beauty}}", scores=SCORES, previous="")
