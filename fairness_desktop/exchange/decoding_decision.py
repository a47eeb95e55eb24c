"""The single parts of a document in the exchange form: body, authority, duties, decision, and what is attached."""

from __future__ import annotations

from ..domain.attachments import Attachment
from ..domain.authority import Authority, Body, DecisionMaker
from ..domain.decision import Decision, Duties, Exempt, Rejected
from ..domain.law.words import Arrangements
from ..domain.vocabulary import AttachmentId, AuthorityKind, BodyKind, Capacity, Nation, OptionId
from ..i18n import _
from .parts import deciding, law
from .parts.duties import duties_beside
from .reading import Reader


def body(reader: Reader) -> Body:
    """The council."""
    for key in ("name", "kind", "nation"):
        reader.need(key)
    return reader.made(
        Body,
        name=reader.text("name"),
        kind=reader.word("kind", BodyKind),
        nation=reader.word("nation", Nation),
        arrangements=reader.word("arrangements", Arrangements),
        population=reader.whole("population", _("must be a whole number from 1 to 1,000,000,000")),
        extra=reader.rest(),
    )


def authority(reader: Reader) -> Authority:
    """What empowers the decision-maker."""
    maker = reader.object("decision_maker")
    return Authority(
        kind=reader.word("kind", AuthorityKind),
        instrument=reader.text("instrument"),
        decision_maker=DecisionMaker(
            name=maker.text("name"),
            role=maker.text("role"),
            capacity=maker.word("capacity", Capacity),
            extra=maker.rest(),
        ),
        matter=law.matter(reader),
        questions=law.questions(reader.object("record_questions")),
        key_decision=law.key_decision(reader.object("key_decision")),
        call_in=law.call_in(reader.object("call_in")),
        urgency=law.urgency(reader.object("urgency")),
        extra=reader.rest(),
    )


def duties(reader: Reader) -> Duties:
    """What the council had to think of."""
    return Duties(
        equality=reader.text("equality"),
        consultation=reader.text("consultation"),
        wales=reader.text("wales"),
        quality=reader.text("quality"),
        risk=reader.text("risk"),
        other=reader.text("other"),
        **duties_beside(reader),
        extra=reader.rest(),
    )


def decision(reader: Reader) -> Decision:
    """The choice and its reasons."""
    return reader.made(
        Decision,
        date=law.day(reader, "date"),
        chosen=OptionId(reader.text("chosen")) if reader.has("chosen") else None,
        reasons=reader.text("reasons"),
        rejected=tuple(_rejected(r) for r in reader.objects("rejected")),
        departure_reason=reader.text("departure_reason"),
        floor_reason=reader.text("floor_reason"),
        mitigation=reader.text("mitigation"),
        less_harmful=reader.text("less_harmful"),
        conditions=reader.text("conditions"),
        dissent=reader.text("dissent"),
        review_date=law.day(reader, "review_date"),
        exempt=tuple(_exempt(r) for r in reader.objects("exempt")),
        voting=deciding.vote(reader.object("vote")),
        dissents=deciding.dissents(reader),
        actions=deciding.actions(reader),
        gut=deciding.gut(reader.object("gut")),
        extra=reader.rest(),
    )


def _rejected(reader: Reader) -> Rejected:
    if not reader.has("option"):
        reader.fail("option", _("is missing"))
    return Rejected(OptionId(reader.text("option")), reader.text("why"), reader.rest())


def _exempt(reader: Reader) -> Exempt:
    for key in ("where", "ground"):
        if not reader.text(key).strip():
            reader.fail(key, _("is missing"))
    return Exempt(reader.text("where"), reader.text("ground"), reader.text("reason"), reader.rest())


def attachment(reader: Reader) -> Attachment:
    """One of the files that belong to the assessment."""
    for key in ("id", "sha256"):
        if not reader.text(key):
            reader.fail(key, _("is missing"))
    size = reader.whole("size", _("must be a number of bytes up to 200 MiB"))
    if size is None:
        reader.fail("size", _("is missing"))
    return reader.made(
        Attachment,
        id=AttachmentId(reader.text("id")),
        sha256=reader.text("sha256"),
        size=size,
        title=reader.text("title"),
        file_name=reader.text("file_name"),
        media_type=reader.text("media_type"),
        date=law.day(reader, "date"),
        where=reader.text("where"),
        exempt=bool(reader.flag("exempt")),
        ground=reader.text("ground"),
        extra=reader.rest(),
    )
