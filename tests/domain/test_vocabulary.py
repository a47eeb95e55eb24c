"""Words, verdicts and steps are all said to people."""

from __future__ import annotations

from enum import StrEnum

import pytest

from fairness_desktop.domain.progress import Step, StepState, state_name, step_name, step_of
from fairness_desktop.domain.register import Status, status_label
from fairness_desktop.domain.sealing.verdict import Recomputed, RecordCheck, Verdict, verdict_label
from fairness_desktop.domain.vocabulary import (
    SUGGESTED_DELIVERY,
    AuthorityKind,
    BodyKind,
    Capacity,
    Floor,
    Form,
    Grade,
    Kind,
    Nation,
    delivery_label,
    label,
)

CLOSED: list[type[StrEnum]] = [Kind, Form, Nation, BodyKind, AuthorityKind, Capacity, Grade, Floor]


@pytest.mark.parametrize("words", CLOSED)
def test_that_every_closed_word_has_a_label_of_its_own(words: type[StrEnum]) -> None:
    labels = [label(word) for word in words]

    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_that_verdicts_states_and_steps_have_labels() -> None:
    assert all(verdict_label(v) for v in Verdict)
    assert all(status_label(s) for s in Status)
    assert all(step_name(s) for s in Step)
    assert all(state_name(s) for s in StepState)


def test_that_a_suggested_delivery_is_said_in_words_and_another_as_it_stands() -> None:
    assert all(delivery_label(word) != word for word in SUGGESTED_DELIVERY)
    assert delivery_label("a trust of our own") == "a trust of our own"


@pytest.mark.parametrize(
    ("place", "step"),
    [
        ("title", Step.DECISION),
        ("authority.decision_maker.name", Step.DECISION),
        ("groups[3].size", Step.PEOPLE),
        ("options[1].name", Step.OPTIONS),
        ("options[1].net_cost", Step.MONEY),
        ("required_saving", Step.MONEY),
        ("effects", Step.EFFECTS),
        ("decision.rejected", Step.DECIDE),
        ("somewhere.else", Step.DECISION),
    ],
)
def test_that_every_place_is_answered_on_a_step(place: str, step: Step) -> None:
    assert step_of(place) is step


@pytest.mark.parametrize("verdict", Verdict)
def test_that_only_a_valid_record_whose_figures_follow_is_good(verdict: Verdict) -> None:
    sound = verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)

    assert RecordCheck("f", verdict, "", recomputed=Recomputed.MATCHES).good is sound
    assert not RecordCheck("f", verdict, "", recomputed=Recomputed.DIFFERS).good
