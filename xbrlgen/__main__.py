"""``python -m xbrlgen`` is the command ``xbrlgen``."""

import sys

from xbrlgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
