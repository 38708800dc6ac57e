"""Strokes of a pen, told apart from dust, folds, and the streaks of a scanner."""

from __future__ import annotations

from PIL import Image

MM = 25.4
LEBAR, TINGGI = 5.0, 2.0  # mm; a smaller thing is no signature
SERAT = 0.6  # mm by which a fold is as straight as a line
LURUS = 0.95  # of a thing that lies within a straight line
LERENG = 0.3  # of the height, by which a fold may lie askew from edge to edge
CONTOH, TERISI = 3, 0.75  # pixels between two looks along a line; how many of them find ink
PENUH = 0.6  # of its box; what is fuller is a blot or a shadow
TERBANYAK = 200_000  # pixels that are looked at


def has_strokes(bare: Image.Image, dpi: int) -> bool:
    """Whether one of the things on a picture (255 on 0) is as wide, high and crooked as a hand
    draws."""
    if bare.width * bare.height > TERBANYAK or not bare.getbbox():
        return False
    return any(_drawn(thing, dpi) for thing in _things(bare.width, _without_lines(bare, dpi)))


def _without_lines(bare: Image.Image, dpi: int) -> set[int]:
    """The pixels with ink, but for folds and streaks: straight from one edge to the other."""
    wide, high = bare.size
    inked = {n for n, value in enumerate(bare.tobytes()) if value}
    lean, near = round(high * LERENG), round(SERAT * dpi / MM)
    across = [(0, y, wide - 1, y + by) for y in range(high) for by in range(-lean, lean + 1)]
    down = [(x, 0, x + by, high - 1) for x in range(wide) for by in range(-lean, lean + 1)]
    for line in (*across, *down):
        if _covered(line, wide, inked):
            inked -= _band(line, wide, near)
    return inked


def _points(line: tuple[int, int, int, int], step: int) -> list[tuple[int, int]]:
    ax, ay, bx, by = line
    many = max(abs(bx - ax), abs(by - ay)) // step or 1
    return [
        (round(ax + (bx - ax) * n / many), round(ay + (by - ay) * n / many))
        for n in range(many + 1)
    ]


def _covered(line: tuple[int, int, int, int], wide: int, inked: set[int]) -> bool:
    points = _points(line, CONTOH)
    gaps = (1 - TERISI) * len(points)
    for x, y in points:
        if y * wide + x not in inked or not 0 <= x < wide:
            gaps -= 1
            if gaps < 0:
                return False
    return True


def _band(line: tuple[int, int, int, int], wide: int, near: int) -> set[int]:
    flat = abs(line[2] - line[0]) > abs(line[3] - line[1])
    aside = [(0, by) if flat else (by, 0) for by in range(-near, near + 1)]
    return {(y + dy) * wide + x + dx for x, y in _points(line, 1) for dx, dy in aside}


def _things(wide: int, inked: set[int]) -> list[list[tuple[int, int]]]:
    """What hangs together, each as its pixels."""
    found = []
    while inked:
        waiting = [inked.pop()]
        thing = []
        while waiting:
            n = waiting.pop()
            y, x = divmod(n, wide)
            thing.append((x, y))
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    near = n + dy * wide + dx
                    if 0 <= x + dx < wide and near in inked:
                        inked.remove(near)
                        waiting.append(near)
        found.append(thing)
    return found


def _drawn(thing: list[tuple[int, int]], dpi: int) -> bool:
    across, down = [x for x, _ in thing], [y for _, y in thing]
    wide, high = max(across) - min(across) + 1, max(down) - min(down) + 1
    if wide < LEBAR * dpi / MM or high < TINGGI * dpi / MM:
        return False
    return len(thing) <= PENUH * wide * high and not _straight(thing, SERAT * dpi / MM)


def _straight(thing: list[tuple[int, int]], near: float) -> bool:
    """Whether nearly all of it lies along the line from its one end to the other."""
    (ax, ay), (bx, by) = min(thing), max(thing)
    long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1.0
    off = (abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long for x, y in thing)
    return bool(sum(one <= near for one in off) >= LURUS * len(thing))
