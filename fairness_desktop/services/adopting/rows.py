"""The lists of a draft made longer, shorter, or put in another order; criteria take their weights with them."""

from __future__ import annotations

import copy
import re

from ...domain.errors import InvalidInputError
from ...domain.short.form import ASKED
from ...domain.vocabulary import CriterionId, Kind
from ...i18n import _
from .editing import Document, Way, rows_at, value_at, with_value

MOST_CRITERIA = 12
"""More than a grid can show, or anybody answer for every option and group."""

_SHORT_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def with_row(document: Document, way: Way, row: Document) -> Document:
    """With one more row at the end of a list."""
    return with_value(document, way, [*rows_at(document, way), row])


def without_row(document: Document, way: Way, at: int) -> Document:
    """Without a row of a list."""
    return with_value(document, way, [row for i, row in enumerate(rows_at(document, way)) if i != at])


def with_row_moved(document: Document, way: Way, at: int, by: int) -> Document:
    """With a row so many places further on; at an end it stays where it is."""
    rows = list(rows_at(document, way))
    there = at + by
    if 0 <= there < len(rows):
        rows[at], rows[there] = rows[there], rows[at]
    return with_value(document, way, rows)


def fresh_id(document: Document, way: Way, begin: str) -> str:
    """A short name of which there is none in that list."""
    taken = {row.get("id") for row in rows_at(document, way)}
    return next(f"{begin}{n}" for n in range(len(taken) + 1, 2 * len(taken) + 3) if f"{begin}{n}" not in taken)


def too_many_criteria() -> str:
    """Why there are no more than so many."""
    return _("More than {most} criteria cannot be shown side by side, nor answered.").format(most=MOST_CRITERIA)


def with_criterion(document: Document) -> Document:
    """With one more criterion, that nothing is said of yet and that weighs nothing yet."""
    if len(rows_at(document, ("criteria",))) >= MOST_CRITERIA:
        raise InvalidInputError("", too_many_criteria())
    id_ = fresh_id(document, ("criteria",), "criterion_")
    row = {"id": id_, "name": "", "asks": "", "anchors": {"1": "", "2": "", "3": ""}}
    changed = with_row(document, ("criteria",), row)
    for kind in rows_at(changed, ("kinds",)):
        kind["weights"][id_] = 0
    return changed


def without_criterion(document: Document, at: int) -> Document:
    """Without a criterion and its weights; the last of all cannot be taken away."""
    if len(rows_at(document, ("criteria",))) == 1:
        raise InvalidInputError("", _("The last criterion cannot be taken away: effects are judged by at least one."))
    gone = value_at(document, ("criteria", at, "id"))
    changed = without_row(document, ("criteria",), at)
    for kind in rows_at(changed, ("kinds",)):
        kind["weights"].pop(gone, None)
    return changed


def with_criterion_called(document: Document, at: int, id_: str) -> Document:
    """With another short name for a criterion, its weights with it; InvalidInputError where it cannot be one."""
    return _called(document, ("criteria",), at, id_.strip())


def with_statement_called(document: Document, at: int, id_: str) -> Document:
    """With another short name for a statement of the classifier; InvalidInputError where it cannot be one."""
    return _called(document, ("classifier", "statements"), at, id_.strip())


def _called(document: Document, way: Way, at: int, id_: str) -> Document:
    if not _SHORT_NAME.fullmatch(id_):
        said = _("A short name has small letters a to z, digits and underscores, and begins with a letter.")
        raise InvalidInputError("", said)
    if any(row.get("id") == id_ for i, row in enumerate(rows_at(document, way)) if i != at):
        raise InvalidInputError("", _("“{id}” is the short name of another one already.").format(id=id_))
    old = value_at(document, (*way, at, "id"))
    changed = with_value(document, (*way, at, "id"), id_)
    if way == ("criteria",):
        for kind in rows_at(changed, ("kinds",)):
            kind["weights"] = {id_ if key == old else key: weight for key, weight in kind["weights"].items()}
    return changed


def with_weights_to_100(document: Document, at: int) -> Document:
    """With the weights of a kind in the same shares, so that they make up 100; as they are where all are 0."""
    changed = copy.deepcopy(document)
    weights = value_at(changed, ("kinds", at, "weights"))
    total = sum(weights.values())
    if total > 0:
        weights.update({key: round(100 * weight / total, 1) for key, weight in weights.items()})
        heaviest = max(weights, key=weights.get)
        weights[heaviest] = round(weights[heaviest] + 100 - sum(weights.values()), 1)  # what rounding left over
    return changed


def told_removal(document: Document, at: int) -> str:
    """What follows when a criterion is taken away, in a sentence or two; said when it is done."""
    row = value_at(document, ("criteria", at))
    said = [_("“{name}” is taken out of the draft, with its weights.").format(name=_(row["name"]) or row["id"])]
    if CriterionId(row["id"]) in ASKED:
        said.append(_("The short form asks for it: it would then ask for one criterion less."))
    if any(value_at(kind, ("weights", row["id"])) for kind in rows_at(document, ("kinds",))):
        said.append(_("The others share its weight by their shares."))
    said.append(_("Decisions made under a version that has it keep it, and their effects on it."))
    return " ".join(said)


def same_count(document: Document) -> bool:
    """Whether each kind of decision has as many statements as the others, so that their sums can be compared."""
    rows = rows_at(document, ("classifier", "statements"))
    return len({sum(row.get("kind") == kind for row in rows) for kind in Kind}) == 1
