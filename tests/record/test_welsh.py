"""A record in Welsh is in Welsh throughout, whatever the window speaks; what was entered in English is marked so."""

from __future__ import annotations

import ast
import gettext
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from fairness_desktop import i18n, shipped
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.exempt import texts as entered
from fairness_desktop.exchange.files import read
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.i18n import N_, _, ngettext
from fairness_desktop.record import tongues
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import Foreign, Paragraph, Table, texts
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.record.tongues import in_language
from fairness_desktop.telling.figures import day

from ..source import calls, name_of
from .conftest import subject_of

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.fairness.json"))
FOLDER = shipped.folder() / "i18n"
REACH = (
    "domain/duties",
    "domain/touched/people", "telling/people",
    "domain/deciding", "domain/quality", "domain/trying", "telling/deciding", "telling/quality", "telling/trying",
    "domain/approval", "domain/reviewing", "telling/reviewing",
    "domain/vocabulary", "domain/kinds", "domain/law", "domain/findings", "domain/readiness", "domain/authority",
    "domain/money", "record/content", "record/public", "record/pdf", "record/copies", "record/seal/signing",
    "telling/ahead",
    "telling/charts", "telling/disagreeing", "telling/explaining", "telling/figures", "telling/kinds", "telling/law",
    "telling/money", "telling/places", "telling/plain", "telling/sentences", "telling/short", "scoring/contradictions",
    "scoring/score", "scoring/money",
)  # fmt: skip
"""Modules whose sentences can stand in a record; verdicts on one are told elsewhere."""

SAME = {"{where}: {ground}", "{index}: {areas}.", "{rank}, {share}"}
"""Sentences that are the same in both languages."""


@cache
def catalogue() -> dict[str, str | list[str]]:
    """Msgid to msgstr, or to all forms where there are several."""
    raw = gettext.translation(i18n.DOMAIN, FOLDER, languages=["cy"])._catalog  # type: ignore[attr-defined]
    told: dict[str, str | list[str]] = {}
    for key, text in raw.items():
        if isinstance(key, tuple):
            told[key[0]] = [raw[key[0], n] for n in range(6)]
        elif key:
            told[key] = text
    return told


