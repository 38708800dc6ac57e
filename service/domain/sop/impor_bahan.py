"""What a row needs and makes, as keys of bahan.toml: the known ones first, new ones proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from service.domain.sop.bahan import (
    BIASA,
    FISIK,
    HANYA_DIBUAT,
    KIRIMAN,
    NASKAH,
    NOMOR,
    Bahan,
    Daftar,
)
from service.domain.sop.impor_bentuk import Isian
from service.domain.sop.impor_kata import RUSAK, key, numbered, one_line, points

_SINGKAT = {
    "dip": "daftar informasi publik",
    "dik": "daftar informasi yang dikecualikan",
    "sk": "surat keputusan",
    "ba": "berita acara",
    "uji": "pengujian",
}
_LEPAS = frozenset(
    (
        *("dan", "atau", "yang", "di", "ke", "dari", "untuk", "atas", "mengenai", "tentang"),
        *("sesuai", "oleh", "pada", "hasil", "draft", "draf", "konsep"),
    )
)
_PERATURAN = re.compile(
    r"^(?:uu|undang[- ]undang|pp|perki|perpres|permen\w*|perda|pergub|perwal|perbup|perka|no\.?"
    r"|per[a-z]*an (?:pemerintah|presiden|menteri|daerah|gubernur|komisi|bupati|wali\s?kota))\b"
    r".*\d",
    re.IGNORECASE,
)
_WUJUD = (
    (NOMOR, r"^nomor\b"),
    (
        NASKAH,
        r"\b(?:surat|laporan|berita acara|memorandum|nota|undangan|sk|keputusan|naskah"
        r"|tanda terima|kartu|notula|disposisi|draft?|konsep)\b",
    ),
    (FISIK, r"\b(?:berkas|fisik|arsip|hardcopy)\b"),
    (KIRIMAN, r"\b(?:dokumen|data|daftar|formulir|permohonan|masukan|rekap)\b"),
)
_CUKUP = 0.75  # of the words in common, from which a likeness is proposed


class Gudang:
    """The known things, and the new ones that the rows of this table call for."""

    def __init__(self, known: Daftar) -> None:
        self._known = {name: _bag(one.nama) for name, one in known.items()}
        self._all: dict[str, Bahan] = dict(known)
        self.baru: dict[str, Bahan] = {}

    @property
    def semua(self) -> Mapping[str, Bahan]:
        """Known and new together."""
        return self._all

    def give(self, row: Isian, jenis: str) -> tuple[str, ...]:
        """The keys for one cell; what is not sure is marked on the row."""
        cell = getattr(row, jenis)
        found = list[str]()
        for one in _things(cell):
            if _PERATURAN.match(one):
                row.doubt("", f"peraturan pada {jenis} adalah dasar, bukan bahan yang ditunggu")
            elif RUSAK in one:
                row.doubt(jenis, f"isi {jenis} yang tidak terbaca tidak dijadikan bahan")
            else:
                found += self._keys(one, row, jenis)
        return tuple(dict.fromkeys(found))

    def _keys(self, words: str, row: Isian, jenis: str) -> list[str]:
        name, sure = self._near(words)
        if sure:
            return [name]
        parts = [one for one in re.split(r"\s*(?:,|;|\bdan\b|\bserta\b)\s*", words) if one]
        known = [self._near(one)[0] for one in parts]
        if len(parts) > 1 and all(known):
            return known
        if name:
            row.doubt(jenis, f"'{words}' dianggap bahan {name}")
            return [name]
        return self._new(words, row, jenis)

    def _near(self, words: str) -> tuple[str, bool]:
        own = _bag(words)
        if not own:
            return "", False
        best, score = "", 0.0
        for name, bag in self._known.items():
            shared = len(own & bag) / len(own | bag)
            if shared > score:
                best, score = name, shared
        return (best, score == 1.0) if score >= _CUKUP else ("", False)

    def _new(self, words: str, row: Isian, jenis: str) -> list[str]:
        name = key(words, 60)
        if not name:
            row.doubt(jenis, f"'{words}' tidak dapat dijadikan nama bahan")
            return []
        if name not in self._all:
            kind = _wujud(words, NASKAH if jenis == "keluaran" else KIRIMAN)
            if kind == NOMOR and jenis != "keluaran":  # a number is only given by a row
                kind = KIRIMAN
            state = BIASA[kind]
            self.baru[name] = Bahan(name, words, kind, state, name if kind == NASKAH else "")
            self._all[name] = self.baru[name]
            self._known[name] = _bag(words)
        row.doubt(jenis, f"bahan baru {name}: periksa wujudnya di usulan bahan.toml")
        return [name]


def keep_order(rows: Sequence[Isian], things: Mapping[str, Bahan]) -> None:
    """A row cannot wait for what only a later row makes; its words stay under tertulis."""
    made_in = {name for row in rows for name in row.hasil}
    made = set[str]()
    for row in rows:
        made_here = made | set(row.hasil)
        late = [
            name
            for name in row.perlu
            if name in made_in - made_here and things[name].wujud in HANYA_DIBUAT
        ]
        for name in late:
            row.doubt("kelengkapan", f"{name} baru dibuat langkah sesudahnya, jadi tidak ditunggu")
        row.perlu = tuple(name for name in row.perlu if name not in late)
        made = made_here


def _things(cell: str) -> list[str]:
    """One thing per numbered point; without points a cell is one thing, however many lines."""
    listed = points(cell)
    marked = any(numbered(line) for line in cell.split("\n"))
    found = listed if marked else [one_line(cell)]
    return [clean for one in found if (clean := one.strip(" .,;:-"))]


def _bag(words: str) -> frozenset[str]:
    plain = re.sub(r"[^a-z0-9 ]+", " ", one_line(words).lower())
    spelt = " ".join(_SINGKAT.get(one, one) for one in plain.split())
    return frozenset(one for one in spelt.split() if one not in _LEPAS)


def _wujud(words: str, default: str) -> str:
    plain = words.lower()
    return next((kind for kind, pattern in _WUJUD if re.search(pattern, plain)), default)
