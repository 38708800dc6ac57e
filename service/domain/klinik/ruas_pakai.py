"""What a template asks for, held against what its pair declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from service.domain import ruas as r
from service.domain.klinik.laporan import Cacat, Pemakaian
from service.domain.klinik.templat import Tanda, Templat
from service.domain.tapis import TAPIS

MILIK = frozenset({"range", "dict", "namespace", "cycler", "joiner", "loop", "caller", "varargs"})
_LOOP = (
    "index index0 revindex revindex0 first last length cycle depth depth0 previtem nextitem changed"
)
BAGIAN = {r.PEJABAT: r.KUNCI_PEJABAT, r.KOP: r.KUNCI_KOP}
_NILAI = (
    "items keys values get year month day strftime isoformat upper lower title strip "
    "split replace startswith endswith count index join weekday"
)
MILIK_LOOP, MILIK_NILAI = frozenset(_LOOP.split()), frozenset(_NILAI.split())


def of_use(pasangan: r.Pasangan, templat: Templat) -> Iterator[Cacat]:
    """Names, parts and filters that nobody knows; ruas that nobody asks for."""
    yield from _Baca(pasangan, templat).faults()
    used = {one.ruas.nama for one in usage(pasangan, templat) if one.tempat}
    for ruas in pasangan.ruas:
        if ruas.nama not in used:
            yield Cacat(
                f"Ruas '{ruas.nama}' ({ruas.label}) dideklarasikan, tetapi templat tidak "
                "memakainya: yang diisi petugas tidak tercetak.",
                f"Tulis {{{{ {ruas.nama} }}}} pada templat, atau hapus ruasnya dari daftar ruas.",
                ingat=True,
            )


def usage(pasangan: r.Pasangan, templat: Templat) -> list[Pemakaian]:
    """Every ruas, and all places that ask for it, each once."""
    places = dict[str, dict[int, None]]()
    for tag in templat.tanda:
        for nama in tag.nama:
            places.setdefault(nama, {})[tag.alinea] = None
    return [
        Pemakaian(ruas, tuple(map(templat.tempat, places.get(ruas.nama, ()))))
        for ruas in pasangan.ruas
    ]


class _Baca:
    """A template read from the top down, with the names that its loops and its set give."""

    def __init__(self, pasangan: r.Pasangan, templat: Templat) -> None:
        self._pasangan, self._templat = pasangan, templat
        self._known = {one.nama: one for one in pasangan.ruas}
        self._loops: list[tuple[str, dict[str, r.Ruas | None]]] = []
        self._set = set[str]()

    def faults(self) -> Iterator[Cacat]:
        """Every fault, in order."""
        part = ""
        for tag in self._templat.tanda:
            if (here := self._templat.alinea[tag.alinea].part) != part:
                self._loops, self._set, part = [], set(), here
            yield from self._names(tag)
            yield from self._parts(tag)
            yield from self._filters(tag)
            self._enter(tag)

    def _enter(self, tag: Tanda) -> None:
        if tag.perintah == "for":
            self._loops.append((tag.dari, dict.fromkeys(tag.sasaran, self._row(tag))))
        elif tag.perintah == "endfor" and self._loops:
            self._loops.pop()
        elif tag.sasaran or tag.perintah in ("macro", "with", "call"):
            self._set |= {*tag.sasaran}

    def _row(self, tag: Tanda) -> r.Ruas | None:
        """The ruas whose rows a loop goes through, where its rows have parts of their own."""
        one = self._ruas(tag.dari)
        return one if one and one.jenis in (r.DAFTAR, r.BUTIR) and len(tag.sasaran) == 1 else None

    def _ruas(self, name: str) -> r.Ruas | None:
        """What a bare name means here; None: a thing without declared parts."""
        if any(name in given for _, given in self._loops) or name in self._set:
            return None
        return self._known.get(name)

    def _given(self, name: str) -> bool:
        return name in self._set or any(name in given for _, given in self._loops)

    def _names(self, tag: Tanda) -> Iterator[Cacat]:
        own = {*tag.sasaran} if tag.perintah == "for" else set[str]()
        for name in tag.nama:
            if name in self._known or name in MILIK or name in own or self._given(name):
                continue
            if name.startswith("_"):
                continue  # told as code
            yield Cacat(
                f"Ruas '{name}' pada {tag.sebut} tidak ada dalam daftar ruas.",
                _nearest(name, [*self._known, *self._names_given()])
                or "Perbaiki namanya, atau tambahkan ruas itu ke daftar ruas.",
                self._templat.tempat(tag.alinea),
            )

    def _names_given(self) -> Iterator[str]:
        for _, given in self._loops:
            yield from given

    def _parts(self, tag: Tanda) -> Iterator[Cacat]:
        for path in tag.bagian_nilai:
            name, _, rest = path.partition(".")
            part = rest.partition(".")[0]
            known = self._keys(name)
            if known is None or part in known or part in MILIK_NILAI or part.startswith("_"):
                continue
            yield Cacat(
                f"Bagian '{part}' pada {tag.sebut} tidak dikenal: {name} tidak memilikinya.",
                _nearest(part, known) or f"Yang ada: {', '.join(known)}.",
                self._templat.tempat(tag.alinea),
            )

    def _keys(self, name: str) -> tuple[str, ...] | None:
        """The parts that a name has; None where nobody can say."""
        for _, given in reversed(self._loops):
            if name in given:
                return _columns(given[name])
        if name == "loop":
            return tuple(MILIK_LOOP)
        ruas = self._ruas(name)
        return BAGIAN.get(ruas.jenis) if ruas else None

    def _filters(self, tag: Tanda) -> Iterator[Cacat]:
        for name in tag.asing:
            if name not in TAPIS:
                yield Cacat(
                    f"Saringan '{name}' pada {tag.sebut} tidak dikenal.",
                    _nearest(name, TAPIS) or f"Yang dikenal: {', '.join(TAPIS)}.",
                    self._templat.tempat(tag.alinea),
                )
        for name in tag.uji_asing:
            yield Cacat(
                f"Uji '{name}' pada {tag.sebut} tidak dikenal.",
                'Bandingkan saja nilainya, misalnya {% if sifat == "Rahasia" %}.',
                self._templat.tempat(tag.alinea),
            )


def _columns(row: r.Ruas | None) -> tuple[str, ...] | None:
    if row is None:
        return None
    return r.KUNCI_BUTIR if row.jenis == r.BUTIR else tuple(one.nama for one in row.kolom)


def _nearest(name: str, known: Iterable[str]) -> str:
    found = get_close_matches(name, list(known), 1, 0.6)
    return f"Mungkin yang dimaksud '{found[0]}'." if found else ""
