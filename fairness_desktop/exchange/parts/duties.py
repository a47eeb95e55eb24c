"""The equality lens, the Welsh duties and the prompts, in the exchange form."""

from __future__ import annotations

from typing import Any

from ...domain.duties.answers import AIMS, COLUMNS, WAYS, Aims, Characteristic, Duties, LensRow, PromptAnswer, Ways
from ...i18n import _
from ..reading import Reader
from .saying import said

Document = dict[str, Any]


def duties_document(duties: Duties) -> Document:
    """What is said of the duties beside their free texts."""
    aims, ways = duties.equality_aims, duties.ways_of_working
    rows = [
        {"characteristic": row.characteristic, **said(**{name: getattr(row, name) for name in COLUMNS}), **row.extra}
        for row in duties.equality_lens
    ]
    return said(
        equality_aims={**said(**{name: getattr(aims, name) for name in AIMS}), **aims.extra},
        equality_lens=rows,
        equality_read=duties.equality_read,
        socio_economic=duties.socio_economic,
        ways_of_working={**said(**{name: getattr(ways, name) for name in WAYS}), **ways.extra},
        well_being_goals=duties.well_being_goals,
        welsh_language=duties.welsh_language,
        prompts=[{"id": p.id, **said(text=p.text), **p.extra} for p in duties.prompts],
    )


def duties_beside(reader: Reader) -> dict[str, Any]:
    """The fields of ``Duties`` beside the free texts."""
    return {
        "equality_aims": _aims(reader.object("equality_aims")),
        "equality_lens": _lens(reader),
        "equality_read": reader.text("equality_read"),
        "socio_economic": reader.text("socio_economic"),
        "ways_of_working": _ways(reader.object("ways_of_working")),
        "well_being_goals": reader.text("well_being_goals"),
        "welsh_language": reader.text("welsh_language"),
        "prompts": _prompts(reader),
    }


def _aims(reader: Reader) -> Aims:
    return Aims(reader.text("eliminate"), reader.text("advance"), reader.text("foster"), reader.rest())


def _ways(reader: Reader) -> Ways:
    texts = {name: reader.text(name) for name in WAYS}
    return Ways(**texts, extra=reader.rest())


def _lens(reader: Reader) -> tuple[LensRow, ...]:
    """A row a characteristic, in the order in which they stand."""
    rows: list[LensRow] = []
    for row in reader.objects("equality_lens"):
        characteristic = row.word("characteristic", Characteristic)
        if characteristic is None:
            row.fail("characteristic", _("is missing"))
        if any(characteristic is other.characteristic for other in rows):
            row.fail("characteristic", _("“{id}” stands there twice").format(id=characteristic))
        texts = {name: row.text(name) for name in COLUMNS}
        rows.append(LensRow(characteristic, **texts, extra=row.rest()))
    return tuple(rows)


def _prompts(reader: Reader) -> tuple[PromptAnswer, ...]:
    """What was thought of under each other duty; a pack of a later version may name others than ours."""
    found: list[PromptAnswer] = []
    for row in reader.objects("prompts"):
        answer = PromptAnswer(row.text("id"), row.text("text"), row.rest())
        if not answer.id:
            row.fail("id", _("must be a text that is not empty"))
        if any(answer.id == other.id for other in found):
            row.fail("id", _("“{id}” stands there twice").format(id=answer.id))
        found.append(answer)
    return tuple(found)
