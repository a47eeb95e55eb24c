"""The pages, by ReportLab."""

from __future__ import annotations

from .maker import PdfRecordMaker

__all__ = ["PdfRecordMaker"]
