"""Frameworks and legal packs from their files: a fault is told with file, line and field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from ..domain.authority import LegalPack
from ..domain.errors import FrameworkError, InvalidInputError
from ..domain.framework import Adoption, Criterion, Elasticity, FloorLimits, Framework, KindProfile, NeedLevel
from ..domain.vocabulary import BodyKind, Capacity, CriterionId, Grade, Kind, Nation
from ..exchange.canonical import sha256
from ..exchange.reading import Reader, parse
from ..i18n import _

FRAMEWORK_FORMAT = "fairness-desktop/framework"
PACK_FORMAT = "fairness-desktop/legal-pack"


def load_framework(path: Path) -> Framework:
    """The framework in a file; FrameworkError names file, line and field of the first fault."""
    raw = _raw(path)
    try:
        return framework_from(parse(raw))
    except InvalidInputError as error:
        raise _fault(path, raw, error) from None


def framework_from(document: object) -> Framework:
    """The framework in a parsed document; InvalidInputError names the field of the first fault."""
    reader = Reader(document)
    if reader.get("format") != FRAMEWORK_FORMAT:
        reader.fail("format", _("must be “{format}”").format(format=FRAMEWORK_FORMAT))
    if reader.get("format_version") != 1:
        reader.fail("format_version", _("must be 1; a newer framework needs a newer Fairness Desktop"))
    for key in ("id", "version", "title"):
        reader.need(key)
    criteria = tuple(_criterion(r) for r in reader.objects("criteria"))
    if not criteria:
        reader.fail("criteria", _("must name at least one criterion"))
    elasticity, floor = reader.object("elasticity"), reader.object("floor")
    return Framework(
        id=reader.text("id"),
        version=reader.text("version"),
        title=reader.text("title"),
        adoption=_adoption(reader),
        elasticity=Elasticity(_number(elasticity, "value"), _number(elasticity, "low"), _number(elasticity, "high")),
        need_ladder=_ladder(reader),
        criteria=criteria,
        kinds=_kinds(reader, criteria),
        need_threshold=_number(reader, "need_threshold"),
        floor=FloorLimits(_number(floor, "red_mean"), _number(floor, "red_single"), _number(floor, "amber_mean")),
        kappa=_number(reader, "kappa"),
        half_widths={grade: _number(reader.object("half_widths"), grade) for grade in Grade},
        sha256=sha256(document),
        document=cast(Mapping[str, object], document),
    )


def load_pack(path: Path) -> LegalPack:
    """The legal pack in a file; FrameworkError names file, line and field of the first fault."""
    raw = _raw(path)
    try:
        return _pack(Reader(parse(raw)))
    except InvalidInputError as error:
        raise _fault(path, raw, error) from None


def _pack(reader: Reader) -> LegalPack:
    if reader.get("format") != PACK_FORMAT:
        reader.fail("format", _("must be “{format}”").format(format=PACK_FORMAT))
    nation = reader.word("nation", Nation)
    if nation is None:
        reader.fail("nation", _("is missing"))
    bodies = reader.object("may_decide")
    lawful: dict[BodyKind, frozenset[Capacity]] = {}
    for key in bodies.keys():
        value = bodies.get(key)
        if key not in set(BodyKind) or not isinstance(value, list) or not set(value) <= set(Capacity):
            bodies.fail(key, _("must be a kind of body with a list of capacities"))
        lawful[BodyKind(key)] = frozenset(Capacity(v) for v in value)
    return LegalPack(reader.text("id"), nation, reader.text("date"), reader.text("source"), lawful)


def _raw(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FrameworkError(_("“{path}” cannot be read: {why}.").format(path=path, why=error.strerror)) from error


def _fault(path: Path, raw: bytes, error: InvalidInputError) -> FrameworkError:
    line = _line_of(raw.decode(errors="replace"), error.where)
    return FrameworkError(
        _("{file}, line {line}: {error}. Mend the file or put the shipped one back.").format(
            file=path.name, line=line, error=error
        )
    )


def _line_of(text: str, where: str) -> int:
    """The line on which the last key of a place stands: keys are looked for in turn, rows by counting braces."""
    at = 0
    for part in where.replace("[", ".[").split("."):
        found = _nth_row(text, at, int(part[1:-1])) if part.startswith("[") else text.find(f'"{part}"', at)
        if found < 0:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _nth_row(text: str, at: int, n: int) -> int:
    """Where the n-th object of the list that follows ``at`` begins; −1 where there is none."""
    depth = 0
    for i in range(text.find("[", at), len(text)):
        if text[i] == "{":
            if depth == 0 and n == 0:
                return i
            n -= depth == 0
            depth += 1
        elif text[i] == "}":
            depth -= 1
    return -1


def _number(reader: Reader, key: str) -> float:
    value = reader.number(key)
    if value is None:
        reader.fail(key, _("must be a number"))
    return float(value)


def _adoption(reader: Reader) -> Adoption | None:
    if not reader.has("adoption"):
        return None
    adoption = reader.object("adoption")
    return Adoption(adoption.text("date"), adoption.text("minute"))


def _ladder(reader: Reader) -> tuple[NeedLevel, ...]:
    ladder = []
    for i, rung in enumerate(reader.objects("need_ladder")):
        if rung.get("level") != i:
            rung.fail("level", _("must be {i}: levels rise one by one from 0").format(i=i))
        standard = _number(rung, "living_standard")
        if standard <= 0:
            rung.fail("living_standard", _("must be above 0"))
        ladder.append(NeedLevel(i, rung.text("name"), standard))
    if len(ladder) != 6:  # noqa: PLR2004 - the exchange form knows levels 0 to 5
        reader.fail("need_ladder", _("must have the six levels 0 to 5"))
    return tuple(ladder)


def _criterion(reader: Reader) -> Criterion:
    anchors = reader.object("anchors")
    return Criterion(
        id=CriterionId(reader.text("id")),
        name=reader.text("name"),
        asks=reader.text("asks"),
        anchors={size: anchors.text(str(size)) for size in (1, 2, 3)},
    )


def _kinds(reader: Reader, criteria: tuple[Criterion, ...]) -> Mapping[Kind, KindProfile]:
    profiles = {}
    for row in reader.objects("kinds"):
        kind = row.word("kind", Kind)
        if kind is None:
            row.fail("kind", _("is missing"))
        weights = row.object("weights")
        swing = {c.id: _number(weights, c.id) for c in criteria}
        if min(swing.values()) < 0 or not any(swing.values()):
            row.fail("weights", _("must be 0 or more, and not all 0"))
        profiles[kind] = KindProfile(kind, row.text("about"), swing)
    missing = [kind for kind in Kind if kind not in profiles]
    if missing:
        reader.fail("kinds", _("has no weights for “{kind}”").format(kind=missing[0]))
    return profiles
