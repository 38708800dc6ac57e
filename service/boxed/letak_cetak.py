"""A part of a print found again on its scan: where it lies there, and how well it fits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageFilter

from service.boxed.qr import Terletak

Kotak = tuple[int, int, int, int]  # left, top, right, bottom, in pixels
REACH, STRIDE, COARSE = 12, 2, 6  # how far, in which steps, on pictures so much smaller
GROWN = (1.0, 0.96, 1.04)
NEAR = 0.7  # as well as a part fits that lies where it was looked for


@dataclass(frozen=True)
class Affin:
    """From the pixels of a print to those of its scan: x' = a x + b y + c, y' = d x + e y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def shifted(self, x: float, y: float) -> Affin:
        """The same for a picture of the print that begins at this pixel of it."""
        across, down = self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f
        return replace(self, c=across, f=down)

    def scaled(self, cetak: float, pindai: float) -> Affin:
        """The same where both pictures are so many times smaller."""
        return Affin(
            self.a * cetak / pindai,
            self.b * cetak / pindai,
            self.c / pindai,
            self.d * cetak / pindai,
            self.e * cetak / pindai,
            self.f / pindai,
        )


def by_code(cetak: Terletak, pindai: Terletak) -> Affin:
    """Where the page lies by its code alone: well near to it, roughly at the other end."""
    (px, py), (ux, uy), (vx, vy) = _frame(cetak)
    (qx, qy), (sx, sy), (tx, ty) = _frame(pindai)
    area = ux * vy - vx * uy
    a, b = (sx * vy - tx * uy) / area, (tx * ux - sx * vx) / area
    d, e = (sy * vy - ty * uy) / area, (ty * ux - sy * vx) / area
    return Affin(a, b, qx - a * px - b * py, d, e, qy - d * px - e * py)


def side(one: Terletak) -> float:
    """How many pixels a side of a code is long."""
    _, (ux, uy), (vx, vy) = _frame(one)
    return float(min((ux**2 + uy**2) ** 0.5, (vx**2 + vy**2) ** 0.5))


def _frame(
    one: Terletak,
) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """The middle of a code, and its two sides."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = one.sudut
    middle = (ax + bx + cx + dx) / 4, (ay + by + cy + dy) / 4
    across = (bx - ax + cx - dx) / 2, (by - ay + cy - dy) / 2
    down = (dx - ax + cx - bx) / 2, (dy - ay + cy - by) / 2
    return middle, across, down


def laid(pindai: Image.Image, at: Affin, size: tuple[int, int]) -> Image.Image:
    """The scan as it lies under a part of the print."""
    how = (at.a, at.b, at.c, at.d, at.e, at.f)
    bilinear = Image.Resampling.BILINEAR
    return pindai.transform(size, Image.Transform.AFFINE, how, bilinear, fillcolor=0)


def found(cetak: Image.Image, pindai: Image.Image, at: Affin) -> Affin:
    """The place of a part of the print on the scan, from where it was thought to be.

    Both are dark where ink is: white on black. First the nearest few millimetres are looked
    through roughly, then ever finer, also turned, stretched and askew by a little.
    """
    at = _searched(cetak, pindai, at)
    for much, blur in ((4, 2.0), (2, 1.5)):
        small = _small(cetak, much, blur)
        below = _small(pindai, much, blur)
        at = _climbed(small, below, at.scaled(much, much)).scaled(1 / much, 1 / much)
    return at


def _small(picture: Image.Image, much: int, blur: float) -> Image.Image:
    less = picture.reduce(much) if much > 1 else picture
    return less.filter(ImageFilter.GaussianBlur(blur))


def _searched(cetak: Image.Image, pindai: Image.Image, at: Affin) -> Affin:
    small, below = _small(cetak, COARSE, 2), _small(pindai, COARSE, 2)
    start = at.scaled(COARSE, COARSE)
    best, most = start, -1.0
    for grown in GROWN:
        middle = _about(start, small.size, grown)
        wide = _wide(below, middle, small.size)
        for dy in range(0, 2 * REACH + 1, STRIDE):
            for dx in range(0, 2 * REACH + 1, STRIDE):
                part = wide.crop((dx, dy, dx + small.width, dy + small.height))
                if (fits := _fit(small, part)) > most + 1e-3:
                    best, most = middle.shifted(dx - REACH, dy - REACH), fits
        if most >= NEAR:
            break
    return best.scaled(1 / COARSE, 1 / COARSE)


def _wide(pindai: Image.Image, at: Affin, size: tuple[int, int]) -> Image.Image:
    rim = 2 * REACH
    return laid(pindai, at.shifted(-REACH, -REACH), (size[0] + rim, size[1] + rim))


def _about(at: Affin, size: tuple[int, int], grown: float) -> Affin:
    """Stretched, the middle staying where it is."""
    x, y = size[0] / 2, size[1] / 2
    more = grown - 1
    return Affin(
        at.a * grown,
        at.b * grown,
        at.c - more * (at.a * x + at.b * y),
        at.d * grown,
        at.e * grown,
        at.f - more * (at.d * x + at.e * y),
    )


def _fit(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of the same size are dark in the same places: 0 to 1."""
    both = _sum(ImageChops.multiply(one, other))
    alone = _sum(ImageChops.multiply(one, one)) * _sum(ImageChops.multiply(other, other))
    return float(both / alone**0.5) if alone else 0.0


def _sum(picture: Image.Image) -> int:
    return sum(value * many for value, many in enumerate(picture.histogram()) if many)


def _climbed(cetak: Image.Image, pindai: Image.Image, at: Affin) -> Affin:
    """Each corner of the part is moved a little, as long as that fits better."""
    best, most = at, _fit(cetak, laid(pindai, at, cetak.size))
    step = 2.0
    while step >= 0.25:
        better = False
        for move in _moves(cetak.size, step):
            tried = Affin(*(was + by for was, by in zip(_flat(best), move, strict=True)))
            if (fits := _fit(cetak, laid(pindai, tried, cetak.size))) > most + 1e-5:
                best, most, better = tried, fits, True
        if not better:
            step /= 2
    return best


def _flat(at: Affin) -> tuple[float, ...]:
    return at.a, at.b, at.c, at.d, at.e, at.f


def _moves(size: tuple[int, int], step: float) -> list[tuple[float, ...]]:
    """Shifts, and stretches and turns that move the edges by that much about the middle."""
    x, y = size[0] / 2, size[1] / 2
    wide, high = step / x, step / y
    moves: list[tuple[float, ...]] = [(0, 0, step, 0, 0, 0), (0, 0, 0, 0, 0, step)]
    moves += [(wide, 0, -step, 0, 0, 0), (0, high, -step, 0, 0, 0)]
    moves += [(0, 0, 0, wide, 0, -step), (0, 0, 0, 0, high, -step)]
    return [tuple(sign * one for one in move) for move in moves for sign in (1, -1)]
