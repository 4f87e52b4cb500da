"""``python -m xbrlgen`` is the command ``xbrlgen``."""

from xbrlgen.cli import run

if __name__ == "__main__":
    run()
