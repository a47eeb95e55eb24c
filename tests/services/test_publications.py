"""Pages for the website and copies of a decision, from the sealed records of a real store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.errors import FairnessError, NotFoundError, PassphraseError
from fairness_desktop.domain.register import IssuedRecord
from fairness_desktop.domain.vocabulary import AssessmentId, Form, Language
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.publications.copies import CopyKind
from fairness_desktop.services.publications.website import Order, Outcome, Sealer
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

BOTH = (Language.ENGLISH, Language.WELSH)


@pytest.fixture
def record(services: Services, prepared: Prepared) -> IssuedRecord:
    return services.issuing.sign(prepared, PASSPHRASE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty folder to publish to."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def published(services: Services, folder: Path, *decisions: AssessmentId, **order: object) -> Outcome:
    return services.publications.website.publish(Order(decisions, folder, **order))  # type: ignore[arg-type]


def test_that_a_signed_decision_has_a_page_in_each_language_and_stands_in_the_list(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    outcome = published(services, site, walk.assessment.id, languages=BOTH)

    assert (outcome.published, outcome.left_out, outcome.listed) == (1, (), 1)
    assert outcome.begin == site / "index.html"
    pages = {p.name for p in site.iterdir()}
    assert {"index.html", "index.cy.html", "decisions.json"} < pages
    assert len(pages) == 5
    page = next(p for p in site.glob("07-26-*.html") if ".cy." not in p.name)
    assert record.sha256 in page.read_text(encoding="utf-8").replace(" ", "")


def test_that_a_page_tells_what_was_signed_and_not_what_was_changed_since(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    walk.change(replace(walk.assessment, summary="Quite another thing"))

    published(services, site, walk.assessment.id)

    told = next(site.glob("07-26-*.html")).read_text(encoding="utf-8")
    assert "Quite another thing" not in told
    assert "Ann Clerk" not in told


def test_that_what_is_not_signed_is_left_out_with_the_reason_and_nothing_is_written(
    services: Services, walk: Walk, site: Path
) -> None:
    outcome = published(services, site, walk.assessment.id)

    assert (outcome.published, outcome.begin) == (0, None)
    assert outcome.left_out[0].why == "It has no signed record."
    assert list(site.iterdir()) == []


def test_that_what_is_exempt_reaches_neither_page_nor_data(services: Services, walk: Walk, site: Path) -> None:
    secret = "the tender of the second bidder"  # noqa: S105 - what must not come out
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    mark = Exempt("interests", "Schedule 12A, paragraph 3")
    said = replace(walk.assessment.decision, exempt=(mark,))
    walk.change(replace(walk.assessment, interests=secret, decision=said))
    services.issuing.sign(services.issuing.prepare(walk, maker.name), PASSPHRASE)

    published(services, site, walk.assessment.id, languages=BOTH)
    copies = [services.publications.copies.make(walk, kind).content for kind in CopyKind]

    whole = b"".join(path.read_bytes() for path in site.iterdir())
    assert secret.encode() not in whole + b"".join(copies)
    assert secret.encode() in services.publications.copies.make(walk, CopyKind.TEXT, full=True).content


def test_that_publishing_one_adds_to_the_list_that_is_there(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    published(services, site, walk.assessment.id)
    path = site / "decisions.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["decisions"].append({**told["decisions"][0], "page": "01-25-from-elsewhere", "title": "Of another laptop"})
    path.write_text(json.dumps(told), encoding="utf-8")
    (site / "01-25-from-elsewhere.html").write_text("x", encoding="utf-8")

    added = published(services, site, walk.assessment.id)
    afresh = published(services, site, walk.assessment.id, afresh=True)

    assert (added.listed, added.unlisted) == (2, ())
    assert (afresh.listed, afresh.unlisted) == (1, ("01-25-from-elsewhere.html",))
    assert (site / "01-25-from-elsewhere.html").exists()


def test_that_a_page_that_is_gone_leaves_the_list(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    published(services, site, walk.assessment.id)
    next(site.glob("07-26-*.html")).unlink()

    assert published(services, site).listed == 0


def test_that_a_list_that_cannot_be_read_is_left_as_it_is(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    (site / "decisions.json").write_text("{", encoding="utf-8")

    with pytest.raises(FairnessError, match=r"decisions\.json.* cannot be read"):
        published(services, site, walk.assessment.id)
    assert [path.name for path in site.iterdir()] == ["decisions.json"]


def test_that_pages_of_another_are_not_overwritten(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    (site / "index.html").write_text("<h1>Our council</h1>", encoding="utf-8")

    with pytest.raises(FairnessError, match="did not make"):
        published(services, site, walk.assessment.id)
    assert (site / "index.html").read_text(encoding="utf-8") == "<h1>Our council</h1>"


def test_that_a_folder_that_cannot_be_made_is_told(services: Services, site: Path) -> None:
    (site / "file").touch()

    with pytest.raises(FairnessError, match="cannot be used as a folder"):
        published(services, site / "file")


def test_that_it_stops_when_told_to_and_leaves_the_list_as_it_was(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    asked: list[tuple[int, int]] = []

    def not_any_more(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 1

    order = Order((walk.assessment.id, walk.assessment.id), site)
    outcome = services.publications.website.publish(order, not_any_more)

    assert (outcome.published, outcome.begin) == (1, None)
    assert asked == [(0, 2), (1, 2)]
    assert not (site / "index.html").exists()


def test_that_the_sealed_public_copy_lies_beside_the_page_and_is_made_once(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    sealer = Sealer(record.signer, PASSPHRASE)

    published(services, site, walk.assessment.id, sealer=sealer)
    (path,) = site.glob("*.pdf")
    first = path.read_bytes()
    published(services, site, walk.assessment.id, sealer=sealer)
    published(services, site, walk.assessment.id)

    check = services.verifying.check_bytes(first, path.name)
    told = next(site.glob("07-26-*.html")).read_text(encoding="utf-8")
    assert check.good
    assert path.read_bytes() == first
    assert f'href="{path.name}"' in told


def test_that_another_file_in_its_place_is_not_led_to(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    published(services, site, walk.assessment.id)
    page = next(site.glob("07-26-*.html"))
    page.with_suffix(".pdf").write_bytes(record.pdf)

    published(services, site, walk.assessment.id)

    assert ".pdf" not in page.read_text(encoding="utf-8")


def test_that_nobody_seals_without_key_and_passphrase(
    services: Services, walk: Walk, record: IssuedRecord, site: Path
) -> None:
    with pytest.raises(NotFoundError, match="Nobody"):
        published(services, site, walk.assessment.id, sealer=Sealer("Nobody", PASSPHRASE))
    with pytest.raises(PassphraseError):
        published(services, site, walk.assessment.id, sealer=Sealer(record.signer, "wrong horse battery"))
    assert list(site.iterdir()) == []


def test_that_a_copy_of_a_draft_says_so(services: Services, walk: Walk) -> None:
    copy = services.publications.copies.make(walk, CopyKind.TEXT)

    assert copy.draft
    assert copy.content.startswith(b"Copy of a draft")


def test_that_a_copy_of_a_decision_changed_since_tells_what_was_signed(
    services: Services, walk: Walk, record: IssuedRecord
) -> None:
    before = services.publications.copies.make(walk, CopyKind.TEXT)
    walk.change(replace(walk.assessment, summary="Quite another thing"))
    after = services.publications.copies.make(walk, CopyKind.TEXT)

    assert (before.changed_since, after.changed_since) == (False, True)
    assert before.content == after.content


def test_that_a_copy_can_be_had_before_anything_is_filled_in(services: Services) -> None:
    walk = services.register.new(Form.SHORT)

    for kind in CopyKind:
        assert services.publications.copies.make(walk, kind, Language.WELSH).draft
