"""What a paper of each bentuk must bear: number, date, signer, and the blocks of a keputusan."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain import ruas as r
from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import ISI, SIFAT, Templat

BERTANGGAL = (r.KORESPONDENSI, r.KEPUTUSAN)
# What is read on every keputusan, in its order, and what a template may write for it.
KEPUTUSAN = {
    "Menimbang": ("menimbang",),
    "Mengingat": ("mengingat",),
    "MEMUTUSKAN": ("memutuskan",),
    "Menetapkan": ("menetapkan",),
    "diktum KESATU": ("kesatu", "|diktum", "| diktum"),
}


def of_form(pasangan: r.Pasangan, templat: Templat) -> Iterator[Cacat]:
    """The blocks that are not there."""
    shown = [tag for tag in templat.tanda if templat.alinea[tag.alinea].bagian != SIFAT]
    asked = {name for tag in shown for name in tag.nama}
    yield from _of_number(pasangan, asked)
    yield from _of_date(pasangan, asked)
    yield from _of_signers(pasangan, templat, asked)
    if pasangan.bentuk == r.KEPUTUSAN:
        words = "\n".join(one.teks for one in templat.alinea if one.bagian == ISI).casefold()
        for name, written in KEPUTUSAN.items():
            if not any(one in words for one in written):
                yield Cacat(
                    f"Keputusan ini tidak memuat {name}.",
                    "Tambahkan bagian itu; urutannya Menimbang, Mengingat, MEMUTUSKAN, Menetapkan, "
                    "lalu diktum KESATU dan seterusnya.",
                )


def _of_number(pasangan: r.Pasangan, asked: set[str]) -> Iterator[Cacat]:
    own = [one.nama for one in pasangan.ruas if one.asal == r.NOMOR]
    if pasangan.bernomor and not asked & {*own}:
        yield Cacat(
            "Naskah ini bernomor, tetapi templat tidak mencetak nomornya.",
            f"Tulis {{{{ {own[0] if own else 'nomor'} }}}} di tempat nomor"
            + ("." if own else ", dan tambahkan ruas berjenis nomor ke daftar ruas."),
        )


def _of_date(pasangan: r.Pasangan, asked: set[str]) -> Iterator[Cacat]:
    own = [one.nama for one in pasangan.ruas if one.asal == r.TANGGAL]
    if asked & {*own} or (not own and pasangan.bentuk not in BERTANGGAL):
        return
    yield Cacat(
        "Tanggal naskah tidak tercetak pada templat.",
        f"Tulis {{{{ {own[0] if own else 'tanggal'}|panjang }}}} di tempat tanggal"
        + ("." if own else ", dan tambahkan ruas berjenis tanggal ke daftar ruas."),
    )


def _of_signers(pasangan: r.Pasangan, templat: Templat, asked: set[str]) -> Iterator[Cacat]:
    if pasangan.tanda_tangan == r.TANPA:
        return
    kinds = {r.PEJABAT} if pasangan.tanda_tangan == r.TUNGGAL else {r.PEJABAT, r.DAFTAR}
    signers = [one.nama for one in pasangan.ruas if one.jenis in kinds]
    used = [one for one in signers if one in asked]
    if pasangan.tanda_tangan == r.TUNGGAL:
        named = {path for tag in templat.tanda for path in tag.bagian_nilai}
        used = [one for one in used if f"{one}.nama" in named]
    if not used:
        name = signers[0] if signers else "penandatangan"
        yield Cacat(
            "Penanda tangan tidak tercetak pada templat.",
            f"Tulis {{{{ {name}.jabatan }}}} dan {{{{ {name}.nama }}}} di tempat tanda tangan"
            + ("." if signers else ", dan tambahkan ruas berjenis pejabat ke daftar ruas."),
        )
