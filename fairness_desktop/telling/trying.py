"""How careful a step an option is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.options import Option
from ..domain.trying.care import stance_word
from ..domain.vocabulary import label
from ..i18n import _
from ..scoring.money.safety import Safety
from .figures import brief, whole_pounds


def safety_word(found: Safety) -> str:
    """What stands on the badge."""
    if found.safe is None:
        return _("safe to fail? not known")
    return _("safe to fail") if found.safe else _("not safe to fail")


def safety_sentence(found: Safety) -> str:
    """What the badge rests on: the loss and its cap, and the floor at worst."""
    return " ".join((_loss(found), _floor(found)))


def _loss(found: Safety) -> str:
    if found.loss is None:
        return _("What could be lost at worst is not known: the cost is not answered.")
    lost = _("At worst {sum} is lost").format(sum=whole_pounds(found.loss))
    if found.cap is None:
        return _("{lost}; no cap on the loss is set.").format(lost=lost)
    cap = whole_pounds(found.cap)
    if found.cap_is_own:
        return _("{lost}; its own cap is {cap}, and the framework sets none.").format(lost=lost, cap=cap)
    return _("{lost}; the framework's cap is {cap}.").format(lost=lost, cap=cap)


def _floor(found: Safety) -> str:
    if found.floor is None:
        return _("The floor at worst is not worked out yet.")
    return _("The floor at worst is {floor}.").format(floor=label(found.floor))


def care_told(option: Option) -> Iterator[str]:
    """A line for each thing that is said of it."""
    care = option.care
    if care.stance is not None:
        yield _("Done {stance}.").format(stance=stance_word(care.stance))
    for caption, text in (
        (_("Who gets it done"), care.done_by),
        (_("How it is tried small"), care.pilot_scope),
        (_("Controls it adds"), care.controls_added),
        (_("Controls it takes away"), care.controls_removed),
    ):
        if text.strip():
            yield f"{caption}: {text}"
    if care.undo_months is not None:
        yield _("Months until it is undone: {months}.").format(months=brief(care.undo_months))
    for said, sum_ in (
        (_("Undoing it costs {sum}."), care.undo_cost),
        (_("Stopped once {sum} is lost."), care.loss_cap),
        (_("A year of it costs at worst {sum}."), care.worst_cost),
    ):
        if sum_ is not None:
            yield said.format(sum=whole_pounds(sum_))
