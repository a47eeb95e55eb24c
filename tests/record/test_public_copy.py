"""The public copy says nothing of what it leaves out, in no corner of the file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.effects import Effect, Rating
from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import CriterionId, Grade, GroupId, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.data import attachments
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject, telltales
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.services.walk import history_of

from .conftest import NOW, subject_of

HASH = "ab" * 32
GROUND = "Schedule 12A LGA 1972, paragraph 3"
WITHHELD = {
    "options[B].description": "Quenby tender at a price still open",
    "groups[dk].name": "Three Zorblat families",
    "effects[D/dk].because": "Vexmoor told us so",
    "duties.consultation": "Yarrick objected",
    "decision.dissent": "Ulverwick voted against",
    "decision.rejected[B].why": "Quillfeather is too dear",
    "title": "Xanthic hall",
    "ratings[Ann/D/ck].because": "Jorvald wrote it",
}
DK, CK, D = GroupId("dk"), GroupId("ck"), OptionId("D")


def withholding(example: Assessment) -> Assessment:
    """The example with a word of its own at every place that is withheld."""
    option, group, effect = example.option(OptionId("B")), example.group(DK), example.effect(D, DK)
    assert effect is not None
    rejected = tuple(
        replace(r, why=WITHHELD["decision.rejected[B].why"]) if r.option == "B" else r
        for r in example.decision.rejected
    )
    now = example.with_option(replace(option, description=WITHHELD["options[B].description"]))
    now = now.with_group(replace(group, name=WITHHELD["groups[dk].name"]))
    now = now.with_rating(Rating("Ann", D, CK, 0.5, {CriterionId("voice"): 1.0}, WITHHELD["ratings[Ann/D/ck].because"]))
    return replace(
        now,
        title=WITHHELD["title"],
        summary="The Xanthic Hall is to be let.",
        effects=tuple(replace(e, because=WITHHELD["effects[D/dk].because"]) if e == effect else e for e in now.effects),
        duties=replace(now.duties, consultation=WITHHELD["duties.consultation"]),
        decision=replace(
            now.decision,
            rejected=rejected,
            dissent=WITHHELD["decision.dissent"],
            exempt=tuple(Exempt(place, GROUND, "Wurzel asked for it") for place in WITHHELD),
        ),
        extra={"x_other": "Brindlewick"},
    )


def full_subject(now: Assessment, example: Assessment, framework: Framework) -> RecordSubject:
    """With a history in which every withheld word was typed after the first import."""
    subject = subject_of(now, framework)
    return replace(subject, history=(*subject.history, *history_of(example, now, NOW, "Ann")))


def few(example: Assessment) -> Assessment:
    """The example with seven people in its neediest group."""
    return example.with_group(replace(example.group(DK), size=7))


def strings(value: object) -> Iterator[str]:
    """Every string in one object of a PDF, those in the objects it points at aside."""
    from pyhanko.pdf_utils import generic

    if isinstance(value, generic.StreamObject):
        yield from (value.data.decode("latin-1"), value.data.decode("utf-8", "replace"))
    if isinstance(value, generic.DictionaryObject):
        for key in value:
            yield from (str(key), *strings(value.raw_get(key)))
    elif isinstance(value, generic.ArrayObject):
        for inner in list.__iter__(value):
            yield from strings(inner)
    elif not isinstance(value, generic.IndirectObject):
        yield value.decode("latin-1") if isinstance(value, bytes) else str(value)


def everything(pdf: bytes) -> Iterator[str]:
    """Every string, name, stream and attachment of a PDF, decompressed, and the text of its pages."""
    import pypdfium2
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(pdf))
    for number in range(1, int(reader.trailer["/Size"])):
        yield from strings(reader.get_object(generic.Reference(number, 0, reader), never_decrypt=True))
    pages = pypdfium2.PdfDocument(pdf)
    try:
        yield from (page.get_textpage().get_text_bounded() for page in pages)
    finally:
        pages.close()


def words_of(subject: RecordSubject) -> str:
    return "\n".join(texts(document(subject, programs())))


def test_that_no_left_out_word_is_anywhere_in_the_file(example: Assessment, framework: Framework) -> None:
    full = full_subject(withholding(example), example, framework)
    secret = [word for text in WITHHELD.values() for word in text.split() if word[0] in "QZVYUXJ"]
    secret += ["Wurzel", "Brindlewick"]

    whole = "\n".join(everything(PdfRecordMaker().make(full)))
    public = "\n".join(everything(PdfRecordMaker().make(public_subject(full, HASH)))).casefold()

    assert [word for word in secret if word not in whole] == []  # else the search would find nothing anywhere
    assert [word for word in secret if word.casefold() in public] == []
    assert GROUND.casefold() in public


def test_that_it_says_which_record_it_is_of_and_what_it_leaves_out(example: Assessment, framework: Framework) -> None:
    public = public_subject(full_subject(withholding(example), example, framework), HASH)

    said = words_of(public)

    assert " ".join(["abababab"] * 8) in said
    assert f"Option B, description: {GROUND}" in said
    assert "changes in the history, for they touch what is left out." in said
    assert f"[left out: {GROUND}]" in said


def test_that_a_text_that_repeats_what_is_left_out_says_it_no_more(example: Assessment, framework: Framework) -> None:
    public = public_subject(full_subject(withholding(example), example, framework), HASH)

    assert public.assessment.summary == f"The [left out: {GROUND}] is to be let."


def test_that_a_mark_that_names_no_text_stops_the_copy(example: Assessment, framework: Framework) -> None:
    slip = replace(example.decision, exempt=(Exempt("options[B].descripton", GROUND),))

    with pytest.raises(RecordError, match="descripton"):
        public_subject(subject_of(replace(example, decision=slip), framework), HASH)


def test_that_with_every_group_large_enough_all_figures_stay(example: Assessment, framework: Framework) -> None:
    full = subject_of(example, framework)

    public = public_subject(full, HASH)

    assert public.result == full.result
    assert public.assessment == example
    assert public.history == full.history


def test_that_a_small_group_is_told_in_a_band_and_nothing_gives_its_size_away(
    example: Assessment, framework: Framework
) -> None:
    """Copies made with every size the group might have are the same but for what names the assessment's own file."""
    made = [public_subject(subject_of(replace_size(example, n), framework), HASH) for n in range(1, 10)]
    said = {words_of(subject) for subject in made}
    data = {json.dumps(json.loads(attachments(s, programs())["record.json"]), sort_keys=True) for s in made}

    assert len(said) == 1
    assert len(data) == 1
    assert "under 10" in said.pop()
    (told,) = data
    group = next(g for g in json.loads(told)["assessment"]["groups"] if g["id"] == "dk")
    assert "size" not in group
    assert group["size_band"] == "under 10"


