"""The form by which an instansi says within how many working days papers of a kind are signed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from service.acts.naskah.jenis import kinds
from service.domain.instansi import HARI_KERJA, Instansi
from service.domain.instansi_ubah import terms_set
from service.domain.tenggat_kata import SATUAN
from service.domain.waktu_ttd import MENANDATANGANI, asked, id_of
from service.face.isi_formulir import Kelompok, Ruas
from service.web.dasar.forms import Terisi
from service.web.instansi.bagian import Bagian, Sasaran

UMUM, NAMA = "umum", "jenis_{}"
LAINNYA = "naskah lain"


def _batas(one: Sasaran) -> tuple[Kelompok, ...]:
    now = one.instansi
    rest = _field(now, "", UMUM, "Semua naskah yang tidak disebut di bawah")
    own = tuple(
        _field(now, jenis, NAMA.format(jenis), nama)
        for jenis, nama in kinds(one.house, one.kode).items()
    )
    by_kind = Kelompok("Menurut jenis naskah", own, "Kosongkan bila sama dengan yang umum.")
    return (Kelompok("Umum", (rest,)), *((by_kind,) if own else ()))


def _field(now: Instansi, jenis: str, nama: str, label: str) -> Ruas:
    found = now.tenggat_of(id_of(jenis))
    told = "" if jenis else f"Dalam hari kerja. Kosong: {MENANDATANGANI.jumlah} hari kerja."
    if found and found.satuan != HARI_KERJA:
        told = f"Sekarang dalam {SATUAN[found.satuan].lower()}; menjadi hari kerja bila diubah."
    days = str(found.jumlah) if found else ""
    return Ruas(nama, label, days, "angka", told, wajib=False, lebar="sempit", batas=2)


def _keep(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    named = kinds(one.house, one.kode)
    told = {jenis: (nama, _days(sent, NAMA.format(jenis))) for jenis, nama in named.items()}
    told[""] = (LAINNYA, _days(sent, UMUM))
    one.change(sent, terms_set(partial(asked, told=told)), "tenggat_diubah")


def _days(sent: Terisi, nama: str) -> int | None:
    return sent.angka(nama) if sent[nama] else None


BATAS_TTD = Bagian(
    "Ubah batas menandatangani",
    _batas,
    _keep,
    "Berlaku bagi naskah yang disetujui sesudah ini: untuk pengingat penanda tangan dan daftar "
    "yang sedang menunggu tanda tangan.",
)
