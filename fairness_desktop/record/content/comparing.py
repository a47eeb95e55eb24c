"""Options side by side, who is touched and how, and the scores that follow."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.effects import Cell
from ...domain.options import Option
from ...domain.people import Group
from ...domain.short.form import asked_criteria, is_short
from ...domain.vocabulary import delivery_label, label
from ...i18n import _
from ...scoring.money import net_cost
from ...scoring.result import Result
from ...telling.charts.scores import scores as score_chart
from ...telling.figures import UNDEFINED, percent, pounds, ratio, signed
from ...telling.short import short_form_sentence
from ...telling.trying import care_told
from ..subject import RecordSubject
from . import leaving_out
from .tree import Bullets, ChartFigure, Gap, Heading, Node, Paragraph, Table
from .wording import yes_no


def options(subject: RecordSubject, *, at_length: bool = True) -> Iterator[Node]:
    """What could have been done, each way described; where not ``at_length``, only where more is said of it."""
    now = subject.assessment
    yield Heading(_("The options"))
    yield _side_by_side(subject)
    for option in now.options:
        if not at_length and not (option.description or option.offered_by or option.undo or option.stop_rule):
            continue
        yield Heading(f"{option.id}  {option.name or _('no name yet')}", 2)
        if option.description:
            yield Paragraph(option.description)
        yield Bullets(_about(option))


def _side_by_side(subject: RecordSubject) -> Table:
    """One row an option, with what tells them apart before any effect is weighed."""
    header = (_("Option"), _("Run by"), _("From outside"), _("Can be tried small"), _("Net cost a year"))
    rows = tuple(
        (
            f"{o.id}  {o.in_short or _('no name yet')}",
            delivery_label(o.delivery) if o.delivery else UNDEFINED,
            yes_no(o.from_outside),
            yes_no(o.pilot),
            pounds(round(net_cost(o, subject.framework), 2)) if o.cost_answered else _("not answered"),
        )
        for o in subject.assessment.options
    )
    return Table(_("Options side by side"), header, rows, (0.34, 0.2, 0.14, 0.16, 0.16), frozenset({4}))


def _about(option: Option) -> tuple[str, ...]:
    said = [_("Carrying on as now: all others are compared with it.")] if option.baseline else []
    if option.delivery:
        said.append(_("Run by: {who}. This never enters the score.").format(who=delivery_label(option.delivery)))
    if option.from_outside is not None:
        said.append(_("Comes from outside the council: {answer}.").format(answer=yes_no(option.from_outside)))
    for caption, text in (
        (_("Offered by"), option.offered_by),
        (_("How it is undone"), option.undo),
        (_("What makes it stop"), option.stop_rule),
    ):
        if text:
            said.append(f"{caption}: {text}")
    if option.pilot is not None:
        said.append(_("Can be tried small: {answer}.").format(answer=yes_no(option.pilot)))
    if option.net_cost is not None:
        said.append(_("Net cost a year: {cost}.").format(cost=pounds(option.net_cost)))
    said += care_told(option)
    return tuple(said) or (_("Nothing more is said of it."),)


def effects(subject: RecordSubject) -> Iterator[Node]:
    """The effects grid: a table an option, a row a group."""
    now, framework = subject.assessment, subject.framework
    yield Heading(_("What each option would do"))
    yield Paragraph(
        _(
            "Effect on a person it touches, against carrying on as now: 1 noticeable, minor; 2 clearly changes daily "
            "life; 3 life-changing; minus is worse. Reach is the share of the group touched. Evidence grades: "
            "A measured here, B measured nearby, C expert view, D assumed."
        ),
        small=True,
    )
    names = tuple(_(c.name) for c in asked_criteria(now.form, framework))
    letters = _letters(names)
    yield Paragraph("; ".join(f"{x} {n.lower()}" for x, n in zip(letters, names, strict=True)) + ".", small=True)
    if is_short(now):
        yield Paragraph(short_form_sentence(framework), small=True)
    header = (_("Group"), _("Reach"), *letters, _("Grade"), _("Because"))
    numbers = frozenset(range(1, 2 + len(names)))
    shares = (0.195, 0.085, *(0.056 for _name in names), 0.09)
    for option in now.options:
        if option.baseline:
            continue
        rows = tuple(_effect_row(subject, option, group) for group in now.groups)
        caption = _("Effects of {id}: {name}").format(id=option.id, name=option.in_short or _("no name yet"))
        yield Heading(caption, 2)
        yield Table(caption, header, rows, (*shares, max(0.1, 1 - sum(shares))), numbers, spoken=True)


def touched(subject: RecordSubject) -> Iterator[Node]:
    """Each group across the options: what they come to for it on average, those not reached counted in."""
    result, now = subject.result, subject.assessment
    others = tuple(o for o in now.options if not o.baseline)
    if result is None or not others or not now.groups:
        return
    yield Heading(_("Group by group"), 2)
    header = (_("Group"), *(o.id for o in others))
    rows = tuple(
        (g.name or g.id, *(_average(now.cell(o.id, g.id, ()), result.option(o.id).mean_effects[g.id]) for o in others))
        for g in now.groups
    )
    widths = (0.4, *(0.6 / len(others) for _option in others))
    caption = _("Average effect on a person of each group, those not reached counted in")
    yield Table(caption, header, rows, widths, frozenset(range(1, len(header))))


def _average(cell: Cell, mean: float) -> str:
    return _("not touched") if not cell.touched else signed(mean, 2) if cell.counts else "?"


def _letters(names: tuple[str, ...]) -> tuple[str, ...]:
    """What stands over a criterion's column: its first letter, or its number where two share one."""
    letters = tuple(name[0].lower() for name in names)
    return letters if len(set(letters)) == len(letters) else tuple(str(i + 1) for i in range(len(names)))


