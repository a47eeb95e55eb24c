"""The main job with no screen, on the decision that ships with the program."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

import click

from .. import shipped
from ..domain.sealing.verdict import Recomputed, verdict_label
from ..exchange.results import told
from ..i18n import _
from .context import composition
from .records import sign
from .speaking import BAD, say


@click.command()
@click.option(
    "--example",
    type=click.Choice(list(shipped.examples())),
    default=shipped.FIRST_EXAMPLE,
    help=_("Which finished decision."),
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help=_("Where the PDF goes."))
def demo(example: str, out: Path | None) -> None:
    """Import, score, store, sign with a throw-away identity, export and verify the example."""
    named = composition().named
    out = out or Path("fairness-demo")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fairness-demo-") as folder:
        good = _run(example, named or Path(folder), Path(folder) / "keys", out)
    if not good:
        click.get_current_context().exit(BAD)


def _run(example: str, data: Path, keys: Path, out: Path) -> bool:
    """Every step, said as it is done; whether the record came out valid and its figures match."""
    given = composition().demonstration(data, keys)
    taken = given.register.take_in(shipped.examples()[example])
    walk = given.register.open(taken.assessment.id)
    say(_("1 Imported  {title}").format(title=walk.assessment.title))
    assert walk.result is not None
    result = told(walk.result)
    leading = next(o for o in result["options"] if o["id"] == result["leader"])
    say(
        _("2 Scored    {id} leads with {score:+.1f}; floor {floor}").format(
            id=result["leader"], score=leading["score"], floor=leading["floor"].upper()
        )
    )
    say(_("3 Stored    {folder}").format(folder=data))
    pdf = sign(given, walk, None, secrets.token_urlsafe(24))
    say(
        _("4 Signed    with a throw-away identity for {name}").format(
            name=walk.assessment.authority.decision_maker.name
        )
    )
    path = out / given.issuing.file_name(walk.assessment, draft=False)
    given.issuing.write(pdf, path)
    say(_("5 Exported  {path}").format(path=path.resolve()))
    check = given.verifying.check_file(path)
    matches = check.recomputed is Recomputed.MATCHES
    figures = _("the figures match") if matches else _("the figures DIFFER")
    say(_("6 Verified  {verdict}; {figures}").format(verdict=verdict_label(check.verdict), figures=figures))
    return check.good and matches
