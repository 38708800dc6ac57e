"""What the house itself counts for a report of a period: the lists, the terms, what was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from service.acts.isian.perkara import Isi, Perkara
from service.acts.laporan import belum_masuk
from service.acts.laporan.hitung import Hitung
from service.domain.edisi.edisi import DIP, Edisi
from service.domain.keutuhan import printed
from service.domain.laporan import layanan, sanggahan
from service.domain.laporan.belum_masuk import BUTIR, DARI
from service.domain.laporan.edisi_masa import EdisiMasa
from service.domain.laporan.ketersediaan import KATEGORI, TANPA_UNIT
from service.domain.ruas import Ruas
from service.domain.tanggal import local
from service.domain.tenggat_kata import SATUAN

Baris = list[dict[str, Any]]


def _of_lists(tell: Callable[[Perkara, Hitung], Any]) -> Isi:
    """Of a period, and for who sees the whole list; else a person writes it."""

    def asked(one: Perkara, _: Ruas) -> Any:
        return tell(one, one.angka) if one.angka and one.angka.utuh else ""

    return asked


def _table(tell: Callable[[Perkara, Hitung], Baris]) -> Isi:
    """Rows with the columns that the ruas has."""

    def asked(one: Perkara, ruas: Ruas) -> Any:
        if one.angka is None or not one.angka.utuh:
            return ""
        rows = tell(one, one.angka)
        return [{x.nama: row.get(x.nama, "") for x in ruas.kolom} for row in rows]

    return asked


def _available(one: Perkara, angka: Hitung) -> Baris:
    """A row for each unit and kategori; what has no kategori yet is in no row of the law."""
    return [
        {
            "unit": one.unit(row.unit) or TANPA_UNIT,
            "kategori": KATEGORI[row.kategori],
            "tersedia": row.tersedia,
            "belum": row.belum,
        }
        for row in angka.ketersediaan
        if row.kategori in KATEGORI
    ]


def _verified(one: Perkara, angka: Hitung) -> Baris:
    return [
        {
            "unit": one.unit(row.unit) or TANPA_UNIT,
            "sesuai": row.sesuai,
            "dikembalikan": row.dikembalikan,
        }
        for row in angka.verifikasi
    ]


def _terms(_: Perkara, angka: Hitung) -> Baris:
    return [
        {
            "kegiatan": name,
            "norma": f"{rule.jumlah} {SATUAN[rule.satuan]}",
            "tepat": how.tepat,
            "terlambat": how.terlambat,
        }
        for name, rule, how in angka.kept_terms()
    ]


def _answers(_: Perkara, angka: Hitung) -> Baris:
    """How many were answered within which time; none at all where nothing was asked."""
    rows = layanan.answered(angka.permohonan or [])
    words = angka.jangka.kata
    return [
        {
            "waktu": words[row.rentang],
            "dikabulkan": row.dikabulkan,
            "sebagian": row.sebagian,
            "ditolak": row.ditolak,
        }
        for row in rows
        if angka.permohonan
    ]


def _months(_: Perkara, angka: Hitung) -> Baris:
    return [{"bulan": name, "banyak": many} for name, many in angka.per_bulan]


def _refusals(_: Perkara, angka: Hitung) -> Baris:
    rows = layanan.refused_on(angka.permohonan or [])
    return [{"alasan": why, "banyak": many} for why, many in rows]


def _objections(_: Perkara, angka: Hitung) -> Baris:
    rows = sanggahan.objected(angka.keberatan or [])
    names = ("alasan", "terima", "tolak", "proses")
    return [{name: getattr(row, name) for name in names} for row in rows]


def _disputes(_: Perkara, angka: Hitung) -> Baris:
    return [
        {
            "nomor_register": row.nomor,
            "pokok": row.pokok,
            "tahap": row.tahap,
            "pelaksanaan": row.pelaksanaan,
        }
        for row in angka.disputes()
    ]


def _mean(_: Perkara, angka: Hitung) -> str:
    return layanan.mean(layanan.working_days(angka.permohonan or [], angka.kalender))


def _not_listed(one: Perkara, angka: Hitung) -> Baris:
    """What a test found open and is in no line yet; the words of a request are no words of ours."""
    return [
        {
            "informasi": " ".join(row.informasi.split())[:300],
            "unit": one.unit(row.unit) or TANPA_UNIT,
            "kategori": KATEGORI[row.kategori],
            "dari": DARI[row.jenis],
        }
        for row in belum_masuk.found(angka)
        if row.jenis == BUTIR
    ]


def _changed(row: EdisiMasa) -> dict[str, int | str]:
    """What it changed; left for a person to fill in where its lines cannot be read any more."""
    told = {"ditambah": row.ditambah, "diubah": row.diubah, "dihapus": row.dihapus}
    return {name: "" if row.hilang else many or 0 for name, many in told.items()}


def _editions(_: Perkara, angka: Hitung) -> Baris:
    return [
        {
            "edisi": row.edisi.nama,
            "sk": row.edisi.sk.nomor,
            "terbit": local(row.edisi.terbit, angka.instansi.zona).date().isoformat(),
            "baris": row.edisi.banyak,
            **_changed(row),
        }
        for row in angka.edisi
        if row.edisi.terbit and (row.hilang or row.beda is not None)
    ]


def _tested(_: Perkara, angka: Hitung) -> Baris:
    rows = angka.pengujian.hasil if angka.pengujian else ()
    return [{"kesimpulan": words, "banyak": many} for words, many in rows]


def _tests(_: Perkara, angka: Hitung) -> int | str:
    """How many; nothing is said by who may not know of all of them."""
    return "" if angka.pengujian is None else angka.pengujian.berkas


def _shown_on(one: Perkara, angka: Hitung) -> str:
    """The day on which an edition of the DIP was last published, up to the end of the period."""
    found = one.reading.find(Edisi, instansi=angka.id, daftar=DIP)
    days = [x.terbit for x in found if x.terbit and x.terbit <= angka.momen[1]]
    return local(max(days), angka.instansi.zona).date().isoformat() if days else ""


def _head(one: Perkara, _: Ruas) -> str:
    """Where the journal of the office ends: who signs the report vouches for all before it."""
    heads = {head.instansi: head for head in one.house.lists.kepala()}
    own = heads.get(one.berkas.instansi)
    return printed(own) if own else ""


SUMBER: dict[str, Isi] = {
    "laporan.kepala_jurnal": _head,
    "laporan.ketersediaan": _table(_available),
    "laporan.ditambah": _of_lists(lambda _, angka: angka.gerak.ditambah),
    "laporan.diubah": _of_lists(lambda _, angka: angka.gerak.diubah),
    "laporan.dikeluarkan": _of_lists(lambda _, angka: angka.gerak.dikeluarkan),
    "laporan.verifikasi": _table(_verified),
    "laporan.waktu": _table(_terms),
    "laporan.jawaban": _table(_answers),
    "laporan.permohonan_bulan": _table(_months),
    "laporan.waktu_rata": _of_lists(_mean),
    "laporan.alasan_tolak": _table(_refusals),
    "laporan.keberatan": _table(_objections),
    "laporan.sengketa": _table(_disputes),
    "laporan.belum_masuk": _table(_not_listed),
    "laporan.edisi": _table(_editions),
    "laporan.hasil_uji": _table(_tested),
    "laporan.pengujian": _of_lists(_tests),
    "laporan.tanggal_sajian": _of_lists(_shown_on),
    "laporan.tahun": _of_lists(lambda _, angka: str(angka.masa.awal.year)),
}
