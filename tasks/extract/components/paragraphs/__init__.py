"""Sentence starts after line breaks, set before the parser, which keeps them."""

from tasks.extract.components.paragraphs.component import Paragraphs, make_paragraphs

__all__ = ["Paragraphs", "make_paragraphs"]
