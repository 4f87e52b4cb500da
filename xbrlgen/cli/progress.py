"""One line on a terminal that says what is being done, for work that takes more than a second."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DELAY = 1.0
"""Seconds before the line appears: short work stays silent."""

_CLEAR = "\r\x1b[K"


@contextmanager
def stages(*, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Yield a function to call with the name of each stage, None where stderr is no terminal or `quiet` is asked."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from threading import Timer

    line = _Line()
    timer = Timer(DELAY, line.appear)
    timer.daemon = True
    timer.start()
    try:
        yield line.stage
    finally:
        timer.cancel()
        line.clear()


class _Line:
    """The line; the timer's thread and the working one both write it."""

    def __init__(self) -> None:
        from threading import Lock

        self._lock = Lock()
        self._stage = ""
        self._visible = False
        self._finished = False

    def stage(self, name: str) -> None:
        """Have the line show `name`, once it is visible."""
        with self._lock:
            self._stage = name
            self._draw()

    def appear(self) -> None:
        with self._lock:
            self._visible = not self._finished
            self._draw()

    def clear(self) -> None:
        with self._lock:
            if self._visible:
                self._write(_CLEAR)
            self._visible = False
            self._finished = True

    def _draw(self) -> None:
        if self._visible and self._stage:
            self._write(f"{_CLEAR}{self._stage} …")

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
