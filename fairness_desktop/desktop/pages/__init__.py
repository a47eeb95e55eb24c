"""One page of the walk each, by step."""

from __future__ import annotations

from ...domain.progress import Step
from .base import Page
from .decide_page import DecidePage
from .decision_page import DecisionPage
from .duties_page import DutiesPage
from .effects_page import EffectsPage
from .fairness_page import FairnessPage
from .money_page import MoneyPage
from .options_page import OptionsPage
from .people_page import PeoplePage

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
