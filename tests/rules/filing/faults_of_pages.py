"""Faults in what a page holds beside its tags: code, addresses, images, styles."""

from base64 import b64encode

from filing_fault import DRAWING, END, F2, GIF, PNG, Fault, after

SECOND = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xml:lang="en">
<head><title>Notes</title></head>
<body><p><ix:footnote id="n2" xml:lang="en"></ix:footnote></p></body></html>
"""
"""A page that goes with another."""

PAGES = (
    Fault("doctype", "XG151", "ESEF.RTS.Art.3.htmlDoctype", (("<html", "<!DOCTYPE html>\n<html"),), "<html"),
    Fault(
        "old-inline",
        "XG457",
        "ESEF.RTS.Annex.III.Par.1.invalidInlineXBRL",
        (("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL"),),
        "<html",
    ),
    Fault("script", "XG458", "ESEF.2.5.1.executableCodePresent", after("<div><script>x()</script></div>"), "<script>"),
    Fault("event", "XG458", "ESEF.2.5.1.executableCodePresent", after('<p onclick="x()">x</p>'), "onclick"),
    Fault(
        "javascript",
        "XG458",
        "ESEF.2.5.1.executableCodePresent",
        after('<p><a href="javascript:x()">x</a></p>'),
        "javascript:",
    ),
    Fault(
        "hidden-javascript",
        "XG458",
        "ESEF.2.5.1.executableCodePresent",
        after('<p><a href="java&#9;script:x()">x</a></p>'),
        "script:x",
        arelle="",
        why="browsers drop tabs in addresses (URL Standard 4.4), so this runs all the same; Arelle looks for the plain word",
    ),
    Fault(
        "code-in-drawing",
        "XG458",
        "ESEF.2.5.1.executableCodePresent",
        after(f'<p><img alt="x" src="data:image/svg+xml;base64,{DRAWING}"/></p>'),
        "<img",
    ),
    Fault(
        "mail",
        "XG459",
        "ESEF.2.5.1.executableCodePresent.mailto",
        after('<p><a href="mailto:a@lantern.example">x</a></p>'),
        "mailto:",
    ),
    Fault(
        "image-outside",
        "XG460",
        "ESEF.3.5.1.inlineXbrlDocumentContainsExternalReferences",
        after('<p><img alt="x" src="https://lantern.example/x.png"/></p>'),
        "<img",
    ),
    Fault(
        "background-outside",
        "XG460",
        "ESEF.3.5.1.inlineXbrlDocumentContainsExternalReferences",
        after('<p style="background:url(https://lantern.example/x.png)">x</p>'),
        "background",
    ),
    Fault(
        "base",
        "XG461",
        "ESEF.2.4.2.htmlOrXmlBaseUsed",
        (("<head>", '<head><base href="http://lantern.example/"/>'),),
        "<base",
    ),
    Fault(
        "xml-base",
        "XG461",
        "ESEF.2.4.2.htmlOrXmlBaseUsed",
        ((END, '<p xml:base="http://lantern.example/">End.</p>'),),
        "xml:base",
    ),
    Fault(
        "image-file",
        "XG462",
        "ESEF.2.5.1.imageIncludedAndNotEmbeddedAsBase64EncodedString",
        after('<p><img alt="x" src="x.png"/></p>'),
        "<img",
        arelle="",
        why="guidance 2.5.1 wants images in the page; Arelle lets files of any size pass by its default setting",
        filing={"more": {"x.png": b"\x89PNG\r\n\x1a\n123456"}},
    ),
    Fault(
        "no-format",
        "XG441",
        "ESEF.2.5.1.MIMETypeNotSpecified",
        after(f'<p><img alt="x" src="data:image;base64,{PNG}"/></p>'),
        "<img",
        also=frozenset({"XG465"}),
    ),
    Fault(
        "webp",
        "XG464",
        "ESEF.2.5.1.imageFormatNotSupported",
        after(f'<p><img alt="x" src="data:image/webp;base64,{b64encode(b"RIFF").decode()}"/></p>'),
        "<img",
    ),
    Fault(
        "no-png",
        "XG465",
        "ESEF.2.5.1.incorrectMIMETypeSpecified",
        after(f'<p><img alt="x" src="data:image/png;base64,{GIF}"/></p>'),
        "<img",
    ),
    Fault(
        "not-base64",
        "XG466",
        "ESEF.2.5.1.embeddedImageNotUsingBase64Encoding",
        after('<p><img alt="x" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"/></p>'),
        "<img",
    ),
    Fault(
        "font",
        "XG467",
        "ESEF.2.5.1.fontIncludedAndNotEmbeddedAsBase64EncodedString",
        arelle="ESEF.ESEF.2.5.1.fontIncludedAndNotEmbeddedAsBase64EncodedString",
        why="Arelle writes the name of the manual twice",
        change=(("p {color: black}", "@font-face {font-family: x; src: url(x.woff)}"),),
        at="<style",
        filing={"more": {"x.woff": b"wOFF"}},
    ),
    Fault(
        "style-sheet",
        "XG468",
        "ESEF.2.5.4.externalCssFileForSingleIXbrlDocument",
        (("<head>", '<head><link rel="stylesheet" type="text/css" href="x.css"/>'),),
        "<link",
        filing={"more": {"x.css": b"p {color: black}"}},
    ),
    Fault(
        "two-styles",
        "XG469",
        "ESEF.2.5.4.embeddedCssForMultiHtmlIXbrlDocumentSets",
        at="<style",
        further_pages=(SECOND,),
    ),
    Fault(
        "hidden-by-style",
        "XG470",
        "ESEF.2.5.4.displayNoneUsedToHideTaggedFacts",
        ((F2, '<p style="display: none"><ix:nonFraction id="f2"'),),
        'id="f2"',
    ),
    Fault(
        "hidden-by-class",
        "XG470",
        "ESEF.2.5.4.displayNoneUsedToHideTaggedFacts",
        ((F2, '<p class="gone"><ix:nonFraction id="f2"'), ("p {color: black}", ".gone {display: none}")),
        'id="f2"',
        arelle="",
        why="guidance 2.5.4 forbids CSS that hides facts, wherever it stands; Arelle looks at style attributes only",
    ),
)
