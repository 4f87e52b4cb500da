"""Writers: one file per syntax, each a thin caller of its templates."""
