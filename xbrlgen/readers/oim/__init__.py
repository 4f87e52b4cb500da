"""What the syntaxes of the Open Information Model share: OIM-common 1.0, which xBRL-JSON and xBRL-CSV build on."""
