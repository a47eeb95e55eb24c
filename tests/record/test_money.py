"""Money in the record: over the years, by whom, by which mechanism, and what is got for it."""

from __future__ import annotations

import gettext
import json
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.money.asking import asks
from fairness_desktop.domain.money.efficiency import Efficiency, SharedCost
from fairness_desktop.domain.money.mechanisms import Mechanism
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.vocabulary import Grade, Kind, Language, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import ChartFigure, Heading, Table, texts
from fairness_desktop.record.data import record_document
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.money.mechanisms import work_out

from ..scoring.money.said import ALL, BOND, LOAN, PARTNER
from .conftest import subject_of
from .test_welsh import missing  # noqa: F401 - a fixture

INVEST = (CashFlow(0, "", -1000.0), CashFlow(1, "NHS", 600.0), CashFlow(2, "NHS", 700.0))
D = OptionId("D")


def of_d(example: Assessment, **changed: object) -> Assessment:
    option: Option = example.option(D)
    fields = {"net_cost": None, "cash_flow": INVEST, **changed}
    return example.with_option(replace(option, **fields))  # type: ignore[arg-type]


def paid_by(example: Assessment, mechanism: Mechanism) -> Assessment:
    working = work_out(mechanism)
    assert working is not None
    argued = replace(mechanism, assumptions="Rates stay as they are.", confidence=Grade.C)
    return of_d(example, cash_flow=(*INVEST, *working.lines), mechanism=argued)


def said(subject: RecordSubject) -> str:
    return "\n".join(texts(document(subject, programs())))


def table(subject: RecordSubject, caption: str) -> Table:
    nodes = document(subject, programs()).nodes
    return next(n for n in nodes if isinstance(n, Table) and n.caption.startswith(caption))


def test_that_a_cash_flow_has_its_curve_and_its_payers_each_with_a_table(
    example: Assessment, framework: Framework
) -> None:
    subject = subject_of(of_d(example), framework)
    charts = [n.chart.title for n in document(subject, programs()).nodes if isinstance(n, ChartFigure)]

    for title in ("D: the money so far, year by year", "D: who pays, and who saves"):
        assert title in charts
        assert table(subject, title).rows


def test_that_the_figures_over_the_years_stand_together(example: Assessment, framework: Framework) -> None:
    rows = table(subject_of(of_d(example, optimism_bias=24.0), framework), "Over the years").rows

    assert rows[0] == ("D", "£233", "year 2", "−£1,000, year 0", "100 %")
    assert rows[1] == ("D, with the optimism bias", "−£7", "year 2", "−£1,240, year 0", "100 %")


def test_that_the_discount_rates_are_told(example: Assessment, framework: Framework) -> None:
    assert "3.5 % in years 1 to 30; 3 % in years 31 to 75" in said(subject_of(of_d(example), framework))


def test_that_optimism_bias_is_told_with_its_source_or_as_not_answered(
    example: Assessment, framework: Framework
) -> None:
    stated = of_d(example, optimism_bias=24.0, optimism_bias_source="standard buildings")

    assert "24 %. Where that comes from: standard buildings. At the deepest £1,240" in said(
        subject_of(stated, framework)
    )
    assert "may turn out higher: not answered." in said(subject_of(of_d(example), framework))


@pytest.mark.parametrize("mechanism", ALL, ids=lambda m: type(m).__name__)
def test_that_a_mechanism_tells_what_was_entered_what_it_comes_to_and_what_it_assumes(
    mechanism: Mechanism, example: Assessment, framework: Framework
) -> None:
    subject = subject_of(paid_by(example, mechanism), framework)
    whole = said(subject)
    working = work_out(mechanism)
    assert working is not None

    for name, ask in asks(type(mechanism)).items():
        if getattr(mechanism, name) not in (None, ""):
            assert ask.caption in whole
    assert "Taken for granted: Rates stay as they are." in whole
    assert "How good the evidence for it is: C: expert view" in whole
    assert len(table(subject, "What it comes to, D").rows) >= 3
    years = [n for n in document(subject, programs()).nodes if isinstance(n, Table) and "year by year" in n.caption]
    assert [len(t.rows) for t in years if t.header[1] not in ("In that year",)] == [len(working.rows)]


def test_that_a_loan_is_told_to_the_penny(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(paid_by(example, LOAN), framework))

    assert "£9,634.23 a year: £144,513 in all, of it £44,513 interest." in whole
    assert "the same sum every year (annuity)" in whole


def test_that_nothing_is_paid_where_the_outcome_is_not_reached(example: Assessment, framework: Framework) -> None:
    rows = {row[0]: row[1] for row in table(subject_of(paid_by(example, BOND), framework), "What it comes to").rows}

    assert rows["Paid if not reached"] == "£0"
    assert rows["Paid in all if reached"] == "£1,257,625"


def test_that_a_mechanism_not_answered_says_so_and_is_a_gap(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(of_d(example, mechanism=replace(LOAN, rate=None)), framework))

    assert "The mechanism cannot be worked out" in whole
    assert "Not answered: Interest, % a year." in whole


