"""How a change is paid for: seven mechanisms, each with its own questions.

All yearly sums fall in the years 1 to ``years``; what happens once happens in year 0 unless it says otherwise. An empty
``agency`` is the council that decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ...i18n import N_, _
from ..vocabulary import Grade
from .asking import check_answers, counted, in_percent, in_pounds, in_words, in_years, one_of


class MechanismKind(StrEnum):
    """The seven mechanisms of the exchange form."""

    COST_CUTTING = "cost_cutting"
    OVERHEAD = "overhead"
    ASSET_TRANSFER = "asset_transfer"
    BORROWING = "borrowing"
    SOCIAL_ENTERPRISE = "social_enterprise"
    SOCIAL_IMPACT_BOND = "social_impact_bond"
    ENDOWMENT = "endowment"


class LoanMethod(StrEnum):
    """How a loan is paid back: the same sum every year, the same principal every year, or all of it at the end."""

    ANNUITY = "annuity"
    EQUAL_PRINCIPAL = "equal_principal"
    MATURITY = "maturity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every mechanism says beside its own figures; ``confidence`` is an evidence grade."""

    agency: str = in_words(N_("Whose money"))
    assumptions: str = ""
    confidence: Grade | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCutting(Terms):
    """Part of a budget is released; some of it goes back to those who need most, some repays the change."""

    budget: float | None = in_pounds(N_("Budget now, £ a year"))
    cut: float | None = in_percent(N_("Released from it, %"))
    targeted: float | None = in_percent(N_("Of that put back where need is greatest, %"))
    one_off: float | None = in_pounds(N_("Cost of the change, £, once"))
    years: int | None = in_years(N_("For how many years"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overhead(Terms):
    """Fewer targets and fewer managers; part of what that releases pays for professional standards and peers."""

    targets_before: int | None = counted(N_("Targets reported now"))
    targets_after: int | None = counted(N_("Targets reported then"))
    cost_per_target: float | None = in_pounds(N_("What reporting one costs, £ a year"))
    managers_before: int | None = counted(N_("Managers now"))
    managers_after: int | None = counted(N_("Managers then"))
    cost_per_manager: float | None = in_pounds(N_("What one costs, £ a year"))
    peer_quality: float | None = in_pounds(N_("For standards and peer assessment instead, £ a year"))
    one_off: float | None = in_pounds(N_("Cost of the change, £, once"))
    years: int | None = in_years(N_("For how many years"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetTransfer(Terms):
    """A building or land goes to the community, which runs it and earns from it what a council cannot."""

    taker: str = in_words(N_("To whom"), needed=True)
    value: float | None = in_pounds(N_("What it would fetch, £"))
    price: float | None = in_pounds(N_("What is paid for it, £"))
    running_cost: float | None = in_pounds(N_("What it costs to run, £ a year"))
    income_lost: float | None = in_pounds(N_("Income the council gives up, £ a year"))
    earns: float | None = in_pounds(N_("What the community can earn with it, £ a year"))
    support: float | None = in_pounds(N_("Grant to begin with, £ a year"))
    support_years: int | None = in_years(N_("Years of that grant"), low=0)
    years: int | None = in_years(N_("For how many years"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowing(Terms):
    """A loan now, paid back from income or from costs that fall later; one payment at the end of each year."""

    principal: float | None = in_pounds(N_("Loan, £"))
    rate: float | None = in_percent(N_("Interest, % a year"))
    years: int | None = in_years(N_("Years to pay it back"))
    method: LoanMethod | None = one_of(N_("How it is paid back"), LoanMethod)  # noqa: RUF009 - a field
    asset_life: int | None = in_years(N_("Years that what it buys will last"), needed=False)
    revenue: float | None = in_pounds(N_("What pays it back, £ a year"), needed=False)
    revenue_from: str = in_words(N_("From whose budget"))
    revenue_starts: int | None = in_years(N_("From year"), needed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Terms):
    """A social enterprise or a charity does it, with money of its own beside the council's."""

    partner: str = in_words(N_("Which partner"), needed=True)
    contract: float | None = in_pounds(N_("What the council pays, £ a year"))
    raises: float | None = in_pounds(N_("What the partner earns or raises, £ a year"))
    costs: float | None = in_pounds(N_("What it costs the partner, £ a year"))
    set_up: float | None = in_pounds(N_("Cost of setting up, £, once"))
    saves: float | None = in_pounds(N_("What it saves, £ a year"), needed=False)
    saves_for: str = in_words(N_("For whose budget"))
    years: int | None = in_years(N_("For how many years"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialImpactBond(Terms):
    """Investors pay now; they get their money back with a return and a bonus if the outcome is reached, else nothing.

    With ``payments`` over several years what is outstanding goes on earning the return; the bonus comes with the last.
    """

    target: str = in_words(N_("What must be reached"), needed=True)
    investors: str = in_words(N_("Who invests"), needed=True)
    investment: float | None = in_pounds(N_("What investors put in, £"))
    rate: float | None = in_percent(N_("Return, % a year"))
    bonus: float | None = in_pounds(N_("Bonus if reached, £"))
    first_payment: int | None = in_years(N_("Year of the first payment"))
    payments: int | None = in_years(N_("Number of yearly payments"))
    chance: float | None = in_percent(N_("How likely it is reached, %"), needed=False)
    saves: float | None = in_pounds(N_("What it saves if reached, £ a year"), needed=False)
    saves_for: str = in_words(N_("For whose budget"))
    saves_years: int | None = in_years(N_("Years of saving, from the first payment"), needed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endowment(Terms):
    """A capital sum is set aside, earns a return, and pays for the work year by year until it is used up."""

    giver: str = in_words(N_("Who gives it"))
    capital: float | None = in_pounds(N_("Capital, £"))
    rate: float | None = in_percent(N_("Return, % a year"))
    draw: float | None = in_pounds(N_("Drawn in year 1, £"))
    growth: float | None = in_percent(N_("The draw grows by, % a year"))
    years: int | None = in_years(N_("For how many years"))


Mechanism = CostCutting | Overhead | AssetTransfer | Borrowing | Partnership | SocialImpactBond | Endowment

OF_KIND: Mapping[MechanismKind, type[Mechanism]] = {
    MechanismKind.COST_CUTTING: CostCutting,
    MechanismKind.OVERHEAD: Overhead,
    MechanismKind.ASSET_TRANSFER: AssetTransfer,
    MechanismKind.BORROWING: Borrowing,
    MechanismKind.SOCIAL_ENTERPRISE: Partnership,
    MechanismKind.SOCIAL_IMPACT_BOND: SocialImpactBond,
    MechanismKind.ENDOWMENT: Endowment,
}

_KIND_OF = {made: kind for kind, made in OF_KIND.items()}

_NAMES = {
    MechanismKind.COST_CUTTING: N_("Cost cutting and targeting"),
    MechanismKind.OVERHEAD: N_("Management overhead released"),
    MechanismKind.ASSET_TRANSFER: N_("Asset transfer"),
    MechanismKind.BORROWING: N_("Prudential borrowing"),
    MechanismKind.SOCIAL_ENTERPRISE: N_("Social enterprise or charity partnership"),
    MechanismKind.SOCIAL_IMPACT_BOND: N_("Social impact bond"),
    MechanismKind.ENDOWMENT: N_("Endowment"),
}

_WORDS = {
    LoanMethod.ANNUITY: N_("the same sum every year (annuity)"),
    LoanMethod.EQUAL_PRINCIPAL: N_("equal instalments of principal"),
    LoanMethod.MATURITY: N_("all of it at the end (maturity)"),
}


def kind_of(mechanism: Mechanism) -> MechanismKind:
    """Which of the seven it is."""
    return _KIND_OF[type(mechanism)]


def mechanism_name(kind: MechanismKind) -> str:
    """How a mechanism is called."""
    return _(_NAMES[kind])


def choice_word(word: StrEnum) -> str:
    """How a closed word of a mechanism is said."""
    return _(_WORDS[LoanMethod(word)])
