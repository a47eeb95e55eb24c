"""The signing library without its network client and its chatter: an offline program needs neither."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TypeVar

Value = TypeVar("Value")


class _NoNetwork(ModuleType):
    """Stands in for the client: every name in it is an empty class, so that annotations can be read."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


def without_network_client() -> None:
    """Let the signing library be imported with an empty stand-in for aiohttp, unless the real one is loaded.

    The client is half of the library's import. Its log repeats as tracebacks what the verdict says in a sentence.
    """
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if "aiohttp" not in sys.modules:
        sys.modules["aiohttp"] = _NoNetwork("aiohttp")


def whatever_is_in_it(read: Callable[[], Value], otherwise: Callable[[BaseException], Value]) -> Value:
    """What comes of reading a file that somebody handed in: the libraries raise anything at all for what is in it."""
    try:
        return read()
    except (Exception, RecursionError) as error:
        return otherwise(error)
