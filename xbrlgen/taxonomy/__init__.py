"""Taxonomies: entry point to DTS, concepts, types, units."""
