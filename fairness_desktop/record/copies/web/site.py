"""The whole website as files by name: a page a decision and a list of them, in each language, and the open data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....domain.vocabulary import Language
from .entries import FILE, Entry, document, entry, stem
from .frame import SUFFIXES, Place
from .index import index
from .page import Published, page

INDEX = "index"


def stem_of(published: Published) -> str:
    """The name of a decision's page."""
    now = published.subject.assessment
    return stem(now.id, now.reference)


def pages(published: Published, languages: Sequence[Language]) -> Iterator[tuple[str, str]]:
    """The pages of one decision: each file's name, and its HTML."""
    for language in languages:
        place = Place(stem_of(published), language, tuple(languages))
        spoken = replace(published, subject=replace(published.subject, language=language))
        yield place.file, page(place, spoken)


def line(published: Published, languages: Sequence[Language]) -> Entry:
    """The line a decision takes in the list."""
    assert published.signed is not None, "only what is signed is listed"
    return entry(published.subject, published.signed.sha256, languages)


def lists(entries: Sequence[Entry], languages: Sequence[Language]) -> Iterator[tuple[str, str]]:
    """The lists of all decisions and the open data: each file's name, and what is in it."""
    spoken = tuple(each for each in Language if each in languages or any(each in e.languages for e in entries))
    for language in spoken:
        place = Place(INDEX, language, spoken)
        yield place.file, index(place, entries)
    yield FILE, json.dumps(document(entries), ensure_ascii=False, indent=1) + "\n"


def begin(languages: Sequence[Language]) -> str:
    """The file to begin at."""
    return INDEX + SUFFIXES[languages[0]]
