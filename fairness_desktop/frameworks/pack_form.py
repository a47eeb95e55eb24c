"""The form of a legal pack."""

from __future__ import annotations

from ..domain.authority import LegalPack
from ..domain.vocabulary import BodyKind, Capacity, Nation
from ..exchange.reading import Reader
from ..i18n import _

PACK_FORMAT = "fairness-desktop/legal-pack"


def pack_from(document: object) -> LegalPack:
    """The legal pack in a parsed document; InvalidInputError names the field of the first fault."""
    reader = Reader(document)
    if reader.get("format") != PACK_FORMAT:
        reader.fail("format", _("must be “{format}”").format(format=PACK_FORMAT))
    if reader.get("format_version") != 1:
        reader.fail("format_version", _("must be 1; a newer legal pack needs a newer Fairness Desktop"))
    for key in ("id", "nation", "date", "source", "may_decide"):
        reader.need(key)
    nation = reader.word("nation", Nation)
    assert nation is not None
    bodies = reader.object("may_decide")
    return LegalPack(
        id=reader.text("id"),
        nation=nation,
        date=reader.text("date"),
        source=reader.text("source"),
        may_decide={_body_kind(bodies, key): _capacities(bodies, key) for key in bodies},
        checked_by=reader.text("checked_by"),
    )


def _body_kind(bodies: Reader, key: str) -> BodyKind:
    if key not in set(BodyKind):
        bodies.fail(key, _("is no kind of body; choose from: {words}").format(words=", ".join(BodyKind)))
    return BodyKind(key)


def _capacities(bodies: Reader, key: str) -> frozenset[Capacity]:
    value = bodies.get(key)
    words = [v for v in value if isinstance(v, str) and v in set(Capacity)] if isinstance(value, list) else []
    if not words or words != value:
        bodies.fail(key, _("must be a list of: {words}").format(words=", ".join(Capacity)))
    return frozenset(map(Capacity, words))