@cache
def sentences() -> tuple[tuple[str, ...], ...]:
    """Every sentence marked in those modules: one form, or singular and plural."""
    return tuple(
        dict.fromkeys(
            tuple(a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
            for where, call in calls()
            if where.startswith(REACH) and name_of(call) in ("_", "N_", "ngettext")
            if call.args and isinstance(call.args[0], ast.Constant)
        )
    )


def fields(text: str) -> set[str]:
    return {f"{name}:{form}!{how}" for _said, name, form, how in Formatter().parse(text) if name is not None}


def words(sentence: str) -> int:
    """How many words of ours are in it, what is filled in left out."""
    return len(re.sub(r"\{[^}]*\}", " ", sentence).replace(":", " ").split())


def welsh(subject: RecordSubject) -> RecordSubject:
    return replace(subject, language=Language.WELSH)


def said(subject: RecordSubject) -> tuple[str, ...]:
    return texts(document(subject, programs()))


def test_that_every_sentence_of_a_record_is_in_the_catalogue() -> None:
    assert len(sentences()) > 500
    assert [s[0] for s in sentences() if s[0] not in catalogue()] == []


def test_that_the_words_of_the_shipped_framework_are_in_it(newest: Framework) -> None:
    words = [newest.title, *(c.name for c in newest.criteria), *(n.name for n in newest.need_ladder)]
    words += [s.text for s in newest.classifier.statements] + [level.name for level in newest.levels]
    for profile in newest.kinds.values():
        words += [profile.about, profile.headline_says, profile.efficiency_asks]
        words += [demand.says for demand in (*profile.before_scoring, *profile.red_flags)]

    assert [word for word in words if word not in catalogue()] == []


def test_that_the_words_of_the_legal_packs_are_in_it() -> None:
    words = []
    for pack in packs(shipped.folder() / "packs"):
        words += [pack.title, pack.source, pack.record.source, pack.record.carried_out]
        words += [word for rule in pack.rules for word in (rule.says, rule.source)]
        words += [word for duty in pack.duties for word in (duty.says, duty.source)]

    assert [word for word in words if word not in catalogue()] == []
    assert [word for word in words if fields(word) != fields(str(catalogue()[word]))] == []


def test_that_every_translation_fills_in_the_same_fields() -> None:
    wrong = []
    for forms in sentences():
        found = catalogue()[forms[0]]
        wanted = set().union(*map(fields, forms))
        for text in [found] if isinstance(found, str) else found:
            good = fields(text) == wanted if len(forms) == 1 else fields(text) <= wanted
            wrong += [] if good else [(forms[0], text)]

    assert wrong == []


def test_that_nothing_is_left_in_english_by_mistake() -> None:
    """Two words or more that are the same in both languages are a slip."""
    same = [key for key, text in catalogue().items() if key == text and " " in key.strip() and key not in SAME]

    assert same == []


def test_that_the_binary_catalogue_is_what_the_written_one_makes() -> None:
    script = Path(__file__).parents[2] / "packaging" / "compile_catalogues.py"

    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


class Missing(gettext.NullTranslations):
    """Takes note of what the Welsh catalogue does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.said_in_records = {sentence for forms in sentences() for sentence in forms}

    def gettext(self, message: str) -> str:
        self._note(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self._note(msgid1)
        return msgid1 if n == 1 else msgid2

    def _note(self, message: str) -> None:
        """The words of reading a form are asked for too, in case it is wrong; a record never says them."""
        if message in self.said_in_records:
            self.asked.append(message)


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> Missing:
    """A Welsh catalogue that falls back on taking note."""
    found, told = Missing(), i18n.load(FOLDER, "cy-x-noted")
    with (FOLDER / "cy" / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo").open("rb") as file:
        told = gettext.GNUTranslations(file)
    told.add_fallback(found)
    monkeypatch.setattr(tongues, "_catalogue", lambda language: told if language is Language.WELSH else None)
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_that_a_welsh_record_of_each_case_asks_for_no_word_that_is_not_there(
    path: Path, known: Frameworks, framework: Framework, missing: Missing
) -> None:
    subject = welsh(subject_of(read(path, known), framework))

    said(subject)
    said(public_subject(subject, ""))

    assert missing.asked == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_that_a_welsh_record_of_each_case_has_no_english_sentence_of_ours(
    path: Path, known: Frameworks, framework: Framework
) -> None:
    """Also none that was made before, while English was spoken: findings and gaps come with the result."""
    now = read(path, known)
    subject = welsh(subject_of(now, framework))
    own = sorted(entered(encode(now)).values(), key=len, reverse=True)
    whole = "\n".join(said(subject))
    for text in own:
        whole = whole.replace(text, "")

    def pattern(sentence: str) -> str:
        return "".join(
            re.escape(part) + (".+" if name is not None else "") for part, name, _f, _c in Formatter().parse(sentence)
        )

    english = [s for forms in sentences() for s in forms if words(s) > 2 and re.search(pattern(s), whole)]

    assert english == []
    assert (
        any(finding.message in "\n".join(said(subject_of(now, framework))) for finding in subject.result.findings)
        if (subject.result and subject.result.findings)
        else True
    )


def test_that_it_says_so_in_welsh(example: Assessment, framework: Framework) -> None:
    whole = "\n".join(said(welsh(subject_of(example, framework))))

    for sentence in (
        "Y penderfyniad mewn geiriau plaen",
        "Penderfynwyd: D: Children and parents design an inclusive area",
        "Llawr GWYRDD: Ni adewir neb o'r rhai mwyaf anghenus yn waeth ei fyd nag yn awr.",
        "Sgôr tegwch D yw +22.6 (parhau fel yn awr yw 0); mae ar y blaen.",
        "on 23 November 2026".replace("on 23 November", "ar 23 Tachwedd"),
        "heb ei fabwysiadu gan unrhyw gyngor",
        "DRAFFT: heb ei lofnodi.",
        "Atodiad: pob ffigur wedi'i gyfrifo",
    ):
        assert sentence in whole


def test_that_days_are_in_welsh() -> None:
    with in_language(Language.WELSH):
        assert day(date(2026, 11, 24)) == "24 Tachwedd 2026"
    assert day(date(2026, 11, 24)) == "24 November 2026"


@pytest.mark.parametrize(("count", "said"), [(1, "1 maen prawf effaith"), (2, "2 faen prawf"), (3, "3 maen prawf")])
def test_that_numbers_take_the_form_they_ask_for(count: int, said: str) -> None:
    with in_language(Language.WELSH):
        told = ngettext(
            "{count} criterion of an effect is not answered; the score is made without it.",
            "{count} criteria of effects are not answered; the score is made without them.",
            count,
        )

    assert told.format(count=count).startswith(said)


def test_that_a_language_spoken_in_one_thread_is_not_spoken_in_another() -> None:
    with ThreadPoolExecutor(1) as pool, in_language(Language.WELSH):
        elsewhere = pool.submit(_, N_("Decision")).result()
        here = _("Decision")

    assert (elsewhere, here, _("Decision")) == ("Decision", "Penderfyniad", "Decision")


def test_that_an_english_record_is_english_while_the_window_speaks_welsh(
    example: Assessment, framework: Framework
) -> None:
    subject = subject_of(example, framework)
    plain = said(subject)

    i18n.use(i18n.load(FOLDER, "cy"))
    try:
        again = said(subject)
    finally:
        i18n.use(gettext.NullTranslations())

    assert again == plain


def test_that_a_record_made_in_a_worker_is_the_same(example: Assessment, framework: Framework) -> None:
    subject = welsh(subject_of(example, framework))

    with ThreadPoolExecutor(1) as pool:
        apart = pool.submit(PdfRecordMaker().make, subject).result()

    assert apart == PdfRecordMaker().make(subject)


def test_that_pages_and_watermark_are_in_welsh_and_say_so_to_a_reader(
    example: Assessment, framework: Framework
) -> None:
    import pypdfium2

    pdf = PdfRecordMaker().make(welsh(subject_of(example, framework)))

    pages = pypdfium2.PdfDocument(pdf)
    try:
        first = pages[0].get_textpage().get_text_bounded()
    finally:
        pages.close()
    assert "Drafft, heb ei lofnodi" in first
    assert "DRAFFT" in first
    assert "Tudalen 1 o" in first
    assert "DRAFT" not in first
    assert b"cy-GB" in pdf


def test_that_words_entered_in_the_other_language_are_marked(example: Assessment, framework: Framework) -> None:
    nodes = document(welsh(subject_of(example, framework)), programs()).nodes

    summary = next(n.text for n in nodes if isinstance(n, Paragraph) and n.text == example.summary)
    reasons = next(n for n in nodes if isinstance(n, Table) and n.header[0] == "Maes").rows[2]

    assert isinstance(summary, Foreign)
    assert summary.lang == "en-GB"
    assert [isinstance(cell, Foreign) for cell in reasons] == [False, False, True]


def test_that_nothing_is_marked_where_all_is_in_one_language(example: Assessment, framework: Framework) -> None:
    ours = replace(example, language=Language.WELSH)

    for subject in (subject_of(example, framework), welsh(subject_of(ours, framework))):
        nodes = document(subject, programs()).nodes
        assert not any(isinstance(n.text, Foreign) for n in nodes if isinstance(n, Paragraph))


def test_that_the_public_copy_says_what_it_leaves_out_in_welsh(example: Assessment, framework: Framework) -> None:
    mark = Exempt("summary", "Atodlen 12A, paragraff 3")
    now = replace(example, decision=replace(example.decision, exempt=(mark,)))
    now = now.with_group(replace(now.groups[0], size=7))

    public = public_subject(welsh(subject_of(now, framework)), "ab" * 32)

    whole = "\n".join(said(public))
    assert "[hepgorwyd: Atodlen 12A, paragraff 3]" in whole
    assert "llai na 10" in whole


def test_that_the_data_names_the_language_and_keeps_its_closed_words(example: Assessment, framework: Framework) -> None:
    from fairness_desktop.record.data import attachments

    told = json.loads(attachments(welsh(subject_of(example, framework)), programs())["record.json"])

    assert told["language"] == "cy"
    assert told["result"]["options"][3]["floor"] == "green"
