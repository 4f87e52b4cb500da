"""Readers: one file or folder per syntax, each from its source to a Report with locations."""
