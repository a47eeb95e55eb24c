"""What is refused, and the place each sentence must name."""

from __future__ import annotations

from typing import Any

_GROUP = {"id": "x", "name": "X", "size": 1, "need_level": 1}
_OPTION = {"id": "x", "name": "X", "baseline": False, "net_cost": 1}
_RATING = {"assessor": "Ann", "option": "D", "group": "dk", "impacts": {"voice": 1}}
_LONG = "x" * 100_001
_MANY_GROUPS = [_GROUP | {"id": str(i)} for i in range(13)]
_MANY_OPTIONS = [_OPTION | {"id": str(i), "baseline": i == 0} for i in range(9)]

WHOLE_ABOVE_0 = "must be a whole number above 0"
HALVES = "must be a number from −3 to 3 in halves"
LEVELS = "must be a whole number from 0 to 5"
SHARE = "must be a share from 0 to 1"
MONEY = "must be from −10,000,000,000,000 to 10,000,000,000,000 pounds"
DATE = "must be a date such as 2026-11-23"
LONG = "is longer than 100,000 characters"
MISSING = "is missing"

Refusal = tuple[str, Any, str]

WRONG_TYPES: list[Refusal] = [
    ("title", 5, "must be text"),
    ("title", True, "must be text"),
    ("reference", ["07-26"], "must be text"),
    ("body", "Example Parish Council", "must be an object"),
    ("body.name", {}, "must be text"),
    ("authority", [], "must be an object"),
    ("authority.decision_maker", "Ann", "must be an object"),
    ("framework.version", 1, "must be text"),
    ("required_saving", "1000", "must be a number"),
    ("budget_cap", True, "must be a number"),
    ("groups", {}, "must be a list"),
    ("groups[1]", "dk", "must be an object"),
    ("groups[1].name", 7, "must be text"),
    ("groups[1].size", "60", WHOLE_ABOVE_0),
    ("groups[1].size", True, WHOLE_ABOVE_0),
    ("groups[1].need_level", "4", LEVELS),
    ("groups[1].need_level", False, LEVELS),
    ("groups[1].relative_income", "1", "must be a number"),
    ("groups[1].relative_income", True, "must be a number"),
    ("groups[1].heard", 1, "must be true or false"),
    ("groups[0].need_evidence", {}, "must be a list"),
    ("groups[0].need_evidence[0]", "D", "must be an object"),
    ("options[1].baseline", "no", "must be true or false"),
    ("options[1].baseline", 0, "must be true or false"),
    ("options[1].net_cost", "2500", "must be a number"),
    ("options[1].net_cost", False, "must be a number"),
    ("options[1].from_outside", "yes", "must be true or false"),
    ("options[2].cash_flow", {}, "must be a list"),
    ("options[2].cash_flow[0]", -100, "must be an object"),
    ("options[2].cash_flow[0].amount", "1", "must be a number"),
    ("options[2].cash_flow[0].year", True, "must be a whole number from 0 to 1000"),
    ("effects", {}, "must be a list"),
    ("effects[0].reach", "1", "must be a number"),
    ("effects[0].reach", True, "must be a number"),
    ("effects[0].impacts", [], "must be an object"),
    ("effects[0].impacts.voice", "1", "must be a number"),
    ("effects[0].impacts.voice", True, "must be a number"),
    ("effects[0].impacts.voice", None, HALVES),
    ("effects[0].because", [], "must be text"),
    ("unanswered", {}, "must be a list"),
    ("ratings", {}, "must be a list"),
    ("ratings", [5], "ratings[0]: must be an object"),
    ("unanswered[0]", "D", "must be an object"),
    ("unanswered[1].so_far", 1, "must be an object"),
    ("duties", "none", "must be an object"),
    ("decision", "D", "must be an object"),
    ("decision.rejected", {}, "must be a list"),
    ("decision.date", 2026, "must be text"),
    ("decision.exempt", {}, "must be a list"),
    ("decision.exempt[0].where", 3, "must be text"),
    ("decision.exempt[0].ground", [], "must be text"),
    ("decision.exempt[0].reason", 1, "must be text"),
    ("language", 5, "must be one of: en, cy"),
    ("language", "fr", "must be one of: en, cy"),
    ("options[2].offers", {}, "must be a list"),
    ("options[2].offers[0].from", 5, "must be text"),
    ("options[2].offers[0].accepted", "yes", "must be true or false"),
    ("options[2].council_resource", "20000", "must be a number"),
    ("options[2].optimism_bias", True, "must be a number"),
    ("options[2].mechanism", "borrowing", "must be an object"),
    ("options[2].mechanism.principal", "100000", "must be a number"),
    ("options[2].mechanism.years", 1.5, "must be a whole number of years from 1 to 100"),
    ("options[2].efficiency", [], "must be an object"),
    ("options[2].efficiency.unit", 1, "must be text"),
    ("options[2].efficiency.shared_by", {}, "must be a list"),
    ("options[2].cash_flow[1].by_mechanism", "yes", "must be true or false"),
]