def test_that_lines_of_the_mechanism_are_told_apart(example: Assessment, framework: Framework) -> None:
    rows = table(subject_of(paid_by(example, LOAN), framework), "Cash flow of D").rows

    assert rows[0] == ("0", "The council", "−£1,000")
    assert rows[3] == ("0", "The council (by the mechanism)", "£100,000")


def test_that_offers_are_kept_with_what_they_bring_and_why(example: Assessment, framework: Framework) -> None:
    offers = (
        Offer("Play co-op", 400, 5_000, None, accepted=True, reason="They know the families."),
        Offer("A builder", None, None, 9_000, accepted=False, reason="He asks for the naming."),
    )
    made = of_d(example, offers=offers, council_resource=20_000, hour_value=12.5, hour_value_source="as a wage")
    subject = subject_of(made, framework)

    assert table(subject, "Offers from outside, D").rows == (
        ("Play co-op", "hours: 400, £5,000 in money", "accepted", "They know the families."),
        ("A builder", "assets worth £9,000", "declined", "He asks for the naming."),
    )
    assert "£1 of council money brings £0.50." in said(subject)
    assert "An hour is counted as £12.50. as a wage" in said(subject)


@pytest.mark.parametrize("kind", Kind)
def test_that_the_crude_test_stands_beside_the_one_proper_to_the_kind(
    kind: Kind, example: Assessment, framework: Framework
) -> None:
    measured = Efficiency(outputs=900, unit="visits", yearly_cost=45_000, benchmark=40, benchmark_source="12 councils")
    subject = subject_of(replace(of_d(example, efficiency=measured), kind=kind), framework)

    found = table(subject, "Two tests of efficiency")

    assert [row[1] for row in found.rows if row[0].startswith("D")] == ["20.00 visits for £1,000"]
    assert len(found.header) == 4
    assert "benchmark: £40 for each. Where that comes from: 12 councils" in said(subject)


def test_that_shared_costs_prevention_and_ties_are_told(example: Assessment, framework: Framework) -> None:
    measured = Efficiency(
        yearly_cost=45_000, prevention_spend=9_000, ties_measure="volunteers", ties_before=40, ties_after=65,
        shared_by=(SharedCost("Health visitors", 20),),
    )  # fmt: skip
    subject = subject_of(of_d(example, efficiency=measured), framework)

    row = next(r for r in table(subject, "Who shares the cost").rows if r[0] == "D")

    assert row[1:4] == ("£36,000", "Health visitors 20 %", "20 %")
    assert row[6] == "volunteers: 40 to 65"


def test_that_it_is_told_in_words_where_nothing_is_entered(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(example, framework))

    assert "Money over time, and how it is paid for" in whole
    assert "Over the years" not in whole
    assert "How it is paid for" not in whole


def test_that_the_section_stands_before_duties(example: Assessment, framework: Framework) -> None:
    nodes = document(subject_of(example, framework), programs()).nodes
    sections = [n.text for n in nodes if isinstance(n, Heading) and n.level == 1]

    assert sections.index("Money over time, and how it is paid for") + 1 == sections.index("Duties and quality")


def test_that_its_data_hold_the_figures_over_the_years(example: Assessment, framework: Framework) -> None:
    told = record_document(subject_of(of_d(example, optimism_bias=24.0), framework), programs())["result"]
    money = next(o for o in told["options"] if o["id"] == "D")

    assert (money["money"]["payback_year"], money["money"]["deepest_gap"]) == (2, -1000)
    assert money["money_with_bias"]["deepest_gap"] == -1240


def test_that_an_agency_left_out_of_the_public_copy_is_nowhere_in_it(example: Assessment, framework: Framework) -> None:
    secret = paid_by(example, replace(PARTNER, partner="Acme Holdings"))
    marks = (Exempt("options[D].mechanism.partner", "Schedule 12A, paragraph 3"),)
    full = subject_of(replace(secret, decision=replace(secret.decision, exempt=marks)), framework)

    public = public_subject(full, "ab" * 32)

    assert "Acme" not in said(public)
    assert "Acme" not in json.dumps(record_document(public, programs()))


@pytest.mark.parametrize("mechanism", ALL, ids=lambda m: type(m).__name__)
def test_that_a_welsh_record_of_each_mechanism_asks_for_no_word_that_is_not_there(
    mechanism: Mechanism,
    example: Assessment,
    framework: Framework,
    missing: gettext.NullTranslations,  # noqa: F811
) -> None:
    now = paid_by(example, mechanism).with_option(
        replace(example.option(OptionId("C")), offers=(Offer("A co-op", 5, 5, 5),), optimism_bias=5)
    )

    said(replace(subject_of(now, framework), language=Language.WELSH))

    assert missing.asked == []  # type: ignore[attr-defined]


def test_that_all_of_it_can_be_laid_out(example: Assessment, framework: Framework) -> None:
    now = paid_by(example, LOAN)
    others: tuple[tuple[str, Mechanism], ...] = (("B", BOND), ("C", PARTNER))
    for option, mechanism in others:
        working = work_out(mechanism)
        assert working is not None
        now = now.with_option(
            replace(now.option(OptionId(option)), net_cost=None, cash_flow=working.lines, mechanism=mechanism)
        )

    assert PdfRecordMaker().make(subject_of(now, framework)).startswith(b"%PDF")
