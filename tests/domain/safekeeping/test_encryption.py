"""How good a passphrase is said to be, and which are refused."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.safekeeping.encryption import Strength, plain_form, require_usable, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("seven77", Strength.SHORT),
        ("password", Strength.WEAK),
        ("Password2026!", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("spoon spoon spoon spoon spoon", Strength.WEAK),
        ("spoon ladder winter copper", Strength.FAIR),
        ("spoon ladder winter copper meadow", Strength.STRONG),
        ("llwy ysgol gaeaf copr dôl", Strength.STRONG),
        ("x7!qR2$mW9#v", Strength.STRONG),
    ],
)
def test_that_words_are_counted_and_repetitions_are_not(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) is expected


@pytest.mark.parametrize("passphrase", ["", "short", "with a\nnew line", "with a nul \0 in it"])
def test_that_what_can_be_no_key_is_refused(passphrase: str) -> None:
    with pytest.raises(FairnessError, match="Nothing was changed"):
        require_usable(passphrase)


def test_that_one_accent_is_one_accent_on_every_keyboard() -> None:
    assert plain_form("do\u0302l") == plain_form("d\u00f4l")