OUT_OF_RANGE: list[Refusal] = [
    ("groups[1].size", 0, WHOLE_ABOVE_0),
    ("groups[1].size", -3, WHOLE_ABOVE_0),
    ("groups[1].size", 1.5, WHOLE_ABOVE_0),
    ("groups[1].size", 1_000_000_001, "must be at most 1,000,000,000"),
    ("groups[1].need_level", 6, LEVELS),
    ("groups[1].need_level", -1, LEVELS),
    ("groups[1].need_level", 2.5, LEVELS),
    ("groups[1].relative_income", 0, "must be a number above 0"),
    ("groups[1].relative_income", -0.5, "must be a number above 0"),
    ("groups[1].relative_income", 1e-300, "must be from 0.000001 to 1000, where 1 is the median"),
    ("groups[1].relative_income", 1001, "must be from 0.000001 to 1000, where 1 is the median"),
    ("effects[0].reach", 1.01, SHARE),
    ("effects[0].reach", -0.01, SHARE),
    ("effects[0].impacts.voice", 3.5, HALVES),
    ("effects[0].impacts.voice", -3.5, HALVES),
    ("effects[0].impacts.voice", 0.25, HALVES),
    ("effects[1].impacts.outcomes", 1.4, HALVES),
    ("unanswered[1].so_far", {"reach": 2}, SHARE),
    ("ratings", [_RATING | {"reach": 2}], f"ratings[0].reach: {SHARE}"),
    ("ratings", [_RATING | {"impacts": {"voice": 0.3}}], f"ratings[0].impacts.voice: {HALVES}"),
    ("ratings", [_RATING | {"assessor": " "}], "ratings[0].assessor: must be the name of the person who rates"),
    ("unanswered[1].so_far", {"impacts": {"voice": 0.1}}, HALVES),
    ("options[1].net_cost", 2e13, MONEY),
    ("required_saving", -2e13, MONEY),
    ("budget_cap", 2e13, MONEY),
    ("options[2].cash_flow[0].amount", -2e13, MONEY),
    ("options[2].cash_flow[0].year", -1, "must be a whole number from 0 to 1000"),
    ("options[2].cash_flow[0].year", 1001, "must be a whole number from 0 to 1000"),
    ("options[2].cash_flow[0].year", 0.5, "must be a whole number from 0 to 1000"),
    ("options[2].cash_flow", [], "must hold at least one sum"),
    ("options[2].offers[0].brings_hours", -1, "must be a number from 0 to 1,000,000,000"),
    ("options[2].offers[0].brings_money", 2e13, "must be from 0 to 10,000,000,000,000 pounds"),
    ("options[2].offers", [{"from": str(i)} for i in range(21)], "has more than 20 entries; put small ones together"),
    ("options[2].council_resource", -1, "must be from 0 to 10,000,000,000,000 pounds"),
    ("options[2].optimism_bias", -1, "must be from 0 to 1000 percent"),
    ("options[2].mechanism.kind", "lottery", "must be one of: cost_cutting, overhead"),
    ("options[2].mechanism.kind", None, "is missing"),
    ("options[2].mechanism.rate", 101, "must be from 0 to 100 percent"),
    ("options[2].mechanism.years", 0, "must be a whole number of years from 1 to 100"),
    ("options[2].mechanism.method", "balloon", "must be one of: annuity, equal_principal, maturity"),
    ("options[2].mechanism.confidence", "high", "must be one of: A, B, C, D"),
    ("options[2].efficiency.handoffs_before", 2.5, "must be a whole number from 0 to 1,000,000,000"),
    ("options[2].efficiency.shared_by[0].percent", 101, "must be from 0 to 100 percent"),
    ("kind", "guess", "must be one of: involvement, joined_up, technical, framework"),
    ("kind", ["technical"], "must be one of: involvement"),
    ("form", "long", "must be one of: full, short"),
    ("body.kind", "parish", "must be one of: parish_council"),
    ("body.nation", "scotland", "must be one of: england, wales"),
    ("authority.kind", "implied", "must be one of: express"),
    ("authority.decision_maker.capacity", "chair", "must be one of: full_council"),
    ("groups[0].need_evidence[0].grade", "E", "must be one of: A, B, C, D"),
    ("effects[0].grade", "c", "must be one of: A, B, C, D"),
    ("decision.date", "23/11/2026", DATE),
    ("decision.date", "20261123", DATE),
    ("decision.review_date", "2026-W48-1", DATE),
    ("decision.date", "2026-11-23T10:00", DATE),
    ("title", _LONG, LONG),
    ("effects[0].because", _LONG, LONG),
    ("groups", _MANY_GROUPS, "has 13 entries; at most 12 can be compared"),
    ("options", _MANY_OPTIONS, "has 9 entries; at most 8 can be compared"),
]

