"""Two laptops, one record: each a data folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import EXAMPLE, Answer, call, edited

CLERK = "Ann Clerk"


class Laptop:
    """One data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def run(self, *arguments: object) -> Answer:
        return call(self.data, *arguments)


@pytest.fixture
def here(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Laptop:
    laptop = Laptop(tmp_path / "there")
    assert laptop.run("identity", "new", CLERK, "--role", "Clerk").code == 0
    return laptop


@pytest.fixture
def card(there: Laptop, tmp_path: Path) -> Path:
    assert there.run("identity", "export", CLERK, "--out", tmp_path / "clerk.cer").code == 0
    return tmp_path / "clerk.cer"


@pytest.fixture
def out(here: Laptop, card: Path, tmp_path: Path) -> Path:
    answer = here.run("record", EXAMPLE, "--out", tmp_path / "out.pdf", "--countersigner", card)
    assert answer.code == 0, answer.err
    assert "waiting for Ann Clerk" in answer.out
    return tmp_path / "out.pdf"


def test_that_a_record_goes_to_the_clerk_s_laptop_and_back(
    here: Laptop, there: Laptop, out: Path, tmp_path: Path
) -> None:
    half = here.run("verify", out, "--json")
    waiting = here.run("list", "--json").document[0]["status"]

    signed = there.run("countersign", out, "--identity", CLERK, "--out", tmp_path / "back.pdf")
    taken = here.run("import", tmp_path / "back.pdf")

    assert (half.code, half.document[0]["verdict"], waiting) == (1, "invalid", "waiting")
    assert half.document[0]["signatures_expected"] == 2
    assert (signed.code, taken.code) == (0, 0)
    assert "bears both signatures" in taken.out
    assert here.run("list", "--json").document[0]["status"] == "signed"
    (check,) = there.run("verify", tmp_path / "back.pdf", "--json").document
    assert check["verdict"] == "valid_untrusted"
    assert [s["signer"] for s in check["signatures"]] == ["Amenities Committee (example)", CLERK]
    assert there.run("list", "--json").document == []


def test_that_any_other_pdf_is_not_taken_in(here: Laptop, there: Laptop, out: Path, tmp_path: Path) -> None:
    there.run("countersign", out, "--identity", CLERK, "--out", tmp_path / "back.pdf")
    (tmp_path / "longer.pdf").write_bytes((tmp_path / "back.pdf").read_bytes() + b"\n")

    assert "not a completed record" in here.run("import", tmp_path / "longer.pdf").refused
    assert "not a completed record" in here.run("import", out).refused
    assert "completes no record that waits here" in there.run("import", tmp_path / "back.pdf").refused
    assert "cannot be read" in here.run("import", tmp_path / "nothing.pdf").refused


def test_that_the_wrong_person_or_file_writes_nothing(here: Laptop, there: Laptop, out: Path, tmp_path: Path) -> None:
    here.run("identity", "new", "Somebody Else")
    never = tmp_path / "never.pdf"

    for laptop, pdf, name, why in (
        (here, out, "Somebody Else", "waits for Ann Clerk"),
        (there, out, "Nobody", "no signing identity"),
        (there, EXAMPLE, CLERK, "no PDF file"),
        (there, tmp_path / "nothing.pdf", CLERK, "cannot be read"),
    ):
        assert why in laptop.run("countersign", pdf, "--identity", name, "--out", never).refused
    assert not never.exists()


def test_that_a_single_signature_needs_no_second(here: Laptop, there: Laptop, tmp_path: Path) -> None:
    here.run("record", EXAMPLE, "--out", tmp_path / "alone.pdf")

    answer = there.run("countersign", tmp_path / "alone.pdf", "--identity", CLERK, "--out", tmp_path / "never.pdf")

    assert "bears all its signatures already" in answer.refused


def test_that_a_second_signer_nobody_knows_is_refused_before_anything_is_signed(here: Laptop, tmp_path: Path) -> None:
    answer = here.run("record", EXAMPLE, "--out", tmp_path / "never.pdf", "--countersigner", "Nobody")

    assert "neither a signing identity here nor a certificate file" in answer.refused
    assert not (tmp_path / "never.pdf").exists()


def test_that_a_time_service_is_off_until_it_is_set_and_can_be_turned_off(here: Laptop) -> None:
    assert "by the signer's clock" in here.run("time-service").out
    assert here.run("time-service", "use", "http://stamps.example/tsa").code == 0
    assert "http://stamps.example/tsa, B-T" in here.run("time-service").out
    assert here.run("time-service", "off").code == 0
    assert "by the signer's clock" in here.run("time-service").out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["file:///etc/passwd"], "begins with http"),
        (["nonsense"], "begins with http"),
        (["http://stamps.example", "--level", "B-LT"], "needs the service's root certificate"),
        (["http://stamps.example", "--root", str(EXAMPLE)], "is no certificate"),
    ],
)
def test_that_a_time_service_that_cannot_be_is_refused(here: Laptop, arguments: list[str], why: str) -> None:
    assert why in here.run("time-service", "use", *arguments).refused
    assert "by the signer's clock" in here.run("time-service").out


def test_that_a_service_that_does_not_answer_signs_nothing(here: Laptop, tmp_path: Path) -> None:
    here.run("time-service", "use", "http://127.0.0.1:9/tsa")

    answer = here.run("record", edited(tmp_path), "--out", tmp_path / "never.pdf")

    assert "gave no time stamp" in answer.refused
    assert not (tmp_path / "never.pdf").exists()
    assert here.run("list", "--json").document[0]["status"] == "draft"
