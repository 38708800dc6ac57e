"""Colours: the contrast of two, and an agency's own colour made readable."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable

TEKS = 4.5  # WCAG 2.2: text on its ground
BESAR = 3.0  # large text, icons, edges
BAWAAN = "#0b4f8a"

PUTIH, HITAM = "#ffffff", "#000000"
TERANG = (PUTIH, "#f6f7f8")  # the grounds of the light pages, as in berkas.css
GELAP = ("#14171a", "#1c2024")  # and of the dark ones
_HEX = re.compile(r"^#[0-9a-fA-F]{6}$")
_STEPS = tuple(step / 40 for step in range(41))  # the last one is black, or white
_SEDANG = 0.8  # on a dark ground a full colour glares


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


def lifted(warna: str, share: float) -> str:
    """A colour made lighter by a share of the way to white, its hue kept."""
    red, green, blue = (part / 255 for part in _rgb(warna))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    made = colorsys.hls_to_rgb(hue, light + (1 - light) * share, min(strength, _SEDANG))
    return "#" + "".join(f"{round(part * 255):02x}" for part in made)


def darkened(warna: str, grounds: tuple[str, ...] = TERANG, least: float = TEKS) -> str:
    """The colour, darkened only as far as its contrast on every light ground asks."""
    return _first((toward(warna, HITAM, step) for step in _STEPS), grounds, least)


def lightened(warna: str, grounds: tuple[str, ...] = GELAP, least: float = TEKS) -> str:
    """The colour, lightened only as far as its contrast on every dark ground asks."""
    return _first((lifted(warna, step) for step in _STEPS), grounds, least)


def sheet(warna: str) -> str:
    """The style sheet of an agency: its colour, readable on light and on dark pages."""
    own = (warna if is_warna(warna) else BAWAAN).lower()
    light, dark = darkened(own), lightened(own)
    return (
        f":root{{--tindak:{light};--tindak-tua:{toward(light, HITAM, 0.25)};"
        f"--di-tindak:{PUTIH};--pita:{light};--di-pita:{PUTIH}}}\n"
        "@media (prefers-color-scheme:dark){"
        f":root{{--tindak:{dark};--tindak-tua:{toward(dark, PUTIH, 0.3)};"
        f"--di-tindak:{GELAP[0]}}}}}\n"
    )


def _first(tried: Iterable[str], grounds: tuple[str, ...], least: float) -> str:
    return next(one for one in tried if all(contrast(one, on) >= least for on in grounds))


def _rgb(warna: str) -> tuple[int, int, int]:
    return int(warna[1:3], 16), int(warna[3:5], 16), int(warna[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
