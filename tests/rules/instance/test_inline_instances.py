"""Pages as the instances that they make: roles of footnotes, sums and tuples."""

from pathlib import Path

import pytest
from filed import NAMESPACE, PERIODS, arc, context, filed

from xbrlgen.validation import validate

OWN = "http://example.com/own"
NOTE = '<ix:footnote id="note" xml:lang="en">n</ix:footnote>'
_NUMBER = '<ix:nonFraction name="f:{}" contextRef="i" unitRef="EUR" decimals="0"{}>{}</ix:nonFraction>'.format


def page(folder: Path, body: str, resources: str = "", arcs: str = "") -> Path:
    """A page with facts of the taxonomy in `filed`, whose arcs are `arcs`."""
    filed(folder, arcs=arcs).unlink()
    path = folder / "page.xhtml"
    own = "".join(context(name, period) for name, period in PERIODS.items())
    path.write_text(f"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
  xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:f="{NAMESPACE}">
<head><title>t</title></head><body><div style="display:none"><ix:header>
<ix:references><link:schemaRef xlink:type="simple" xlink:href="filed.xsd"/></ix:references>
<ix:resources>{resources}{own}<xbrli:unit id="EUR"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div><div>{body}</div></body></html>""")
    return path


def codes(path: Path, method: str = "round") -> list[tuple[str, str]]:
    findings = validate([path], calculations=method).findings
    return [(each.code, each.standard) for each in findings if each.severity != "info" and each.code != "XG160"]


CASH = _NUMBER("Cash", ' id="cash"', "5")


def test_a_note_on_a_fact_is_valid(tmp_path: Path):
    assert codes(page(tmp_path, CASH + NOTE, '<ix:relationship fromRefs="cash" toRefs="note"/>')) == []


@pytest.mark.parametrize(
    ("relationship", "note", "expected"),
    [
        (f'linkRole="{OWN}"', "", {"xbrl.3.5.2.4:missingRoleRef", "xbrl.5.1.3.4:custRoleUsedOn"}),
        (f'arcrole="{OWN}"', "", {"xbrl.3.5.2.5:missingArcroleRef", "xbrl.5.1.4.5:custArcroleUsedOn"}),
        ("", f'footnoteRole="{OWN}"', {"xbrl.3.5.2.4:missingRoleRef", "xbrl.5.1.3.4:custRoleUsedOn"}),
        ("", 'footnoteRole="http://www.xbrl.org/2003/role/label"', {"xbrl.4.11.1.2"}),
    ],
)
def test_the_roles_of_notes_are_declared_and_referred_to(relationship, note, expected, tmp_path: Path):
    tag = f'<ix:relationship fromRefs="cash" toRefs="note" {relationship}/>'
    path = page(tmp_path, CASH + NOTE.replace("<ix:footnote", f"<ix:footnote {note}"), tag)
    found = [each for each in validate([path]).findings if each.code in {"XG812", "XG813"}]
    assert {each.standard for each in found} == expected
    assert {each.locations[0].path for each in found} == {str(path)}


def test_a_reference_to_a_role_leads_to_it(tmp_path: Path):
    reference = f'<link:roleRef roleURI="{OWN}" xlink:type="simple" xlink:href="filed.xsd#Cash"/>'
    assert codes(page(tmp_path, CASH, reference)) == [("XG811", "xbrl.3.5.2.4.5:roleRefNotDefined")]


def test_the_members_of_a_tuple_are_judged(tmp_path: Path):
    name = '<ix:nonNumeric name="f:Name" contextRef="d" order="1">a</ix:nonNumeric>'
    person = f'<ix:tuple name="f:Person">{name}{_NUMBER("Cash", """ order="2" """, "5")}</ix:tuple>'
    assert codes(page(tmp_path, person)) == []
    assert ("XG240", "xbrl.4.7.2:contextPeriodType") in codes(page(tmp_path, person.replace('"i"', '"d"')))


def test_values_of_tags_are_compared_within_their_tuples(tmp_path: Path):
    liquid = _NUMBER("Liquid", "", "6")
    alias = arc("essence-alias", "Cash", "Liquid")
    assert codes(page(tmp_path, CASH + liquid, arcs=alias)) == [
        ("XG840", "xbrl.5.2.6.2.2:essenceAliasUnitsInconsistency")
    ]
    name = '<ix:nonNumeric name="f:Name" contextRef="d" order="1">a</ix:nonNumeric>'
    member = _NUMBER("Liquid", ' order="3"', "6")
    assert codes(page(tmp_path, f'{CASH}<ix:tuple name="f:Person">{name}{member}</ix:tuple>', arcs=alias)) == []