NEEDED = [
    "id", "title", "kind", "body", "body.name", "body.kind", "body.nation", "framework", "framework.id",
    "framework.version", "format_version", "groups", "groups[1].id", "groups[1].name", "groups[1].size",
    "groups[1].need_level", "options", "options[1].id", "options[1].name", "options[1].baseline",
    "options[1].net_cost", "options[2].cash_flow[0].year", "options[2].cash_flow[0].amount", "effects",
    "effects[0].option", "effects[0].group", "effects[0].reach", "effects[0].grade", "effects[0].impacts",
    "unanswered[0].option", "unanswered[0].group", "decision.rejected[0].option",
]  # fmt: skip

VERSIONS: list[Refusal] = [
    ("format", "somebody-else/form", "this is not an assessment of Fairness Desktop"),
    ("format", None, "this is not an assessment of Fairness Desktop"),
    ("format_version", 2, "2 is newer than this program reads (1); open it with a newer Fairness Desktop"),
    ("format_version", 0, WHOLE_ABOVE_0),
    ("format_version", True, "must be a whole number"),
    ("format_version", "1", "must be a whole number"),
    ("id", "", "must be a text that is not empty"),
    ("groups[0].id", "", "must be a text that is not empty"),
    ("options[1].id", "", "must be a text that is not empty"),
]

