"""`article-facts model`: which model reads, and its card."""

import sys

from tasks.extract.model import card_of, model_version
from tasks.settings import Settings


def show_model(settings: Settings) -> None:
    """Print the model's version and folder, and its card as Markdown.

    Raises:
        ModelError: There is no model.
    """
    version = model_version(settings.model_dir, settings.syntax_dir)
    card = card_of(settings.model_dir)
    text = (
        card.read_text("utf-8") if card is not None else "This model has no card (README.md in or beside its folder).\n"
    )
    sys.stdout.write(f"model_version: {version}\nfolder: {settings.model_dir}\n\n{text}")
