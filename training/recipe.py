"""Entry point: `python training/recipe.py all --data FOLDER`; the steps are in `training/steps.py`."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from training.steps import main

    sys.exit(main())
