"""Pages for a website: what is in them, and what is not."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import Floor, Kind, Language
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.record.copies.marking import PublicPdf
from fairness_desktop.record.copies.web import site
from fairness_desktop.record.copies.web.entries import Entry, document, entry, read, stem
from fairness_desktop.record.copies.web.frame import Place
from fairness_desktop.record.copies.web.index import index
from fairness_desktop.record.copies.web.page import page

from .conftest import RECORD, SECRET, Decision, in_welsh

BOTH = (Language.ENGLISH, Language.WELSH)
HERE = Place("07-26-abc", Language.ENGLISH, BOTH)


class Outline(HTMLParser):
    """Headings, links, tables and addresses of a page; unclosed elements are an error."""

    VOID = ("meta", "link", "input", "br")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        self.addresses += [str(given[key]) for key in ("href", "src") if key in given]
        if tag not in self.VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            level, said = self.headings[-1]
            self.headings[-1] = (level, said + data)


@pytest.fixture(scope="module")
def html(decision: Decision) -> str:
    return page(HERE, decision.published())


def test_that_a_page_says_first_that_it_is_a_copy(html: str) -> None:
    main = html[html.index("<main") :]

    assert main.index("Copy, not the signed record.") < main.index("<h1>")


def test_that_headings_go_down_one_level_at_a_time(html: str) -> None:
    levels = [level for level, _said in Outline(html).headings]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_that_no_id_stands_twice_and_every_link_within_leads_somewhere(html: str) -> None:
    outline = Outline(html)

    assert len(outline.ids) == len(set(outline.ids))
    assert {a[1:] for a in outline.addresses if a.startswith("#")} <= set(outline.ids)


def test_that_nothing_is_fetched_from_anywhere(html: str, decision: Decision) -> None:
    listed = index(Place("index", Language.ENGLISH, BOTH), (entry(decision.public, RECORD, BOTH),))

    for each in (html, listed):
        assert "://" not in each
        assert "url(" not in each
        assert all(tag not in ("img", "iframe", "object", "font") for tag, _given in Outline(each).tags)
        assert "default-src &#x27;none&#x27;" in each


def test_that_only_our_own_style_and_script_may_act(decision: Decision) -> None:
    listed = index(Place("index", Language.ENGLISH, BOTH), (entry(decision.public, RECORD, BOTH),))

    for kind in ("style", "script"):
        inner = re.search(f"<{kind}>(.*?)</{kind}>", listed, re.DOTALL)
        assert inner is not None
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{kind}-src &#x27;sha256-{digest}&#x27;" in listed
    assert not any(key.startswith("on") or key == "style" for _tag, given in Outline(listed).tags for key in given)


def test_that_texts_that_would_break_a_page_do_not(awkward: Decision) -> None:
    told = page(HERE, awkward.published())

    Outline(told)
    assert told.count("<script") == 0
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; \ufffd ŵŷ" in told
    assert "&lt;/style&gt;&lt;b&gt;<br>Two lines" in told


def test_that_what_is_withheld_is_in_no_page_and_no_list(withheld: Decision) -> None:
    told = page(HERE, withheld.published())
    listed = index(Place("index", Language.ENGLISH, BOTH), (entry(withheld.public, RECORD, BOTH),))

    for each in (told, listed):
        assert SECRET not in each
    assert "left out: Schedule 12A, paragraph 3" in told
    assert "fewer than 10" in told
    assert "fairness score of" not in told


def test_that_a_small_group_leaves_the_floor_in_the_list(withheld: Decision) -> None:
    assert entry(withheld.public, RECORD, BOTH).floor is Floor.GREEN


def test_that_only_a_public_copy_becomes_a_page(decision: Decision) -> None:
    with pytest.raises(AssertionError, match="public copy"):
        page(HERE, replace(decision.published(), subject=decision.full))


def test_that_it_leads_to_the_public_pdf_and_says_how_large_it_is(decision: Decision) -> None:
    told = page(HERE, decision.published(PublicPdf("07-26-abc.pdf", 141_700, "ab" * 32)))

    assert '<a href="07-26-abc.pdf">The signed public copy (PDF, 142 kB)</a>' in told


def test_that_without_one_it_says_whom_to_ask(html: str) -> None:
    assert "Ask the council for the public copy of the record" in html
    assert ".pdf" not in html


def test_that_a_page_leads_to_the_list_and_to_itself_in_the_other_language(html: str) -> None:
    assert {"index.html", "07-26-abc.cy.html"} <= set(Outline(html).addresses)


def test_that_a_welsh_page_is_welsh_and_marks_what_was_entered_in_english(decision: Decision) -> None:
    welsh = replace(decision.published(), subject=in_welsh(decision.public))

    told = page(Place("07-26-abc", Language.WELSH, BOTH), welsh)

    assert '<html lang="cy-GB">' in told
    assert "Copi, nid y cofnod" in told
    assert f'<span lang="en-GB">{decision.full.assessment.title}</span>' in told
    assert '<a href="07-26-abc.html" lang="en-GB" hreflang="en-GB">This page in English</a>' in told


def test_that_every_chart_says_in_words_what_it_shows(html: str) -> None:
    drawings = [given for tag, given in Outline(html).tags if tag == "svg" and given.get("role") == "img"]

    assert len(drawings) >= 4
    assert all(len(given.get("aria-label") or "") > 60 for given in drawings)


def test_that_a_table_names_its_rows_and_columns(html: str) -> None:
    tags = Outline(html).tags
    scopes = {given.get("scope") for tag, given in tags if tag == "th"}

    assert scopes == {"col", "row"}
    assert [tag for tag, _given in tags].count("caption") == [tag for tag, _given in tags].count("table")


def line(number: int, **changes: object) -> Entry:
    told: dict[str, object] = {
        "stem": f"{number:02}-26-abc",
        "reference": f"{number:02}-26",
        "title": f"Decision {number}",
        "body": "Example Parish Council",
        "decided_on": date(2026, 11, number),
        "decided_by": "Clerk",
        "kind": Kind.TECHNICAL,
        "floor": Floor.GREEN,
        "summary": "",
        "chosen": "",
        "reasons": "",
        "language": Language.ENGLISH,
        "languages": (Language.ENGLISH,),
        "record": RECORD,
    }
    return Entry(**{**told, **changes})  # type: ignore[arg-type]


def listed(*entries: Entry, language: Language = Language.ENGLISH) -> str:
    return index(Place("index", language, BOTH), entries)


def test_that_the_newest_decision_comes_first_and_years_are_headings() -> None:
    told = listed(line(1), line(3), line(2, decided_on=date(2027, 1, 1)), line(4, decided_on=None))

    assert [said for level, said in Outline(told).headings if level == 2] == ["2027", "2026", "With no date"]
    assert re.findall(r">Decision (\d)</a>", told) == ["2", "3", "1", "4"]


def test_that_the_council_is_named_in_the_title_or_in_a_column() -> None:
    one, two = listed(line(1)), listed(line(1), line(2, body="Cyngor Cymuned Llan"))

    assert "<h1>Decisions of Example Parish Council</h1>" in one
    assert "Council: " not in one
    assert 'data-name="Council"' in two
    assert "<h1>Decisions</h1>" in two


def test_that_an_empty_list_says_so() -> None:
    assert "Nothing has been published yet." in listed()


def test_that_a_list_leads_to_the_page_there_is() -> None:
    told = listed(line(1), language=Language.WELSH)

    assert '<a href="01-26-abc.html" hreflang="en-GB">' in told
    assert "(Saesneg)" in told


def test_that_the_name_of_a_page_outlasts_its_title_and_tells_ids_apart() -> None:
    assert stem("one", "07-26") == stem("one", "07-26")
    assert stem("one", "07-26") != stem("two", "07-26")
    assert re.fullmatch(r"07-26-[0-9a-f]{8}", stem("one", "07-26"))


@given(st.text(), st.text())
def test_that_no_id_or_reference_leads_out_of_the_folder(identity: str, reference: str) -> None:
    try:
        name = stem(identity, reference)
    except UnicodeEncodeError:
        return
    assert re.fullmatch(r"[a-z0-9-]+", name)


def test_that_the_open_data_reads_back_the_same() -> None:
    lines = (line(1, summary="Why", chosen="D", reasons="So"), line(2, kind=None, floor=None, decided_on=None))

    assert set(read(canonical(document(lines)))) == set(lines)


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"[]", "must be an object"),
        (b"{}", "format"),
        (b'{"format": "fairness-desktop/decisions", "format_version": 2}', "format"),
        (b'{"format": "fairness-desktop/decisions", "format_version": 1, "decisions": [{"page": "../x"}]}', "page"),
        (
            b'{"format": "fairness-desktop/decisions", "format_version": 1, "decisions": [{"page": "x", "date": "1"}]}',
            "date",
        ),
        (
            b'{"format":"fairness-desktop/decisions","format_version":1,"decisions":[{"page":"x","languages":["fr"]}]}',
            "languages",
        ),
    ],
)
def test_that_a_list_that_is_none_of_ours_is_refused_with_its_place(raw: bytes, place: str) -> None:
    with pytest.raises(InvalidInputError, match=place):
        read(raw)


def test_that_the_lists_come_in_every_language_there_are_pages_in() -> None:
    names = [name for name, _html in site.lists((line(1, languages=BOTH),), (Language.ENGLISH,))]

    assert names == ["index.html", "index.cy.html", "decisions.json"]
