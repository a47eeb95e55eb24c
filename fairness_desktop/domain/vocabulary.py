"""The closed words of the exchange form, and how each is said to a person."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from ..i18n import N_, _

AssessmentId = NewType("AssessmentId", str)
GroupId = NewType("GroupId", str)
OptionId = NewType("OptionId", str)
CriterionId = NewType("CriterionId", str)
AttachmentId = NewType("AttachmentId", str)


class Kind(StrEnum):
    """The four kinds of decision; each weighs the criteria in its own way."""

    INVOLVEMENT = "involvement"
    JOINED_UP = "joined_up"
    TECHNICAL = "technical"
    FRAMEWORK = "framework"


class Form(StrEnum):
    """How much of the walk is asked for."""

    FULL = "full"
    SHORT = "short"


class Nation(StrEnum):
    """Whose law the decision answers to."""

    ENGLAND = "england"
    WALES = "wales"


class BodyKind(StrEnum):
    """What kind of council holds the power."""

    PARISH_COUNCIL = "parish_council"
    TOWN_COUNCIL = "town_council"
    COMMUNITY_COUNCIL = "community_council"
    COMMUNITY_TOWN_COUNCIL = "community_town_council"
    DISTRICT_COUNCIL = "district_council"
    COUNTY_COUNCIL = "county_council"
    COUNTY_BOROUGH_COUNCIL = "county_borough_council"
    UNITARY_AUTHORITY = "unitary_authority"
    METROPOLITAN_DISTRICT = "metropolitan_district"
    LONDON_BOROUGH = "london_borough"
    COMBINED_AUTHORITY = "combined_authority"
    OTHER = "other"


class AuthorityKind(StrEnum):
    """Under which sort of authority the decision is taken."""

    EXPRESS = "express"
    GENERAL = "general"
    EXECUTIVE = "executive"
    URGENT = "urgent"


class Capacity(StrEnum):
    """In which capacity the decision-maker decides; a single member is a word only so that it can be refused."""

    FULL_COUNCIL = "full_council"
    COMMITTEE = "committee"
    SUB_COMMITTEE = "sub_committee"
    JOINT_COMMITTEE = "joint_committee"
    OFFICER = "officer"
    EXECUTIVE = "executive"
    EXECUTIVE_MEMBER = "executive_member"
    SINGLE_MEMBER = "single_member"


class Language(StrEnum):
    """A language that a record can be made in, by its BCP 47 tag."""

    ENGLISH = "en"
    WELSH = "cy"


class Grade(StrEnum):
    """How good the evidence is: A measured here, B measured nearby, C expert view, D assumed."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Floor(StrEnum):
    """Whether anyone most in need is left worse off."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class LeadVerdict(StrEnum):
    """How firm the lead is, by the share of plausible versions in which the leader ranks first."""

    ROBUST = "robust"
    LEANING = "leaning"
    FINELY_BALANCED = "finely balanced"


SUGGESTED_DELIVERY = ("in_house", "community", "social_enterprise", "charity", "private", "partnership")
"""Words offered for who would run an option; any other text is as good, and none of them enters the score."""

_LABELS = {
    Kind.INVOLVEMENT: N_("Involvement"),
    Kind.JOINED_UP: N_("Joined-up"),
    Kind.TECHNICAL: N_("Technical"),
    Kind.FRAMEWORK: N_("Framework"),
    Form.FULL: N_("Full form"),
    Form.SHORT: N_("Short form"),
    Nation.ENGLAND: N_("England"),
    Nation.WALES: N_("Wales"),
    BodyKind.PARISH_COUNCIL: N_("Parish council"),
    BodyKind.TOWN_COUNCIL: N_("Town council"),
    BodyKind.COMMUNITY_COUNCIL: N_("Community council"),
    BodyKind.COMMUNITY_TOWN_COUNCIL: N_("Community or town council (Wales)"),
    BodyKind.DISTRICT_COUNCIL: N_("District council"),
    BodyKind.COUNTY_COUNCIL: N_("County council"),
    BodyKind.COUNTY_BOROUGH_COUNCIL: N_("County borough council"),
    BodyKind.UNITARY_AUTHORITY: N_("Unitary authority"),
    BodyKind.METROPOLITAN_DISTRICT: N_("Metropolitan district"),
    BodyKind.LONDON_BOROUGH: N_("London borough"),
    BodyKind.COMBINED_AUTHORITY: N_("Combined authority"),
    BodyKind.OTHER: N_("Another body"),
    AuthorityKind.EXPRESS: N_("Express: a resolution for this decision"),
    AuthorityKind.GENERAL: N_("General: the scheme of delegation"),
    AuthorityKind.EXECUTIVE: N_("Executive: leader or cabinet arrangements"),
    AuthorityKind.URGENT: N_("Urgent: the urgency procedure"),
    Capacity.FULL_COUNCIL: N_("Full council"),
    Capacity.COMMITTEE: N_("Committee"),
    Capacity.SUB_COMMITTEE: N_("Sub-committee"),
    Capacity.JOINT_COMMITTEE: N_("Joint committee"),
    Capacity.OFFICER: N_("Officer"),
    Capacity.EXECUTIVE: N_("Cabinet or leader"),
    Capacity.EXECUTIVE_MEMBER: N_("Cabinet member"),
    Capacity.SINGLE_MEMBER: N_("A single councillor"),
    Language.ENGLISH: N_("English"),
    Language.WELSH: N_("Welsh"),
    Grade.A: N_("measured here"),
    Grade.B: N_("measured nearby"),
    Grade.C: N_("expert view"),
    Grade.D: N_("assumed"),
    Floor.GREEN: N_("GREEN"),
    Floor.AMBER: N_("AMBER"),
    Floor.RED: N_("RED"),
    LeadVerdict.ROBUST: N_("robust"),
    LeadVerdict.LEANING: N_("leaning"),
    LeadVerdict.FINELY_BALANCED: N_("finely balanced"),
}

_DELIVERY_LABELS = {
    "in_house": N_("The council itself"),
    "community": N_("The community"),
    "social_enterprise": N_("A social enterprise"),
    "charity": N_("A charity"),
    "private": N_("A private company"),
    "partnership": N_("A partnership"),
}


def label(word: StrEnum) -> str:
    """How a closed word is said on screen and in the record."""
    return _(_LABELS[word])


def delivery_label(delivery: str) -> str:
    """How a delivery model is said; a word of the user's own is said as it stands."""
    return _(_DELIVERY_LABELS[delivery]) if delivery in _DELIVERY_LABELS else delivery
