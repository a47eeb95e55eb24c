"""Text to paste into minutes."""

from __future__ import annotations

from fairness_desktop.record.copies.text import as_text

from .conftest import RECORD, SECRET, Decision, in_welsh


def test_that_it_says_first_that_it_is_a_copy(decision: Decision) -> None:
    first = as_text(decision.public, decision.signed).splitlines()[0]

    assert first.startswith("Copy, not the signed record.")
    assert first.endswith("signed on 23 November 2026.")


def test_that_a_copy_of_a_draft_says_so(decision: Decision) -> None:
    assert as_text(decision.public, None).startswith("Copy of a draft: nothing is signed yet")


def test_that_a_full_copy_warns_of_exempt_matter_and_a_public_one_has_none(withheld: Decision) -> None:
    full, public = as_text(withheld.full, withheld.signed), as_text(withheld.public, withheld.signed)

    assert "may hold exempt matter" in full
    assert "may hold exempt matter" not in public
    assert SECRET not in public


def test_that_it_tells_the_decision_the_reasons_and_every_statutory_field(decision: Decision) -> None:
    told = as_text(decision.public, decision.signed)
    now = decision.full.assessment

    assert now.decision.reasons in told
    for line in (
        "Date of the decision (good practice): 23 November 2026",
        "Decision-maker: Amenities Committee (example)",
    ):
        assert line in told.splitlines()
    assert all(f"  {o.id}: {o.name}. " in told for o in now.options if o.id != now.decision.chosen)


def test_that_it_names_the_signed_record_and_its_signer(decision: Decision) -> None:
    told = as_text(decision.public, decision.signed)

    assert "Signed by: Ann Clerk, Clerk" in told
    assert RECORD in told.replace(" ", "")


def test_that_no_line_is_broken_and_no_room_left_at_the_end(decision: Decision) -> None:
    told = as_text(decision.public, decision.signed)

    assert decision.full.assessment.summary in told.splitlines()
    assert told.endswith("\n")
    assert not told.endswith("\n\n")


def test_that_a_welsh_one_is_welsh(decision: Decision) -> None:
    told = as_text(in_welsh(decision.public), decision.signed)

    assert told.startswith("Copi, nid y cofnod wedi'i lofnodi.")
    assert "Dyddiad y penderfyniad (arfer da): 23 Tachwedd 2026" in told
