"""The ruas of an examined template as a table: what each is, where from, where it is used."""

from __future__ import annotations

from service.domain.klinik.laporan import Pemakaian, quoted
from service.domain.ruas import TANGGAL, Ruas
from service.domain.tanggal import tanggal_surat
from service.face.isi import Kolom, Sel, Tabel

KOLOM = tuple(map(Kolom, ("Ruas", "Jenis", "Asal", "Contoh", "Dipakai di")))
NAMA_JENIS = {
    "teks": "teks",
    "paragraf": "paragraf",
    "tanggal": "tanggal",
    "bilangan": "bilangan",
    "rupiah": "rupiah",
    "pilihan": "pilihan",
    "pejabat": "pejabat",
    "daftar": "daftar (tabel)",
    "gambar": "gambar",
    "butir": "butir informasi",
    "daftar_teks": "daftar baris",
    "daftar_dip": "daftar informasi publik",
    "kop": "kop surat",
    "nomor": "nomor naskah",
}
NAMA_ASAL = {
    "petugas": "diisi petugas",
    "instansi": "data instansi",
    "berkas": "berkas",
    "daftar": "daftar",
    "nomor": "buku nomor",
    "tanggal": "saat disetujui",
    "mesin": "disusun Berkas",
}


def table(ruas: tuple[Pemakaian, ...]) -> Tabel | None:
    """Every ruas in one row; None where there are none."""
    rows = tuple(_row(one) for one in ruas)
    return Tabel("ruas", "Ruas templat ini", KOLOM, rows) if rows else None


def _row(one: Pemakaian) -> tuple[Sel, ...]:
    ruas = one.ruas
    places = "; ".join(map(str, one.tempat[:4])) + (
        f"; dan {len(one.tempat) - 4} tempat lain" if len(one.tempat) > 4 else ""
    )
    return (
        Sel(ruas.label, catatan=ruas.nama),
        Sel(NAMA_JENIS.get(ruas.jenis, ruas.jenis), catatan=_need(ruas)),
        Sel(NAMA_ASAL.get(ruas.asal, ruas.asal), catatan=ruas.isi),
        Sel(quoted(_told(ruas))),
        Sel(places or "Tidak dipakai", bentuk=None if places else "menunggu"),
    )


def _need(ruas: Ruas) -> str:
    """What is asked of it, where that is not simply to be there."""
    if ruas.tidak_sebelum:
        return f"tidak boleh sebelum {ruas.tidak_sebelum}"
    if ruas.wajib_bila:
        return f"wajib bila {ruas.wajib_bila}"
    return "" if ruas.wajib else "boleh kosong"


def _told(ruas: Ruas) -> str:
    """Its sample, a day as a letter writes it."""
    told = _sample(ruas.contoh)
    return tanggal_surat(told) if ruas.jenis == TANGGAL else told


def _sample(value: object) -> str:
    """A sample in one line, whatever its kind."""
    if isinstance(value, dict):
        return ", ".join(told for one in value.values() if (told := _sample(one)))
    if isinstance(value, list | tuple):
        return "; ".join(map(_sample, value))
    return str(value)
