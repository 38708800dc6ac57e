"""What the page of a bag says, and the forms that it offers."""

from __future__ import annotations

from service.domain.dossier.lembar import size
from service.domain.gembok import TERPENDEK
from service.domain.tanggal import local, panjang
from service.domain.tas.tas import DIMINTA, GAGAL, JADI, TasBerkas
from service.face.isi import Kolom, Pemberitahuan, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Ruas

KEPALA = (Kolom("Bagian"), Kolom("Isi"), Kolom("Ukuran"))


def notice(one: TasBerkas, zona: str) -> Pemberitahuan:
    """What became of the last asking."""
    if one.keadaan == DIMINTA:
        return Pemberitahuan("Tas sedang disusun. Muat ulang halaman ini sebentar lagi.")
    if one.keadaan == GAGAL:
        return Pemberitahuan(one.pesan, "bahaya")
    made = local(one.jadi or one.diminta, zona)
    return Pemberitahuan(
        f"Tas disusun {panjang(made.date())} pukul {made:%H.%M} {zona}, dengan jurnal sampai "
        f"catatan nomor {one.urut}.",
        "baik",
    )


def parts(one: TasBerkas, terbuka: str) -> Tabel | None:
    """Both parts as far as there is something in them; `terbuka`: where the open one is taken."""
    if one.keadaan != JADI:
        return None
    rows = list[tuple[Sel, ...]]()
    if one.terbuka:
        many = Sel(f"{one.banyak_terbuka} file")
        rows.append((Sel("Unduh bagian terbuka", terbuka), many, Sel(size(one.ukuran_terbuka))))
    if one.tertutup:
        many = Sel(f"{one.banyak_tertutup} file")
        closed = Sel("Bagian tertutup", catatan="Diunduh terkunci, lewat formulir di bawah.")
        rows.append((closed, many, Sel(size(one.ukuran_tertutup))))
    return Tabel("bagian", "Isi tas", KEPALA, tuple(rows))


def ask_form(at: str, tanda: str, *, lagi: bool) -> Formulir:
    """One button."""
    field = Ruas("tanda", "Tanda", tanda, "tersembunyi", batas=40)
    kata = "Susun tas lagi" if lagi else "Susun tas arsip"
    return Formulir(at, kata, (Kelompok("", (field,)),), jaga=False)


def lock_form(at: str) -> Formulir:
    """What the closed part is locked with; nothing of it is kept."""
    fields = (
        Ruas(
            "sandi",
            "Kata sandi",
            jenis="sandi",
            wajib=False,
            isi_otomatis="new-password",
            batas=1_000,
            petunjuk=f"Paling sedikit {TERPENDEK} huruf. Tidak disimpan; sampaikan kepada penerima "
            "lewat jalan lain.",
        ),
        Ruas(
            "ulang",
            "Ulangi kata sandi",
            jenis="sandi",
            wajib=False,
            isi_otomatis="new-password",
            batas=1_000,
        ),
        Ruas(
            "penerima",
            "Atau kunci penerima",
            wajib=False,
            batas=100,
            petunjuk="Kunci umum age milik penerima, berawal dengan age1. Bila diisi, kosongkan "
            "kata sandinya.",
        ),
    )
    return Formulir(at, "Unduh bagian tertutup", (Kelompok("", fields),), jaga=False)
