"""How the competitors are started."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = (sys.executable,)
XBRLGEN = (*PYTHON, "-m", "xbrlgen")
ARELLE = (*PYTHON, "-m", "arelle.CntlrCmdLine", "--internetConnectivity", "offline")
