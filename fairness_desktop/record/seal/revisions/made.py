"""Whether the first revision of a file is the pages that its data make, and only signing came after it."""

from __future__ import annotations

from typing import Any

from ..limits import patient_reader
from .objects import content, numbers, plain, value_at

SIGNING_SETS = {
    "/Catalog": frozenset({"/Perms", "/Extensions"}),
    "/Annot": frozenset({"/V", "/AP"}),
    "": frozenset({"/SigFlags"}),
}
"""Which keys a first signature sets in objects that were there before, by their type; the form has none."""


def made_of(pdf: bytes, again: bytes) -> bool:
    """Whether the file is those pages laid ``again`` and then signed, whatever packed its streams.

    What came after the first signature is for the check of the seal to judge. Raises where the file cannot be read.
    """
    there, here = patient_reader(pdf), patient_reader(again)
    if not _only_signed(there):
        return False
    begins_so = pdf.startswith(again) and there.xrefs.get_startxref_for_revision(0) == here.last_startxref
    return begins_so or _same_objects(there, here)


def _same_objects(there: Any, here: Any) -> bool:  # noqa: ANN401 - the library is untyped
    """Whether the first revision holds the same objects under the same numbers, and the same trailer."""
    old, new = there.get_historical_resolver(0), here.get_historical_resolver(0)
    told = numbers(there.xrefs.explicit_refs_in_revision(0))
    if told != numbers(here.xrefs.explicit_refs_in_revision(0)):
        return False
    for key in ("/Root", "/Info", "/ID"):
        if plain(old.trailer_view.raw_get(key)) != plain(new.trailer_view.raw_get(key)):
            return False
    return all(content(value_at(old, there, n)) == content(value_at(new, here, n)) for n in sorted(told))


def _only_signed(reader: Any) -> bool:  # noqa: ANN401
    """Whether the second revision, if there is one, does nothing to the first but sign it."""
    if reader.xrefs.total_revisions == 1:
        return True
    signatures = list(reader.embedded_signatures)
    if not signatures or signatures[0].signed_revision != 1 or reader.xrefs.refs_freed_in_revision(1):
        return False
    before, after = reader.get_historical_resolver(0), reader.get_historical_resolver(1)
    for key in ("/Root", "/Info"):
        if plain(before.trailer_view.raw_get(key)) != plain(after.trailer_view.raw_get(key)):
            return False
    there = numbers(reader.xrefs.explicit_refs_in_revision(0))
    touched = there & numbers(reader.xrefs.explicit_refs_in_revision(1))
    return all(_signing(value_at(before, reader, n), value_at(after, reader, n)) for n in touched)


def _signing(before: Any, after: Any) -> bool:  # noqa: ANN401
    """Whether an object was only given what a signature gives it."""
    old, new = plain(before), plain(after)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    may = SIGNING_SETS.get(str(old.get("/Type", "")), frozenset())
    return {k: v for k, v in old.items() if k not in may} == {k: v for k, v in new.items() if k not in may}
