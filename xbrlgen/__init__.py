"""One model of a financial report in; every artefact that a filing and its readers need out."""

__version__ = "0.1.0"
