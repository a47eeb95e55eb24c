"""From one laptop to another and back: the same bytes, and nothing of either lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.cli.records import sign
from fairness_desktop.domain.errors import ConflictError, FairnessError, NotFoundError, StoppedError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, Status
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.exchange.bundle.comparing import Side
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.handing.papers import safe_name
from fairness_desktop.services.handing.relation import Relation
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

BODY = b"what families said " * 100_000


@dataclass
class Laptop:
    """A data folder, and a place to write to."""

    folder: Path
    services: Services

    def give(self, name: str) -> Path:
        out = self.folder / f"{name}.fairness"
        self.services.handing.giving.hand_out(self.id, out)
        return out

    def take(self, path: Path) -> Relation:
        return self.services.handing.taking.take(path).relation

    @property
    def id(self) -> AssessmentId:
        return self.services.register.rows(RegisterQuery(), 0, 1)[0].id

    @property
    def walk(self) -> Walk:
        return self.services.register.open(self.id)

    def change(self, **changes: object) -> None:
        walk = self.walk
        walk.change(replace(walk.assessment, **changes))  # type: ignore[arg-type]

    def whole_history(self) -> set[tuple[str, str]]:
        """Every step kept here, in our own history or in another laptop's: who did it, and what state it reached."""
        found = self.services.handing.giving.contents(self.id)
        return {(s.hash, s.document) for h in (found.history, *found.others) for s in h.steps}


