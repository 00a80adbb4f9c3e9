"""Put the repository's root on the path, since the recipe is no installed package, and skip what it needs extra."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
