"""The fairness tests, one by one, and the money."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.assessment import Assessment
from ...domain.findings import Severity
from ...domain.short.form import as_asked
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ...scoring.floor import FloorReason
from ...scoring.inputs import scoring_inputs
from ...scoring.result import OptionResult, Result
from ...telling.charts.plane import plane
from ...telling.charts.ranks import ranks
from ...telling.charts.tornado import tornado
from ...telling.figures import percent, pounds, ratio, signed
from ...telling.sentences import floor_sentence
from ..subject import RecordSubject
from .charting import charted, who_gains
from .tree import Bullets, FloorLine, Heading, Node, Paragraph, Table


def fairness_tests(subject: RecordSubject) -> Iterator[Node]:
    """Floor, focus, welfare, worst-off first, frontier, and the leader under each kind."""
    result, now = subject.result, subject.assessment
    if result is None:
        return
    yield from _floor_and_focus(subject, result)
    yield from who_gains(subject, result)
    yield from charted(plane(scoring_inputs(now, subject.framework), result))
    yield from _firmness(subject, result)
    yield from _orders(result)
    yield from _kinds(now, result)
    yield from _remarks(result)


def short_tests(subject: RecordSubject) -> Iterator[Node]:
    """Floor and focus, and what to look at: what the short form tells of the tests."""
    if subject.result is None:
        return
    yield from _floor_and_focus(subject, subject.result)
    yield from _remarks(subject.result)


def _floor_and_focus(subject: RecordSubject, result: Result) -> Iterator[Node]:
    yield Heading(_("Fairness tests"))
    yield from _floors(subject.assessment, result, subject)
    yield from _focus(subject.assessment, result)


def _focus(now: Assessment, result: Result) -> Iterator[Node]:
    yield Heading(_("Focus on those most in need"), 2)
    yield Paragraph(
        _("Those most in need ({groups}) are {share} of the people any option can reach.").format(
            groups=", ".join(now.group(g).name or g for g in result.neediest), share=percent(result.need_share)
        )
    )
    header = (_("Option"), _("Share of the gain"), _("Focus ratio"), _("Share of the loss"), _("Burden ratio"))
    rows = tuple(_focus_row(o) for o in result.options)
    yield Table(_("Focus"), header, rows, (0.2, 0.2, 0.2, 0.2, 0.2), frozenset({1, 2, 3, 4}))


def _remarks(result: Result) -> Iterator[Node]:
    """What does not fit together or hangs by a thread; gaps in the form stand elsewhere."""
    remarks = tuple(f.message for f in result.findings if f.severity is not Severity.ERROR)
    if remarks:
        yield Heading(_("What to look at before relying on this"), 2)
        yield Bullets(remarks)


def _firmness(subject: RecordSubject, result: Result) -> Iterator[Node]:
    """How often each option takes each rank, and what would turn the lead; nothing before it is worked out."""
    yield from charted(ranks(result))
    kind = subject.assessment.kind
    if kind is not None:
        yield from charted(tornado(result, as_asked(subject.assessment.form, subject.framework), kind))


def _floors(now: Assessment, result: Result, subject: RecordSubject) -> Iterator[Node]:
    yield Heading(_("Floor"), 2)
    for option in result.options:
        worst = (
            ""
            if option.worst_case_floor is option.floor
            else _(" With every effect at the low end of its evidence it would be {floor}.").format(
                floor=label(option.worst_case_floor)
            )
        )
        yield FloorLine(option.floor, f"{option.id}: {label(option.floor)}: {floor_sentence(option.floor)}{worst}")
        if option.floor_reasons:
            yield Bullets(tuple(_reason(now, r, subject) for r in option.floor_reasons))


def _reason(now: Assessment, reason: FloorReason, subject: RecordSubject) -> str:
    group = now.group(reason.group).name or reason.group
    if reason.criterion is None:
        return _("{group}: on the whole {effect} for a person it touches").format(
            group=group, effect=signed(reason.effect, 2)
        )
    criterion = _(subject.framework.criterion(reason.criterion).name)
    return _("{group}: {effect} on {criterion}").format(
        group=group, effect=signed(reason.effect), criterion=criterion.lower()
    )


def _focus_row(option: OptionResult) -> tuple[str, ...]:
    shares = percent(option.benefit_share), ratio(option.focus_ratio)
    return option.id, *shares, percent(option.burden_share), ratio(option.burden_ratio)


def _orders(result: Result) -> Iterator[Node]:
    yield Heading(_("Other ways to look at it"), 2)
    changes = ", ".join(f"{o.id} {signed(o.ede_change_percent, 2)} %" for o in result.options)
    steps = ", ".join(
        s.option
        if s.price_per_point is None
        else _("{id} at {price} a point").format(id=s.option, price=pounds(round(s.price_per_point, 2)))
        for s in result.frontier
    )
    yield Bullets(
        (
            _("Equally distributed equivalent, change: {changes}.").format(changes=changes),
            _("Worst-off person first (leximin): {order}.").format(order=", ".join(result.leximin) or "–"),
            _("Efficient frontier, cheapest first: {steps}.").format(steps=steps),
        )
    )


def _kinds(now: Assessment, result: Result) -> Iterator[Node]:
    yield Heading(_("Were it another kind of decision"), 2)
    rows = tuple(
        (label(kind) + (_(" (this decision)") if kind is now.kind else ""), result.leader_by_kind[kind] or "–")
        for kind in Kind
    )
    yield Table(_("Leader under the weights of each kind"), (_("Kind"), _("Leading option")), rows, (0.5, 0.5))
