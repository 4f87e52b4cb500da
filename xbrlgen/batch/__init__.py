"""Many reports in one go: on all cores, or on a cluster; a failure in one never stops the others."""

from xbrlgen.batch.batch import Batch, run_batch
from xbrlgen.batch.sources import named_reports
from xbrlgen.batch.task import Outcome, Task

__all__ = ["Batch", "Outcome", "Task", "named_reports", "run_batch"]