IN_RELATION: list[Refusal] = [
    ("ratings", [_RATING | {"option": "A"}], "ratings[0].option: the baseline has no effects"),
    ("ratings", [_RATING | {"option": "X"}], "ratings[0].option: there is no option “X”"),
    ("ratings", [_RATING | {"group": "x"}], "ratings[0].group: there is no group “x”"),
    ("ratings", [_RATING, _RATING], "ratings[1]: “Ann, D, dk” stands there twice"),
    ("ratings", [_RATING | {"assessor": str(i)} for i in range(13)], "ratings: are of 13 assessors"),
    ("framework.id", "other", "framework: no framework “other”, version 1, is known here"),
    ("framework.version", "2", "framework: no framework “model”, version 2, is known here"),
    ("framework.sha256", "0" * 64, "framework.sha256: is not the hash of that framework"),
    ("groups[1].id", "dk", "groups[1].id: “dk” stands there twice"),
    ("options[2].id", "D", "options[2].id: “D” stands there twice"),
    ("effects[1].group", "dk", "effects[1]: “D, dk” stands there twice"),
    ("unanswered[2]", {"option": "E", "group": "dk"}, "unanswered[2]: “E, dk” stands there twice"),
    ("decision.rejected[1]", {"option": "A"}, "decision.rejected[1].option: “A” stands there twice"),
    ("effects[0].option", "Z", "effects[0].option: there is no option “Z”"),
    ("effects[0].group", "zz", "effects[0].group: there is no group “zz”"),
    ("effects[0].impacts.beauty", 1, "effects[0].impacts.beauty: is no criterion of the framework"),
    ("unanswered[0].option", "Z", "unanswered[0].option: there is no option “Z”"),
    ("unanswered[0].group", "zz", "unanswered[0].group: there is no group “zz”"),
    ("unanswered[0].criterion", "beauty", "unanswered[0].criterion: is no criterion of the framework"),
    ("decision.chosen", "Z", "decision.chosen: there is no option “Z”"),
    ("decision.rejected[0].option", "Z", "decision.rejected[0].option: there is no option “Z”"),
    ("options[0].baseline", False, "options: exactly one option must be the baseline; there are 0"),
    ("options[1].baseline", True, "options: exactly one option must be the baseline; there are 2"),
    ("effects[0].option", "A", "effects[0].option: the baseline has no effects"),
    ("unanswered[0].option", "A", "unanswered[0].option: the baseline has no effects"),
    ("unanswered[0].criterion", None, "unanswered[0]: is answered in effects; it cannot be unanswered too"),
    ("unanswered[0].criterion", "voice", "unanswered[0]: is answered in effects; it cannot be unanswered too"),
    (
        "options[2].efficiency.shared_by[1]", {"service": "Health", "percent": 80},
        "options[2].efficiency.shared_by: must add up to at most 100 percent",
    ),
    ("options[2].net_cost", 5, "options[2].cash_flow: give either net_cost or cash_flow, not both"),
]  # fmt: skip

NOT_JSON: list[tuple[bytes, str]] = [
    (b"", "is not JSON (line 1, column 1)"),
    (b"{", "is not JSON (line 1"),
    (b'{"a": 1,}', "is not JSON (line 1"),
    (b"<html></html>", "is not JSON (line 1, column 1)"),
    (b"\xff\xfe{\x00}\x00", "is not UTF-8 text (byte 0)"),
    (b'{"net_cost": NaN}', "is not JSON: NaN is no number"),
    (b'{"net_cost": -Infinity}', "is not JSON: -Infinity is no number"),
    (b'{"a": {"net_cost": 1e400}}', "a.net_cost: is a number too large to keep"),
    (b'{"a": [1, 9007199254740993]}', "a[1]: is a number too large to keep"),
    (b'{"a": ' + b"9" * 5000 + b"}", "a: is a number too large to keep"),
    (b'{"a": [{"id": 1, "id": 2}]}', "a[0].id: is given twice in one object; give it once"),
    (rb'{"a": {"title": "\ud800"}}', "a.title: holds a character that is no text"),
    (rb'{"a": {"b": "x\u0000"}}', "a.b: holds a character that is no text"),
    (rb'{"a": {"\udfff": 1}}', "a: holds a character that is no text"),
    (b'{"a": ' + b"[" * 70 + b"]" * 70 + b"}", "is nested too deep"),
    (b"[" * 200_000, "is nested too deep"),
]


def spoilt_rows() -> list[Refusal]:
    """Every row of the tables that a schema can express: (place, value, what is said of the place)."""
    return [*WRONG_TYPES, *OUT_OF_RANGE, *VERSIONS]
