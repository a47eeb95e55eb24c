"""The page that lists all decisions published, newest first, and searches in them without any server."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ....domain.vocabulary import Floor, label
from ....i18n import _, ngettext
from ....telling.figures import UNDEFINED, day
from ...content.tree import Foreign
from ...tongues import TAGS, in_language
from .entries import Entry
from .frame import SUFFIXES, Head, Place, framed, search
from .markup import element, escaped, said
from .nodes import floor_mark


def index(place: Place, entries: Sequence[Entry]) -> str:
    """The page, in its language."""
    with in_language(place.language):
        title = _title(entries)
        bodies = _bodies(entries)
        main = [element("h1", escaped(title)), _search(len(entries))]
        ordered = sorted(entries, key=_order, reverse=True)
        for year, those in groupby(ordered, key=_year):
            main.append(_year_of(place, year, tuple(those), several=len(bodies) > 1))
        if not entries:
            main.append(element("p", escaped(_("Nothing has been published yet."))))
        head = Head(title, _("Decisions published, each with its reasons."), _publisher(bodies))
        return framed(place, head, main, home=True, script=search())


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.order


def _year(entry: Entry) -> int | None:
    return entry.year


def _bodies(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(sorted({entry.body for entry in entries if entry.body}))


def _publisher(bodies: Sequence[str]) -> str:
    several = ngettext("{count} council", "{count} councils", len(bodies)).format(count=len(bodies))
    return bodies[0] if len(bodies) == 1 else several


def _title(entries: Sequence[Entry]) -> str:
    bodies = _bodies(entries)
    return _("Decisions of {council}").format(council=bodies[0]) if len(bodies) == 1 else _("Decisions")


def _search(count: int) -> str:
    """The field appears where the page can act on it; without, every decision is listed all the same."""
    return element(
        "form",
        element("label", escaped(_("Search these decisions")), for_="find"),
        element("input", type="search", id="find", name="q", autocomplete="off", spellcheck="false"),
        element("p", escaped(_shown(count, count)), role="status", id="found", data_said=_shown("{shown}", "{all}")),
        role="search",
        hidden=True,
        id="search",
    )


def _shown(shown: object, count: object) -> str:
    return _("Decisions shown: {shown} of {all}").format(shown=shown, all=count)


def _year_of(place: Place, year: int | None, entries: Sequence[Entry], *, several: bool) -> str:
    name = _("With no date") if year is None else str(year)
    key = f"y{year or 0}"
    names = (element("th", escaped(text), scope="col", role="columnheader") for text in _names(several=several))
    rows = (_row(place, entry, several=several) for entry in entries)
    table = element(
        "table",
        element("caption", escaped(_("Decisions of {year}").format(year=name)), class_="unseen"),
        element("thead", element("tr", *names, role="row"), role="rowgroup"),
        element("tbody", *rows, role="rowgroup"),
        class_="list",
        role="table",  # said again, for on a narrow screen it is laid as cards
    )
    return element("section", element("h2", escaped(name), id=key), table, aria_labelledby=key)


def _names(*, several: bool) -> tuple[str, ...]:
    councils = (_("Council"),) if several else ()
    return (_("Ref."), _("Decision"), *councils, _("Date"), _("Decided by"), _("Kind"), _("Floor"))


def _row(place: Place, entry: Entry, *, several: bool) -> str:
    decided = entry.decided_on
    told = [
        escaped(entry.reference),
        _link(place, entry),
        *((said(_own(entry.body, entry, place)),) if several else ()),
        element("time", escaped(day(decided)), datetime=decided.isoformat()) if decided else "",
        said(_own(entry.decided_by, entry, place)),
        escaped(label(entry.kind) if entry.kind else ""),
        _floor(entry.floor),
    ]
    names = _names(several=several)
    cells = (_cell(names[i], text, names_row=i == 1) for i, text in enumerate(told))
    return element("tr", *cells, data_words=entry.words, role="row")


def _link(place: Place, entry: Entry) -> str:
    """To the page in the same language; where there is none, to the one there is, said to be in another."""
    name = said(_own(entry.title, entry, place)) if entry.title else escaped(_("A decision with no title yet"))
    if place.language in entry.languages or not entry.languages:
        return element("a", name, href=place.beside(entry.stem))
    other = entry.languages[0]
    href = entry.stem + SUFFIXES[other]
    return element("a", name, f" ({escaped(label(other))})", href=href, hreflang=TAGS[other])


def _cell(name: str, told: str, *, names_row: bool) -> str:
    if names_row:
        return element("th", told, scope="row", role="rowheader")
    return element("td", told or UNDEFINED, role="cell", data_name=name)


def _own(words: str, entry: Entry, place: Place) -> str:
    """Words that somebody entered, marked where that was in another language than the page's."""
    return words if entry.language is place.language else Foreign(words, TAGS[entry.language])


def _floor(floor: Floor | None) -> str:
    return "" if floor is None else element("span", floor_mark(floor), escaped(label(floor)), class_="floor")
