"""The dimensions in the contexts of pages, judged by the schemas of their taxonomy; members that say the same once."""

import pytest
from lxml import etree
from standard_schemas import TAXONOMY, Edition

from xbrlgen.findings import Finding
from xbrlgen.schema_validation.page_contexts import validate_page_contexts

SOUND = '<xbrldi:explicitMember dimension="x:Axis">x:Member</xbrldi:explicitMember>'
CONTEXT = """
<xbrli:context id="c{}"><xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier><xbrli:segment>
{}
</xbrli:segment></xbrli:entity><xbrli:period><xbrli:forever/></xbrli:period></xbrli:context>"""
LINES_OF_A_CONTEXT = CONTEXT.count("\n")
FIRST_MEMBER = 3
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xbrli="http://www.xbrl.org/2003/instance" \
xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:x="http://example.com/x"><body>{}</body></html>"""


def judged(schemas: Edition, *members: str) -> tuple[Finding, ...]:
    contexts = "".join(CONTEXT.format(number, member) for number, member in enumerate(members))
    content = PAGE.format(contexts).encode()
    return validate_page_contexts(etree.fromstring(content), content, schemas.schema_set(TAXONOMY), "page.xhtml")


def test_members_that_say_the_same_are_sound_wherever_they_stand(ours: Edition):
    assert judged(ours, SOUND, SOUND) == ()


@pytest.mark.parametrize(
    "broken",
    [
        SOUND.replace("x:Member", "1 Member"),
        SOUND.replace(' dimension="x:Axis"', ""),
        SOUND.replace(' dimension="x:Axis"', ' dimension="x:Axis" size="2"'),
        SOUND.replace("x:Member", "x:Member<x:more/>"),
    ],
)
def test_each_broken_member_is_told_at_its_place_also_after_sound_ones(ours: Edition, broken: str):
    found = judged(ours, SOUND, broken, SOUND, broken)
    lines = {place.line for each in found for place in each.locations}
    assert lines == {FIRST_MEMBER + LINES_OF_A_CONTEXT, FIRST_MEMBER + 3 * LINES_OF_A_CONTEXT}
