"""What every process of a batch needs, loaded once in the process that they are forked from."""

import xbrlgen.batch.task
import xbrlgen.pipeline  # noqa: F401
