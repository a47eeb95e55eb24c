"""Any figure opens to arithmetic that anyone can do again, down to the cells."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.app import known_frameworks
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.money.efficiency import Efficiency
from fairness_desktop.domain.money.mechanisms import Borrowing, LoanMethod
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.exchange.files import read
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.shipped import folder
from fairness_desktop.telling.explaining.case import Case, case
from fairness_desktop.telling.explaining.catalogue import OF_DECISION, OF_MONEY, OF_OPTION, explain, in_lines
from fairness_desktop.telling.explaining.tree import Explanation, every_part, exact

from ..strategies import MODEL, assessments

FEW = replace(MODEL, robustness=replace(MODEL.robustness, draws=100))
CASES = Path(__file__).parents[1] / "cases"
_DOES: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def worked_out(text: str) -> float:
    """What a sum written for people comes to."""
    plain = text.replace(",", "").replace("−", "-").replace("·", "*").replace("÷", "/").replace("√", "sqrt")
    return _value(ast.parse(plain.strip(), mode="eval").body)


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=float() | int() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.UnaryOp(operand=operand):
            return _value(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return _DOES[type(op)](_value(left), _value(right))
        case ast.Call(args=[inside]):
            return sqrt(_value(inside))
    raise AssertionError(ast.dump(node))


@cache
def decided(name: str) -> Case:
    assessment = read(CASES / f"{name}.fairness.json", known_frameworks())
    return case(assessment, MODEL, score_in_full(assessment, MODEL))


def of(assessment: Assessment) -> Case:
    return case(assessment, FEW, score_in_full(assessment, FEW))


def every_explanation(of_case: Case, figures: Iterable[str] = tuple(OF_OPTION)) -> list[Explanation]:
    """Every figure of a decision, opened to the last part."""
    asked = [*OF_DECISION, *(f"{o.id}.{figure}" for o in of_case.assessment.options for figure in figures)]
    return [part for figure in asked for _depth, part in every_part(explain(of_case, figure))]


def test_that_a_score_opens_down_to_the_cells() -> None:
    said = "\n".join(in_lines(explain(decided("d9"), "C.score")))

    assert "11.355508 = 100/3 · 5,135.605261 ÷ 15,075.225022" in said
    assert "0.4 · +1.5" in said
    assert re.search(r"sheltered housing.* +1,200 +2\.632075 +0\.8 +0\.95 +2,400\.452661", said)


@pytest.mark.parametrize("name", ["d1", "d3", "d4", "d5", "d6", "d9"])
def test_that_every_equation_comes_out_for_real_decisions(name: str) -> None:
    check_equations(decided(name))


@given(assessments())
def test_that_every_equation_comes_out(assessment: Assessment) -> None:
    check_equations(of(assessment))


def check_equations(of_case: Case, figures: Iterable[str] = tuple(OF_OPTION)) -> None:
    """Both sides of every equation agree, as far as the digits shown allow."""
    for explanation in every_explanation(of_case, figures):
        left, equals, right = explanation.filled.partition(" = ")
        if equals and "η" not in left:
            told, sum_ = worked_out(left), worked_out(right.partition(";")[0])
            loss = 2e-6 * max(1.0, abs(told)) + _lost_digits(right, told)
            assert sum_ == pytest.approx(told, abs=loss, rel=1e-4), explanation.title


def _lost_digits(right: str, told: float) -> float:
    """What a divisor told to six decimals, or two large numbers close together, may cost."""
    divisor = abs(worked_out(right.rsplit("÷", 1)[-1].partition(" − 1")[0].rstrip(" ;)"))) if "÷" in right else 1.0
    return (1 + abs(told)) * 1e-6 / max(divisor, 1e-6) + (1e-6 if "100 ·" in right else 0.0)


@given(assessments())
def test_that_every_sum_is_the_sum_of_its_rows(assessment: Assessment) -> None:
    for explanation in every_explanation(of(assessment)):
        table = explanation.table
        if table is not None and table.total and explanation.title != "":
            rows = [worked_out(row[-1]) for row in table.rows]
            total = worked_out(table.total[-1])
            assert sum(rows) == pytest.approx(total, abs=1e-6 * (1 + len(rows)), rel=1e-9), explanation.title


@given(assessments())
def test_that_each_row_of_points_multiplies_out(assessment: Assessment) -> None:
    of_case = of(assessment)
    for option in assessment.options:
        table = explain(of_case, f"{option.id}.points").table
        for _name, *factors, told in table.rows if table else ():
            people, *others = (worked_out(f) for f in factors)
            product = people * others[0] * others[1] * others[2]
            assert product == pytest.approx(worked_out(told), rel=1e-3, abs=people * 1e-5)


@given(assessments())
def test_that_the_value_told_is_the_results(assessment: Assessment) -> None:
    of_case = of(assessment)
    for option in of_case.result.options:
        for figure in ("points", "score", "unweighted_score", "fairness_premium", "focus_ratio", "ede_change_percent"):
            assert explain(of_case, f"{option.id}.{figure}").value == exact(getattr(option, figure))


@cache
def example(name: str) -> Case:
    known = known_frameworks()
    now = read(folder() / "examples" / f"{name}.fairness.json", known)
    framework = known[now.framework.id, now.framework.version]
    return case(now, framework, score(now, framework))


def with_option(**said: Any) -> Case:  # noqa: ANN401 - whatever an option may say
    """The decision on gritting, option C saying something of money."""
    now = decided("d9").assessment
    return of(replace(now, options=tuple(replace(o, **said) if o.id == "C" else o for o in now.options)))


@pytest.mark.parametrize("name", ["allotments", "families-team", "gritting", "libraries"])
def test_that_every_equation_of_money_comes_out(name: str) -> None:
    check_equations(example(name), OF_MONEY)


@given(assessments())
def test_that_the_money_of_anything_opens(assessment: Assessment) -> None:
    of_case = of(assessment)

    for explanation in every_explanation(of_case, OF_MONEY):
        assert explanation.title
        assert explanation.value or explanation.parts or explanation.table


def test_that_a_present_value_opens_to_every_sum_of_every_year() -> None:
    table = explain(example("families-team"), "B.npv").table

    assert table is not None
    assert ("0 Two social investors (example)", "−1,200,000", "1", "−1,200,000") in table.rows
    assert table.total[-1] == "2,082,514.984102"


def test_that_payback_and_gap_open_to_the_sum_so_far() -> None:
    team = example("families-team")
    gap, back = explain(team, "B.deepest_gap"), explain(team, "B.payback_year")

    assert gap.table is not None
    assert min(worked_out(row[-1]) for row in gap.table.rows) == worked_out(gap.value)
    assert (back.value, back.table) == ("year 5", gap.table)


@pytest.mark.parametrize(
    ("method", "filled"),
    [
        (LoanMethod.ANNUITY, "9,634.228761 = 100,000 ÷ 10.379658"),
        (LoanMethod.EQUAL_PRINCIPAL, "11,666.666667 = 100,000 ÷ 15 + 100,000 · 5 ÷ 100"),
        (LoanMethod.MATURITY, "5,000 = 100,000 · 5 ÷ 100"),
    ],
)
def test_that_a_loan_opens_to_its_payments(method: LoanMethod, filled: str) -> None:
    found = with_option(mechanism=Borrowing(principal=100_000, rate=5, years=15, method=method))
    opened = explain(found, "C.loan_payment")

    assert opened.filled == filled
    assert opened.table is not None
    assert opened.table.rows[-1][3] == "0"
    check_equations(found, OF_MONEY)


def test_that_a_rating_opens_to_its_interval() -> None:
    found = with_option(efficiency=Efficiency(outputs=100, yearly_cost=2_000, satisfied=27, rated_by=30))

    assert explain(found, "C.rated").value == "0.743789"
    assert explain(found, "C.rated_per_thousand").value == "37.189459"
    check_equations(found, OF_MONEY)


@pytest.mark.parametrize("figure", ["npv", "money", "loan_payment", "leverage", "unit_cost", "rated"])
def test_that_what_is_not_answered_is_said_and_not_made_up(figure: str) -> None:
    opened = explain(decided("d9"), f"C.{figure}")

    assert opened.value == "–"
    assert opened.filled


def test_that_a_switching_value_shows_the_points_of_both_to_be_the_same() -> None:
    table = explain(decided("d9"), "elasticity_switches").table

    assert table is not None
    assert [row[0] for row in table.rows] == ["0.71553"]
    assert all(row[2] == row[3] for row in table.rows)


def test_that_the_baseline_says_why_it_is_nought() -> None:
    assert explain(decided("d9"), "A.points").filled.startswith("Nobody is touched")


def test_that_every_figure_told_of_an_option_can_be_explained() -> None:
    from fairness_desktop.exchange.results import told

    said = told(decided("d9").result)["options"][0]

    assert said.keys() - {"id", "floor_reasons"} <= OF_OPTION.keys()


def test_that_every_figure_told_of_the_money_of_an_option_can_be_explained() -> None:
    from fairness_desktop.exchange.results import told

    options = told(example("families-team").result)["options"]
    names = {key for o in options for key in (*o, *o.get("money", ()))}

    assert names - {"id", "floor_reasons", "deepest_year", "agencies"} <= OF_OPTION.keys() | OF_MONEY.keys()


def test_that_every_figure_told_of_the_decision_can_be_explained() -> None:
    from fairness_desktop.exchange.results import told

    known = told(decided("d9").result).keys() - {"options", "seed", "draws", "findings"}

    assert known <= OF_DECISION.keys()


@pytest.mark.parametrize("wanted", ["C.foo", "Z.score", "", "score", "C."])
def test_that_an_unknown_figure_is_refused_naming_those_there_are(wanted: str) -> None:
    with pytest.raises(InvalidInputError, match="score"):
        explain(decided("d9"), wanted)


def test_that_an_option_may_have_a_dot_in_its_name() -> None:
    now = decided("d9").assessment
    dotted = replace(now, options=(*now.options, Option(OptionId("E.1"), "Dotted", False, 0)))

    assert explain(of(dotted), "E.1.score").value == "0"


@given(st.floats(-1e9, 1e9))
def test_that_a_figure_is_told_so_that_it_reads_back(value: float) -> None:
    assert worked_out(exact(value)) == pytest.approx(value, abs=5.1e-7)
