"""Fusion with edges that can be seen: every control has an outline of at least 3 : 1, and a focus ring.

Fusion's own edges have 1.1 to 2.1 : 1, and no palette mends that.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from .theme import current

_PE, _CE, _CT, _PM = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ContentsType, QStyle.PixelMetric
_EDGED = {_PE.PE_FrameLineEdit: 4, _PE.PE_IndicatorCheckBox: 3, _PE.PE_IndicatorRadioButton: 20}


class Outline(QProxyStyle):
    """Fusion, with its edges drawn again in a colour of the palette."""

    def __init__(self) -> None:
        super().__init__("fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element in (_PE.PE_FrameFocusRect, _PE.PE_PanelButtonCommand):
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in _EDGED:
            _stroke(painter, option.rect, _EDGED[element], focused=_focused(option))

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == _CE.CE_PushButtonBevel:
            _button(painter, option, widget)
            return
        if element == _CE.CE_PushButtonLabel and isinstance(option, QStyleOptionButton) and widget is not None:
            option.palette.setColor(option.palette.ColorRole.ButtonText, current().colour(_ink(widget)))
        super().drawControl(element, option, painter, widget)
        if element == _CE.CE_ShapedFrame and _is_text_area(widget):
            _stroke(painter, option.rect, 4, focused=_focused(option))

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            _scroll_bar(self, option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)
        if control in (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox):
            _stroke(painter, option.rect, 4, focused=_focused(option))

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        result = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # None is well
        theme = current()
        if kind == _CT.CT_PushButton:
            plain = widget is not None and widget.property("kind") == "link"
            if plain:
                return QSize(size.width() + 8, max(theme.px(24), size.height() + 4))
            return QSize(size.width() + theme.px(32), max(theme.px(40), size.height() + theme.px(12)))
        if kind in (_CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox):
            result.setHeight(max(result.height(), theme.px(36)))
        return result

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        theme = current()
        if metric in (
            _PM.PM_IndicatorWidth,
            _PM.PM_IndicatorHeight,
            _PM.PM_ExclusiveIndicatorWidth,
            _PM.PM_ExclusiveIndicatorHeight,
        ):
            return theme.px(20)
        if metric == _PM.PM_HeaderMargin and widget is not None and widget.property("indent"):
            return int(widget.property("indent"))
        if metric == _PM.PM_ScrollBarExtent:
            return 14
        if metric in (_PM.PM_CheckBoxLabelSpacing, _PM.PM_RadioButtonLabelSpacing):
            return theme.px(8)
        return super().pixelMetric(metric, option, widget)


def _focused(option: QStyleOption) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def _is_text_area(widget: QWidget | None) -> bool:
    styled = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
    return styled and isinstance(widget, QFrame) and widget.frameShape() == QFrame.Shape.StyledPanel


def _stroke(painter: QPainter, rect: QRect, radius: float, *, focused: bool) -> None:
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent" if focused else "edge"), 2 if focused else 1))
    inset = 1 if focused else 0.5
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = min(radius, inner.height() / 2)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def _ink(widget: QWidget) -> str:
    """What colour a button's words have."""
    if not widget.isEnabled():
        return "muted"
    kind = widget.property("kind")
    if kind == "primary" or widget.property("on"):
        return "on_accent"
    return "accent" if kind == "link" else "text"


def _button(painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """A button's ground and edge; its ``kind`` is primary, plain (none given) or link."""
    theme = current()
    kind = widget.property("kind") if widget is not None else None
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and enabled
    filled = (kind == "primary" and enabled) or (widget is not None and widget.property("on"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
    if kind == "link":
        painter.setPen(QPen(theme.colour("accent"), 2 if hover or _focused(option) else 1))
        painter.drawLine(rect.bottomLeft() + QPointF(3, -2), rect.bottomRight() + QPointF(-3, -2))
    else:
        painter.setBrush(theme.colour("accent" if filled else "tint" if hover else "surface"))
        painter.setPen(QPen(theme.colour("accent" if filled else "edge"), 1))
        painter.drawRoundedRect(rect, 6, 6)
    if _focused(option):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = rect.adjusted(3, 3, -3, -3) if filled else rect
        painter.setPen(QPen(theme.colour("on_accent" if filled else "accent"), 2))
        painter.drawRoundedRect(ring, 4, 4)
    painter.restore()


def _scroll_bar(style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """A slim bar with no arrows: where one is, and how much there is."""
    control, slider = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
    handle = QRectF(style.subControlRect(control, option, slider, widget)).adjusted(3, 3, -3, -3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(option.rect, current().colour("window"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour("edge"))
    painter.drawRoundedRect(handle, 4, 4)
    painter.restore()


def install(app: QApplication) -> None:
    """Draw every control this way from now on."""
    app.setStyle(Outline())
