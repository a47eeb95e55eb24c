"""A real browser, without a window: what a page becomes in it, and what axe-core finds there."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".venv" / "pages-judge" / "node_modules" / "axe-core" / "axe.min.js"

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """
document.querySelectorAll("details").forEach(function (each) { each.open = true; });
axe.run(document, {runOnly: RULES, resultTypes: ["violations"]}).then(function (result) {
  var told = {};
  ["violations", "incomplete", "passes"].forEach(function (kind) {
    told[kind] = result[kind].map(function (rule) {
      return [rule.id, rule.nodes.slice(0, 3).map(function (node) { return node.html.slice(0, 200); })];
    });
  });
  var said = document.createElement("script");
  said.type = "application/json";
  said.id = "axe-said";
  said.textContent = JSON.stringify(told).replace(/</g, "\\\\u003c");
  document.body.appendChild(said);
});
"""


@dataclass(frozen=True)
class Judgement:
    """What axe-core says of a page: rule by rule, with the beginning of the elements meant."""

    violations: dict[str, list[str]]
    incomplete: dict[str, list[str]]
    passes: frozenset[str]


def dumped(address: str, *, width: int = 1280) -> str:
    """The document as it stands in the browser once everything has run."""
    with tempfile.TemporaryDirectory(prefix="browser-") as profile:
        return _chromium(profile, f"--window-size={width},900", "--virtual-time-budget=10000", "--dump-dom", address)


def printed(address: str, out: Path) -> None:
    """The page as the browser prints it, to a PDF."""
    with tempfile.TemporaryDirectory(prefix="browser-") as profile:
        _chromium(profile, "--no-pdf-header-footer", f"--print-to-pdf={out}", address)


def _chromium(profile: str, *arguments: str) -> str:
    program = shutil.which("chromium")
    assert program is not None, "chromium is not installed; packaging/test.py --set-up-only installs it"
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def judged(page: str, folder: Path, *, dark: bool = False, width: int = 1280) -> Judgement:
    """What axe-core finds in a page; its policy is taken out, for it would not let the judge in."""
    assert AXE.is_file(), "axe-core is not there; packaging/test.py --set-up-only fetches it"
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    if dark:
        bare = bare.replace("@media (prefers-color-scheme: dark)", "@media all")
    judge = f'<script src="{AXE.as_uri()}"></script><script>{_RUN.replace("RULES", json.dumps(RULES))}</script>'
    path = folder / "judged.html"
    path.write_text(bare.replace("</body>", judge + "</body>"), encoding="utf-8")
    found = re.search(
        r'<script type="application/json" id="axe-said">(.*?)</script>', dumped(path.as_uri(), width=width)
    )
    assert found is not None, "axe-core did not answer"
    told = json.loads(html.unescape(found[1]))
    return Judgement(
        dict(told["violations"]), dict(told["incomplete"]), frozenset(rule for rule, _nodes in told["passes"])
    )