def _effect_row(subject: RecordSubject, option: Option, group: Group) -> tuple[str, ...]:
    now, framework = subject.assessment, subject.framework
    cell = now.cell(option.id, group.id, framework.criterion_ids)
    name = group.name or group.id
    blank = "" if cell.touched else "–"
    asked = asked_criteria(now.form, framework)
    if not cell.touched:
        return name, _("not touched"), *(blank for _c in asked), blank, blank
    if cell.blank:
        return name, "?", *("?" for _c in asked), "?", _("not answered")
    hidden = subject.public is not None and group.id in subject.public.uncounted
    reach = (_("left out") if hidden else "?") if cell.reach is None else percent(cell.reach)
    figures = (cell.impacts.get(c.id) for c in asked)
    said = ("?" if x is None else signed(x) if x else "0" for x in figures)
    return name, reach, *said, cell.grade or "?", cell.because or "–"


def scores(subject: RecordSubject, *, drawn: bool = True) -> Iterator[Node]:
    """Scores as bars (if ``drawn``) and in a table with the same numbers."""
    yield Heading(_("What follows"))
    result = subject.result
    if result is None and subject.public is not None and subject.public.places:
        yield from leaving_out.places(subject, subject.public)
        return
    if result is None:
        yield Gap(_("Nothing could be worked out yet, because something needed is missing."))
        return
    if drawn:
        yield Paragraph(
            _(
                "The fairness score sets what an option does against all that could be done for the people in reach, "
                "each person weighted by need: from −100 to +100, and 0 for carrying on as now. The ring shows the "
                "score with every person counted alike."
            )
        )
        yield ChartFigure(score_chart(subject.assessment, result))
    else:
        yield Paragraph(_("The fairness score runs from −100 to +100; carrying on as now is 0."))
    yield _scores(subject, result)


def _scores(subject: RecordSubject, result: Result) -> Table:
    header = (
        _("Option"),
        _("Rank"),
        _("Score"),
        _("Counted alike"),
        _("Premium"),
        _("Floor"),
        _("Focus"),
        _("Net cost"),
    )
    rows = tuple(
        (
            f"{o.id}  {subject.assessment.option(o.id).in_short}" + (_(" (leads)") if o.id == result.leader else ""),
            str(o.rank) if o.rank else _("not feasible"),
            signed(o.score),
            signed(o.unweighted_score),
            signed(o.fairness_premium),
            label(o.floor),
            ratio(o.focus_ratio),
            pounds(o.net_cost),
        )
        for o in result.ranked
    )
    widths = (0.28, 0.08, 0.09, 0.11, 0.11, 0.11, 0.09, 0.13)
    return Table(_("Scores"), header, rows, widths, frozenset({1, 2, 3, 4, 6, 7}))
