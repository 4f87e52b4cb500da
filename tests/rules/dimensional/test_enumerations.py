"""Enumerations beside Arelle: how they are declared, and which members facts name."""

import random
import re
from collections.abc import Iterable
from pathlib import Path

import arelle_referee
import pytest
from dimensional_documents import MEMBERS, NAMESPACE, ROLE, arc, instance, write_taxonomy

from xbrlgen.findings import Finding
from xbrlgen.validation import validate

ENUM2 = "http://xbrl.org/2020/extensible-enumerations-2.0"
ENUM = "http://xbrl.org/2014/extensible-enumerations"
IMPORTS = (
    f'<xs:import namespace="{ENUM2}" schemaLocation="http://www.xbrl.org/2020/extensible-enumerations-2.0.xsd"/>'
    f'<xs:import namespace="{ENUM}" schemaLocation="http://www.xbrl.org/2014/extensible-enumerations.xsd"/>'
)
DOMAIN = (
    arc("domain-member", "Whole", "North"),
    arc("domain-member", "Whole", "South", to_role="two"),
    arc("domain-member", "South", "West", "two"),
    arc("domain-member", "Whole", "Rest", usable="false"),
)


def concept(local_name: str, kind: str, namespace: str = ENUM2, **attributes: str) -> str:
    given = {"domain": "d:Whole", "linkrole": f"{ROLE}one"} | attributes
    written = "".join(f' e:{name}="{value}"' for name, value in given.items() if value)
    return (
        f'<xs:element name="{local_name}" id="d_{local_name}" type="e:{kind}ItemType" nillable="true" xmlns:e="{namespace}" '
        f'substitutionGroup="xbrli:item" xbrli:periodType="duration"{written}/>\n'
    )


def concepts() -> str:
    return (
        concept("One", "enumeration")
        + concept("OneOrHead", "enumeration", headUsable="true")
        + concept("Some", "enumerationSet")
        + concept("Old", "enumeration", ENUM)
    )


def found(folder: Path, declared: str, facts: Iterable[tuple[str, str]] = ()) -> list[Finding]:
    write_taxonomy(folder, DOMAIN, declared, IMPORTS)
    written = "".join(
        f'\n<d:{name} id="f{number}" contextRef="c">{value}</d:{name}>' for number, (name, value) in enumerate(facts)
    )
    context = (
        '<context id="c"><entity><identifier scheme="http://example.com">1</identifier></entity>'
        "<period><startDate>2023-01-01</startDate><endDate>2023-12-31</endDate></period></context>"
    )
    path = folder / "instance.xbrl"
    path.write_text(
        instance((), (), context + written).replace('<unit id="u"><measure>iso4217:EUR</measure></unit>', "")
    )
    return [each for each in validate([path]).findings if each.severity == "error"]


def expanded(*names: str) -> str:
    return " ".join(f"{NAMESPACE}#{each}" for each in names)


@pytest.mark.parametrize(
    ("concept_name", "value", "codes"),
    [
        ("One", expanded("North"), []),
        ("One", expanded("West"), []),
        ("One", expanded("Whole"), [("XG893", "enum2ie:InvalidEnumerationValue")]),
        ("OneOrHead", expanded("Whole"), []),
        ("One", expanded("Rest"), [("XG893", "enum2ie:InvalidEnumerationValue")]),
        ("One", expanded("Nowhere"), [("XG235", "enum2ie:InvalidEnumerationValue")]),
        ("Some", "", []),
        ("Some", expanded("North", "South"), []),
        ("Some", expanded("South", "North"), [("XG895", "enum2ie:InvalidEnumerationSetOrder")]),
        ("Some", expanded("North", "Region"), [("XG893", "enum2ie:InvalidEnumerationSetValue")]),
        ("Some", expanded("North", "North"), [("XG236", "enum2ie:RepeatedEnumerationSetValue")]),
        ("Old", "d:North", []),
        ("Old", "d:Whole", [("XG893", "enumie:InvalidFactValue")]),
    ],
)
def test_what_a_fact_may_name(concept_name: str, value: str, codes: list[tuple[str, str]], tmp_path: Path):
    faults = found(tmp_path, concepts(), [(concept_name, value)])
    assert [(each.code, each.standard) for each in faults] == codes
    if codes:
        line = (tmp_path / "instance.xbrl").read_text(encoding="utf-8").splitlines()[faults[0].locations[0].line - 1]
        assert 'id="f0"' in line
    theirs = arelle_referee.load(tmp_path / "instance.xbrl").errors
    assert [each.partition(":")[2] or each for each in theirs] == [standard.partition(":")[2] for _, standard in codes]


def test_what_would_be_allowed_is_told(tmp_path: Path):
    faults = found(tmp_path, concepts(), [("One", expanded("Rest"))])
    assert "names Rest; its concept takes North, South, West." in faults[0].message
    assert faults[0].hint == "Did you mean West?"


@pytest.mark.parametrize(
    "kind", [("enumeration", ENUM2, "enum2te"), ("enumerationSet", ENUM2, "enum2te"), ("enumeration", ENUM, "enumte")]
)
@pytest.mark.parametrize(
    ("attributes", "code", "standard"),
    [
        ({"domain": ""}, "XG890", "MissingDomainError"),
        ({"domain": "d:Region"}, "XG891", "InvalidDomainError"),
        ({"domain": "d:Table"}, "XG891", "InvalidDomainError"),
        ({"domain": "d:Nowhere"}, "XG891", "InvalidDomainError"),
        ({"linkrole": ""}, "XG892", "MissingLinkRoleError"),
    ],
)
def test_a_declaration_at_fault(
    kind: tuple[str, str, str], attributes: dict[str, str], code: str, standard: str, tmp_path: Path
):
    name, namespace, prefix = kind
    faults = found(tmp_path, concept("One", name, namespace, **attributes))
    assert [(each.code, each.standard) for each in faults] == [(code, f"{prefix}:{standard}")]
    assert faults[0].locations[0].path.endswith("d.xsd")
    assert arelle_referee.load(tmp_path / "instance.xbrl").errors == [f"{prefix}:{standard}"]


@pytest.mark.arelle
@pytest.mark.parametrize("seed", range(4))
def test_random_values_are_judged_as_arelle_judges_them(seed: int, tmp_path: Path):
    chance = random.Random(seed)
    facts = [
        (name, expanded(*chance.choices(MEMBERS, k=1 if name != "Some" else chance.randint(0, 4))))
        for name in chance.choices(["One", "OneOrHead", "Some"], k=40)
    ]
    mine = {(each.fact, each.standard) for each in found(tmp_path, concepts(), facts)}
    verdict = arelle_referee.load(tmp_path / "instance.xbrl")
    assert {standard for _, standard in mine} == set(verdict.errors)
    told = [match[1] for each in verdict.messages if (match := re.match(r"\[(enum2ie:\w+)\]", each))]
    assert {standard: sum(each == standard for _, each in mine) for _, standard in mine} == {
        each: told.count(each) for each in told
    }
