"""Documents in the exchange form to start from, and how to spoil them."""

from __future__ import annotations

import copy
import re
from typing import Any

Document = dict[str, Any]

_EXAMPLE: Document = {
    "format": "fairness-desktop/assessment",
    "format_version": 1,
    "id": "0d6f2c1e-6a0b-4a3e-9d0e-2f6f0c8d1a11",
    "reference": "07-26",
    "title": "Play area at the end of its life",
    "kind": "involvement",
    "classifier": {"answers": {"i1": 3, "i2": 3, "j1": 1}, "reason": "Families know best."},
    "level": {"taken": 4, "closest_lawful": 3, "steps": [{"level": 3, "why_not": "There is no such body yet."}]},
    "form": "full",
    "body": {
        "name": "Example Parish Council",
        "kind": "parish_council",
        "nation": "england",
        "arrangements": "committee",
        "population": 2400,
    },
    "authority": {
        "kind": "express",
        "instrument": "Minute 41/26",
        "decision_maker": {"name": "Ann Example", "role": "Clerk", "capacity": "officer"},
        "matter": "ordinary",
        "record_questions": {"licence": False, "rights": False, "spending": True},
        "key_decision": {"is_key": False, "notice": "2026-10-01", "route": "notice"},
        "call_in": {"ends": "2026-11-30", "not_subject": "A parish has none."},
        "urgency": {"reasons": "The insurer wants it by spring.", "agreed_by": "The chair"},
    },
    "interests_declared": [
        {
            "id": "i1",
            "who": "Cllr Example",
            "what": "Lives next to it.",
            "part": "withdrew",
            "pecuniary": False,
            "dispensation": "None asked for.",
        }
    ],
    "consulted_members": [{"id": "m1", "who": "Cllr Other", "role": "Ward member", "view": "In favour."}],
    "assessed_on": "2026-11-20",
    "framework": {"id": "model", "version": "1"},
    "required_saving": None,
    "budget_cap": None,
    "groups": [
        {
            "id": "dk",
            "name": "Disabled children and their families",
            "size": 60,
            "need_level": 4,
            "need_evidence": [
                {"grade": "D", "source": "clerk's estimate"},
                {
                    "grade": "C",
                    "source": "English Indices of Deprivation 2019",
                    "index": "English Indices of Deprivation 2019",
                    "index_sha256": "ab" * 32,
                    "areas": [{"id": "E01099999", "name": "Example 001A", "decile": 2}],
                },
            ],
            "heard": False,
        },
        {"id": "ck", "name": "Other children", "size": 180, "need_level": 1},
    ],
    "overlaps": [{"group": "dk", "with": "ck", "answer": "counted", "counted_in": "dk", "note": "Siblings too."}],
    "options": [
        {"id": "A", "name": "Repair only when equipment fails", "baseline": True, "net_cost": 0},
        {
            "id": "D",
            "name": "Families design an inclusive area with a play co-operative",
            "baseline": False,
            "net_cost": 2500,
            "delivery": "community",
            "from_outside": True,
        },
        {
            "id": "E",
            "name": "Borrow and build",
            "baseline": False,
            "cash_flow": [
                {"year": 0, "agency": "council", "amount": -100000},
                {"year": 0, "agency": "council", "amount": 100000, "by_mechanism": True},
            ],
            "offers": [{"from": "Rotary club", "brings_hours": 200, "brings_money": 5000, "accepted": True}],
            "council_resource": 20000,
            "hour_value": 12.5,
            "optimism_bias": 24,
            "optimism_bias_source": "as for standard buildings",
            "mechanism": {"kind": "borrowing", "principal": 100000, "rate": 5, "years": 15, "method": "annuity"},
            "efficiency": {"outputs": 900, "unit": "visits", "shared_by": [{"service": "Leisure", "percent": 25}]},
        },
    ],
    "effects": [
        {
            "option": "D",
            "group": "dk",
            "reach": 1.0,
            "grade": "C",
            "impacts": {"outcomes": 2, "access": 2.5, "voice": 1.5, "connections": 1.5, "prevention": 1},
            "because": "They said so at the workshop.",
        },
        {"option": "D", "group": "ck", "reach": 0.5, "grade": "D", "impacts": {"outcomes": 0.5}},
    ],
    "unanswered": [{"option": "D", "group": "dk", "criterion": "household_cost"}, {"option": "E", "group": "dk"}],
    "duties": {
        "equality_aims": {"advance": "The area opens to them."},
        "equality_lens": [{"characteristic": "disability", "know": "60 people", "do": "Level paths"}],
        "equality_read": "I read it, and chose the level paths for it.",
        "ways_of_working": {"long_term": "Twenty years."},
        "prompts": [{"id": "best_value", "text": "Grants pay most."}],
    },
    "review": {
        "record": "ab" * 32,
        "date": "2027-11-20",
        "by": "Ann Example",
        "outcomes": [
            {"group": "dk", "weight": 157.9, "promised": 1.6, "promised_reach": 1.0, "outcome": 1.5, "reach": 0.8},
            {"group": "gone", "name": "A group that was", "weight": 20, "promised": 0, "promised_reach": 0},
        ],
        "promised_cost": 2500,
        "cost": 3100,
        "verdict": "change",
        "reasons": "Fewer came.",
        "done": "It opens later.",
        "owner": "Clerk",
        "due": "2028-01-31",
    },
    "decision": {
        "date": "2026-11-23",
        "chosen": "D",
        "reasons": "It gives most to those who need most.",
        "rejected": [{"option": "A", "why": "It leaves them out."}],
        "exempt": [{"where": "options[D].description", "ground": "Schedule 12A, paragraph 3", "reason": "A tender."}],
    },
    "second_reading": [
        {
            "id": "r1",
            "act": "requested",
            "by": "Ann Example",
            "at": "2026-11-20T10:00:00+00:00",
            "state": "0a" * 32,
            "asked": "Bob Example",
        },
        {
            "id": "r2",
            "act": "sent_back",
            "by": "Bob Example",
            "at": "2026-11-21T10:00:00+00:00",
            "state": "0b" * 32,
            "reasons": "Ask the families.",
            "override": "There is nobody else.",
        },
    ],
    "attachments": [
        {
            "id": "survey",
            "title": "What the families said",
            "date": "2026-10-01",
            "sha256": "5e" * 32,
            "size": 48213,
            "media_type": "application/pdf",
            "file_name": "survey.pdf",
            "where": "groups[dk].need_evidence",
            "exempt": True,
            "ground": "Schedule 12A, paragraph 1",
        }
    ],
}


def example() -> Document:
    """The example of the contract, with a second group and a cash flow."""
    return copy.deepcopy(_EXAMPLE)


def _steps(place: str) -> list[str | int]:
    return [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", place)]


def put(document: Document, place: str, value: object) -> Document:
    """The same document with ``value`` at ``place`` (``groups[1].size``; one past the end of a list adds a row)."""
    changed = copy.deepcopy(document)
    *way, last = _steps(place)
    holder: Any = changed
    for step in way:
        holder = holder[step]
    if isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value
    return changed


def drop(document: Document, place: str) -> Document:
    """The same document without what stands at ``place``."""
    changed = copy.deepcopy(document)
    *way, last = _steps(place)
    holder: Any = changed
    for step in way:
        holder = holder[step]
    del holder[last]
    return changed
