"""The rows below the head, each told for what it is: a line, a bar, a total, a signature block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from service.domain.daftar_unit import golongan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.gabung import Gabung
from service.domain.daftar_unit.hasil import BERAT, Dilewati, SalahSel
from service.domain.daftar_unit.kata import counted, huruf, polos
from service.domain.daftar_unit.kepala import Kepala
from service.domain.daftar_unit.periksa import Diambil
from service.domain.tabel_isian import BarisTabel, TabelIsian

JEDA = 1_000  # empty rows after which nothing more belongs to the list
_BARIS_KAKI = 6  # rows of one signature block without another word that begins one
_JUMLAH = re.compile(r"(?:sub ?)?(?:jumlah|total)\b|grand total\b")
_KAKI = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|ditetapkan (?:di|pada)|disahkan|dibuat (?:di|oleh)|"
    r"ditandatangani|catatan|keterangan|sumber|nip|a ?n|plt|plh|pada tanggal|tembusan)\b"
)
_KOTA_TANGGAL = re.compile(
    r"[^\W\d][^\d,]{2,40},\s*(?:\d{1,2}|\.{2,}|…)?\s*[^\W\d]{3,9}\s+\d{4}\.?"
)
NOMOR, KOSONG, BILAH, JUDUL_BAGIAN = "penomoran kolom", "", "judul golongan", "judul bagian"
JUMLAH, KAKI, KEPALA_LAGI = "baris jumlah", "kaki daftar", "kepala yang diulang"
DI_LUAR = "isi di luar kolom daftar"


@dataclass
class Baris:
    """The rows of one sheet below its head."""

    tabel: TabelIsian
    kepala: Kepala
    mula: str = ""  # the kind that the sheet's name tells
    dilewati: list[Dilewati] = field(default_factory=list)
    golongan: dict[int, str] = field(default_factory=dict)
    umum: list[SalahSel] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.mula:
            self.golongan[0] = self.mula
        self._di = list(self.kepala.di.items())
        body = self.tabel.baris[self.kepala.akhir :]
        self._gabung = Gabung(self.tabel.gabungan, [n for _, n in self._di], body)
        must = {one for any_ in lj.WAJIB[self.kepala.daftar].values() for one in any_}
        self._must = [n for ruas, n in self._di if ruas in must]
        di = self.kepala.di
        self._title = di.get(lj.RINGKASAN, di.get(lj.JUDUL, 0))
        self._no = di.get(lj.NO)
        top = self.tabel.baris[self.kepala.awal : self.kepala.akhir]
        self._heads = {one.at(self._title).strip() for one in top} - {""}
        self._tops = {one.sel for one in top}
        self._wide = self._spread()

    def lines(self) -> Iterator[Diambil]:
        """The lines of the list, from the top down, what belongs to one row joined to it."""
        last: Diambil | None = None
        for one in self._each():
            if last is None:
                last = one
            elif self._goes_on(one):
                last = _joined(last, one)
            elif self._fragment(one):
                yield replace(
                    last,
                    catatan=(
                        *last.catatan,
                        f"Isi baris ini tampaknya bersambung ke baris {one.baris}; satukan dalam "
                        "satu baris.",
                    ),
                )
                last = replace(
                    one,
                    catatan=(
                        f"Baris ini tampaknya sambungan baris {last.baris}; pindahkan isinya ke "
                        "sana, lalu hapus baris ini.",
                    ),
                )
            else:
                yield last
                last = one
        if last is not None:
            yield last

    def _each(self) -> Iterator[Diambil]:
        now, foot, before = self.mula, 0, 0
        for row in self.tabel.baris[self.kepala.akhir :]:
            if row.kosong:
                continue
            if before and row.nomor - before > JEDA:
                self._stopped(before, row.nomor)
                return
            before = row.nomor
            filled = sum(1 for n in self._must if row.at(n).strip() or n in row.cacat)
            what, kind = self._kind(row, filled, foot)
            if what == BILAH:
                now = kind
                self.golongan[row.nomor] = kind
            foot = row.nomor if what == KAKI else 0 if not what else foot
            if what:
                self._skip(row.nomor, what)
            else:
                yield self._taken(row, now)

    def _kind(self, row: BarisTabel, filled: int, foot: int) -> tuple[str, str]:
        """What a row is, '' for a line of the list; and the kind that a bar names."""
        title = row.at(self._title).strip()
        if row.sel in self._tops or (title and title in self._heads):
            return KEPALA_LAGI, ""
        if row.sel and row.sel[0].strip(" ().") in ("0", "1") and counted(row.sel):
            return NOMOR, ""
        if filled * 2 > len(self._must) and filled > 2:
            return "", ""
        told = [one.strip() for one in row.sel if one.strip()]
        if len(set(told)) <= 2 and (kind := _bar(told, bernomor=self._numbered(row))):
            return BILAH, kind
        if not filled and foot:
            return KAKI, ""
        if not told:
            return "", ""  # a formula that nobody has worked out
        words = polos(told[0])
        if (
            not self._numbered(row)
            and len(told) <= 3
            and (_JUMLAH.match(words) or (title and _JUMLAH.match(polos(title))))
        ):
            return JUMLAH, ""
        if self._ends(row, told, filled, foot):
            return KAKI, ""
        if len(set(told)) <= 2 and row.nomor in self._wide:
            return JUDUL_BAGIAN, ""
        merged = self._gabung.ada and any(
            self._gabung.above(n, row.nomor) is not None for n in self._must
        )
        return (DI_LUAR, "") if not filled and not merged else ("", "")

    def _ends(self, row: BarisTabel, told: list[str], filled: int, foot: int) -> bool:
        """Whether a row belongs to what stands below a list: a date, a name, a note."""
        if filled > 2 or self._numbered(row):
            return False
        if foot and row.nomor - foot <= _BARIS_KAKI:
            return True
        return any(_KAKI.match(polos(one)) or _KOTA_TANGGAL.fullmatch(one) for one in told[:3])

    def _numbered(self, row: BarisTabel) -> bool:
        """Whether a row bears the number of a line."""
        return self._no is not None and row.at(self._no).strip().rstrip(".").isdecimal()

    def _taken(self, row: BarisTabel, kind: str) -> Diambil:
        cells = row.sel
        many = len(cells)
        sel = {ruas: cells[n].strip() if n < many else "" for ruas, n in self._di}
        odd = {ruas: row.cacat[n] for ruas, n in self._di if n in row.cacat} if row.cacat else {}
        if self._gabung.ada:
            self._fill(row, sel, odd)
        odd.pop(lj.NO, None)  # numbered anew
        return Diambil(row.nomor, sel, odd, row.tersembunyi, kind)

    def _fill(self, row: BarisTabel, sel: dict[str, str], odd: dict[str, str]) -> None:
        for ruas, n in self._di:
            if sel[ruas] or ruas in odd:
                continue
            if (left := self._gabung.beside(n, row.nomor)) is not None:
                if ruas != lj.NO:
                    odd[ruas] = (
                        f"Sel ini digabung dengan kolom {huruf(left)} di kirinya; pisahkan "
                        f"selnya, lalu isi {lj.LABEL[ruas]}."
                    )
            elif (top := self._gabung.above(n, row.nomor)) is not None:
                sel[ruas] = top.at(n).strip()
                if n in top.cacat:
                    odd[ruas] = top.cacat[n]

    def _goes_on(self, one: Diambil) -> bool:
        """Whether a row only continues the line above: its number and its title stand merged."""
        if not self._gabung.ada:
            return False
        title = self._gabung.above(self._title, one.baris)
        if title is not None and title.at(self._title).strip():
            return self._no is None or self._gabung.above(self._no, one.baris) is not None
        return False

    def _fragment(self, one: Diambil) -> bool:
        """Whether a row looks like the rest of the one above, though nothing is merged."""
        title = one.sel.get(lj.RINGKASAN) or one.sel.get(lj.JUDUL, "")
        if (self._no is not None and one.sel.get(lj.NO)) or one.sel.get(lj.KODE) or one.cacat:
            return False
        told = sum(1 for text in one.sel.values() if text)
        if not title:
            return 0 < told <= 2
        return told <= 2 and title[:1].islower()

    def _spread(self) -> frozenset[int]:
        """The rows that are merged over most of the table."""
        wide = max(3, len(self._di) // 2)
        return frozenset(
            one.atas
            for one in self.tabel.gabungan
            if one.atas == one.bawah and one.kanan - one.kiri + 1 >= wide
        )

    def _skip(self, nomor: int, apa: str) -> None:
        last = self.dilewati[-1] if self.dilewati else None
        if last and last.apa == apa and last.sampai == nomor - 1:
            self.dilewati[-1] = Dilewati(last.dari, nomor, apa)
        else:
            self.dilewati.append(Dilewati(nomor, nomor, apa))

    def _stopped(self, before: int, after: int) -> None:
        self.umum.append(
            SalahSel(
                self.tabel.nama,
                0,
                "",
                f"Sesudah baris {before} ada {after - before - 1} baris kosong. Isi mulai baris "
                f"{after} tidak dibaca; hapus baris kosongnya bila isi itu ikut.",
                BERAT,
            )
        )


def _bar(told: list[str], *, bernomor: bool) -> str:
    """The kind that a row of one text, and perhaps its letter, announces."""
    if not told:
        return ""
    if len(told) > 1 and len(told[0]) > 6:
        return golongan.bar(told[0]) if len(set(told)) == 1 else ""
    return golongan.bar(told[-1], bernomor=bernomor)


def _joined(one: Diambil, more: Diambil) -> Diambil:
    """One line of two rows: what the second says besides is added."""
    sel = {}
    for name, text in one.sel.items():
        other = more.sel.get(name, "")
        same = not other or other in text.split("\n")
        sel[name] = text if same else f"{text}\n{other}" if text else other
    odd: Mapping[str, str] = {**more.cacat, **one.cacat}
    hidden = one.tersembunyi or more.tersembunyi
    return replace(one, sel=sel, cacat=odd, tersembunyi=hidden)
