"""The quality plan: when it is complete, where it does not fit, and what a provider keeps."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.profile import Fit, QualityMechanism
from fairness_desktop.domain.quality.plan import MOST_CHECKS, Check, Element, Link, Provider, QualityPlan
from fairness_desktop.domain.quality.quality_findings import quality_findings
from fairness_desktop.domain.vocabulary import AssessmentId, Kind
from fairness_desktop.telling.quality import completeness, surplus_sentence

DAY = dt.date(2026, 11, 23)
MEASURES, PEERS = QualityMechanism.MANAGEMENT_MEASURES, QualityMechanism.PEER_REVIEW


def checks(*mechanisms: QualityMechanism, due: dt.date | None = DAY, owner: str = "Clerk") -> tuple[Check, ...]:
    """Every element by each of those."""
    pairs = [(e, m) for e in Element for m in mechanisms]
    return tuple(Check(str(i), e, m, "so", owner, due) for i, (e, m) in enumerate(pairs))


def found(plan: QualityPlan, framework: Framework, kind: Kind = Kind.INVOLVEMENT) -> dict[str, str]:
    now = Assessment(
        AssessmentId("x"), FrameworkReference("model", "2", ""), kind=kind, quality=plan, decision=Decision(date=DAY)
    )
    return {f.code: f.where for f in quality_findings(now, framework)}


def test_that_a_plan_nobody_began_is_not_told_of(newest: Framework) -> None:
    assert found(QualityPlan(), newest) == {}


def test_that_a_plan_is_complete_with_mechanism_owner_and_date_for_all_five(newest: Framework) -> None:
    assert found(QualityPlan(checks(PEERS)), newest) == {}
    for lacking in (checks(PEERS, due=None), checks(PEERS, owner=" "), checks(PEERS)[1:]):
        assert found(QualityPlan(lacking), newest) == {"quality_incomplete": "quality_plan.checks"}
    assert completeness(QualityPlan(checks(PEERS))) == "5 of 5 elements have a mechanism, an owner and a date."


@pytest.mark.parametrize("kind", Kind)
def test_that_measures_alone_are_a_misfit_where_the_framework_says_so(kind: Kind, newest: Framework) -> None:
    fits = newest.kinds[kind].quality
    assert fits is not None
    never_alone = fits[MEASURES] is Fit.NOT_ALONE

    assert ("quality_misfit" in found(QualityPlan(checks(MEASURES)), newest, kind)) is never_alone
    assert "quality_misfit" not in found(QualityPlan(checks(MEASURES, PEERS)), newest, kind)


def test_that_involvement_and_joined_up_warn_of_measures_alone(newest: Framework) -> None:
    for kind in (Kind.INVOLVEMENT, Kind.JOINED_UP):
        assert found(QualityPlan(checks(MEASURES)), newest, kind) == {"quality_misfit": "quality_plan.checks"}


def test_that_an_older_framework_says_nothing_of_fit(framework: Framework) -> None:
    assert "quality_misfit" not in found(QualityPlan(checks(MEASURES)), framework)


def test_that_a_check_is_due_after_the_decision(newest: Framework) -> None:
    early = replace(checks(PEERS)[0], due=DAY - dt.timedelta(1))

    codes = found(QualityPlan((early, *checks(PEERS)[1:])), newest)

    assert codes["quality_before_decision"] == "quality_plan.checks[0].due"


def test_that_whoever_delivers_answers_to_somebody(newest: Framework) -> None:
    chain = (Link("1", "A trust", "The council"), Link("2", "A board", " "))

    assert found(QualityPlan(chain=chain), newest) == {"answers_to_nobody": "quality_plan.chain[1].answers_to"}


@pytest.mark.parametrize(
    ("provider", "said"),
    [
        (Provider("A trust", 10_000, 450), "A trust keeps £450 a year of £10,000 paid: 4.5 %."),
        (Provider("", 0, 450), "The provider keeps £450 a year; what it is paid is not answered."),
        (Provider("A trust", 10_000), ""),
    ],
)
def test_that_a_surplus_is_told_in_pounds_and_percent(provider: Provider, said: str) -> None:
    assert surplus_sentence(provider) == said


def test_that_nobody_keeps_more_than_they_are_paid(newest: Framework) -> None:
    plan = QualityPlan(provider=Provider("A trust", 100, 101))

    assert found(plan, newest) == {"surplus_above_income": "quality_plan.provider.surplus"}


def test_that_sums_and_rows_have_bounds() -> None:
    with pytest.raises(InvalidInputError, match="surplus: must be from 0"):
        Provider(surplus=-1)
    with pytest.raises(InvalidInputError, match="checks: has more than 30 entries"):
        QualityPlan(tuple(Check(str(i)) for i in range(MOST_CHECKS + 1)))
