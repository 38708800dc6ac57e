"""The form by which an instansi says how its papers look, and what it calls and numbers them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from service.domain.instansi import KERTAS, MEMORANDUM, ND, Instansi, Margin, TataNaskah
from service.domain.instansi_ubah import looks_changed
from service.domain.refusals import Refusal
from service.face.isi_formulir import Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.instansi.bagian import Bagian, Sasaran

YA, TIDAK = "ya", "tidak"
# Each has an equal of the same widths among the free fonts, so that lines break where they did.
HURUF = ("Arial", "Times New Roman", "Calibri", "Cambria", "Bookman Old Style", "Courier New")
DICETAK = (Pilihan(YA, "Dicetak"), Pilihan(TIDAK, "Tidak dicetak"))
SEBUTAN = (Pilihan(MEMORANDUM, "Memorandum"), Pilihan(ND, "Nota dinas"))
UKURAN_KERTAS = {"A4": "A4 (21 x 29,7 cm)", "F4": "F4 (21,5 x 33 cm)"}
SISI = {"atas": "Atas", "bawah": "Bawah", "kiri": "Kiri", "kanan": "Kanan"}
TERKECIL, TERBESAR = 8, 20  # points
TEPI = 10.0  # centimetres
_SENTIMETER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")


def _naskah(one: Sasaran) -> tuple[Kelompok, ...]:
    now = one.instansi.naskah
    return (
        Kelompok("Kertas dan huruf", _page(now)),
        Kelompok("Tepi halaman, dalam sentimeter", _margins(now.margin)),
        Kelompok("Isi", _content(one.instansi)),
    )


def _page(now: TataNaskah) -> tuple[Ruas, ...]:
    kertas = tuple(Pilihan(one, UKURAN_KERTAS[one]) for one in KERTAS)
    return (
        Ruas("kertas", "Kertas", now.kertas, "radio", pilihan=kertas),
        Ruas("huruf", "Huruf naskah dinas", now.huruf, "pilih", pilihan=_fonts(now.huruf)),
        Ruas(
            "huruf_keputusan",
            "Huruf keputusan",
            now.huruf_keputusan,
            "pilih",
            pilihan=_fonts(now.huruf_keputusan),
        ),
        Ruas("ukuran", "Ukuran huruf", str(now.ukuran), "angka", lebar="sempit", batas=2),
    )


def _fonts(now: str) -> tuple[Pilihan, ...]:
    return tuple(Pilihan(one, one) for one in dict.fromkeys((*HURUF, now)))


def _margins(now: Margin) -> tuple[Ruas, ...]:
    return tuple(
        Ruas(f"margin_{side}", label, written(getattr(now, side)), lebar="sempit", batas=5)
        for side, label in SISI.items()
    )


def written(length: float) -> str:
    """A length as it is written here: 2,5."""
    return f"{length:g}".replace(".", ",")


def _content(now: Instansi) -> tuple[Ruas, ...]:
    tata = now.naskah
    unit = tuple(Pilihan(one.id, one.nama) for one in now.unit)
    return (
        Ruas("memorandum", "Surat intern antarpejabat", tata.memorandum, "radio", pilihan=SEBUTAN),
        Ruas("nip", "NIP penanda tangan", _told(tata.cetak_nip), "radio", pilihan=DICETAK),
        Ruas("pangkat", "Pangkatnya", _told(tata.cetak_pangkat), "radio", pilihan=DICETAK),
        Ruas(
            "unit",
            "Unit bagi surat instansi seutuhnya",
            tata.unit,
            "pilih",
            "Surat perkara yang bukan milik satu unit dinomori atas kode unit ini.",
            wajib=False,
            pilihan=unit,
        ),
    )


def _told(printed: bool) -> str:
    return YA if printed else TIDAK


def _keep(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    ukuran = sent.angka("ukuran")
    if not TERKECIL <= ukuran <= TERBESAR:
        raise Refusal(f"Ukuran huruf antara {TERKECIL} dan {TERBESAR}. Tidak ada yang diubah.")
    margin = Margin(**{key: _length(label, sent[f"margin_{key}"]) for key, label in SISI.items()})
    tata = replace(
        one.instansi.naskah,
        kertas=sent["kertas"],
        huruf=sent["huruf"],
        huruf_keputusan=sent["huruf_keputusan"],
        ukuran=ukuran,
        margin=margin,
        memorandum=sent["memorandum"],
        cetak_nip=sent["nip"] == YA,
        cetak_pangkat=sent["pangkat"] == YA,
        unit=sent["unit"],
    )
    one.change(sent, looks_changed(tata), "rupa_naskah_diubah")


def _length(side: str, text: str) -> float:
    found = float(text.replace(",", ".")) if _SENTIMETER.fullmatch(text) else TEPI + 1
    if found > TEPI:
        raise Refusal(
            f"Tepi {side.lower()} ditulis seperti 2 atau 2,5, paling besar 10 sentimeter."
        )
    return found


NASKAH = Bagian(
    "Ubah rupa naskah",
    _naskah,
    _keep,
    "Berlaku bagi templat yang disertakan Berkas. Templat instansi sendiri tetap seperti dibuat di "
    "Word. Naskah yang sudah disetujui tidak berubah.",
)
