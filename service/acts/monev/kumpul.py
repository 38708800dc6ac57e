"""The evidence of every question as it stands now, and why some of it cannot go in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from service.acts.lihat.lampiran_tertutup import names_withheld
from service.acts.monev.sumber import Calon, Milik
from service.acts.naskah.berkas import name_of
from service.domain.gerbang import keluar
from service.domain.gerbang.keluar import DILEPAS, PDF, FileKeluar, id_of
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.tutupan import Tutupan
from service.domain.kiriman import File, Kiriman
from service.domain.monev.bukti import FILE, INFORMASI, NASKAH, SUMBER, BuktiMonev, gate_id
from service.domain.monev.kuesioner import Kuesioner, Pertanyaan
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah, called
from service.ports import House, Reading

T = TypeVar("T")
HILANG = "tidak dapat dipakai lagi"
BUKAN_PDF = "bukan PDF"


def signed_bytes(one: Naskah) -> str:
    """The sha256 of a paper whose signature counts; '' for every other."""
    return one.bertanda_tangan if one.keadaan in (DITANDATANGANI, DIARSIPKAN) else ""


class Kumpulan:
    """All evidence of one agency for one year; a number of lookups that no row adds to."""

    def __init__(self, house: House, reading: Reading, instansi: str, whole: Kuesioner) -> None:
        self.house, self.reading, self.instansi, self.whole = house, reading, instansi, whole
        self.milik = Milik(house, reading, instansi, whole.tahun)

    def of(self, asked: Pertanyaan) -> list[Calon]:
        """The evidence of one question: what the house has first, then what was chosen."""
        mine = [x for x in self.rows if x.pertanyaan.lower() == asked.kode.lower()]
        left = {x.sasaran for x in mine if x.jenis == SUMBER and not x.dipakai}
        own = [one for name in asked.sumber if name not in left for one in self.milik.of(name)]
        chosen = [x for x in mine if x.jenis != SUMBER and x.dipakai]
        return [*own, *map(self._chosen, sorted(chosen, key=lambda x: (x.pada, x.id)))]

    def left_out(self, asked: Pertanyaan) -> list[str]:
        """The sources of the house that somebody left out."""
        said = {(x.pertanyaan.lower(), x.sasaran) for x in self.rows if not x.dipakai}
        return [name for name in asked.sumber if (asked.kode.lower(), name) in said]

    @cached_property
    def rows(self) -> list[BuktiMonev]:
        """What people chose, or left out."""
        return self.reading.find(BuktiMonev, instansi=self.instansi, tahun=self.whole.tahun)

    def _chosen(self, row: BuktiMonev) -> Calon:
        if row.jenis == INFORMASI:
            return self._piece(row)
        return self._gated(row, *(self._paper(row) if row.jenis == NASKAH else self._file(row)))

    def _piece(self, row: BuktiMonev) -> Calon:
        """The file of a public line, as the public has it."""
        one = self._pieces.get(row.sasaran)
        if one is None or not one.tampak:
            return Calon(INFORMASI, row.sasaran, "Baris DIP", sebab=HILANG, bukti=row.id)
        nama = f"{one.unsur.ringkasan} ({spoken(one.kode)})"
        out = self._gate.get(id_of(one.id))
        if out is None or not keluar.goes_out(out, one.pelengkap.sidik):
            why = "filenya belum dilepas untuk umum"
        elif out.tampak in self._closed or out.asal in self._closed:
            why = HILANG
        elif out.tampak not in self._public:
            why = "filenya belum terbaca publik"
        else:
            why = "" if out.tampak_mime == PDF else BUKAN_PDF
        sidik = out.tampak if out and not why else ""
        told = (INFORMASI, row.sasaran, nama, sidik)
        return Calon(*told, publik=True, sebab=why, bukti=row.id)

    def _paper(self, row: BuktiMonev) -> tuple[str, str]:
        one = self._papers.get(row.sasaran)
        if one is None or not signed_bytes(one) or names_withheld(self.reading, one):
            return "Naskah", ""
        return called(one, name_of(self.house, self.instansi, one.jenis)), signed_bytes(one)

    def _file(self, row: BuktiMonev) -> tuple[str, str]:
        one = self._files.get(row.sasaran)
        came = self._came.get(one.kiriman) if one else None
        if one is None or came is None or came.rahasia:
            return "File kantor", ""
        return one.nama, one.sha256

    def _gated(self, row: BuktiMonev, nama: str, asal: str) -> Calon:
        out = self._gate.get(id_of(gate_id(row.jenis, row.sasaran)))
        why, sidik = "", ""
        if not asal:
            why = HILANG
        elif out is None or out.asal != asal:
            why = "belum diperiksa di gerbang"
        elif out.tampak in self._closed or out.asal in self._closed:
            why = HILANG
        elif not keluar.goes_out(out, asal):
            waits = "harus diperiksa lagi" if out.keadaan == DILEPAS else ""
            why = f"di gerbang: {waits or keluar.SEBUTAN[out.keadaan]}"
        elif out.tampak_mime != PDF:
            why = BUKAN_PDF
        else:
            sidik = out.tampak
        return Calon(row.jenis, row.sasaran, nama, sidik, sebab=why, bukti=row.id)

    # --- looked up once for all rows ---

    def _targets(self, jenis: str) -> list[str]:
        return [x.sasaran for x in self.rows if x.jenis == jenis and x.dipakai]

    @cached_property
    def _pieces(self) -> dict[str, Informasi]:
        return self._named(Informasi, self._targets(INFORMASI))

    @cached_property
    def _papers(self) -> dict[str, Naskah]:
        return self._named(Naskah, self._targets(NASKAH))

    @cached_property
    def _files(self) -> dict[str, File]:
        return self._named(File, self._targets(FILE))

    @cached_property
    def _came(self) -> dict[str, Kiriman]:
        return self._named(Kiriman, [x.kiriman for x in self._files.values()])

    @cached_property
    def _gate(self) -> dict[str, FileKeluar]:
        ids = [id_of(x) for x in self._targets(INFORMASI)]
        ids += [id_of(gate_id(jenis, x)) for jenis in (FILE, NASKAH) for x in self._targets(jenis)]
        return self._named(FileKeluar, ids)

    @cached_property
    def _closed(self) -> frozenset[str]:
        marks = sorted({x for one in self._gate.values() for x in (one.asal, one.hasil) if x})
        found = self.reading.find(Tutupan, sidik=marks) if marks else []
        return frozenset(one.sidik for one in found if one.dibuka is None)

    @cached_property
    def _public(self) -> frozenset[str]:
        return self.house.penerbit.files()

    def _named(self, kind: type[T], ids: Iterable[str]) -> dict[str, T]:
        wanted = sorted(set(ids))
        found = self.reading.find(kind, id=wanted) if wanted else []
        return {str(getattr(one, "id")): one for one in found}  # noqa: B009
