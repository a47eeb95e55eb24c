"""Places of the exchange form in words: “Group B, size”, and not ``groups[1].size``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..domain.assessment import Assessment
from ..domain.duties.answers import Characteristic, characteristic_label
from ..domain.framework import Criterion
from ..domain.quality.plan import Element, element_word
from ..i18n import N_, _

_PART = re.compile(r"([a-z_0-9]+)(?:\[((?:[^\[\]]|\[[^\[\]]*\])*)\])?(?:\.|$)")
"""A key and its row; the row of what is exempt is itself a place."""

_ROWS = {
    "groups": N_("Group {row}"), "options": N_("Option {row}"), "effects": N_("Effect of {row}"),
    "unanswered": N_("Not answered of {row}"), "ratings": N_("Rating by {row}"), "attachments": N_("Paper {row}"),
    "rejected": N_("Option {row}, not chosen"), "exempt": N_("Exempt: {row}"), "overlaps": N_("Both in {row}"),
}  # fmt: skip
_COUNTED = frozenset({"need_evidence", "cash_flow", "offers", "areas"})
"""Lists whose rows have no mark of their own: people count them from 1."""

_WORDS = {
    "accepted": N_("accepted"), "actions": N_("what is to be done"), "agency": N_("agency"),
    "agreed_by": N_("agreed by"), "amount": N_("amount"), "answer": N_("answer"), "answers": N_("answers"),
    "answers_to": N_("answers to"), "areas": N_("areas"), "arrangements": N_("arrangements"),
    "assessed_on": N_("day of the assessment"), "assessor": N_("assessor"), "asset_life": N_("asset life"),
    "assumptions": N_("assumptions"), "attachments": N_("attachments"), "authority": N_("authority"),
    "baseline": N_("whether it is to carry on as now"), "because": N_("why so"), "benchmark": N_("benchmark"),
    "benchmark_source": N_("benchmark source"), "body": N_("council"), "bonus": N_("bonus"),
    "brings_assets": N_("brings assets"), "brings_hours": N_("brings hours"), "brings_money": N_("brings money"),
    "budget": N_("budget"), "budget_cap": N_("most it may cost"), "by_mechanism": N_("by mechanism"),
    "call_in": N_("call-in"), "capacity": N_("capacity"), "capital": N_("capital"), "care": N_("care"),
    "cash_flow": N_("cash flow"), "cast": N_("vote"), "casting": N_("casting vote"),
    "casting_by": N_("who has the casting vote"), "chain": N_("chain"), "chance": N_("chance"),
    "checks": N_("checks"), "chosen": N_("option chosen"), "classifier": N_("statements about the kind"),
    "closest_lawful": N_("closest lawful level"), "conditions": N_("conditions"), "confidence": N_("confidence"),
    "consultation": N_("duty to consult"), "consulted_members": N_("members consulted"), "contract": N_("contract"),
    "controls_added": N_("controls added"), "controls_removed": N_("controls removed"),
    "cost_per_manager": N_("cost per manager"), "cost_per_target": N_("cost per target"), "costs": N_("costs"),
    "council_resource": N_("what the council gives"), "counted_in": N_("where they are counted"),
    "criterion": N_("criterion"), "cut": N_("cut"), "date": N_("day"), "decile": N_("decile"),
    "decision": N_("decision"), "decision_maker": N_("decision-maker"),
    "decision_reference": N_("reference of the whole decision"), "delivery": N_("delivery"),
    "departure_reason": N_("why not the one that leads"), "description": N_("description"),
    "dispensation": N_("dispensation"), "dissent": N_("who disagreed, and why"), "dissents": N_("dissents"),
    "done_by": N_("done by"), "draw": N_("draw"), "due": N_("due"), "duties": N_("duties"), "earns": N_("earns"),
    "effects": N_("effects"), "efficiency": N_("efficiency"), "element": N_("element"), "ends": N_("ends"),
    "equality": N_("duty of equality"), "exempt": N_("what is exempt"), "field": N_("field"),
    "file_name": N_("name of the file"), "first_payment": N_("first payment"),
    "floor_reason": N_("why although the floor is not kept"), "form": N_("form"), "format": N_("format"),
    "format_version": N_("version of the format"), "framework": N_("framework"), "from": N_("from whom"),
    "from_outside": N_("whether it comes from outside"), "giver": N_("giver"), "goes_to": N_("who gets it"),
    "grade": N_("grade of the evidence"), "ground": N_("ground"), "group": N_("group"), "groups": N_("groups"),
    "growth": N_("growth"), "gut": N_("first feeling"), "handoffs_after": N_("handoffs after"),
    "handoffs_before": N_("handoffs before"), "heard": N_("whether they were heard"),
    "heard_how": N_("how they were heard"), "hour_value": N_("worth of an hour"),
    "hour_value_source": N_("source for the worth of an hour"), "how": N_("how"), "id": N_("mark"),
    "impacts": N_("impact"), "income": N_("income"), "income_lost": N_("income lost"),
    "index": N_("index of deprivation"), "index_sha256": N_("SHA-256 of the index"), "instrument": N_("instrument"),
    "interests": N_("interests"), "interests_declared": N_("interests declared"), "investment": N_("investment"),
    "investors": N_("investors"), "is_key": N_("whether it is a key decision"), "key_decision": N_("key decision"),
    "kind": N_("kind"), "language": N_("language"), "less_harmful": N_("the less harmful way"),
    "level": N_("level"), "licence": N_("licence"), "loss_cap": N_("loss cap"),
    "managers_after": N_("managers after"), "managers_before": N_("managers before"), "matter": N_("matter"),
    "mechanism": N_("mechanism"), "media_type": N_("kind of file"), "method": N_("method"),
    "mitigation": N_("what softens it"), "name": N_("name"), "nation": N_("nation"),
    "need_evidence": N_("evidence of need"), "need_level": N_("need level"), "net_cost": N_("cost a year"),
    "not_subject": N_("why it is not subject to call-in"), "note": N_("note"), "noted_at": N_("noted at"),
    "notice": N_("notice"), "offered_by": N_("who offered it"), "offers": N_("offers"), "one_off": N_("one off"),
    "optimism_bias": N_("optimism bias"), "optimism_bias_source": N_("source for the optimism bias"),
    "option": N_("option"), "options": N_("options"), "other": N_("other duties"), "outputs": N_("outputs"),
    "overlaps": N_("overlaps"), "owner": N_("who does it"), "part": N_("part"), "part_of": N_("part of"),
    "partner": N_("partner"), "parts": N_("parts"), "payments": N_("payments"), "pecuniary": N_("pecuniary"),
    "peer_quality": N_("peer quality"), "percent": N_("percent"), "pilot": N_("whether it is a pilot"),
    "pilot_scope": N_("pilot scope"), "population": N_("population"), "prevention_spend": N_("prevention spend"),
    "price": N_("price"), "principal": N_("principal"), "provider": N_("provider"),
    "quality": N_("quality in short"), "quality_plan": N_("quality plan"), "raises": N_("raises"),
    "rate": N_("rate"), "rated_by": N_("how many rated it"), "ratings": N_("ratings"),
    "reach": N_("reach"), "reason": N_("reason"),
    "reasons": N_("reasons"), "record_questions": N_("record questions"), "reference": N_("reference"),
    "rejected": N_("options not chosen"), "relative_income": N_("income against the median"),
    "required_saving": N_("saving needed"), "revenue": N_("revenue"), "revenue_from": N_("revenue from"),
    "revenue_starts": N_("revenue starts"), "review_date": N_("day of the review"), "rights": N_("rights"),
    "risk": N_("risks"), "role": N_("role"), "route": N_("route"), "running_cost": N_("running cost"),
    "satisfied": N_("how many are satisfied"),
    "saves": N_("saves"), "saves_for": N_("saves for"), "saves_years": N_("saves years"),
    "second_reading": N_("second reading"), "review": N_("review"), "outcomes": N_("what happened"),
    "outcome": N_("effect in fact"), "promised": N_("promised"), "promised_reach": N_("reach promised"),
    "promised_cost": N_("cost promised"), "cost": N_("cost in fact"), "weight": N_("weight"),
    "verdict": N_("what follows"), "done": N_("what was done about it"), "record": N_("record"),
    "seen_at": N_("seen at"),
    "service": N_("service"), "set_up": N_("set up"), "sha256": N_("SHA-256"), "shared_by": N_("shared by"),
    "short_name": N_("short name"), "size": N_("size"), "so_far": N_("so far"), "source": N_("source"),
    "spending": N_("spending"), "stance": N_("stance"), "steps": N_("steps"), "stop_rule": N_("when it is stopped"),
    "summary": N_("summary"), "support": N_("support"), "support_years": N_("support years"),
    "sure": N_("how sure"), "surplus": N_("surplus"), "taken": N_("level it is taken at"),
    "taker": N_("who takes it"), "target": N_("target"), "targeted": N_("targeted"),
    "targets_after": N_("targets after"), "targets_before": N_("targets before"), "ties_after": N_("ties after"),
    "ties_before": N_("ties before"), "ties_measure": N_("ties measure"), "title": N_("title"),
    "unanswered": N_("not answered"), "undo": N_("how it is undone"), "undo_cost": N_("cost of undoing it"),
    "undo_months": N_("months to undo it"), "unit": N_("unit"), "urgency": N_("urgency"), "value": N_("value"),
    "version": N_("version"), "view": N_("view"), "vote": N_("vote"), "votes": N_("votes"),
    "wales": N_("duties in Wales"), "what": N_("what"), "where": N_("place"), "who": N_("who"), "why": N_("why"),
    "why_closest": N_("why not the closest"), "why_none_from_outside": N_("why no option comes from outside"),
    "why_not": N_("why not there"), "with": N_("with"), "worst_cost": N_("worst cost"), "year": N_("year"),
    "yearly_cost": N_("yearly cost"), "years": N_("years"),
    "act": N_("done"), "advance": N_("advancing equal opportunity"), "asked": N_("who is asked"), "at": N_("when"),
    "by": N_("by whom"), "cause": N_("cause"), "characteristic": N_("characteristic"), "code": N_("code"),
    "collaboration": N_("collaboration"), "do": N_("what we do"), "eliminate": N_("eliminating discrimination"),
    "equality_aims": N_("aims of the equality duty"), "equality_lens": N_("equality lens"),
    "equality_read": N_("who read it, and when"), "foster": N_("fostering good relations"),
    "integration": N_("integration"), "involvement": N_("involvement"), "know": N_("what we know"),
    "long_term": N_("long term"), "means": N_("what it means"), "override": N_("override"),
    "prevention": N_("prevention"), "prompts": N_("other prompts"), "set_aside": N_("set aside"),
    "socio_economic": N_("socio-economic duty"), "state": N_("state"), "text": N_("text"),
    "told": N_("what we were told"), "ways_of_working": N_("ways of working"),
    "well_being_goals": N_("well-being goals"), "welsh_language": N_("the Welsh language"),
}  # fmt: skip


def worded() -> frozenset[str]:
    """Every key that has its word; any other is told as it stands."""
    return frozenset(_WORDS) | frozenset(_ROWS)


def names_of(assessment: Assessment, criteria: Iterable[Criterion] = ()) -> dict[str, str]:
    """How rows are called that places name by their id: groups by their name, papers by their title, and criteria."""
    named = {_of_criterion(str(criterion.id)): _(criterion.name) for criterion in criteria}
    named |= {str(group.id): group.name for group in assessment.groups if group.name}
    return {**named, **{str(paper.id): paper.title for paper in assessment.attachments if paper.title}}


def _of_criterion(key: str) -> str:
    """Apart from groups: a council may call a group as the framework calls a criterion."""
    return f"impacts.{key}"


def place_words(where: str, names: Mapping[str, str] | None = None) -> str:
    """A place in words; what this program does not know of it is told as it stands."""
    parts: list[str] = []
    at, before = 0, ""
    while at < len(where):
        found = _PART.match(where, at)
        if found is None:
            return where
        parts.append(_part(found[1], found[2], names or {}, before))
        at, before = found.end(), found[1]
    told = ", ".join(parts)
    return told[:1].upper() + told[1:]


def _part(key: str, row: str | None, names: Mapping[str, str], before: str) -> str:
    if row is None:
        return names.get(_of_criterion(key), key) if before == "impacts" else _word(key)
    if key in _COUNTED and row.isdecimal():
        return f"{_word(key)} {int(row) + 1}"
    named = _by_kind(key, row) or ", ".join(_row(part, names) for part in row.split("/"))
    if key == "exempt":
        named = place_words(row, names)
    if key in _ROWS:
        return _(_ROWS[key]).format(row=named)
    return f"{_word(key)} {named}"


def _row(part: str, names: Mapping[str, str]) -> str:
    return names.get(part) or names.get(_of_criterion(part), part)


def _by_kind(key: str, row: str) -> str:
    """The word for a row of which there is one of each kind; empty where it is none of them."""
    if key == "checks" and row in set(Element):
        return element_word(Element(row))
    if key == "equality_lens" and row in set(Characteristic):
        return characteristic_label(Characteristic(row))
    return ""


def _word(key: str) -> str:
    return _(_WORDS[key]) if key in _WORDS else key.replace("_", " ")
