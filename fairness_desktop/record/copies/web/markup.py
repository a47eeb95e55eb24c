"""Writing HTML: every text is escaped, and marked where it is in another language."""

from __future__ import annotations

import html
import re

from ...content.tree import language_of

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_VOID = frozenset({"meta", "link", "input", "br"})


def escaped(text: str) -> str:
    """A text as it stands in HTML, without characters that no page may hold."""
    return html.escape(_FORBIDDEN.sub("\ufffd", text), quote=True)


def said(text: str) -> str:
    """A text in its language; its line breaks are kept."""
    told = escaped(text).replace("\n", "<br>")
    lang = language_of(text)
    return element("span", told, lang=lang) if lang else told


def element(name: str, /, *inner: str, **attributes: str | bool | None) -> str:
    """An element around HTML; ``None`` and False leave an attribute out, True writes it bare.

    ``class_`` and ``for_`` lose their line, ``aria_label`` and its like take a hyphen.
    """
    written = "".join(
        f" {key}" if value is True else f' {key}="{escaped(str(value))}"'
        for key, value in ((k.rstrip("_").replace("_", "-"), v) for k, v in attributes.items())
        if value is not None and value is not False
    )
    return f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{''.join(inner)}</{name}>"
