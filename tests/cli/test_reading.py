"""The second reader from the command line: every act, and every refusal in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import EXAMPLE, Answer, Run

REF = "07-26"
MAKER = "Amenities Committee (example)"


@pytest.fixture
def asked(run: Run) -> Run:
    """A register with the example in it, and a reader asked for."""
    assert run("import", EXAMPLE).code == 0
    assert run("reading", REF, "request", "--by", MAKER, "--asked", "Bob Reader").code == 0
    return run


def state(answer: Answer) -> object:
    return answer.document["state"]


def test_that_it_says_where_a_reading_stands_and_changes_nothing(run: Run) -> None:
    run("import", EXAMPLE)

    said = run("reading", REF).out

    assert "No second reader has been asked." in said
    assert "What can be done now: request." in said
    assert state(run("reading", REF, "--json")) == "not_asked"


def test_that_a_request_names_who_is_asked(asked: Run) -> None:
    told = asked("reading", REF, "--json").document

    assert (told["state"], told["asked"], told["stale"]) == ("waiting", "Bob Reader", False)
    assert told["can"] == ["send-back", "withdraw", "approve", "refuse"]
    assert [(act["act"], act["by"]) for act in told["acts"]] == [("requested", MAKER)]
    assert "asked: Bob Reader" in asked("reading", REF).out


@pytest.mark.parametrize(
    ("arguments", "now"),
    [
        (("approve", "--by", "Bob Reader"), "approved"),
        (("send-back", "--by", "Bob Reader", "--reasons", "Ask the families."), "sent_back"),
        (("refuse", "--by", "Bob Reader", "--reasons", "It leaves them out."), "refused"),
        (("withdraw", "--by", "Ann Author"), "withdrawn"),
    ],
)
def test_that_each_act_is_done_and_kept(asked: Run, arguments: tuple[str, ...], now: str) -> None:
    assert state(asked("reading", REF, *arguments, "--json")) == now
    assert state(asked("reading", REF, "--json")) == now
    assert asked("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("approve",), "--by: Say who does it."),
        (("refuse", "--by", "Bob"), "--reasons: Write the reasons: without them nobody knows what to mend."),
        (("approve", "--by", MAKER.upper()), "had a hand in this."),
        (("request", "--by", "Ann"), "It waits for the second reader. What can be done now:"),
    ],
)
def test_that_a_refusal_is_one_sentence_and_changes_nothing(asked: Run, arguments: tuple[str, ...], why: str) -> None:
    assert why in asked("reading", REF, *arguments).refused
    assert state(asked("reading", REF, "--json")) == "waiting"


def test_that_whoever_had_a_hand_in_it_reads_it_only_by_an_override(asked: Run) -> None:
    told = asked("reading", REF, "approve", "--by", MAKER, "--override", "Nobody else is left.", "--json").document

    assert (told["state"], told["acts"][-1]["override"]) == ("approved", "Nobody else is left.")


def test_that_a_wrong_command_line_is_told_so(run: Run, tmp_path: Path) -> None:
    assert run("reading", REF, "praise").code == 2
    assert run("reading", REF, "--by", "Ann").code == 2
    assert run("reading", REF, "approve", "--by", "Ann", "--asked", "Bob").code == 2
    assert "nothing under" in run("reading", "99-26", "approve", "--by", "Ann").refused
