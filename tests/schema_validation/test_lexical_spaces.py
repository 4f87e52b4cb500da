"""Every item type takes and refuses the same texts by our schemas, by the published ones, and by the fast engine."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
import small_taxonomy as small
from lexical_forms import FORMS
from lxml import etree
from standard_schemas import TAXONOMY, Edition
from xmlschema import XMLSchema

BESIDE = {TAXONOMY: small.schema(small.EVERY_TYPE)}
# The types left out differ from one of these in name alone, which test_standard_components proves.
ALIKE = {
    "dtr": set(small.DTR_NUMBERS[2:26]),
    "dtr22": set(small.DTR_NUMBERS),
    "dtr20": set(small.DTR_NUMBERS),
    "num": {"area"},
}
TYPES = [
    (prefix, name, name in numbers)
    for prefix, (numbers, texts) in small.EVERY_TYPE.items()
    for name in (*numbers, *texts)
    if name not in ALIKE.get(prefix, ()) and not (prefix in {"dtr22", "dtr20"} and name in texts)
]

# xmlschema is slow; every other text will do.
SOME = FORMS[::2]
# No white space of XML, and not in the alphabet of Base64: both processors let it pass.
TOO_GENEROUS = [("xbrli:base64Binary", "\u3000"), ("xbrli:base64Binary", "\u2028")]


@pytest.fixture(scope="module")
def theirs() -> Edition:
    return Edition(published=True, beside=BESIDE)


@pytest.fixture(scope="module")
def ours() -> Edition:
    return Edition(published=False, beside=BESIDE)


def facts(forms: Sequence[str] = FORMS) -> Iterator[tuple[str, str, etree._Element]]:
    """A fact of every type with every text."""
    attributes = {True: 'contextRef="c" unitRef="u" decimals="0"', False: 'contextRef="c"'}
    prefixes = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in small.NAMESPACES.items())
    for prefix, name, is_number in TYPES:
        tag = f"t:{small.concept(prefix, name)}"
        root = etree.fromstring(f"<r {prefixes}>{f'<{tag} {attributes[is_number]}/>' * len(forms)}</r>")
        for text, element in zip(forms, root, strict=True):
            element.text = text
            yield f"{prefix}:{name}", text, element


def test_libxml2_judges_values_alike(theirs: Edition, ours: Edition):
    by_theirs, by_ours = theirs.compiled(TAXONOMY), ours.compiled(TAXONOMY)
    verdicts: Counter[bool] = Counter()
    for name, text, element in facts():
        verdict = by_theirs.validate(element)
        verdicts[verdict] += 1
        assert by_ours.validate(element) == verdict, (name, text)
    assert verdicts[True] > 2000
    assert verdicts[False] > 5000


def test_xmlschema_judges_values_alike_and_the_fast_engine_refuses_what_either_refuses(theirs: Edition, ours: Edition):
    by_theirs, by_ours = theirs.components(TAXONOMY), ours.components(TAXONOMY)
    libxml2, fast = theirs.compiled(TAXONOMY), ours.schema_set(TAXONOMY).compilation.schema
    assert fast is not None
    stricter = []
    for name, text, element in facts(SOME):
        verdict = _verdict(by_theirs, element)
        assert _verdict(by_ours, element) == verdict, (name, text)
        if fast.validate(element) != (libxml2.validate(element) and verdict is not False):
            stricter.append((name, text))
    assert stricter == [each for each in TOO_GENEROUS if each[1] in SOME]


def _verdict(schema: XMLSchema, element: etree._Element) -> bool | None:
    """None for a value that the library cannot take, such as a year of 20 digits."""
    try:
        return schema.elements[element.tag.rpartition("}")[2]].is_valid(element, namespaces=small.NAMESPACES)
    except ArithmeticError:
        return None
