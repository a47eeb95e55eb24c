"""A framework read as a document: nothing in it can be edited here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.kinds.profile import KindProfile, profile_label
from ...domain.sealing.fingerprints import grouped
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ...telling.figures import brief
from ...telling.frameworks.words import framework_word
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Hint, Words


class ReadingPart(QWidget):
    """Everything that the form of a framework holds, under its headings."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._say(_("What effects are judged by"), _criteria(framework))
        self._say(_("How much each weighs, by kind of decision"), _weights(framework))
        for kind in Kind:
            heading = _("What a decision of the kind {kind} asks for").format(kind=label(kind))
            self._say(heading, _profile(framework, framework.kinds[kind]))
        self._say(_("How much need counts"), _need(framework))
        self._say(_("The floor"), _floor(framework))
        self._say(_("How sure a result is"), _sure(framework))
        self._say(_("How later years count"), _later_years(framework))
        self._say(_("The statements that tell the kind"), _statements(framework))
        levels = (f"{level.level}  {_(level.name)}: {_(level.about)}" for level in framework.levels)
        self._say(_("The levels at which one decides"), levels)
        self._box.addWidget(Hint(_("SHA-256 {hash}").format(hash=grouped(framework.sha256))))

    def _say(self, heading: str, lines: Iterator[str]) -> None:
        told = list(lines)
        if told:
            self._box.addWidget(Words(heading, BODY, MEDIUM))
        for line in told:
            self._box.addWidget(Words(line, SMALL))


def _criteria(framework: Framework) -> Iterator[str]:
    for criterion in framework.criteria:
        sizes = "; ".join(f"{size}: {_(words)}" for size, words in sorted(criterion.anchors.items()))
        said = _("{name}: {asks}. Sizes of an effect: {sizes}.")
        yield said.format(name=_(criterion.name), asks=_(criterion.asks), sizes=sizes)


def _weights(framework: Framework) -> Iterator[str]:
    for kind in Kind:
        weights = framework.kinds[kind].weights
        told = ", ".join(f"{_(c.name).lower()} {brief(weights[c.id])}" for c in framework.criteria)
        yield f"{label(kind)}: {told}"


def _profile(framework: Framework, profile: KindProfile) -> Iterator[str]:
    if profile.about:
        yield _(profile.about)
    level = None if profile.closest_level is None else framework.level(profile.closest_level)
    if level is not None:
        yield _("Closest sensible level: {level}.").format(level=_(level.name))
    if profile.headline is not None:
        yield f"{framework_word(profile.headline)}: {_(profile.headline_says)}"
    if profile.efficiency is not None:
        yield f"{framework_word(profile.efficiency)}: {_(profile.efficiency_asks)}"
    for demand in profile.before_scoring:
        yield _("Before a score is believed: {what}").format(what=_(demand.says))
    for demand in profile.red_flags:
        yield _("Red flag: {what}").format(what=_(demand.says))
    if profile.quality:
        fits = (f"{profile_label(mechanism)} {profile_label(fit)}" for mechanism, fit in profile.quality.items())
        yield _("What keeps quality up: {fits}.").format(fits=", ".join(fits))


def _need(framework: Framework) -> Iterator[str]:
    rungs = ", ".join(
        f"{_(n.name)} {brief(n.living_standard)} ({framework.weight(n.living_standard):.2f})"
        for n in framework.need_ladder
    )
    yield _("Living standard, and weight of a person: {rungs}.").format(rungs=rungs)
    eta = framework.elasticity
    said = _("η = {value:g}, between {low:g} and {high:g}; most in need at or under {limit:g}.")
    yield said.format(value=eta.value, low=eta.low, high=eta.high, limit=framework.need_threshold)
    if framework.areas is not None:
        told = ", ".join(f"{tenth}: {level}" for tenth, level in sorted(framework.areas.suggests.items()))
        said = _("Need level that a tenth of the areas suggests, most deprived first: {levels}; at best grade {grade}.")
        yield said.format(levels=told, grade=framework.areas.best_grade)


def _floor(framework: Framework) -> Iterator[str]:
    floor = framework.floor
    said = _("RED: {mean:g} or less on the whole, or a single effect of {single:g} or less; AMBER: under {amber:g}.")
    yield said.format(mean=floor.red_mean, single=floor.red_single, amber=floor.amber_mean)
    if framework.loss_cap is not None:
        yield _("Safe to fail: at most £{cap:,.0f} lost.").format(cap=framework.loss_cap)


def _sure(framework: Framework) -> Iterator[str]:
    widths = ", ".join(f"{grade} ±{brief(width)}" for grade, width in framework.half_widths.items())
    yield _("An effect may be higher or lower by its grade of evidence: {widths}.").format(widths=widths)
    drawn = framework.robustness
    said = _(
        "{draws:,} versions are drawn, each weight times {low:g} to {high:g}; robust from a share of {robust:g} of "
        "them, leaning from {leaning:g}."
    )
    yield said.format(draws=drawn.draws, low=drawn.weight_low, high=drawn.weight_high, robust=drawn.robust,
                      leaning=drawn.leaning)  # fmt: skip
    said = _("A point changes a living standard by κ = {kappa:g}; scores closer than {equal:g} read equal.")
    yield said.format(kappa=framework.kappa, equal=framework.reads_equal_below)


def _later_years(framework: Framework) -> Iterator[str]:
    bands = (
        _("{rate} % to year {year}").format(rate=brief(100 * band.rate), year=band.to_year)
        if band.to_year is not None
        else _("{rate} % after").format(rate=brief(100 * band.rate))
        for band in framework.discount
    )
    yield _("Discounted each year by {bands}; year 0 is not discounted.").format(bands=", ".join(bands))


def _statements(framework: Framework) -> Iterator[str]:
    for statement in framework.classifier.in_turn():
        yield f"{label(statement.kind)}: {_(statement.text)}"
    classifier = framework.classifier
    said = _("Scored from {low} to {high}; clear with a margin of {margin:g}, else taken as {kind}.")
    yield said.format(low=classifier.low, high=classifier.high, margin=classifier.least_margin,
                      kind=label(classifier.otherwise))  # fmt: skip


def adopted_sentence(framework: Framework) -> str:
    """By which minute it was adopted, or that nobody adopted it."""
    named = _("{title}: {id}, version {version}.").format(
        title=_(framework.title), id=framework.id, version=framework.version
    )
    if framework.adoption is None:
        return f"{named} " + _("Not adopted by any council.")
    return f"{named} " + _("Adopted on {day}, {minute}; locked.").format(
        day=framework.adoption.date, minute=framework.adoption.minute
    )
