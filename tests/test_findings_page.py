"""The page of findings has every code there is, and says of each what the source says."""

from __future__ import annotations

from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.deciding.deciding_findings import deciding_findings
from fairness_desktop.domain.findings import gaps
from fairness_desktop.domain.kinds.kind_findings import before_scoring, kind_findings
from fairness_desktop.domain.law.checks import law_findings
from fairness_desktop.domain.quality.quality_findings import quality_findings
from fairness_desktop.domain.readiness import Standing, missing_for_signing
from fairness_desktop.domain.touched.people_findings import people_findings
from fairness_desktop.domain.vocabulary import Floor
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.scoring.score import score
from fairness_desktop.shipped import folder

from .findings_page import PAGE, codes, page
from .strategies import MODEL, assessments

PACKS = packs(folder() / "packs")
LISTED = {(c.code, c.severity) for c in codes()}
RED = Standing(leads=False, leader=None, floor=Floor.RED)


def test_that_the_page_says_what_the_source_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@given(assessments(draft=True, foreign=True))
def test_that_every_finding_of_any_draft_is_on_it(now: Assessment) -> None:
    found = (
        *gaps(now), *law_findings(now, PACKS), *kind_findings(now, MODEL), *before_scoring(now, MODEL),
        *people_findings(now, MODEL), *quality_findings(now, MODEL), *deciding_findings(now),
        *missing_for_signing(now, RED, PACKS),
    )  # fmt: skip

    assert {(f.code, f.severity.value) for f in found} <= LISTED


@given(assessments(foreign=True))
def test_that_every_finding_of_any_result_is_on_it(now: Assessment) -> None:
    assert {(f.code, f.severity.value) for f in score(now, MODEL).findings} <= LISTED


@given(assessments(draft=True, foreign=True))
def test_that_errors_and_nothing_else_stop_a_signature(now: Assessment) -> None:
    stops = {f.code for f in missing_for_signing(now, None, PACKS)}
    grave = (*gaps(now), *law_findings(now, PACKS), *deciding_findings(now), *quality_findings(now, MODEL))

    assert {f.code for f in grave if f.severity.value == "error"} <= stops
    assert not {f.code for f in grave if f.severity.value != "error"} & stops
