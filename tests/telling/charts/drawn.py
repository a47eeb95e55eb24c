"""Charts of real and of made-up decisions, and what stands where in their scenes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.vocabulary import CriterionId, LeadVerdict, OptionId
from fairness_desktop.exchange.files import read
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.robustness.shares import Robustness
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.scoring.switching.values import ElasticitySwitch, Switches, WeightSwitch
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.gains import gains
from fairness_desktop.telling.charts.money.jcurve import jcurve
from fairness_desktop.telling.charts.money.payers import payers
from fairness_desktop.telling.charts.pen import BADGE
from fairness_desktop.telling.charts.plane import plane
from fairness_desktop.telling.charts.prices import frontier
from fairness_desktop.telling.charts.ranks import ranks
from fairness_desktop.telling.charts.scene import BOLD, Bounds, Rect, Role, Scene, Words, bounds
from fairness_desktop.telling.charts.scores import scores
from fairness_desktop.telling.charts.tornado import tornado

from ...strategies import MODEL

CASES = Path(__file__).parents[2] / "cases"
WIDTHS = (240.0, 420.0, 560.0, 850.0)
SLACK = 1e-6


def measure(text: str, size: float, weight: int) -> float:
    """As wide as a plain face is on the average; bold ones are wider."""
    return len(text) * size * (0.5 + weight / 8000)


@lru_cache
def case(name: str) -> tuple[Assessment, Result]:
    """A real decision with every figure of it."""
    found = read(CASES / f"{name}.fairness.json", {(MODEL.id, MODEL.version): MODEL})
    return found, score_in_full(found, MODEL)


def with_made_up_draws(result: Result) -> Result:
    """The result with shares and switches by hand: each rank as likely as any, and the lead passed round."""
    able = [o.id for o in result.ranked if o.feasible]
    if not able:
        return result
    even = (*(1 / len(able) for _o in able), *(0.0 for _o in result.options[len(able) :]))
    none = tuple(0.0 for _o in result.options)
    drawn = Robustness(
        "0" * 64,
        10_000,
        {o.id: even if o.feasible else none for o in result.options},
        {},
        {o.id: i / len(result.options) for i, o in enumerate(result.options)},
        LeadVerdict.FINELY_BALANCED,
    )
    return replace(result, robustness=drawn, switches=_passed_round(able))


def _passed_round(able: list[OptionId]) -> Switches:
    turns = [(i / len(able), before, able[i]) for i, before in enumerate(able[:-1], 1)]
    return Switches(
        tuple(ElasticitySwitch(4 * at, before, after) for at, before, after in turns),
        tuple(WeightSwitch(CriterionId("voice"), at, before, after) for at, before, after in turns),
    )


def scored(assessment: Assessment) -> Result:
    """The result of a drawn decision, with draws and switches by hand."""
    return with_made_up_draws(score(assessment, MODEL))


def every_chart(assessment: Assessment, result: Result) -> Iterator[Chart]:
    """All that there are of a decision."""
    assert assessment.kind is not None
    inputs = scoring_inputs(assessment, MODEL)
    yield scores(assessment, result)
    for option in result.options:
        yield gains(assessment, MODEL, result, option.id)
    found = (ranks(result), tornado(result, MODEL, assessment.kind), plane(inputs, result))
    yield from (chart for chart in (*found, frontier(assessment, result)) if chart is not None)
    for option in result.options:
        if option.money is not None:
            yield jcurve(option.id, option.money)
            yield payers(option.id, option.money.plain)


def strays(scene: Scene) -> list[object]:
    """Marks that reach beyond the sheet."""
    sheet = Bounds(0, 0, scene.width, scene.height)
    return [mark for mark in scene.marks if not bounds(mark).within(sheet, SLACK)]


def laid_over(scene: Scene) -> list[tuple[str, str]]:
    """Words that share room with other words."""
    return [(a.text, b.text) for a, b in combinations(scene.words, 2) if _lies(a).meets(_lies(b), -SLACK)]


def _lies(words: Words) -> Bounds:
    room = bounds(words)
    return replace(room, top=room.top + 1, bottom=room.bottom - 1)


def said_in(scene: Scene) -> list[str]:
    """All words, in the order in which they are drawn."""
    return [words.text for words in scene.words]


def boxes(scene: Scene, *roles: Role) -> list[Rect]:
    """Boxes filled in one of these roles."""
    return [mark for mark in scene.marks if isinstance(mark, Rect) and mark.fill in roles]


def badges(scene: Scene) -> dict[str, Rect]:
    """The box of each option's letter."""
    letters = [w for w in scene.words if w.weight == BOLD and w.role in (Role.ACCENT, Role.ON_ACCENT, Role.MUTED)]
    squares = [m for m in boxes(scene, Role.SURFACE, Role.ACCENT) if m.height == BADGE]
    return {
        word.text: box
        for word in letters
        for box in squares
        if abs(box.x + box.width / 2 - word.x) < SLACK and abs(box.y + box.height / 2 - word.y) < SLACK
    }
