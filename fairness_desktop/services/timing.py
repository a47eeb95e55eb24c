"""The time-stamp service set on this laptop: none, unless the user names one."""

from __future__ import annotations

import json
import urllib.parse
from base64 import b64decode, b64encode
from collections.abc import Sequence

from ..domain.errors import FairnessError, InvalidInputError, RecordError
from ..domain.sealing.levels import Level, TimeAnswer, TimeService
from ..i18n import _
from .ports import Assessments, Identities, SealChecker

SETTING = "time_service"


class Timing:
    """Which service vouches for the time of signatures made here; off until it is set."""

    def __init__(self, store: Assessments, checker: SealChecker, identities: Identities) -> None:
        self._store, self._checker, self._identities = store, checker, identities

    def service(self) -> TimeService | None:
        """The service, or None: then the time of a signature is by the signer's own clock."""
        raw = self._store.setting(SETTING)
        if not raw:
            return None
        try:
            told = json.loads(raw)
            roots = tuple(b64decode(root) for root in told["roots"])
            return TimeService(told["url"], Level(told["level"]), roots)
        except (ValueError, KeyError, TypeError) as error:
            raise FairnessError(
                _("The setting of the time-stamp service cannot be read. Set it anew, or turn it off.")
            ) from error

    def use(self, url: str, level: Level, roots: Sequence[bytes] = ()) -> None:
        """Ask that service from now on; InvalidInputError where it cannot do what is asked of it."""
        service = self._meant(url, level, roots)
        encoded = [b64encode(root).decode() for root in service.roots]
        told = {"url": service.url, "level": service.level.value, "roots": encoded}
        self._store.set_setting(SETTING, json.dumps(told))

    def test(self, url: str, level: Level, roots: Sequence[bytes] = ()) -> TimeAnswer:
        """Ask that service once for the time, and keep nothing; RecordError where it gives no good answer."""
        service = self._meant(url, level, roots)
        answer = self._identities.ask_time(service)
        if service.level.embeds and not answer.rooted:
            raise RecordError(
                _("The service answers, but its certificate does not stand under the root certificate given.")
            )
        return answer

    def _meant(self, url: str, level: Level, roots: Sequence[bytes]) -> TimeService:
        parts = urllib.parse.urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InvalidInputError("", _("Give the service's address; it begins with http:// or https://."))
        if level is Level.BASIC:
            raise InvalidInputError("", _("The level B-B needs no service. Turn the service off instead."))
        if level.embeds and not roots:
            raise InvalidInputError(
                "", _("The level {level} needs the service's root certificate. Name its .cer file.").format(level=level)
            )
        if not all(self._checker.is_certificate(root) for root in roots):
            raise InvalidInputError("", _("What was given as the service's root certificate is no certificate."))
        return TimeService(url.strip(), level, tuple(roots))

    def turn_off(self) -> None:
        """Sign by this computer's clock again; nothing is asked of anybody."""
        self._store.set_setting(SETTING, "")
