"""What is to be done once it is decided: by whom, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import N_
from ..money.asking import in_words, on_day

MOST_ACTIONS = 50


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to be done, whose it is, and the day by which it is done."""

    id: str
    what: str = in_words(N_("What is to be done"))
    owner: str = in_words(N_("Who does it"))
    due: dt.date | None = on_day(N_("By when"))  # noqa: RUF009
    extra: Mapping[str, object] = field(default_factory=dict)
