"""What was thought of under each duty, in free text: a bare tick says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ...i18n import N_, _

SHORTEST = 25
"""Letters under which a text is as good as a tick."""


class Characteristic(StrEnum):
    """The nine protected characteristics. None of them ever carries weight: need does."""

    AGE = "age"
    DISABILITY = "disability"
    GENDER_REASSIGNMENT = "gender_reassignment"
    MARRIAGE_AND_CIVIL_PARTNERSHIP = "marriage_and_civil_partnership"
    PREGNANCY_AND_MATERNITY = "pregnancy_and_maternity"
    RACE = "race"
    RELIGION_OR_BELIEF = "religion_or_belief"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual_orientation"


@dataclass(frozen=True, slots=True)
class LensRow:
    """One characteristic: what is known, what people told, what it means for the decision, and what is done."""

    characteristic: Characteristic
    know: str = ""
    told: str = ""
    means: str = ""
    do: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Whether nothing is said of it."""
        return not (self.know or self.told or self.means or self.do or self.extra)

    def with_text(self, column: str, text: str) -> LensRow:
        """The same row with that text in one of its ``COLUMNS``."""
        texts: dict[str, str] = {name: getattr(self, name) for name in COLUMNS} | {column: text}
        return LensRow(self.characteristic, **texts, extra=self.extra)


COLUMNS = ("know", "told", "means", "do")
"""The four things that are asked of each characteristic."""


@dataclass(frozen=True, slots=True)
class Aims:
    """The three aims of the equality duty."""

    eliminate: str = ""
    advance: str = ""
    foster: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ways:
    """The five ways of working of the Well-being of Future Generations (Wales) Act 2015."""

    long_term: str = ""
    prevention: str = ""
    integration: str = ""
    collaboration: str = ""
    involvement: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """What was thought of under another duty that a legal pack names by that id."""

    id: str
    text: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Duties:
    """What the council had to think of, in free text.

    ``equality`` is the thinking as a whole, beside the aims and the lens; ``equality_read`` is the decision-maker's
    own word that they read it, and what it did to their mind: the duty cannot be passed to another. ``wales`` holds
    what was written before the ways of working, the goals and the language were asked one by one.
    """

    equality: str = ""
    consultation: str = ""
    wales: str = ""
    quality: str = ""
    risk: str = ""
    other: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    equality_aims: Aims = field(default_factory=Aims)
    equality_lens: tuple[LensRow, ...] = ()
    equality_read: str = ""
    socio_economic: str = ""
    ways_of_working: Ways = field(default_factory=Ways)
    well_being_goals: str = ""
    welsh_language: str = ""
    prompts: tuple[PromptAnswer, ...] = ()

    def row(self, wanted: Characteristic) -> LensRow:
        """What is said of a characteristic."""
        return next((r for r in self.equality_lens if r.characteristic is wanted), LensRow(wanted))

    def with_row(self, new: LensRow) -> Duties:
        """The same with that row, in the order of the nine; one that says nothing goes."""
        rows = {**{r.characteristic: r for r in self.equality_lens}, new.characteristic: new}
        return replace(self, equality_lens=tuple(rows[c] for c in Characteristic if c in rows and not rows[c].blank))

    def text(self, place: str) -> str:
        """What stands at a place below ``duties``: ``risk``, ``equality_aims.advance``, ``prompts[best_value]``."""
        if place.startswith("prompts["):
            wanted = place.removeprefix("prompts[").removesuffix("]")
            return next((p.text for p in self.prompts if p.id == wanted), "")
        part, _dot, name = place.partition(".")
        found: str = getattr(getattr(self, part), name) if name else getattr(self, part)
        return found

    def with_text(self, place: str, text: str) -> Duties:
        """The same with that text at that place."""
        if place.startswith("prompts["):
            return self._with_prompt(place.removeprefix("prompts[").removesuffix("]"), text)
        part, _dot, name = place.partition(".")
        value: object = replace(getattr(self, part), **{name: text}) if name else text
        return replace(self, **{part: value})  # type: ignore[arg-type]

    def _with_prompt(self, wanted: str, text: str) -> Duties:
        kept = [replace(p, text=text) if p.id == wanted else p for p in self.prompts]
        if text and not any(p.id == wanted for p in kept):
            kept.append(PromptAnswer(wanted, text))
        return replace(self, prompts=tuple(p for p in kept if p.text or p.extra))

    @property
    def of_equality(self) -> tuple[str, ...]:
        """Every text that was written under the equality duty, the attestation left out."""
        aims, rows = self.equality_aims, self.equality_lens
        texts = (self.equality, aims.eliminate, aims.advance, aims.foster, *(t for r in rows for t in texts_of(r)))
        return tuple(text for text in texts if text.strip())


def texts_of(row: LensRow) -> Iterator[str]:
    """The four texts of a row."""
    yield from (row.know, row.told, row.means, row.do)


_LABELS: Mapping[StrEnum, str] = {
    Characteristic.AGE: N_("Age"),
    Characteristic.DISABILITY: N_("Disability"),
    Characteristic.GENDER_REASSIGNMENT: N_("Gender reassignment"),
    Characteristic.MARRIAGE_AND_CIVIL_PARTNERSHIP: N_("Marriage and civil partnership"),
    Characteristic.PREGNANCY_AND_MATERNITY: N_("Pregnancy and maternity"),
    Characteristic.RACE: N_("Race"),
    Characteristic.RELIGION_OR_BELIEF: N_("Religion or belief"),
    Characteristic.SEX: N_("Sex"),
    Characteristic.SEXUAL_ORIENTATION: N_("Sexual orientation"),
}

AIMS = {
    "eliminate": N_("Eliminate discrimination, harassment and victimisation"),
    "advance": N_("Advance equality of opportunity"),
    "foster": N_("Foster good relations"),
}
"""How each of the three aims is said."""

LENS_COLUMNS = {
    "know": N_("We know"),
    "told": N_("We were told"),
    "means": N_("It means"),
    "do": N_("We do"),
}
"""How each of the four questions of the lens is said."""

WAYS = {
    "long_term": N_("Long term"),
    "prevention": N_("Prevention"),
    "integration": N_("Integration"),
    "collaboration": N_("Collaboration"),
    "involvement": N_("Involvement"),
}
"""How each of the five ways of working is said."""


def characteristic_label(characteristic: Characteristic) -> str:
    """How a characteristic is said."""
    return _(_LABELS[characteristic])
