"""Duties, the decision in detail, how the numbers were made, the history, and the signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...domain.history import HistoryLine
from ...domain.sealing.fingerprints import grouped
from ...domain.vocabulary import Floor
from ...i18n import _, ngettext
from ...scoring.result import Result
from ...scoring.rounding import rounded
from ...telling.figures import UNDEFINED, brief, day, moment, plain
from ...telling.places import names_of, place_words
from ..programs import Programs
from ..subject import RecordSubject
from .detail import deciding
from .detail.duties import equality, of_nation, others
from .detail.quality import quality_plan
from .tree import Bullets, Gap, Heading, Node, PageBreak, Paragraph, SignatureField, Table
from .wording import named, or_gap, shortened


def duties(subject: RecordSubject) -> Iterator[Node]:
    """What the council had to think of, in its own words; gaps said."""
    now = subject.assessment.duties
    yield Heading(_("Duties and quality"))
    yield from equality(subject)
    yield from _free_text(_("Consultation"), now.consultation)
    yield from of_nation(subject)
    if now.quality.strip() or not subject.assessment.quality.begun:  # else the plan below says it
        yield from _free_text(_("Quality plan"), now.quality)
    yield from _free_text(_("Risk, and what makes it stop"), now.risk)
    yield from others(subject)
    yield from quality_plan(subject)


def _free_text(caption: str, text: str) -> Iterator[Node]:
    yield Heading(caption, 2)
    yield Paragraph(text) if text.strip() else Gap(_("Nothing is said here."))


def decision(subject: RecordSubject) -> Iterator[Node]:
    """The options rejected, justification, conditions, review; votes, dissent, actions, the first feeling."""
    now, chosen = subject.assessment.decision, subject.assessment.decision.chosen
    yield Heading(_("The decision in detail"))
    if now.departure_reason:
        yield Heading(_("Why not the leading option"), 2)
        yield Paragraph(now.departure_reason)
    red = chosen is not None and subject.result is not None and subject.result.option(chosen).floor is Floor.RED
    if red or now.floor_reason:
        for caption, text in (
            (_("Why it is justified although the floor is RED"), now.floor_reason),
            (_("What softens the harm"), now.mitigation),
            (_("Which less harmful way was considered, and why not"), now.less_harmful),
        ):
            yield Heading(caption, 2)
            yield Paragraph(text) if text.strip() else Gap(_("Nothing is said here."))
    others = [o for o in subject.assessment.options if chosen is not None and o.id != chosen]
    if others:
        rows = tuple((named(subject.assessment, o.id), or_gap(now.why_rejected(o.id))) for o in others)
        yield Table(_("Options considered and rejected"), (_("Option"), _("Why")), rows, (0.35, 0.65))
    named_below = not now.dissent.strip() and (now.dissents or now.voting.votes)
    yield Bullets(
        (
            _("Conditions: {text}").format(text=or_gap(now.conditions)),
            *(() if named_below else (_("Dissent and votes: {text}").format(text=or_gap(now.dissent)),)),
            _("Review on: {day}").format(day=day(now.review_date) if now.review_date else _("not stated")),
        )
    )
    yield from deciding.votes(now)
    yield from deciding.dissents(now)
    yield from deciding.actions(now)
    yield from deciding.first_feeling(subject)
    yield from deciding.set_aside(subject)


def method(subject: RecordSubject, programs: Programs, *, exact: bool = True) -> Iterator[Node]:
    """How the numbers were made; with every figure to six decimals, if ``exact``."""
    framework = subject.framework
    yield Heading(_("How the numbers were made"))
    adoption = framework.adoption
    yield Table(
        _("Framework and program"),
        (_("What"), _("Which")),
        (
            (_("Fairness framework"), f"{framework.id}, {_('version')} {framework.version}: {_(framework.title)}"),
            (_("Hash of the framework (SHA-256)"), framework.sha256),
            (
                _("Adopted"),
                _("not adopted by any council")
                if adoption is None
                else _("{day}, minute {minute}").format(day=adoption.date, minute=adoption.minute),
            ),
            (_("Seed (SHA-256 of the scoring inputs)"), _seed(subject.result)),
            (_("Program"), f"Fairness Desktop {programs.version}; {programs.engines}"),
            (_("Pages laid out"), moment(subject.made_at)),
        ),
        (0.34, 0.66),
    )
    yield from _formulas(subject)
    if exact and subject.result is not None:
        yield _exact(subject.result)


def _formulas(subject: RecordSubject) -> Iterator[Node]:
    framework = subject.framework
    yield Heading(_("The method in short"), 2)
    yield Bullets(
        (
            _(
                "A person's need is their living standard y, where the median household has 1; a person counts "
                "w = y^−η with η = {eta:g}."
            ).format(eta=framework.elasticity.value),
            _(
                "Effect on a touched person: a = Σ v·x over the criteria, v being the weights of the kind as shares "
                "of 1. Mean over the group: u = reach · a."
            ),
            _(
                "Points: T = Σ n·w·u over the groups of n people. Score: S = 100/3 · T ÷ Σ n·r̄·w, r̄ being the highest "
                "reach any option has in the group."
            ),
            _("Most in need: the groups with y ≤ {limit:g}; where there are none, those of the lowest y.").format(
                limit=framework.need_threshold
            ),
            _(
                "Floor, over touched people most in need: RED where a ≤ {mean} or any single x ≤ {single}; AMBER "
                "where a < {amber}; else GREEN. At worst: every effect lowered by the half-width of its grade."
            ).format(
                mean=brief(framework.floor.red_mean),
                single=brief(framework.floor.red_single),
                amber=brief(framework.floor.amber_mean),
            ),
            _(
                "Focus ratio: their share of the gain ÷ their share of the people in reach. Burden ratio: the same of "
                "the loss."
            ),
            _("Equally distributed equivalent: Atkinson's, over y + {kappa:g}·u, with aversion η.").format(
                kappa=framework.kappa
            ),
        )
    )


def _exact(result: Result) -> Table:
    """Every figure to six decimals, for those who work it out again."""
    names = ("points", "score", "unweighted_score", "benefit_share", "burden_share", "ede_change_percent")
    header = (_("Option"), *names)
    rows = tuple(
        (o.id, *("–" if getattr(o, n) is None else plain(rounded(getattr(o, n))) for n in names))
        for o in result.options
    )
    widths = (0.08, 0.15, 0.13, 0.18, 0.15, 0.14, 0.2)
    return Table(_("Exact figures"), header, rows, widths, frozenset(range(1, 7)))


def checking(subject: RecordSubject) -> Iterator[Node]:
    """How anyone can check this file."""
    yield Heading(_("How to check this file"), 2)
    items = [
        _(
            "Open it in any PDF reader that shows signatures: it must say that the document has not changed since it "
            "was signed. No network is needed."
        ),
        _(
            "A reader that does not know the council's root certificate calls the signer unknown. Ask the council for "
            "the certificate, and compare its fingerprint over the telephone."
        ),
        _attached(subject),
        _("Do not let an archive save the file anew: that breaks the seal. Keep these bytes."),
    ]
    items += [
        _("Certificate of {name}, SHA-256: {fingerprint}").format(name=s.name, fingerprint=grouped(s.fingerprint))
        for s in subject.signers
    ]
    yield Bullets(tuple(items))


def _attached(subject: RecordSubject) -> str:
    if subject.public is None:
        return _(
            "Attached are record.json, the whole assessment, and framework.json, the framework it was made under. "
            "“fairness-desktop verify” works every figure out again from them."
        )
    return _(
        "Attached are record.json, with what this copy prints and no more, and framework.json, the framework it was "
        "made under. “fairness-desktop verify” works out again every figure that is not left out."
    )


MOST_LINES = 2000
"""Changes printed; all of them are in record.json."""


def history(subject: RecordSubject) -> Iterator[Node]:
    """Who changed what, when, from what to what."""
    yield Heading(_("History"))
    lines = subject.history
    if not lines:
        shown = _("No changes are kept of it.") if subject.public is None else _("Of its changes none is shown here.")
        yield Paragraph(shown)
        return
    told = ngettext("{count} change is kept.", "{count} changes are kept.", len(lines)).format(count=len(lines))
    yield Paragraph(
        told + " " + _("Names were chosen on the laptop; nobody proved them. Long values are shortened here.")
    )
    if len(lines) > MOST_LINES:
        yield Paragraph(_("The latest {count} are printed; record.json has all.").format(count=MOST_LINES))
    names = names_of(subject.assessment, subject.framework.criteria)
    rows = tuple(_change(line, names) for line in lines[-MOST_LINES:])
    header = (_("When (UTC)"), _("Who"), _("Where"), _("From"), _("To"))
    yield Table(_("Changes"), header, rows, (0.15, 0.12, 0.23, 0.22, 0.28))
    yield from chained(subject)


def _change(line: HistoryLine, names: Mapping[str, str]) -> tuple[str, ...]:
    when = f"{line.at:%Y-%m-%d %H:%M}"
    return when, line.who or _("no name"), place_words(line.where, names), shortened(line.old), shortened(line.new)


def chained(subject: RecordSubject) -> Iterator[Node]:
    """The hash of the last step told, by which a history is known."""
    if subject.history_head:
        yield Paragraph(
            _(
                "Each step of the history carries a hash over itself and the step before it. That of the last one told "
                "here is {head}: a register whose history has another in this place was changed afterwards."
            ).format(head=grouped(subject.history_head))
        )


def signatures(subject: RecordSubject) -> Iterator[Node]:
    """A field for each signer, with the same words as text."""
    if subject.draft:
        return
    yield PageBreak()
    yield Heading(_("Signatures"))
    yield Paragraph(
        _("The time of a signature is by the signer's own clock, unless its field names a time-stamp service.")
    )
    for i, signer in enumerate(subject.signers):
        yield SignatureField(
            name=f"Signature{i + 1}",
            signer=signer.name,
            role=signer.role or _("no role given"),
            words=_signed_words(subject, i),
            locks=0 < i == len(subject.signers) - 1,
        )


def _signed_words(subject: RecordSubject, place: int) -> str:
    """What the signer at that place signs."""
    if subject.public is not None:
        return _("This is the public copy of the full record named on its first page.")
    if place:
        return _("I countersign this decision: the record tells it as it was taken.")
    return _("I took this decision, and these are my reasons.")


def _seed(result: Result | None) -> str:
    return UNDEFINED if result is None or result.robustness is None else result.robustness.seed
