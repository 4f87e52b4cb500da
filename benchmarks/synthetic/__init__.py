"""Synthetic reports of any size: the same bytes for the same size, in every syntax."""

from benchmarks.synthetic.size import Size

__all__ = ["Size"]
