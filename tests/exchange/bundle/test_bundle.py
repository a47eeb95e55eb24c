"""A bundle is read back whole, and whatever is not as it was written is refused in one sentence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.exchange.bundle.form import Contents
from fairness_desktop.exchange.bundle.history_form import compact, history_bytes, history_from

from ...strategies import MODEL, assessments
from .made import PAPERS, bundle, bytes_of, contents, history_of, opened, record_of, states
from .test_archive import packed

Parts = dict[str, bytes]


def parts() -> Parts:
    with zipfile.ZipFile(io.BytesIO(bundle())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_that_a_bundle_gives_back_what_was_put_in() -> None:
    file, found = opened(bundle())

    assert found == contents()
    assert {d: b"".join(file.attachment(d)) for d in file.attachments} == PAPERS


def test_that_what_was_read_is_written_as_the_same_bytes() -> None:
    assert bytes_of(opened(bundle())[1]) == bundle()


def test_that_the_parts_are_those_of_the_form() -> None:
    names = list(parts())

    assert names == sorted(names)
    assert {n.split("/")[0] for n in names} == {
        "assessment.fairness.json",
        "attachments",
        "bundle.json",
        "framework.json",
        "histories",
        "history.json",
        "records",
    }


@given(st.lists(assessments(draft=True, foreign=True), min_size=1, max_size=4))
def test_that_any_history_comes_back(through: list[Assessment]) -> None:
    same = [replace(a, id=through[0].id) for a in through]
    history = history_of(same)

    told = history_bytes(history, with_state=True)

    assert history_from(told, same[0].id, "history.json") == history
    assert history_from(history_bytes(history, with_state=False), same[0].id, "", history.state) == history


def test_that_a_long_history_takes_little_room() -> None:
    example = states()[0]
    through = [replace(example, title=f"Title {n}", interests=f"{n}") for n in range(200)]

    assert len(history_bytes(history_of(through), with_state=False)) < 200 * 900


def spoilt(change: Callable[[Parts], object]) -> str:
    """What is said of a bundle whose parts were changed, its list of parts set right again."""
    now = parts()
    change(now)
    return refusal(packed(now))


def refusal(raw: bytes) -> str:
    with pytest.raises(InvalidInputError) as error:
        opened(raw)
    return str(error.value)


def in_json(parts: Parts, name: str, change: Callable[[Any], None]) -> None:
    document = json.loads(parts[name])
    change(document)
    parts[name] = compact(document)


def relisted(parts: Parts) -> None:
    """Give every part the hash that it has now."""
    import hashlib

    sums = {name: hashlib.sha256(body).hexdigest() for name, body in parts.items() if name != "bundle.json"}
    in_json(parts, "bundle.json", lambda d: d.update(parts=sums))


@pytest.mark.parametrize("name", [n for n in parts() if n != "bundle.json"])
def test_that_a_part_that_is_missing_is_named(name: str) -> None:
    assert spoilt(lambda p: p.pop(name)) == f"{name}: is missing from the bundle"


@pytest.mark.parametrize("name", [n for n in parts() if n != "bundle.json"])
def test_that_a_part_with_another_hash_is_named(name: str) -> None:
    assert (
        spoilt(lambda p: p.update({name: p[name][:-1] + b" "}))
        == f"{name}: is not what was written: its hash is another"
    )


def test_that_without_its_list_it_is_no_bundle() -> None:
    assert spoilt(lambda p: p.pop("bundle.json")) == "is no bundle of Fairness Desktop (it has no bundle.json)"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(format="another"), "is no bundle of Fairness Desktop"),
        (lambda d: d.update(format_version=2), "was written by a newer Fairness Desktop; open it with that one"),
        (lambda d: d.update(format_version="1"), "format_version: must be a whole number"),
        (lambda d: d.pop("format_version"), "was written by a newer Fairness Desktop; open it with that one"),
        (lambda d: d.update(parts=[]), "parts: must be an object"),
        (lambda d: d["parts"].update({"attachments/" + "0" * 64: "0" * 64}), "attachments/000"),
        (lambda d: d["records"].append(d["records"][0]), "stands there twice"),
        (lambda d: d["records"].clear(), "is not in the list of records"),
        (lambda d: d["records"][0].update(sha256="0" * 64), "is missing from the bundle"),
        (lambda d: d["records"][0].update(issued_at="yesterday"), "records[0].issued_at: must be a time"),
        (lambda d: d["records"][0].update(completes="0" * 64), "records[0].completes: names no record that waits"),
    ],
)
def test_that_a_list_that_does_not_fit_is_refused(change: Callable[[Any], None], said: str) -> None:
    assert said in spoilt(lambda p: in_json(p, "bundle.json", change))


def test_that_a_part_nobody_listed_is_refused() -> None:
    assert "is not in the list of parts" in spoilt(lambda p: p.update({"attachments/" + "0" * 64: b"x"}))


def test_that_the_assessment_is_checked_as_any_other() -> None:
    def change(p: Parts) -> None:
        in_json(p, "assessment.fairness.json", lambda d: d["groups"][0].update(size=0))
        relisted(p)

    assert spoilt(change) == "assessment.fairness.json: groups[0].size: must be a whole number above 0"


def test_that_an_assessment_other_than_its_history_says_is_refused() -> None:
    def change(p: Parts) -> None:
        in_json(p, "assessment.fairness.json", lambda d: d.update(summary="Otherwise"))
        relisted(p)

    assert "the hash of its state is another" in spoilt(change)


@pytest.mark.parametrize("field", ["who", "at", "about", "act", "document", "hash"])
def test_that_a_step_changed_in_any_field_is_refused(field: str) -> None:
    instead = {"at": "2026-11-23T15:06:01+00:00", "act": "undone", "who": "Bea", "about": "x"}

    def change(p: Parts) -> None:
        in_json(p, "history.json", lambda d: d["steps"][1].update({field: instead.get(field, "0" * 64)}))
        relisted(p)

    assert spoilt(change) == "history.json: step 2: is not what was written: its hash is another"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", "2026-11-23"),
        ("at", 5),
        ("who", None),
        ("act", "guessed"),
        ("changes", [{"where": "title"}]),
        ("standings", {}),
        ("standings", {"leader": None, "score": "1", "floor": None}),
        ("standings", {"leader": None, "score": True, "floor": None}),
        ("back", None),
        ("who", "\ud800"),
        ("who", "\0"),
    ],
)
def test_that_a_step_that_cannot_be_read_is_refused(field: str, value: object) -> None:
    def change(p: Parts) -> None:
        document = json.loads(p["history.json"])
        document["steps"][1][field] = value
        p["history.json"] = json.dumps(document).encode()
        relisted(p)

    assert spoilt(change) == "history.json: step 2: cannot be read"


def test_that_a_step_taken_out_is_seen() -> None:
    def change(p: Parts) -> None:
        in_json(p, "history.json", lambda d: d["steps"].pop(1))
        relisted(p)

    assert spoilt(change) == "history.json: step 2: is not what was written: its hash is another"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "history.json: is not JSON"),
        (b"[" * 100_000, "history.json: is not JSON"),
        (b"[]", "history.json: is no history of Fairness Desktop"),
        (b'{"format":"fairness-desktop/history","format_version":2}', "history.json: was written by a newer"),
        (b'{"format":"fairness-desktop/history","format_version":1,"steps":[]}', "history.json: holds no history"),
        (b'{"format":"fairness-desktop/history","format_version":1,"steps":[5]}', "history.json: step 1: cannot be"),
    ],
)
def test_that_what_is_no_history_is_refused(raw: bytes, said: str) -> None:
    def change(p: Parts) -> None:
        p["history.json"] = raw
        relisted(p)

    assert spoilt(change).startswith(said)


def test_that_the_history_of_another_laptop_has_its_own_name() -> None:
    def change(p: Parts) -> None:
        name = next(n for n in p if n.startswith("histories/"))
        p["histories/" + "0" * 64 + ".json"] = p.pop(name)
        relisted(p)

    assert spoilt(change) == f"histories/{'0' * 64}.json: is not what was written: its hash is another"


def test_that_a_paper_the_assessment_does_not_name_is_refused() -> None:
    def change(p: Parts) -> None:
        import hashlib

        p["attachments/" + hashlib.sha256(b"x").hexdigest()] = b"x"
        relisted(p)

    assert "is attached to nothing" in spoilt(change)


def test_that_a_paper_may_be_known_by_its_hash_alone() -> None:
    now = {n: body for n, body in parts().items() if not n.startswith("attachments/")}
    relisted(now)

    file, found = opened(packed(now))

    assert file.attachments == {}
    assert len(found.assessment.attachments) == 2


def with_framework(**changes: object) -> Contents:
    from fairness_desktop.frameworks.loader import framework_from

    framework = framework_from({**MODEL.document, **changes})
    told = replace(states()[0].framework, id=framework.id, version=framework.version, sha256=framework.sha256)
    now = replace(states()[-1], framework=told)
    return Contents(now, framework, history_of([now]))


def test_that_a_framework_nobody_knows_comes_with_it() -> None:
    made = with_framework(id="ours", title="Adopted here")

    assert opened(bytes_of(made))[1].framework == made.framework


def test_that_another_text_under_a_known_framework_s_name_is_refused() -> None:
    assert "framework.json: is another text of the framework “model”, version 1" in refusal(
        bytes_of(with_framework(title="Otherwise"))
    )


def test_that_a_framework_that_cannot_be_is_refused() -> None:
    def change(p: Parts) -> None:
        in_json(p, "framework.json", lambda d: d.update(id="ours", kappa=-1))
        relisted(p)

    assert spoilt(change).startswith("framework.json: kappa:")


def test_that_a_completed_record_follows_the_one_that_waited() -> None:
    waiting = replace(record_of(states()[0], b"%PDF half"), awaits="Bea")
    completed = replace(record_of(states()[0], b"%PDF half and half"), completes=waiting.sha256)
    made = replace(contents(), records=(waiting, completed))

    assert opened(bytes_of(made))[1].records == (waiting, completed)
    assert "names no record that waits" in refusal(bytes_of(replace(made, records=(completed, waiting))))
