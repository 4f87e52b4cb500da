"""Here so that the tests below find `small_report`, however few of them run."""
