"""Everything that the training configurations name: the file for `spacy train --code`."""

from __future__ import annotations

from training.arithmetic import create_numpy_blas
from training.augment import create_typography_augmenter

__all__ = ["create_numpy_blas", "create_typography_augmenter"]
