"""The laws of the method for what is drawn and for what turns the lead (P5, P13, P16), over any assessment."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.vocabulary import GroupId
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.robustness.shares import Robustness
from fairness_desktop.scoring.score import score_in_full

from ..strategies import MODEL, assessments
from .builders import shuffled

FEW = replace(MODEL, robustness=replace(MODEL.robustness, draws=150))


def drawn(assessment: Assessment) -> Robustness:
    found = score_in_full(assessment, FEW).robustness
    assert found is not None
    return found


@given(assessments(), st.randoms(use_true_random=False))
def test_that_the_order_of_rows_changes_no_byte_of_what_is_drawn(assessment: Assessment, chance: Random) -> None:
    """P5."""
    mixed = shuffled(assessment, chance)

    one, other = (told(score_in_full(case, FEW)) for case in (assessment, mixed))
    del one["findings"], other["findings"]  # their places follow the rows
    assert canonical(one) == canonical(other)


@given(assessments(most=3))
def test_that_telling_a_group_as_two_turns_no_lead_elsewhere(assessment: Assessment) -> None:
    """P5, for the switching values; merging is the same read backwards."""
    first, new = assessment.groups[0], GroupId("the new one")
    size = (first.size or 0) * 2
    halves = (replace(first, size=size // 2), replace(first, id=new, size=size - size // 2))
    copies = tuple(replace(e, group=new) for e in assessment.effects if e.group == first.id)
    whole = replace(assessment, groups=(replace(first, size=size), *assessment.groups[1:]))
    parted = replace(assessment, groups=(*halves, *assessment.groups[1:]), effects=assessment.effects + copies)

    one, other = (score_in_full(case, FEW).switches for case in (whole, parted))

    assert one is not None
    assert other is not None
    assert [s.at for s in one.elasticity] == pytest.approx([s.at for s in other.elasticity], abs=1e-6)
    assert [(s.criterion, s.before, s.after) for s in one.weights] == [
        (s.criterion, s.before, s.after) for s in other.weights
    ]


@given(assessments())
def test_that_every_feasible_option_takes_one_rank_in_every_version(assessment: Assessment) -> None:
    """P13."""
    result = score_in_full(assessment, FEW)
    found = drawn(assessment)
    able = [o.id for o in result.options if o.feasible]

    for option in result.options:
        shares = found.rank_acceptability[option.id]
        assert len(shares) == len(result.options)
        assert sum(shares) == pytest.approx(1 if option.feasible else 0)
        assert not any(shares[len(able) :])
    for rank in range(len(able)):
        assert sum(found.rank_acceptability[o][rank] for o in able) == pytest.approx(1)


@given(assessments())
def test_that_the_same_inputs_give_the_same_versions(assessment: Assessment) -> None:
    """P13."""
    assert drawn(assessment) == drawn(assessment)


@given(assessments(), st.text("xyz", max_size=5))
def test_that_words_change_nothing_that_is_drawn(assessment: Assessment, word: str) -> None:
    """P16."""
    renamed = replace(
        assessment,
        title=word,
        groups=tuple(replace(g, name=word) for g in assessment.groups),
        options=tuple(replace(o, name=word, delivery=word, description=word) for o in assessment.options),
        effects=tuple(replace(e, because=word) for e in assessment.effects),
    )

    assert drawn(assessment) == drawn(renamed)
