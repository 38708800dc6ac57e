"""Colours: the contrast of two, and an agency's own colour made readable."""

from __future__ import annotations

import re

TEKS = 4.5  # WCAG 2.2: text on its ground
BESAR = 3.0  # large text, icons, edges
BAWAAN = "#0b4f8a"

PUTIH = "#ffffff"
TERANG = (PUTIH, "#f6f7f8")  # the grounds of the light pages, as in berkas.css
GELAP = ("#14171a", "#1c2024")  # and of the dark ones
_HEX = re.compile(r"^#[0-9a-fA-F]{6}$")
_LANGKAH = 40


def is_warna(text: str) -> bool:
    """Whether a text is a colour as packs write it: `#0b4f8a`."""
    return _HEX.match(text) is not None


def luminance(warna: str) -> float:
    """How light a colour is, 0 to 1, by WCAG."""
    red, green, blue = (_linear(part / 255) for part in _rgb(warna))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def toward(warna: str, goal: str, share: float) -> str:
    """A colour moved a share of the way to another."""
    mixed = (a + (b - a) * share for a, b in zip(_rgb(warna), _rgb(goal), strict=True))
    return "#" + "".join(f"{round(part):02x}" for part in mixed)


def readable(warna: str, grounds: tuple[str, ...], goal: str, least: float = TEKS) -> str:
    """The colour, moved toward `goal` only as far as its contrast on every ground asks."""
    for step in range(_LANGKAH + 1):
        tried = toward(warna, goal, step / _LANGKAH)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return goal


def sheet(warna: str) -> str:
    """The style sheet of an agency: its colour, readable on light and on dark pages."""
    own = (warna if is_warna(warna) else BAWAAN).lower()
    light = readable(own, TERANG, "#000000")
    dark = readable(own, GELAP, PUTIH)
    return (
        f":root{{--tindak:{light};--tindak-tua:{toward(light, '#000000', 0.25)};"
        f"--di-tindak:{PUTIH};--pita:{light};--di-pita:{PUTIH}}}\n"
        "@media (prefers-color-scheme:dark){"
        f":root{{--tindak:{dark};--tindak-tua:{toward(dark, PUTIH, 0.3)};"
        f"--di-tindak:{GELAP[0]}}}}}\n"
    )


def _rgb(warna: str) -> tuple[int, int, int]:
    return int(warna[1:3], 16), int(warna[3:5], 16), int(warna[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
