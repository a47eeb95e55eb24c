"""A record from its subject: content tree, pages, data attached.

The layout engine is imported when the first record is made, so that no window waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..subject import RecordSubject

if TYPE_CHECKING:
    from ..programs import Programs


class PdfRecordMaker:
    """Lays out records; the same subject gives the same bytes."""

    def make(self, subject: RecordSubject, engines: Programs | None = None) -> bytes:
        """The unsigned PDF, with the data attached and a field ready for each signer.

        It names the programs at work, unless those that first made it are given to lay it again.
        """
        from ..content.document import document
        from ..data import attachments
        from ..programs import programs
        from ..tongues import in_language
        from .archive import Sheet
        from .layout import lay_out

        with in_language(subject.language):
            engines = engines or programs()
            tree = document(subject, engines)
            sheet = Sheet(
                title=tree.title,
                reference=tree.reference,
                author=tree.author,
                subject=tree.subject,
                draft=tree.draft,
                made_at=subject.made_at,
                attachments=attachments(subject, engines),
                language=tree.language,
            )
            return lay_out(tree, sheet)
