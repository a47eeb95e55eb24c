"""A second implementation of the scoring method, to check the first one against.

Plain Python, standard library only, nothing imported from the program: written from the documents “The method” and
“The exchange form”, and to be read beside them. Names are theirs: v, a, u, w, T, S, r̄ (``r_max``), M (``in_need``),
η (``eta``), κ (``kappa``). Start at ``document.score``.
"""

from __future__ import annotations

from .document import score

__all__ = ["score"]
