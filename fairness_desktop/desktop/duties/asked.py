"""Which duties are asked of a decision, and in which words: only those that its legal pack says apply."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.assessment import Assessment
from ...domain.duties.answers import AIMS, WAYS
from ...domain.duties.rules import WITH_A_PLACE, DutyId, DutyRule, Force, duty_label
from ...domain.vocabulary import Nation
from ...i18n import N_, _
from ...telling.figures import day
from .fields_card import Asked, Fields

_AIM_HELP = {
    "eliminate": N_("Does it treat anybody worse for who they are, or fall harder on them without good reason?"),
    "advance": N_("Does it take away a disadvantage, meet a need, or open public life to those who take less part?"),
    "foster": N_("Does it tackle prejudice and help people to understand one another?"),
}
_WAY_HELP = {
    "long_term": N_("How today's need is weighed against the need to come."),
    "prevention": N_("What stops the problem from arising or growing."),
    "integration": N_("How it bears on the aims of other public bodies."),
    "collaboration": N_("Who else works towards it, inside or outside the council."),
    "involvement": N_("Who had a part in it, and whether they are like the people it is for."),
}
_GOALS = N_(
    "Prosperous, resilient, healthier, more equal, cohesive communities, vibrant culture and thriving Welsh language, "
    "globally responsible: which it serves, and which it may work against."
)


def equality(rules: Sequence[DutyRule]) -> Fields:
    """The equality duty: the thinking as a whole, three aims, the table of nine, and who read it."""
    rule = _rule(rules, DutyId.EQUALITY)
    about = _(
        "Due regard to three aims, before the decision and at the time of it; nobody else can have it for the "
        "decision-maker. A bare tick, or “no impact”, is refused: say why."
    )
    caption = _("What we know, what people told us, what it means, what we do")
    read = _("Nobody can have regard to it for the decision-maker: in their own words, not a tick.")
    return Fields(
        "equality",
        _("Equality"),
        about if rule is None else f"{about} ({_(rule.source)})",
        (
            Asked("equality", caption, _("The whole of it, in short."), 3),
            *(Asked(f"equality_aims.{aim}", _(AIMS[aim]), _(_AIM_HELP[aim])) for aim in AIMS),
            Asked("equality_read", _("The decision-maker: that I read this, and what it did to my mind"), read),
        ),
        lens=True,
    )


def wales(rules: Sequence[DutyRule]) -> Fields:
    """Ways of working, goals and language, where the pack has them."""
    asked = []
    if _rule(rules, DutyId.WAYS_OF_WORKING) is not None:
        asked += [Asked(f"ways_of_working.{way}", _(WAYS[way]), _(_WAY_HELP[way])) for way in WAYS]
    if _rule(rules, DutyId.WELL_BEING_GOALS) is not None:
        asked.append(Asked("well_being_goals", duty_label(DutyId.WELL_BEING_GOALS), _(_GOALS)))
    language = _rule(rules, DutyId.WELSH_LANGUAGE)
    if language is not None:
        asked.append(Asked("welsh_language", duty_label(DutyId.WELSH_LANGUAGE), _(language.says)))
    asked.append(Asked("wales", _("Anything more on Wales")))
    of_wales = (DutyId.WAYS_OF_WORKING, DutyId.WELL_BEING_GOALS, DutyId.WELSH_LANGUAGE)
    told = " ".join(_says(r) for r in rules if r.id in of_wales and r.id is not DutyId.WELSH_LANGUAGE)
    return Fields("wales", _("Wales: well-being and the Welsh language"), told, tuple(asked))


def socio_economic(rule: DutyRule) -> Fields:
    """The socio-economic duty, as the pack says it binds."""
    title = duty_label(rule.id)
    if rule.force is not Force.REQUIRED:
        title = _("{duty} ({force})").format(duty=title, force=duty_label(rule.force))
    caption = _("How it reduces what makes people worse off because they have less")
    return Fields("socio_economic", title, _says(rule), (Asked("socio_economic", caption, lines=3),))


def other(rules: Sequence[DutyRule]) -> Fields:
    """The prompts that apply, each with a text of its own, and whatever else had to be weighed."""
    prompts = [r for r in rules if r.id not in WITH_A_PLACE]
    asked = [Asked(r.place, _prompt_title(r), f"{_(r.says)} ({_(r.source)})", 1) for r in prompts]
    about = _("Only what bears on this decision; leave the others blank. Name no one who is affected.")
    return Fields("other", _("Anything else"), about, (*asked, Asked("other", _("What else had to be weighed"))))


def _prompt_title(rule: DutyRule) -> str:
    name = duty_label(rule.id)
    if rule.force is Force.WHERE_IT_BEARS:
        return name
    return _("{duty} ({force})").format(duty=name, force=duty_label(rule.force))


def asked_beside(assessment: Assessment, rules: Sequence[DutyRule]) -> tuple[Fields, ...]:
    """The cards of several texts that apply, in the order in which one thinks of them."""
    found = [equality(rules)]
    rule = _rule(rules, DutyId.SOCIO_ECONOMIC)
    if rule is not None:
        found.append(socio_economic(rule))
    if assessment.body.nation is Nation.WALES:
        found.append(wales(rules))
    return (*found, other(rules))


def _rule(rules: Sequence[DutyRule], wanted: DutyId) -> DutyRule | None:
    return next((r for r in rules if r.id is wanted), None)


def _says(rule: DutyRule) -> str:
    """What a duty asks, by which law, and how far it binds."""
    return f"{_(rule.says)} ({_(rule.source)}; {duty_label(rule.force)})"


def timing(now: Assessment) -> tuple[str, bool]:
    """When it was thought of against when it was decided, and whether that was too late."""
    thought, decided = now.assessed_on, now.decision.date
    if thought is None:
        return _("On which day this was finished is not said yet (step 1): it has to be before the decision."), False
    if decided is None:
        return _("Finished on {day}.").format(day=day(thought)), False
    dates = {"thought": day(thought), "decided": day(decided)}
    if thought > decided:
        return _("Finished on {thought}, after the decision of {decided}: too late.").format(**dates), True
    return _("Finished on {thought}, not after the decision of {decided}.").format(**dates), False
