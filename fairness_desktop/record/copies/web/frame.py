"""What stands around the content of every page: head, style, ways to the other pages; all of it within the page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .... import __version__, shipped
from ....domain.vocabulary import Language
from ....i18n import _
from ...tongues import TAGS, in_language
from .markup import element, escaped

GENERATOR = "Fairness Desktop"

SUFFIXES = {Language.ENGLISH: ".html", Language.WELSH: ".cy.html"}
"""How the files of a language end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its name without ending, its language, and the languages it is to be had in."""

    stem: str
    language: Language
    languages: tuple[Language, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.stem + SUFFIXES[self.language]

    def beside(self, stem: str) -> str:
        """The file of another page in the same language."""
        return stem + SUFFIXES[self.language]

    @property
    def others(self) -> tuple[tuple[Language, str], ...]:
        """The same page in the other languages: each with its file."""
        return tuple((each, self.stem + SUFFIXES[each]) for each in self.languages if each is not self.language)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: its title for the browser, a sentence on what it holds, and who publishes it."""

    title: str
    description: str
    publisher: str


def framed(place: Place, head: Head, main: Sequence[str], *, home: bool, script: str = "") -> str:
    """The whole page around HTML; spoken in the language in force. Not ``home``: with a way to all decisions."""
    body = (
        element("a", escaped(_("Skip to the content")), class_="skip", href="#main"),
        element("header", element("p", escaped(head.publisher), class_="publisher"), _ways(place, home=home)),
        element("main", *main, id="main", tabindex="-1"),
        element("footer", element("p", escaped(_("Made on the council's own computer with Fairness Desktop.")))),
        element("script", script) if script else "",
    )
    whole = element("html", element("head", *_head(place, head, script)), element("body", *body), lang=_tag(place))
    return f"<!DOCTYPE html>\n{whole}\n"


def _head(place: Place, head: Head, script: str) -> tuple[str, ...]:
    return (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=f"{GENERATOR} {__version__}"),
        element("meta", name="description", content=head.description),
        element("title", escaped(head.title)),
        *(element("link", rel="alternate", hreflang=each, href=file) for each, file in place.others),
        element("style", style()),
    )


def _ways(place: Place, *, home: bool) -> str:
    """To all decisions, and to the same page in the other language, named in that language."""
    ways = [] if home else [element("a", escaped(_("All decisions")), href=place.beside("index"))]
    for language, file in place.others:
        with in_language(language):
            name = _("This page in English") if language is Language.ENGLISH else _("This page in Welsh")
        ways.append(element("a", escaped(name), href=file, lang=TAGS[language], hreflang=TAGS[language]))
    return element("nav", *ways, aria_label=_("Other pages")) if ways else ""


def _tag(place: Place) -> str:
    return TAGS[place.language]


def _policy(script: str) -> str:
    """Nothing is fetched from anywhere; only this style, and this script, may act."""
    scripts = f"'sha256-{_digest(script)}'" if script else "'none'"
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style())}'; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def style() -> str:
    """How every page looks."""
    return (shipped.folder() / "web" / "pages.css").read_text(encoding="utf-8")


@cache
def search() -> str:
    """What finds decisions on the page that lists them."""
    return (shipped.folder() / "web" / "search.js").read_text(encoding="utf-8")
