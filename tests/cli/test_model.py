"""`article-facts model` prints the card of the model that reads."""

import json
from pathlib import Path

import pytest

from flows.commands.model import show_model
from tasks.errors import ModelError
from tasks.settings import DEFAULT_MODEL_DIR, Settings


def test_the_shipped_model_says_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    meta = json.loads((DEFAULT_MODEL_DIR / "meta.json").read_text("utf-8"))
    show_model(Settings.load())
    first, folder, _, title, *card = capsys.readouterr().out.splitlines()
    assert first.startswith(f"model_version: en_article_facts-{meta['version']}-")
    assert folder == f"folder: {DEFAULT_MODEL_DIR}"
    assert title == f"# en_article_facts {meta['version']}"
    assert any("licence" in line for line in card)


def test_a_model_without_a_card_is_named_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "models" / "own"
    folder.mkdir(parents=True)
    (folder / "meta.json").write_text('{"lang": "en", "name": "own", "version": "1.2"}')
    show_model(Settings.load(model_dir=folder))
    assert "model_version: en_own-1.2-" in (printed := capsys.readouterr().out)
    assert "no card" in printed


def test_no_model_is_an_error_that_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=str(tmp_path)):
        show_model(Settings.load(model_dir=tmp_path))
