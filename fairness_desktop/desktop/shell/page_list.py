"""Which page belongs to which step."""

from __future__ import annotations

from ...domain.progress import Step
from ..pages.base import Page
from ..pages.decide_page import DecidePage
from ..pages.decision_page import DecisionPage
from ..pages.duties_page import DutiesPage
from ..pages.effects_page import EffectsPage
from ..pages.fairness_page import FairnessPage
from ..pages.money_page import MoneyPage
from ..pages.options_page import OptionsPage
from ..pages.people_page import PeoplePage

PAGES: dict[Step, type[Page]] = {
    Step.DECISION: DecisionPage,
    Step.PEOPLE: PeoplePage,
    Step.OPTIONS: OptionsPage,
    Step.EFFECTS: EffectsPage,
    Step.MONEY: MoneyPage,
    Step.FAIRNESS: FairnessPage,
    Step.DUTIES: DutiesPage,
    Step.DECIDE: DecidePage,
}
