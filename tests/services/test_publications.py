"""Pages for the website and copies of a decision, from the sealed records of a real store."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.errors import FairnessError, NotFoundError, PassphraseError
from fairness_desktop.domain.register import IssuedRecord
from fairness_desktop.domain.vocabulary import AssessmentId, Form, Language
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.publications.copies import CopyKind
from fairness_desktop.services.publications.website import Order, Outcome, Sealer
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

BOTH = (Language.ENGLISH, Language.WELSH)


@pytest.fixture(scope="session")
def signed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, signed once: keys and seals take their time."""
    folder = tmp_path_factory.mktemp("signed")
    given = app.services(folder)
    walk = given.register.open_example()
    maker = walk.assessment.authority.decision_maker
    given.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    given.issuing.sign(given.issuing.prepare(walk, maker.name), PASSPHRASE)
    given.close()
    return folder


@pytest.fixture
def office(signed_folder: Path, tmp_path: Path) -> Services:
    """A copy of it for each test."""
    shutil.copytree(signed_folder, tmp_path / "office")
    return app.services(tmp_path / "office")


@pytest.fixture
def signed(office: Services) -> Walk:
    return office.register.open_example()


@pytest.fixture
def record(signed: Walk) -> IssuedRecord:
    return signed.records[0]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty folder to publish to."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def published(services: Services, folder: Path, *decisions: AssessmentId, **order: object) -> Outcome:
    return services.publications.website.publish(Order(decisions, folder, **order))  # type: ignore[arg-type]


def test_that_a_signed_decision_has_a_page_in_each_language_and_stands_in_the_list(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    outcome = published(office, site, signed.assessment.id, languages=BOTH)

    assert (outcome.published, outcome.left_out, outcome.listed) == (1, (), 1)
    assert outcome.begin == site / "index.html"
    pages = {p.name for p in site.iterdir()}
    assert {"index.html", "index.cy.html", "decisions.json"} < pages
    assert len(pages) == 5
    page = next(p for p in site.glob("07-26-*.html") if ".cy." not in p.name)
    assert record.sha256 in page.read_text(encoding="utf-8").replace(" ", "")


def test_that_a_page_tells_what_was_signed_and_not_what_was_changed_since(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    signed.change(replace(signed.assessment, summary="Quite another thing"))

    published(office, site, signed.assessment.id)

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
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    published(office, site, signed.assessment.id)
    path = site / "decisions.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["decisions"].append({**told["decisions"][0], "page": "01-25-from-elsewhere", "title": "Of another laptop"})
    path.write_text(json.dumps(told), encoding="utf-8")
    (site / "01-25-from-elsewhere.html").write_text("x", encoding="utf-8")

    added = published(office, site, signed.assessment.id)
    afresh = published(office, site, signed.assessment.id, afresh=True)

    assert (added.listed, added.unlisted) == (2, ())
    assert (afresh.listed, afresh.unlisted) == (1, ("01-25-from-elsewhere.html",))
    assert (site / "01-25-from-elsewhere.html").exists()


def test_that_a_page_that_is_gone_leaves_the_list(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    published(office, site, signed.assessment.id)
    next(site.glob("07-26-*.html")).unlink()

    assert published(office, site).listed == 0


def test_that_a_list_that_cannot_be_read_is_left_as_it_is(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    (site / "decisions.json").write_text("{", encoding="utf-8")

    with pytest.raises(FairnessError, match=r"decisions\.json.* cannot be read"):
        published(office, site, signed.assessment.id)
    assert [path.name for path in site.iterdir()] == ["decisions.json"]


def test_that_pages_of_another_are_not_overwritten(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    (site / "index.html").write_text("<h1>Our council</h1>", encoding="utf-8")

    with pytest.raises(FairnessError, match="did not make"):
        published(office, site, signed.assessment.id)
    assert (site / "index.html").read_text(encoding="utf-8") == "<h1>Our council</h1>"


def test_that_a_folder_that_cannot_be_made_is_told(services: Services, site: Path) -> None:
    (site / "file").touch()

    with pytest.raises(FairnessError, match="cannot be used as a folder"):
        published(services, site / "file")


def test_that_it_stops_when_told_to_and_leaves_the_list_as_it_was(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    asked: list[tuple[int, int]] = []

    def not_any_more(done: int, of: int) -> bool:
        asked.append((done, of))
        return done < 1

    order = Order((signed.assessment.id, signed.assessment.id), site)
    outcome = office.publications.website.publish(order, not_any_more)

    assert (outcome.published, outcome.begin) == (1, None)
    assert asked == [(0, 2), (1, 2)]
    assert not (site / "index.html").exists()


def test_that_the_sealed_public_copy_lies_beside_the_page_and_is_made_once(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    sealer = Sealer(record.signer, PASSPHRASE)

    published(office, site, signed.assessment.id, sealer=sealer)
    (path,) = site.glob("*.pdf")
    first = path.read_bytes()
    published(office, site, signed.assessment.id, sealer=sealer)
    published(office, site, signed.assessment.id)

    check = office.verifying.check_bytes(first, path.name)
    told = next(site.glob("07-26-*.html")).read_text(encoding="utf-8")
    assert check.good
    assert path.read_bytes() == first
    assert f'href="{path.name}"' in told


def test_that_another_file_in_its_place_is_not_led_to(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    published(office, site, signed.assessment.id)
    page = next(site.glob("07-26-*.html"))
    page.with_suffix(".pdf").write_bytes(record.pdf)

    published(office, site, signed.assessment.id)

    assert ".pdf" not in page.read_text(encoding="utf-8")


def test_that_nobody_seals_without_key_and_passphrase(
    office: Services, signed: Walk, record: IssuedRecord, site: Path
) -> None:
    with pytest.raises(NotFoundError, match="Nobody"):
        published(office, site, signed.assessment.id, sealer=Sealer("Nobody", PASSPHRASE))
    with pytest.raises(PassphraseError):
        published(office, site, signed.assessment.id, sealer=Sealer(record.signer, "wrong horse battery"))
    assert list(site.iterdir()) == []


def test_that_a_copy_of_a_draft_says_so(services: Services, walk: Walk) -> None:
    copy = services.publications.copies.make(walk, CopyKind.TEXT)

    assert copy.draft
    assert copy.content.startswith(b"Copy of a draft")


def test_that_a_copy_of_a_decision_changed_since_tells_what_was_signed(
    office: Services, signed: Walk, record: IssuedRecord
) -> None:
    before = office.publications.copies.make(signed, CopyKind.TEXT)
    signed.change(replace(signed.assessment, summary="Quite another thing"))
    after = office.publications.copies.make(signed, CopyKind.TEXT)

    assert (before.changed_since, after.changed_since) == (False, True)
    assert before.content == after.content


def test_that_a_copy_can_be_had_before_anything_is_filled_in(services: Services) -> None:
    walk = services.register.new(Form.SHORT)

    for kind in CopyKind:
        assert services.publications.copies.make(walk, kind, Language.WELSH).draft
