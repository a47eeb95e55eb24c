"""What is answered about power, urgency, interests and those consulted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from .words import MemberPart, Route


@dataclass(frozen=True, slots=True)
class RecordQuestions:
    """Of what a decision under a general authority does: it is these that make a record required.

    Does it grant a permission or licence; affect the rights of an individual; award a contract, or spend so that the
    body's finances are materially affected? None is *not answered yet*.
    """

    licence: bool | None = None
    rights: bool | None = None
    spending: bool | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeyDecision:
    """Whether it is a key decision, and how notice of it was given."""

    is_key: bool | None = None
    notice: dt.date | None = None
    route: Route | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CallIn:
    """The date on which the call-in window ends, or why there is none."""

    ends: dt.date | None = None
    not_subject: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Urgency:
    """Why it could not wait, and who agreed that it could not."""

    reasons: str = ""
    agreed_by: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest somebody declared: a disclosable pecuniary one (in Wales: a prejudicial one) bars from taking part.

    ``dispensation`` says who granted one and when, as minuted.
    """

    id: str
    who: str = ""
    what: str = ""
    part: MemberPart | None = None
    pecuniary: bool | None = None
    dispensation: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConsultedMember:
    """A member whose view was sought before the decision, and what they said."""

    id: str
    who: str = ""
    role: str = ""
    view: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
