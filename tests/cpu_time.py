"""How long something may take, whatever else the machine does meanwhile."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done here takes fewer CPU seconds of this process than that; those of others do not count."""
    started = time.process_time()
    yield
    assert time.process_time() - started < seconds
