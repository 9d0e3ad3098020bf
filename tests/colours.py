"""How well colours stand out from one another."""

from __future__ import annotations

Colour = tuple[float, ...]


def mixed(a: Colour, b: Colour, of_b: float) -> Colour:
    return tuple(x * (1 - of_b) + y * of_b for x, y in zip(a, b, strict=True))


def light(colour: Colour) -> list[float]:
    """sRGB as linear light, 0 to 1."""
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (x / 255 for x in colour)]


def contrast(a: Colour, b: Colour) -> float:
    """WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""
    dark, bright = sorted(sum(w * x for w, x in zip((0.2126, 0.7152, 0.0722), light(c), strict=True)) for c in (a, b))
    return (bright + 0.05) / (dark + 0.05)
