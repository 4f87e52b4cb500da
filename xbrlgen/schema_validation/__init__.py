"""Schema validation: judge the bytes of instances, inline documents, linkbases and schemas, whoever made them."""
