"""Inputs made to do harm, at any size: what they cost, and what is said of them."""
