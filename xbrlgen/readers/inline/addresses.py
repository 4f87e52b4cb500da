"""Addresses in a page, and the base that relative ones start from."""

from urllib.parse import urljoin


def joined(base: str, address: str) -> str:
    """`address` as it is meant from `base` (RFC 3986 section 5); as it is where one of them is no address."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address
