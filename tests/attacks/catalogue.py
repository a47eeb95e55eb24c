"""Every attack, what it is called, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from fairness_desktop import app
from fairness_desktop.domain.sealing.verdict import RecordCheck, Relaid, Verdict

from . import bytewise, forgeries, shadows, updates
from .target import Target, ours

SEEN = frozenset({Verdict.CHANGED, Verdict.INVALID})


@dataclass(frozen=True)
class Attack:
    """``trusted`` says whether the council attacked is trusted where the file is checked."""

    name: str
    build: Callable[[Target], bytes]
    trusted: bool = True
    may_be: frozenset[Verdict] = SEEN

    def seen(self, target: Target) -> RecordCheck:
        """What is said of the file."""
        roots = (ours().root,) if self.trusted else ()
        return app.verifying().check_bytes(self.build(target), "record.pdf", roots)

    def told(self, check: RecordCheck) -> bool:
        """Whether nobody would rely on it."""
        return check.verdict in self.may_be or check.relaid is Relaid.DIFFERS


BYTES = (
    Attack("a flipped bit in a page", bytewise.page_byte),
    Attack("a flipped bit in the document's properties", bytewise.info_byte),
    Attack("a flipped bit in an attachment", bytewise.attachment_byte),
    Attack("a digit of the signature changed", bytewise.signature_byte),
    Attack("something written into the signature's padding", bytewise.padding_byte),
    Attack("the signature's hex in small letters", bytewise.other_case),
    Attack("a space in the signature's hex", bytewise.space_in_hex),
    Attack("record.json edited in place and packed again", bytewise.edited_record),
    Attack("a comment after the end", bytewise.trailing_comment),
    Attack("a whole copy after the end", bytewise.trailing_revision),
    Attack("a line in front of the file", bytewise.bytes_in_front),
    Attack("the file cut short", bytewise.cut_short),
    Attack("the signatures stripped", bytewise.stripped),
    Attack("the fields emptied by an update", bytewise.emptied_fields),
    Attack("rolled back to the first signature (of one: to none)", bytewise.rolled_back),
)

UPDATES = tuple(
    Attack(f"update: {name}", updates.after(change))
    for name, change in {
        "other content of a page": updates.page_content,
        "another record.json": updates.attachment,
        "one attachment more": updates.another_attachment,
        "a note on a page": updates.annotation,
        "evil annotation: a stamp that covers the page": updates.evil_annotation,
        "a link over the page": updates.link,
        "a text field over the page": updates.text_field,
        "an empty signature field more": updates.signature_field,
        "another look of a signature": updates.look_of_a_signature,
        "the lock of the last field opened": updates.lock_taken_away,
        "another alternative text": updates.alternative_text,
        "another reading order": updates.reading_order,
        "another language": updates.language,
        "another title in the properties": updates.title,
        "other XMP metadata": updates.metadata,
        "another bookmark": updates.bookmark,
        "a page taken out": updates.page_taken_out,
        "a page added": updates.page_added,
        "two pages swapped": updates.pages_swapped,
        "a script run on opening": updates.script,
        "layers": updates.layers,
        "the certification taken away": updates.certification_taken_away,
        "a store for certificates added": updates.certificates_added,
        "an object that nothing leads to": updates.nothing_at_all,
    }.items()
)

FORGERIES = (
    Attack("a table of places alone, that swaps two objects", updates.places_swapped),
    Attack("universal forgery: no byte range", forgeries.no_range),
    Attack("universal forgery: a null byte range", forgeries.null_range),
    Attack("universal forgery: a byte range of two numbers", forgeries.short_range),
    Attack("universal forgery: a negative byte range", forgeries.negative_range),
    Attack("universal forgery: no contents", forgeries.no_contents),
    Attack("universal forgery: contents of zeros", forgeries.zeroed_contents),
    Attack("signature wrapping: what was signed moved elsewhere", forgeries.wrapped),
    Attack("a byte range that ends before the file does", forgeries.range_within),
    Attack("an extra signature by a stranger", forgeries.signed_once_more),
    Attack("an extra signature by one of the council", forgeries.signed_once_more_by_us),
    Attack("sneaky signature: words drawn over, then signed", forgeries.sneaked_in),
    Attack("signed by others than the record names", forgeries.signed_by_another),
    Attack("the last signature by a namesake", forgeries.second_by_another),
    Attack("the signature of another record put in", forgeries.signature_of_another_record),
    Attack("a look-alike council, where the true one is trusted", forgeries.look_alike),
    Attack(
        "a look-alike council, where none is trusted",
        forgeries.look_alike,
        trusted=False,
        may_be=frozenset({Verdict.VALID_UNTRUSTED}),
    ),
)

SHADOWS = (
    Attack("shadow, hide: as signed", shadows.hidden),
    Attack("shadow, hide: shown afterwards", shadows.hidden_and_shown),
    Attack("shadow, replace: as signed", shadows.replaceable),
    Attack("shadow, replace: another look afterwards", shadows.replaced),
    Attack("shadow, hide and replace: as signed", shadows.two_in_one),
    Attack("shadow, hide and replace: swapped afterwards", shadows.two_in_one_and_swapped),
)

ATTACKS = (*BYTES, *UPDATES, *FORGERIES, *SHADOWS)


@cache
def seen(attack: Attack, target: Target) -> RecordCheck:
    """What is said of an attack, made and checked once."""
    return attack.seen(target)
