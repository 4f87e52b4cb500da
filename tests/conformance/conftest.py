"""Lets the tests use the runner of `benchmarks/conformance`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
