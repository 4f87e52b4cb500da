"""What libxml2 calls its limits, in words that authors of documents know."""


def beyond_limits(reason: str) -> str:
    """What of a document is beyond what is read, by the `reason` that the parser gives; empty for any other reason.

    Of a limit the parser says which option of its own would lift it.
    """
    if "XML_PARSE_HUGE" not in reason:
        return ""
    if "depth" in reason:
        return "elements are nested in more than 255 others"
    return "a text, name or comment is too long to be read"