def replace_size(example: Assessment, size: int) -> Assessment:
    return example.with_group(replace(example.group(DK), size=size))


def test_that_a_size_in_the_history_is_left_out_even_of_a_group_that_has_grown(
    example: Assessment, framework: Framework
) -> None:
    grown = replace(subject_of(example, framework), history=history_of(few(example), example, NOW, "Ann"))

    public = public_subject(grown, HASH)

    assert [line.where for line in grown.history] == ["groups[dk].size"]
    assert public.history == ()
    assert public.public is not None
    assert public.public.history_left_out == 1


def test_that_the_order_is_told_only_where_it_is_the_same_for_every_size(
    example: Assessment, framework: Framework
) -> None:
    told = public_subject(subject_of(few(example), framework), HASH).public
    voice = {CriterionId("voice"): 1.0}
    turning = (Effect(D, DK, 1.0, Grade.C, voice), Effect(OptionId("C"), CK, 1.0, Grade.C, voice))
    now = few(replace(example, effects=turning, required_saving=None, budget_cap=None))
    now = now.with_group(replace(now.group(CK), size=20))  # 7 very needy weigh about as much as 20 typical people
    hanging = public_subject(subject_of(now, framework), HASH).public

    assert told is not None
    assert told.ranks_told
    assert hanging is not None
    assert not hanging.ranks_told


def test_that_the_reach_of_a_small_group_is_left_out_and_its_effects_stay(
    example: Assessment, framework: Framework
) -> None:
    said = words_of(public_subject(subject_of(few(example), framework), HASH))

    assert "left out" in said
    assert "They said so" in said or example.effects[0].because in said
    assert "Scores, shares and every other figure" in said
    assert "fairness score of" not in said


def test_that_a_draft_says_there_is_no_full_record_yet(example: Assessment, framework: Framework) -> None:
    public = public_subject(subject_of(example, framework), "")

    assert "There is no full record yet" in words_of(public)
    assert json.loads(attachments(public, programs())["record.json"])["full_record"] is None


def test_that_a_text_that_tells_a_size_is_pointed_out(example: Assessment) -> None:
    telling = replace(few(example), summary="Of the 7 children two came; see minute 7/26 and 7.5 %.")

    assert "summary" in telltales(telling)
    assert "summary" not in telltales(replace(telling, summary="See minute 7/26, 17 pages, 7.5 %."))
    assert telltales(example) == ()
