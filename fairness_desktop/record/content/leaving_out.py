"""What only a public copy says: what it leaves out, and what can still be said without the figures it must not give."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.people import FEWEST_TOLD
from ...domain.vocabulary import label
from ...i18n import _, ngettext
from ...telling.figures import UNDEFINED
from ...telling.places import names_of, place_words
from ...telling.sentences import floor_sentence
from ..subject import PAPERS, Place, PublicCopy, RecordSubject
from .tree import Bullets, FloorLine, Heading, Node, Paragraph, Table


def notice(subject: RecordSubject) -> Iterator[Node]:
    """That this is the public copy, of which record, and what is not in it."""
    public = subject.public
    if public is None:
        return
    yield Paragraph(_of_which(public))
    said = tuple(_left_out(subject, public))
    if said:
        yield Heading(_("What this copy leaves out"), 2)
        yield Bullets(said)


def _of_which(public: PublicCopy) -> str:
    if not public.full_record:
        return _("This is a draft of the public copy. There is no full record yet, so none is named.")
    return _("This is the public copy. The SHA-256 of the full record, as it was sealed, is {hash}.").format(
        hash=" ".join(public.full_record[i : i + 8] for i in range(0, len(public.full_record), 8))
    )


def _left_out(subject: RecordSubject, public: PublicCopy) -> Iterator[str]:
    names = names_of(subject.assessment, subject.framework.criteria)
    for one in public.left_out:
        said = _("A background paper: {ground}") if one.where == PAPERS else _("{where}: {ground}")
        yield said.format(where=place_words(one.where, names), ground=one.ground)
    if public.uncounted:
        groups = ", ".join(subject.assessment.group(g).name or g for g in public.uncounted)
        yield _(
            "How many people are in a group of fewer than {fewest}, and which share of it an option touches: {groups}."
        ).format(fewest=FEWEST_TOLD, groups=groups)
        yield _(
            "Scores, shares and every other figure that follows from how many people there are: the sizes could be "
            "worked out from them. So these figures cannot be worked out again from this copy; from the full record "
            "they can."
        )
    if public.history_left_out:
        yield ngettext(
            "{count} change in the history, for it touches what is left out.",
            "{count} changes in the history, for they touch what is left out.",
            public.history_left_out,
        ).format(count=public.history_left_out)
    yield (
        _("Fields of other programs, and the council's reasons for withholding.")
        if public.left_out
        else _("Fields of other programs.")
    )


def meaning(subject: RecordSubject, public: PublicCopy) -> Iterator[Node]:
    """Place and floor of the option chosen, in the plain page."""
    chosen = subject.assessment.decision.chosen
    for place in public.places:
        if place.option == chosen:
            yield Heading(_("What it means for those most in need"), 2)
            said = _("Floor {floor}: {meaning}")
            yield FloorLine(place.floor, said.format(floor=label(place.floor), meaning=floor_sentence(place.floor)))


def places(subject: RecordSubject, public: PublicCopy) -> Iterator[Node]:
    """In place of the scores: the order, where it gives no size away, and each option's floor."""
    yield Paragraph(_("Left out of the public copy: a group is so small that a score would give its size away."))
    if not public.ranks_told:
        yield Paragraph(_("The order of the options is left out too: it hangs on the size of a small group."))
    header = (_("Option"), _("Rank"), _("Floor"), _("Floor at worst"))
    rows = tuple(_row(subject, public, place) for place in public.places)
    yield Table(_("Order and floor"), header, rows, (0.46, 0.18, 0.18, 0.18), frozenset({1}))


def _row(subject: RecordSubject, public: PublicCopy, place: Place) -> tuple[str, ...]:
    rank = _("not feasible") if not place.feasible else str(place.rank) if public.ranks_told else UNDEFINED
    name = f"{place.option}  {subject.assessment.option(place.option).in_short}"
    return name, rank, label(place.floor), label(place.worst_case_floor)
