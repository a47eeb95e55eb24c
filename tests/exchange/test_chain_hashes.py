"""The hash of a step is that of the canonical JSON it is laid down as, however its text is put together."""

from __future__ import annotations

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.history import Act, Change, Note, Step
from fairness_desktop.domain.register import Standings
from fairness_desktop.domain.vocabulary import AssessmentId, Floor, OptionId
from fairness_desktop.exchange.canonical import canonical, sha256
from fairness_desktop.exchange.chain import changes_document, changes_text, step_hash

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
CHANGES = st.builds(Change, TEXTS, st.none() | TEXTS, st.none() | TEXTS)
STEPS = st.builds(
    Step,
    number=st.integers(1, 10**6),
    note=st.builds(Note, st.datetimes(timezones=st.just(UTC)), TEXTS, st.sampled_from(Act), TEXTS),
    document=TEXTS,
    changes=st.lists(CHANGES, max_size=4).map(tuple),
    standings=st.builds(
        Standings,
        st.none() | TEXTS.map(OptionId),
        st.none() | st.floats(-1e6, 1e6) | st.integers(-9, 9),
        st.none() | st.sampled_from(Floor),
    ),
    previous=TEXTS,
)


@given(TEXTS, STEPS)
def test_that_a_step_is_hashed_as_it_is_laid_down(assessment: str, step: Step) -> None:
    said = {
        "assessment": assessment,
        "number": step.number,
        "at": step.note.at.isoformat(),
        "who": step.note.who,
        "act": step.note.act,
        "about": step.note.about,
        "document": step.document,
        "changes": changes_document(step.changes),
        "standings": {
            "leader": step.standings.leader,
            "score": step.standings.score,
            "floor": step.standings.floor,
        },
        "previous": step.previous,
    }

    assert step_hash(AssessmentId(assessment), step) == sha256(said)
    assert changes_text(step.changes) == canonical(changes_document(step.changes))
