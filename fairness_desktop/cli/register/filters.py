"""Options that say which decisions of the register are meant."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

import click

from ...domain.register import RegisterQuery, Shelf, Status
from ...domain.vocabulary import Floor, Kind
from ...i18n import _


def _words(of: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([word.value for word in of])


Word = TypeVar("Word", bound=StrEnum)

_OPTIONS = (
    click.option("--search", "words", default="", metavar="WORDS", help=_("Only what holds words beginning so.")),
    click.option("--body", default="", metavar="NAME", help=_("Only decisions of that council.")),
    click.option("--kind", type=_words(Kind), help=_("Only that kind.")),
    click.option("--status", type=_words(Status), help=_("Only what stands so.")),
    click.option("--floor", type=_words(Floor), help=_("Only where the leading option has that floor.")),
    click.option("--year", type=int, metavar="YYYY", help=_("Only decisions of that year.")),
    click.option("--for-me", is_flag=True, help=_("Only what waits to be read by whoever uses this register.")),
    click.option("--review-due", "due", is_flag=True, help=_("Only issued decisions whose review is due.")),
    click.option("--weakest-of", type=int, metavar="YYYY", help=_("The weakest tenth of those reviewed in that year.")),
    click.option("--shelf", type=_words(Shelf), default=Shelf.LIVE.value, help=_("What is put away, or thrown away.")),
)


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command those options, and ``query``, which they make."""

    @wraps(command)
    def filtered(**given: Any) -> Any:  # noqa: ANN401 - whatever the command takes and gives
        query = RegisterQuery(
            words=given.pop("words"),
            body=given.pop("body"),
            kind=_one(Kind, given.pop("kind")),
            status=_one(Status, given.pop("status")),
            floor=_one(Floor, given.pop("floor")),
            year=given.pop("year"),
            shelf=Shelf(given.pop("shelf")),
            for_me=given.pop("for_me"),
            due=given.pop("due"),
            weakest_of=given.pop("weakest_of"),
        )
        if query.for_me and query.of_reviews:
            raise click.UsageError(
                _("--for-me asks for what is still to be read, so it goes with neither --review-due nor --weakest-of.")
            )
        return command(query=query, **given)

    for option in reversed(_OPTIONS):
        filtered = option(filtered)
    return filtered


def _one(of: type[Word], word: str | None) -> Word | None:
    return None if word is None else of(word)
