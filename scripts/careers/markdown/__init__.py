"""Markdown: parser, document, shared texts, the HTML that a page keeps."""
