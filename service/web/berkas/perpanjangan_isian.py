"""The form by which the term for an answer is lengthened; of a request, and of a matter."""

from __future__ import annotations

from collections.abc import Callable

from service.acts.register.perpanjangan import Perpanjang
from service.domain import perpanjangan as d
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.kiriman import pindaian

TOMBOL = "Perpanjang waktu jawaban"
ADA = "ada"  # stands for a scan that came and is not kept yet


def form(alamat: str, versi: int, surat: str, judul: str = "") -> Formulir:
    """Why, in which words, and how the letter stands; `surat`: what that letter is called."""
    reasons = tuple(Pilihan(key, kata) for key, kata in d.ALASAN.items())
    states = tuple(Pilihan(key, kata) for key, kata in d.SURAT.items())
    hint = f"{surat} menyertai perpanjangan ini." if surat else ""
    fields = (
        Ruas("versi", "Versi", str(versi), "tersembunyi", kunci="versi-perpanjang"),
        Ruas("tanda", "Tanda", pindaian.tanda().nilai, "tersembunyi", kunci="tanda-perpanjang"),
        Ruas("sebab", "Alasan menurut undang-undang", "", "radio", pilihan=reasons),
        Ruas(
            "uraian",
            "Penjelasannya",
            jenis="panjang",
            petunjuk="Seperti akan tertulis di suratnya.",
            batas=2000,
        ),
        Ruas("surat", "Surat perpanjangan", "", "radio", petunjuk=hint, pilihan=states),
        Ruas("nomor", "Nomor surat", wajib=False, batas=120, kunci="nomor-perpanjang"),
        Ruas("file", "Pindaian surat", jenis="file", wajib=False, kunci="file-perpanjang"),
    )
    kata = "Diperpanjang satu kali saja, selama waktu jawaban belum lewat."
    return Formulir(alamat, TOMBOL, (Kelompok(judul, fields, kata),), berlampiran=True)


def sent_by(
    sent: Terisi, tempat: tuple[str, str], *, rahasia: bool, look: Callable[[Perpanjang], None]
) -> Perpanjang:
    """What was said, with its scan kept; nothing is taken in for a form that is refused."""
    said = (sent["sebab"], sent["uraian"], sent["surat"], sent["nomor"])
    look(Perpanjang(*said, ADA if pindaian.chosen() else ""))
    perihal = "Surat perpanjangan waktu jawaban"
    return Perpanjang(*said, pindaian.taken(sent["tanda"], *tempat, perihal, rahasia=rahasia))
