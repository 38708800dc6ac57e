"""What a reader asks of a list: words and values, and the places of the list that answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from service.domain.edisi.akar_tanya import candidates
from service.domain.edisi.pilah import FILE, INSTANSI, KATEGORI, RUPA, TAHUN, UNIT
from service.domain.teks import kata
from service.publik.daftar.buku import Buku, Nilai

TERPANJANG = 200  # letters of a search that are read
SUKU = 8  # words of it
CARA = (INSTANSI, KATEGORI, UNIT, TAHUN, RUPA, FILE)


@dataclass(frozen=True)
class Saring:
    """One question to a list; empty: all of it."""

    q: str = ""
    instansi: str = ""
    kategori: str = ""
    unit: str = ""
    tahun: str = ""
    bentuk: str = ""
    file: str = ""
    halaman: int = 1

    @classmethod
    def read(cls, args: Mapping[str, str]) -> Saring:
        """What stands in the address; whatever else stands there asks nothing."""
        named = {name: args.get(name, "").strip()[:TERPANJANG] for name in ("q", *CARA)}
        page = args.get("halaman", "")
        number = int(page) if page.isdecimal() and len(page) < 7 else 1
        return cls(**named, halaman=max(1, number))

    @property
    def ada(self) -> bool:
        """Whether anything is asked."""
        return bool(self.q or self.chosen)

    @property
    def chosen(self) -> dict[str, str]:
        """The values asked for, by their way."""
        return {name: value for name in CARA if (value := str(getattr(self, name)))}

    @property
    def alamat(self) -> str:
        """As it stands behind an address."""
        said = {"q": self.q, **self.chosen} if self.q else self.chosen
        page = {"halaman": str(self.halaman)} if self.halaman > 1 else {}
        return urlencode({**said, **page})

    def on(self, halaman: int) -> Saring:
        """The same, on another page."""
        return replace(self, halaman=halaman)


@dataclass(frozen=True)
class Jawaban:
    """The places that answer, as bits, and what the list could be narrowed to beside them."""

    bit: int
    pilah: Mapping[str, tuple[tuple[Nilai, int], ...]]

    @property
    def banyak(self) -> int:
        """How many lines answer."""
        return self.bit.bit_count()

    def places(self, first: int, many: int) -> list[int]:
        """The places of the answers from the first-th on."""
        found: list[int] = []
        raw = self.bit.to_bytes(self.bit.bit_length() // 8 + 1, "little")
        for n, byte in enumerate(raw):
            count = byte.bit_count()
            if first >= count:
                first -= count
                continue
            here = [8 * n + k for k in range(8) if byte >> k & 1]
            found += here[first:]
            first = 0
            if len(found) >= many:
                break
        return found[:many]


def answered(buku: Buku, daftar: str, saring: Saring) -> Jawaban:
    """The lines that answer; each way is counted as if it alone had not been chosen yet."""
    ways = buku.pilah(daftar)
    all_ = buku.places(daftar)
    words = found(buku, daftar, saring.q) & all_ if saring.q else all_
    chosen = {name: _bits(ways, name, value) for name, value in saring.chosen.items()}
    beside = dict[str, tuple[tuple[Nilai, int], ...]]()
    for name, values in ways.items():
        rest = words
        for other, bit in chosen.items():
            rest = rest if other == name else rest & bit
        counted = ((one, (rest & one.bit).bit_count()) for one in values.values())
        beside[name] = tuple((one, n) for one, n in counted if n)
    bit = words
    for one in chosen.values():
        bit &= one
    return Jawaban(bit, beside)


def found(buku: Buku, daftar: str, q: str) -> int:
    """The places of the lines in which all words stand, in whichever form."""
    tokens = [tuple(kata(one)) for one in q.split()[:SUKU]]
    terms = [one for one in tokens if one]
    if not terms:
        return 0
    asked = " AND ".join(_way(buku, one, last=one is terms[-1]) for one in terms)
    rows = buku.ask(f"SELECT rowid FROM cari_{daftar} WHERE cari_{daftar} MATCH ?", asked)  # noqa: S608
    bits = bytearray(buku.places(daftar).bit_length() // 8 + 1)
    for row in rows:
        bits[row[0] >> 3] |= 1 << (row[0] & 7)
    return int.from_bytes(bits, "little")


def _way(buku: Buku, words: tuple[str, ...], *, last: bool) -> str:
    """One term: the words one after the other, begun at least, or the root of a single one."""
    phrase = '"' + " ".join(words) + '"'
    begins = " *" if last and len(words[-1]) > 2 and words[-1].isalpha() else ""
    ways = [f"kata : {phrase}{begins}"]
    if len(words) == 1 and words[0].isalpha():
        roots = list(candidates(words[0]))[:200]
        marks = ",".join("?" * len(roots))
        asked = f"SELECT akar FROM akar WHERE akar IN ({marks})"  # noqa: S608 (question marks)
        known = {row[0] for row in buku.ask(asked, *roots)}
        if root := next((one for one in roots if one in known), ""):
            ways.append(f'akar : "{root}"')
    return f"({' OR '.join(ways)})"


def _bits(ways: Mapping[str, Mapping[str, Nilai]], name: str, value: str) -> int:
    one = ways.get(name, {}).get(value)
    return one.bit if one else 0
