"""The plan for quality, the chain of those who answer for it, and what a provider keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ...i18n import N_, _
from ..errors import InvalidInputError
from ..kinds.profile import QualityMechanism
from ..money.asking import check_answers, counted, in_pounds, in_words, on_day, one_of

MOST_CHECKS = 30
MOST_LINKS = 12


class Element(StrEnum):
    """The five elements of a quality plan."""

    NEED = "need"
    DESIGN = "design"
    REPORTING = "reporting"
    RESPONSE = "response"
    RISK = "risk"


_WORDS: Mapping[Element, str] = {
    Element.NEED: N_("Need"),
    Element.DESIGN: N_("Design"),
    Element.REPORTING: N_("Reporting"),
    Element.RESPONSE: N_("Response"),
    Element.RISK: N_("Risk"),
}

_ASKS: Mapping[Element, str] = {
    Element.NEED: N_("Who makes sure that it goes where the need is?"),
    Element.DESIGN: N_("Who makes sure that it is built to work?"),
    Element.REPORTING: N_("Who tells how it goes, to whom?"),
    Element.RESPONSE: N_("Who puts right what goes wrong?"),
    Element.RISK: N_("Who watches for harm, and stops it?"),
}


def element_word(element: Element) -> str:
    """How an element is called."""
    return _(_WORDS[element])


def element_asks(element: Element) -> str:
    """What an element asks."""
    return _(_ASKS[element])


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which one element is looked after: by which mechanism, how, by whom, and from when.

    Where it rests on ratings, ``satisfied`` of the ``rated_by`` who answered were content.
    """

    id: str
    element: Element | None = one_of(N_("Element"), Element, needed=False)  # noqa: RUF009
    mechanism: QualityMechanism | None = one_of(N_("Checked by"), QualityMechanism, needed=False)  # noqa: RUF009
    how: str = in_words(N_("How"))
    owner: str = in_words(N_("Who sees to it"))
    due: dt.date | None = on_day(N_("By when"))  # noqa: RUF009
    satisfied: int | None = counted(N_("Satisfied"), needed=False)
    rated_by: int | None = counted(N_("Of how many who answered"), needed=False)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)

    @property
    def whole(self) -> bool:
        """Whether mechanism, owner and date are all there."""
        return self.mechanism is not None and bool(self.owner.strip()) and self.due is not None


@dataclass(frozen=True, slots=True)
class Link:
    """A body that decides or delivers, to whom it answers, and how."""

    id: str
    who: str = in_words(N_("Body or person"))
    answers_to: str = in_words(N_("Answers to"))
    how: str = in_words(N_("How"))
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provider:
    """Who delivers it for money, what they are paid a year and what of that they keep (pounds)."""

    name: str = in_words(N_("Provider"))
    income: float | None = in_pounds(N_("Paid a year, £"), needed=False)
    surplus: float | None = in_pounds(N_("Surplus a year, £"), needed=False)
    goes_to: str = in_words(N_("Where the surplus goes"))
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)

    @property
    def share(self) -> float | None:
        """What is kept as a share of what is paid; None while that cannot be said."""
        return None if self.surplus is None or not self.income else self.surplus / self.income


@dataclass(frozen=True, slots=True)
class QualityPlan:
    """All of it; the text of the duties stands beside it."""

    checks: tuple[Check, ...] = ()
    chain: tuple[Link, ...] = ()
    provider: Provider = field(default_factory=Provider)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.checks) > MOST_CHECKS:
            raise InvalidInputError("checks", _("has more than 30 entries; put alike ones together"))
        if len(self.chain) > MOST_LINKS:
            raise InvalidInputError("chain", _("has more than 12 entries; a longer chain holds nobody"))

    @property
    def begun(self) -> bool:
        """Whether anything is said."""
        return bool(self.checks or self.chain) or self.provider != Provider()

    @property
    def complete(self) -> tuple[Element, ...]:
        """The elements that have a mechanism, an owner and a date."""
        return tuple(e for e in Element if any(check.element is e and check.whole for check in self.checks))

    @property
    def mechanisms(self) -> frozenset[QualityMechanism]:
        """Every mechanism that is named."""
        return frozenset(check.mechanism for check in self.checks if check.mechanism is not None)
