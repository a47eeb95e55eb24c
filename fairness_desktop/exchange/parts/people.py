"""What a need level rests on, and whether one person can be in two groups, in the exchange form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...domain.people import NeedEvidence
from ...domain.touched.areas import Area
from ...domain.touched.overlaps import Overlap, OverlapAnswer
from ...domain.vocabulary import Grade, GroupId
from ...i18n import _
from ..reading import Reader
from .saying import said

Document = dict[str, Any]


def evidence_document(evidence: NeedEvidence) -> Document:
    """One piece of evidence."""
    areas = [{"id": a.id, **said(name=a.name), "decile": a.decile, **a.extra} for a in evidence.areas]
    return {
        **said(grade=evidence.grade, source=evidence.source),
        **said(index=evidence.index, index_sha256=evidence.index_sha256, areas=areas),
        **evidence.extra,
    }


def evidence(reader: Reader) -> NeedEvidence:
    """One piece of evidence."""
    areas: list[Area] = []
    for row in reader.objects("areas"):
        area = _area(row)
        if area.id in [a.id for a in areas]:
            row.fail("id", _("“{id}” stands there twice").format(id=area.id))
        areas.append(area)
    return reader.made(
        NeedEvidence,
        grade=reader.word("grade", Grade),
        source=reader.text("source"),
        index=reader.text("index"),
        index_sha256=reader.text("index_sha256"),
        areas=tuple(areas),
        extra=reader.rest(),
    )


def _area(row: Reader) -> Area:
    message = _("must be a whole number from 1 to 10")
    identifier, decile = row.text("id"), row.whole("decile", message)
    if not identifier:
        row.fail("id", _("must be a text that is not empty"))
    if decile is None:
        row.fail("decile", message)
    return row.made(Area, id=identifier, name=row.text("name"), decile=decile, extra=row.rest())


def overlap_documents(overlaps: Sequence[Overlap]) -> list[Document]:
    """The answers for pairs of groups."""
    return [
        {
            "group": one.group,
            "with": one.other,
            **said(answer=one.answer, counted_in=one.counted_in, note=one.note),
            **one.extra,
        }
        for one in overlaps
    ]


def overlap(row: Reader) -> Overlap:
    """The answer for one pair of groups."""
    for key in ("group", "with"):
        if not row.text(key):
            row.fail(key, _("is missing"))
    found = Overlap(
        group=GroupId(row.text("group")),
        other=GroupId(row.text("with")),
        answer=row.word("answer", OverlapAnswer),
        counted_in=GroupId(row.text("counted_in")) if row.text("counted_in") else None,
        note=row.text("note"),
        extra=row.rest(),
    )
    if len(found.pair) == 1:
        row.fail("with", _("must be another group"))
    if (found.answer is OverlapAnswer.COUNTED) != (found.counted_in is not None):
        row.fail("counted_in", _("must say in which of the two they are counted, where the answer is “counted”"))
    if found.counted_in is not None and found.counted_in not in found.pair:
        row.fail("counted_in", _("must be one of the two groups"))
    return found
