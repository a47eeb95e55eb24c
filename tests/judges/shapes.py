"""Records of every shape: real decisions and drawn ones, with texts from none to pages, drafts, one signer and two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import cast

from hypothesis import Phase, given, seed, settings

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Decision, Duties, Rejected
from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.findings import Finding, Severity
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.exchange.decoding import decode
from fairness_desktop.exchange.encoding import Document, encode
from fairness_desktop.exchange.files import read
from fairness_desktop.record.pdf.fonts import require_glyphs
from fairness_desktop.record.subject import RecordSubject

from ..record.conftest import subject_of
from ..strategies import MODEL, assessments

CASES = Path(__file__).parents[1] / "cases"
WORDS = (
    "the council of a ŷd gŵyl Llanŵydd dŵr tŷ “quoted” – (bracketed) £4,500.50 50 % fi ffl office first a/b co-op "
    "https://www.example.org/decisions/07-26?page=2&part=3 <b>no markup</b> & 3 ≤ 4 · ½ → ✓ e\u0301 naïve Σ ε "
    + "long"
    * 40
).split()
LENGTHS = (0, 1, 12, 150, 900)


def shapes(count: int) -> list[RecordSubject]:
    """That many: the six real decisions first, then drawn ones; the same each time."""
    real = [read(path, {(MODEL.id, MODEL.version): MODEL}) for path in sorted(CASES.glob("*.fairness.json"))]
    drawn = [_printable(one) for most in (2, 4, 8) for one in _drawn(count, most)]
    chance = Random(4)  # noqa: S311 - no secret
    chance.shuffle(drawn)
    return [_shape(one, i, Random(i)) for i, one in enumerate([*real, *drawn][:count])]  # noqa: S311


def _printable(one: Assessment) -> Assessment:
    """The same with words wherever a text has a letter that no face has: such a record is refused before it is made."""
    return decode(cast(Document, _spelt(encode(one), Random(5))), {(MODEL.id, MODEL.version): MODEL})  # noqa: S311


def _spelt(value: object, chance: Random) -> object:
    if isinstance(value, dict):
        return {key: _spelt(one, chance) for key, one in value.items()}
    if isinstance(value, list):
        return [_spelt(one, chance) for one in value]
    if not isinstance(value, str):
        return value
    try:
        require_glyphs((value,))
    except RecordError:
        return said(chance, 5)
    return value


def _drawn(count: int, most: int) -> list[Assessment]:
    found: list[Assessment] = []

    @seed(count)
    @settings(max_examples=count, phases=[Phase.generate], database=None, derandomize=False, deadline=None)
    @given(assessments(most=most))
    def keep(one: Assessment) -> None:
        found.append(one)

    keep()
    return found


def _shape(now: Assessment, i: int, chance: Random) -> RecordSubject:
    told = _told(now, chance) if i % 5 else now
    subject = subject_of(told, MODEL, *SIGNERS[: i % 3])
    gaps = (Finding(Severity.ERROR, "gap", "title", said(chance, 12)),) if i % 3 == 0 else ()
    return replace(subject, gaps=gaps, history=subject.history * (1 + i % 4))


def said(chance: Random, most: int) -> str:
    """So many words, now and then on a new line."""
    return "".join(chance.choice(WORDS) + ("\n" if chance.random() < 0.03 else " ") for _word in range(most)).strip()


def _told(now: Assessment, chance: Random) -> Assessment:
    """The assessment with something said wherever words may stand."""
    text: Callable[[], str] = lambda: said(chance, chance.choice(LENGTHS))  # noqa: E731 - a name for it
    duties = Duties(text(), text(), text(), text(), text(), text())
    return replace(
        now,
        title=said(chance, chance.choice((3, 12, 60))),
        reference=chance.choice(("", "07-26")),
        summary=text(),
        interests=text(),
        duties=duties,
        decision=_decision(now, text, chance),
        groups=tuple(replace(g, name=said(chance, 6), heard_how=said(chance, 5)) for g in now.groups),
        options=tuple(replace(o, name=said(chance, 9), description=said(chance, 30)) for o in now.options),
        effects=tuple(replace(e, because=said(chance, chance.choice((0, 5, 300)))) for e in now.effects),
    )


def _decision(now: Assessment, text: Callable[[], str], chance: Random) -> Decision:
    chosen = chance.choice(now.options).id
    rejected = tuple(Rejected(o.id, text()) for o in now.options if o.id != chosen)
    return Decision(
        date(2026, 11, 20), chosen, text(), rejected, text(), text(), text(), text(), text(), text(), date(2027, 11, 20)
    )


def _signers() -> Iterator[Identity]:
    for i, role in enumerate(("Clerk", "Monitoring officer")):
        yield Identity(f"Example {role}", role, "Example Council", str(i) * 64, datetime(2029, 1, 1, tzinfo=UTC))


SIGNERS = tuple(_signers())
