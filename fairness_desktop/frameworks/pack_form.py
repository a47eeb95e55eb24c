"""The form of a legal pack."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar, cast

from ..domain.duties.rules import DutyId, DutyRule, DutyWhen, Force
from ..domain.findings import Severity
from ..domain.law.pack import LegalPack, RecordRules, Rule
from ..domain.law.words import Check, Matter, Need, RecordField, RecordWhen
from ..domain.vocabulary import BodyKind, Capacity, Kind, Nation
from ..exchange.reading import Reader
from ..i18n import _

PACK_FORMAT = "fairness-desktop/legal-pack"
PACK_VERSION = 2
MOST_YEARS = 100

Word = TypeVar("Word", bound=StrEnum)


def pack_from(document: object) -> LegalPack:
    """The legal pack in a parsed document; InvalidInputError names the field of the first fault."""
    reader = Reader(document)
    if reader.get("format") != PACK_FORMAT:
        reader.fail("format", _("must be “{format}”").format(format=PACK_FORMAT))
    if reader.get("format_version") != PACK_VERSION:
        reader.fail("format_version", _("must be {version}, the form this program reads").format(version=PACK_VERSION))
    for key in ("id", "title", "date", "source"):
        reader.need(key)
    return LegalPack(
        id=reader.text("id"),
        title=reader.text("title"),
        nation=_word(reader, "nation", Nation),
        date=reader.text("date"),
        source=reader.text("source"),
        bodies=frozenset(_words(reader, "bodies", BodyKind)),
        executive=bool(reader.flag("executive")),
        rules=_rules(reader),
        record=_record(reader.object("record")),
        duties=_duties(reader),
        checked_by=reader.text("checked_by"),
        checked_on=reader.text("checked_on"),
        document=cast(Mapping[str, object], document),
    )


def _word(reader: Reader, key: str, words: type[Word]) -> Word:
    """A closed word that has to be there."""
    word = reader.word(key, words)
    if word is None:
        reader.fail(key, _("is missing"))
    return word


def _words(reader: Reader, key: str, words: type[Word]) -> tuple[Word, ...]:
    """A list of closed words, not empty."""
    found = _words_if_any(reader, key, words)
    if not found:
        reader.fail(key, _("is missing"))
    return found


def _words_if_any(reader: Reader, key: str, words: type[Word]) -> tuple[Word, ...]:
    texts = reader.texts(key)
    wrong = next((i for i, text in enumerate(texts) if text not in set(words)), None)
    if wrong is not None:
        reader.fail(f"{key}[{wrong}]", _("must be one of: {words}").format(words=", ".join(words)))
    return tuple(map(words, texts))


def _rules(reader: Reader) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for row in reader.objects("rules"):
        for key in ("id", "says", "source", "date"):
            row.need(key)
        rules.append(_rule(row))
    if not any(rule.check is Check.CAPACITY for rule in rules):
        reader.fail("rules", _("must say who may decide"))
    return tuple(rules)


def _rule(row: Reader) -> Rule:
    check = _word(row, "check", Check)
    return Rule(
        id=row.text("id"),
        check=check,
        severity=_word(row, "severity", Severity),
        says=row.text("says"),
        source=row.text("source"),
        date=row.text("date"),
        bodies=frozenset(_words_if_any(row, "bodies", BodyKind)),
        allows=frozenset(_words(row, "allows", Capacity)) if check is Check.CAPACITY else frozenset(),
        capacity=_word(row, "capacity", Capacity) if check is Check.KIND_AND_CAPACITY else None,
        words=tuple(word.casefold() for word in row.texts("words")),
        matter=_word(row, "matter", Matter) if check is Check.NOT_DELEGABLE else None,
        kind=_word(row, "kind", Kind) if check is Check.KIND_AND_CAPACITY else None,
        days=_days(row, "days", wanted=check is Check.KEY_DECISION),
        exception_days=_days(row, "exception_days", wanted=check is Check.KEY_DECISION),
    )


def _duties(reader: Reader) -> tuple[DutyRule, ...]:
    """The duties that the pack names, each once; older packs name none."""
    duties: list[DutyRule] = []
    for row in reader.objects("duties"):
        for key in ("says", "source", "date"):
            row.need(key)
        duty = _duty(row)
        if any(duty.id is other.id for other in duties):
            row.fail("id", _("“{id}” stands there twice").format(id=duty.id))
        duties.append(duty)
    return tuple(duties)


def _duty(row: Reader) -> DutyRule:
    return DutyRule(
        id=_word(row, "id", DutyId),
        force=_word(row, "force", Force),
        says=row.text("says"),
        source=row.text("source"),
        date=row.text("date"),
        when=row.word("when", DutyWhen) or DutyWhen.ALWAYS,
        bodies=frozenset(_words_if_any(row, "bodies", BodyKind)),
    )


def _days(row: Reader, key: str, *, wanted: bool) -> int:
    message = _("must be a whole number above 0")
    days = row.whole(key, message)
    if (days is None and wanted) or (days is not None and days <= 0):
        row.fail(key, message)
    return days or 0


def _record(reader: Reader) -> RecordRules:
    for key in ("source", "carried_out"):
        reader.need(key)
    needs = reader.object("needs")
    return RecordRules(
        source=reader.text("source"),
        when=_word(reader, "when", RecordWhen),
        needs={field: _word(needs, field, Need) for field in RecordField},
        carried_out=reader.text("carried_out"),
        keep_record=_years(reader, "keep_record"),
        keep_papers=_years(reader, "keep_papers"),
    )


def _years(reader: Reader, key: str) -> int:
    message = _("must be a whole number of years from 1 to 100")
    years = reader.whole(key, message)
    if years is None or not 0 < years <= MOST_YEARS:
        reader.fail(key, message)
    return years