@pytest.fixture
def laptop(tmp_path: Path) -> Callable[[str], Laptop]:
    def made(name: str) -> Laptop:
        folder = tmp_path / name
        folder.mkdir()
        services = app.services(folder / "data")
        services.register.set_who(name)
        return Laptop(folder, services)

    return made


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the example: changed, with papers, signed, changed again. Made once, for keys take time."""
    folder = tmp_path_factory.mktemp("office")
    services = app.services(folder / "data")
    services.register.set_who("Ann")
    walk = services.register.open_example()
    walk.change(replace(walk.assessment, interests="None, né Ŵyn"))
    for name in ("survey.txt", "offer.txt"):
        (folder / name).write_bytes(BODY + name.encode())
        services.handing.papers.list_it(walk, services.handing.papers.keep(walk.assessment, folder / name))
    sign(services, walk, None, PASSPHRASE)
    walk = services.register.open(walk.assessment.id)
    walk.change(replace(walk.assessment, summary="Changed since it was signed"))
    services.close()
    return folder


@pytest.fixture
def ann(tmp_path: Path, office: Path) -> Laptop:
    shutil.copytree(office / "data", tmp_path / "Ann" / "data")
    return Laptop(tmp_path / "Ann", app.services(tmp_path / "Ann" / "data"))


@pytest.fixture
def bea(laptop: Callable[[str], Laptop], ann: Laptop) -> Laptop:
    """A laptop that took in what Ann gave."""
    theirs = laptop("Bea")
    assert theirs.take(ann.give("first")) is Relation.NEW
    return theirs


def test_that_what_was_taken_in_is_given_as_the_same_bytes(ann: Laptop, bea: Laptop) -> None:
    given = ann.give("first").read_bytes()

    assert bea.give("back").read_bytes() == given
    assert ann.give("again").read_bytes() == given


def test_that_all_of_it_is_there(ann: Laptop, bea: Laptop) -> None:
    here, there = ann.walk, bea.walk

    assert there.assessment == here.assessment
    assert there.history == here.history
    assert there.records == here.records
    assert [b"".join(bea.services.handing.taking._store.file(a.sha256)) for a in there.assessment.attachments] == [
        BODY + b"survey.txt",
        BODY + b"offer.txt",
    ]
    assert bea.services.register.rows(RegisterQuery(), 0, 9)[0].status is Status.CHANGED_SINCE
    assert bea.services.register.check() == []


def test_that_the_same_is_taken_in_once(ann: Laptop, bea: Laptop) -> None:
    steps = len(bea.walk.history)

    assert bea.take(ann.give("second")) is Relation.SAME
    assert len(bea.walk.history) == steps


def test_that_undo_goes_on_where_the_other_laptop_stopped(ann: Laptop, bea: Laptop) -> None:
    walk = bea.walk
    walk.undo()

    assert walk.assessment.summary != "Changed since it was signed"


def apart(ann: Laptop, bea: Laptop) -> None:
    """Both go on by themselves."""
    ann.change(title="Ann's title")
    ann.change(interests="Ann's interests")
    bea.change(title="Bea's title")
    bea.change(summary="Bea's summary")


def test_that_another_state_is_refused_and_nothing_is_done(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    before = bea.give("before").read_bytes()

    with pytest.raises(FairnessError, match="with other content"):
        bea.take(ann.give("apart"))

    assert bea.give("after").read_bytes() == before


def test_that_both_are_shown_with_who_changed_what(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    meeting = bea.services.handing.meetings.meet(ann.give("apart"))

    told = {p.where: (p.mine, p.theirs, p.lean) for p in meeting.points}
    assert told["title"] == ("Bea's title", "Ann's title", None)
    assert told["interests"][2] is Side.THEIRS
    assert told["summary"][2] is Side.MINE
    assert (meeting.relation, meeting.leaning()) == (
        Relation.APART,
        {"interests": Side.THEIRS, "summary": Side.MINE},
    )


def test_that_one_state_is_made_as_chosen_and_both_histories_are_whole(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    every = ann.whole_history() | bea.whole_history()
    meetings = bea.services.handing.meetings
    meeting = meetings.meet(ann.give("apart"))

    meetings.finish(meeting, ["title", "interests"], "Bea")

    now = bea.walk.assessment
    assert (now.title, now.interests, now.summary) == ("Ann's title", "Ann's interests", "Bea's summary")
    assert bea.whole_history() > every
    steps = bea.services.register.history(bea.id)
    assert (steps[-1].note.act, steps[-1].note.about) == (Act.MERGED, ann.services.register.history(ann.id)[-1].hash)
    assert bea.services.register.check() == []


def test_that_two_folders_edited_apart_and_crossed_hold_both_histories_whole(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    every = ann.whole_history() | bea.whole_history()
    from_ann, from_bea = ann.give("apart"), bea.give("apart")

    for ours, path, wanted in ((ann, from_bea, ["summary"]), (bea, from_ann, ["title", "interests"])):
        meeting = ours.services.handing.meetings.meet(path)
        ours.services.handing.meetings.finish(meeting, wanted, "both")

    assert ann.whole_history() >= every
    assert bea.whole_history() >= every
    assert ann.walk.assessment == bea.walk.assessment
    assert (ann.take(bea.give("crossed")), bea.take(ann.give("crossed"))) == (Relation.MORE, Relation.MORE)
    assert (ann.take(bea.give("again")), bea.take(ann.give("again"))) == (Relation.SAME, Relation.SAME)
    assert ann.whole_history() == bea.whole_history()
    assert ann.services.register.check() == bea.services.register.check() == []


def test_that_what_was_brought_together_goes_round_as_the_same_bytes(
    ann: Laptop, bea: Laptop, laptop: Callable[[str], Laptop]
) -> None:
    apart(ann, bea)
    meetings = bea.services.handing.meetings
    meetings.finish(meetings.meet(ann.give("apart")), ["title"], "Bea")
    given = bea.give("whole")
    third = laptop("Cai")

    assert third.take(given) is Relation.NEW
    assert third.give("back").read_bytes() == given.read_bytes()
    assert third.services.register.check() == []


def test_that_a_record_signed_on_the_other_laptop_comes_along(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    sign(ann.services, ann.walk, None, PASSPHRASE)
    meetings = bea.services.handing.meetings

    meetings.finish(meetings.meet(ann.give("signed")), [], "Bea")

    assert [r.sha256 for r in bea.walk.records] == [r.sha256 for r in ann.walk.records]
    assert bea.services.register.check() == []


def test_that_a_history_that_goes_on_where_ours_ends_is_gone_on_with(ann: Laptop, bea: Laptop) -> None:
    ann.change(title="Further")
    given = ann.give("further")
    meeting = bea.services.handing.meetings.meet(given)
    with pytest.raises(FairnessError, match="it goes on from what the register holds"):
        bea.take(given)

    bea.services.handing.meetings.finish(meeting, [p.where for p in meeting.points], "Bea")

    assert meeting.relation is Relation.AHEAD
    assert meeting.leaning() == {"title": Side.THEIRS}
    assert bea.give("back").read_bytes() == given.read_bytes()


def test_that_an_older_state_changes_nothing(ann: Laptop, bea: Laptop) -> None:
    bea.change(title="Further")

    with pytest.raises(FairnessError, match="it is an older state"):
        bea.take(ann.give("older"))


def test_that_what_changed_since_the_comparison_is_not_written_over(ann: Laptop, bea: Laptop) -> None:
    apart(ann, bea)
    meeting = bea.services.handing.meetings.meet(ann.give("apart"))
    bea.change(title="Meanwhile")

    with pytest.raises(ConflictError, match="changed since the two were compared"):
        bea.services.handing.meetings.finish(meeting, [], "Bea")

    assert bea.walk.assessment.title == "Meanwhile"


def test_that_choices_that_do_not_fit_together_are_told_and_nothing_is_kept(ann: Laptop, bea: Laptop) -> None:
    gone = ann.walk.assessment.without_option(ann.walk.assessment.options[-1].id)
    ann.change(**{name: getattr(gone, name) for name in ("options", "effects", "ratings", "unanswered", "decision")})
    meetings = bea.services.handing.meetings
    meeting = meetings.meet(ann.give("apart"))
    option = next(p.where for p in meeting.points if p.where.startswith("options["))

    with pytest.raises(FairnessError, match=r"do not fit together: decision\.chosen: there is no option"):
        meetings.finish(meeting, [option], "Bea")

    assert len(bea.services.register.history(bea.id)) == len(bea.services.handing.taking._store.steps(bea.id))


def test_that_one_may_stop_and_nothing_is_left(ann: Laptop, laptop: Callable[[str], Laptop]) -> None:
    third = laptop("Cai")

    def stop(done: int, _of: int) -> None:
        if done > 1024 * 1024:
            raise StoppedError

    with pytest.raises(StoppedError):
        third.services.handing.taking.take(ann.give("whole"), stop)

    assert third.services.register.count(RegisterQuery()) == 0
    assert third.take(ann.give("whole")) is Relation.NEW


def test_that_progress_is_told_to_the_end(ann: Laptop, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    ann.services.handing.giving.hand_out(ann.id, tmp_path / "x.fairness", lambda *now: told.append(now))

    assert told[-1][0] == told[-1][1] == 2 * len(BODY) + len("survey.txtoffer.txt")


def test_that_a_file_that_stops_being_read_leaves_no_half_bundle(ann: Laptop, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    (tmp_path / "x.fairness").write_bytes(b"before")
    with pytest.raises(StoppedError):
        ann.services.handing.giving.hand_out(ann.id, tmp_path / "x.fairness", stop)

    assert (tmp_path / "x.fairness").read_bytes() == b"before"
    assert not list(tmp_path.glob(".x*"))


def test_that_a_paper_that_was_taken_off_the_list_does_not_travel_and_is_not_lost(
    ann: Laptop, laptop: Callable[[str], Laptop]
) -> None:
    walk = ann.walk
    paper = walk.assessment.attachments[0]
    ann.services.handing.papers.unlist(walk, paper.id)
    third = laptop("Cai")
    third.take(ann.give("fewer"))

    assert third.services.handing.papers.here(third.id) == {walk.assessment.attachments[0].sha256}
    walk.undo()
    assert paper in walk.assessment.attachments
    assert paper.sha256 in ann.services.handing.papers.here(ann.id)


def test_that_a_paper_is_written_out_as_it_was(ann: Laptop, tmp_path: Path) -> None:
    paper = ann.walk.assessment.attachments[0]

    ann.services.handing.papers.write(paper, ann.id, tmp_path / "out.txt")

    assert (tmp_path / "out.txt").read_bytes() == BODY + b"survey.txt"
    assert (paper.title, paper.file_name, paper.media_type) == ("survey", "survey.txt", "text/plain")


def test_that_a_paper_of_which_only_the_hash_came_is_said_not_to_be_here(
    ann: Laptop, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    ann.services.register.hand_out(ann.id, tmp_path / "bare.fairness.json")
    third = laptop("Cai")
    third.services.register.take_in(tmp_path / "bare.fairness.json")

    with pytest.raises(NotFoundError, match="is not on this laptop: only its name and hash"):
        third.services.handing.papers.write(third.walk.assessment.attachments[0], third.id, tmp_path / "out")


def test_that_a_copy_of_a_decision_has_its_papers(ann: Laptop) -> None:
    copy = ann.services.register.duplicate(ann.id)

    assert ann.services.handing.papers.here(copy.assessment.id) == ann.services.handing.papers.here(ann.id)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x.pdf", "_.._x.pdf"),
        ("a/b\\c:d.pdf", "a_b_c_d.pdf"),
        ("", "5e5e5e5e5e5e5e5e"),
        ("..", "5e5e5e5e5e5e5e5e"),
        ("x\n.pdf", "x_.pdf"),
        ("Ŵyn.pdf", "Ŵyn.pdf"),
    ],
)
def test_that_the_name_of_a_paper_leads_nowhere(ann: Laptop, name: str, safe: str) -> None:
    paper = replace(ann.walk.assessment.attachments[0], file_name=name, sha256="5e" * 32)

    assert safe_name(paper) == safe


def test_that_a_file_that_cannot_be_attached_is_told(ann: Laptop, tmp_path: Path) -> None:
    papers, now = ann.services.handing.papers, ann.walk.assessment
    with pytest.raises(NotFoundError, match="There is no file"):
        papers.keep(now, tmp_path / "nothing.pdf")
    with pytest.raises(NotFoundError, match="There is no file"):
        papers.keep(now, tmp_path)
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(FairnessError, match="is larger than 200 MiB and was not attached"):
        papers.keep(now, large)
