"""The texts of a document in the exchange form by their places, and the same document without some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..domain.deciding.actions import Action
from ..domain.deciding.votes import Dissent, Vote, Voting
from ..domain.money.asking import asks
from ..domain.money.efficiency import Efficiency, SharedCost
from ..domain.money.mechanisms import OF_KIND
from ..domain.quality.plan import Check, Link, Provider
from ..domain.reviewing.review import Review
from ..domain.trying.care import Care
from .differences import row_key

PARTS = (
    "title", "summary", "classifier", "level", "authority", "interests", "interests_declared", "consulted_members",
    "groups", "overlaps", "options", "effects", "unanswered", "ratings", "duties", "decision", "attachments",
    "quality_plan", "why_none_from_outside", "second_reading", "review",
)  # fmt: skip
"""Of a document: what may hold a text of the user's that can be left out."""

NO_TEXTS = frozenset(
    {"id", "option", "group", "criterion", "assessor", "grade", "kind", "capacity", "date", "review_date", "chosen"}
    | {"where", "ground", "field", "role", "method", "confidence", "sha256", "media_type"}
    | {"decision_reference", "part_of", "parts", "with", "answer", "counted_in", "index_sha256", "characteristic"}
    | {"element", "stance", "cast", "casting", "due", "sure", "noted_at", "seen_at"}
    | {"act", "by", "at", "state", "asked", "record", "verdict"}
    | {"matter", "route", "notice", "ends", "part", "arrangements", "assessed_on"}
)
"""Keys whose words name a thing, are of a closed set, or say who decides and what is left out."""

MONEY = frozenset(
    {"offers", "from", "brings_hours", "brings_money", "brings_assets", "accepted", "council_resource", "hour_value"}
    | {"hour_value_source", "optimism_bias", "optimism_bias_source", "mechanism", "assumptions", "by_mechanism"}
    | {"efficiency", "shared_by"}
).union(*(asks(of) for of in (*OF_KIND.values(), Efficiency, SharedCost)))
"""Keys of what an option says of money beside its cost."""

DECIDING = frozenset(
    {"care", "checks", "chain", "provider", "vote", "votes", "dissents", "actions", "gut"}
    | {"outcomes", "outcome", "weight", "promised", "promised_reach", "promised_cost", "cost"}
).union(*(asks(of) for of in (Vote, Voting, Dissent, Action, Check, Link, Provider, Care, Review)))
"""Keys of how it was decided, how careful a step it is, and how one will know that it works.

``set_aside`` is none of them: the hash of a text left out could be tried out, so the public copy knows nothing of it.
"""

FIELDS = (
    NO_TEXTS
    | DECIDING
    | frozenset(PARTS)
    | MONEY
    | frozenset(
        {
            "format",
            "format_version",
            "reference",
            "form",
            "language",
            "body",
            "framework",
            "required_saving",
            "budget_cap",
        }
        | {
            "name",
            "nation",
            "instrument",
            "decision_maker",
            "version",
            "sha256",
            "size",
            "need_level",
            "relative_income",
        }
        | {
            "need_evidence",
            "source",
            "heard",
            "heard_how",
            "baseline",
            "net_cost",
            "cash_flow",
            "year",
            "agency",
            "amount",
        }
        | {"from_outside", "pilot", "short_name", "description", "delivery", "offered_by", "undo", "stop_rule", "reach"}
        | {"impacts", "because", "so_far", "equality", "consultation", "wales", "quality", "risk", "other", "reasons"}
        | {"rejected", "why", "departure_reason", "floor_reason", "mitigation", "less_harmful", "conditions", "dissent"}
        | {"exempt", "reason", "attachments", "file_name", "media_type"}
        | {"population", "record_questions", "licence", "rights", "spending", "key_decision", "is_key", "call_in"}
        | {"not_subject", "urgency", "agreed_by", "who", "what", "pecuniary", "dispensation", "view"}
        | {"equality_aims", "eliminate", "advance", "foster", "equality_lens", "know", "told", "means", "do"}
        | {"equality_read", "socio_economic", "ways_of_working", "long_term", "prevention", "integration"}
        | {"collaboration", "involvement", "well_being_goals", "welsh_language", "prompts", "text"}
        | {"note", "index", "areas", "decile", "override"}
        | {"answers", "taken", "closest_lawful", "why_closest", "steps", "why_not"}
    )
)
"""Every key of the form; another is another program's, and the public copy cannot know what it says."""

SHORTEST_REPEAT = 4
"""Characters; a shorter text that stands elsewhere too is a common word, no repetition."""

Document = dict[str, Any]


def texts(document: Mapping[str, Any]) -> dict[str, str]:
    """Every text that can be left out, by its place; rows by their ids, ``options[B].description``."""
    return dict(found for part in PARTS if part in document for found in _texts(document[part], part))


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    for key, inner, place in _inside(value, where):
        if key not in NO_TEXTS and place != "authority.decision_maker.name":
            yield from _texts(inner, place)


def _inside(value: object, where: str) -> Iterator[tuple[str | int, Any, str]]:
    """What lies in an object or a list: key, value, and place."""
    if isinstance(value, dict):
        yield from ((key, inner, f"{where}.{key}") for key, inner in value.items())
    elif isinstance(value, list):
        for i, row in enumerate(value):
            name = row_key(row) if isinstance(row, dict) else ""
            yield i, row, f"{where}[{name or i}]"


def without(document: Document, instead: Mapping[str, str]) -> Document:
    """The document with other words at those places, and wherever else a text repeats one that stood there."""
    gone = {text.strip(): instead[place] for place, text in texts(document).items() if place in instead}
    longest_first = sorted((t for t in gone if len(t) >= SHORTEST_REPEAT), key=len, reverse=True)
    repeats = [(re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE), gone[text]) for text in longest_first]

    def told(value: Any, where: str, key: str | int = "") -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, str):
            return instead[where] if where in instead else value if key in NO_TEXTS else _said(value, repeats)
        if isinstance(value, dict):
            return {k: told(inner, place, k) for k, inner, place in _inside(value, where)}
        if isinstance(value, list):
            return [told(inner, place, k) for k, inner, place in _inside(value, where)]
        return value

    return {key: told(value, key, key) if key in PARTS else value for key, value in document.items()}


def _said(text: str, repeats: list[tuple[re.Pattern[str], str]]) -> str:
    for repeated, instead in repeats:
        text = repeated.sub(instead.replace("\\", r"\\"), text)
    return text


def foreign(where: str, value: object, criteria: Iterable[str]) -> bool:
    """Whether a place, or a value that stood there, has a field that is not of the form."""
    known = FIELDS | frozenset(criteria)
    plain = re.sub(r"\[[^\]]*\]", "", where)
    return any(part not in known for part in plain.split(".")) or any(key not in known for key in _keys(value))


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _keys(one)


def repeats(text: str, gone: Iterable[str]) -> bool:
    """Whether a text has one of those in it, long enough to be told from a common word."""
    folded = text.casefold()
    return any(len(one) >= SHORTEST_REPEAT and one.casefold() in folded for one in gone)
