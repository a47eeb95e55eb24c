"""The triggers without which a sealed row could be changed, and the register's counts be wrong.

Each refusal is told in the words that whoever tries to change a row by another tool gets to read.
"""

from __future__ import annotations

_KEPT = {
    "assessments": "n = NEW.n OR id = NEW.id",
    "versions": "seq = NEW.seq OR (assessment = NEW.assessment AND number = NEW.number)",
    "records": "sha256 = NEW.sha256",
    "numbers": "(body = NEW.body AND year = NEW.year AND number = NEW.number) OR assessment = NEW.assessment",
    "gone": "seq = NEW.seq",
}
"""What is kept for good, and what makes a new row the same as one that stands there."""

_ERASED = (
    "NOT EXISTS (SELECT 1 FROM versions e WHERE e.assessment = OLD.assessment AND e.act = 'erased' AND e.number = "
    "(SELECT max(number) FROM versions WHERE assessment = OLD.assessment))"
)
"""Only what the chain itself says to be erased may go, and never that saying."""

_ONLY_ERASED = {"versions": f"OLD.act = 'erased' OR {_ERASED}", "records": _ERASED}


def _refuse(name: str, event: str, when: str, why: str) -> str:
    clause = f"WHEN {when} " if when else ""
    return f"CREATE TRIGGER {name} BEFORE {event} {clause}BEGIN SELECT raise(ABORT, '{why}'); END"


def _kept_for_good() -> dict[str, str]:
    made: dict[str, str] = {}
    for table, same in _KEPT.items():
        why = f"{table} are kept as they are"
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
        for name, event, when in (
            ("update", f"UPDATE ON {table}", ""),
            ("delete", f"DELETE ON {table}", _ONLY_ERASED.get(table, "")),
            ("replace", f"INSERT ON {table}", there),
        ):
            made[f"{table}_no_{name}"] = _refuse(f"{table}_no_{name}", event, when, why)
    return made


_NEWEST = "SELECT coalesce(max(number), 0) FROM versions"
_LAST = "SELECT coalesce(max(seq), 0) FROM versions"


def _rules() -> dict[str, str]:
    rules = {
        "versions_follow": (
            "INSERT ON versions",
            f"NEW.number <> 1 + ({_NEWEST} WHERE assessment = NEW.assessment) OR NEW.seq <= ({_LAST})",
            "versions follow one another",
        ),
        "versions_sealed_not_trashed": (
            "INSERT ON versions",
            "NEW.act = 'trashed' AND EXISTS (SELECT 1 FROM records WHERE assessment = NEW.assessment)",
            "what is sealed is not thrown away",
        ),
        "records_completed_once": (
            "INSERT ON records",
            "NEW.completes <> '' AND EXISTS (SELECT 1 FROM records WHERE completes = NEW.completes)",
            "a record is completed once",
        ),
    }
    return {name: _refuse(name, *rule) for name, rule in rules.items()}


def _counting() -> dict[str, str]:
    more = "UPDATE facets SET count = count + 1 WHERE facet = NEW.facet;"
    less = "UPDATE facets SET count = count - 1 WHERE facet = OLD.facet;"
    return {
        "register_counted_in": f"CREATE TRIGGER register_counted_in AFTER INSERT ON register BEGIN {more} END",
        "register_counted_out": f"CREATE TRIGGER register_counted_out AFTER DELETE ON register BEGIN {less} END",
        "register_counted_over": (
            f"CREATE TRIGGER register_counted_over AFTER UPDATE OF facet ON register BEGIN {less} {more} END"
        ),
    }


TRIGGERS = {**_kept_for_good(), **_rules(), **_counting()}
"""Every trigger by its name."""

GUARDS = frozenset(TRIGGERS)
"""Opening a file checks for them."""
