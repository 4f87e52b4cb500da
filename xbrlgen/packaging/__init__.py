"""Packages: zip files that hold reports or taxonomies; written always the same, and judged whoever wrote them."""
