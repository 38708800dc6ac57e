"""The forms on the page of a matter: what its reader may do with it now."""

from __future__ import annotations

from service.acts.berkas.baca import Penuh
from service.acts.lihat.berkas import is_unit
from service.acts.sop import hasil
from service.domain.berkas import BERJALAN
from service.domain.hasil import PERPANJANG
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.ports import House
from service.web.berkas import lengkap_isian, perpanjangan_isian
from service.web.berkas.bahan_isian import bring, bringable, lacking
from service.web.berkas.langkah_isian import step
from service.web.berkas.ruas import at, plain, tanda, why
from service.web.berkas.tangan_isian import give, late, move

JARANG = (
    "batalkan",
    "tidak-ditunggu",
    "kesampingkan",
    "minta-lagi",
)  # acts that the page never leads with


def forms(house: House, whole: Penuh) -> list[Formulir]:
    """Those that make sense now: what is missing first, else the step itself."""
    berkas, found = whole.berkas, list[Formulir]()
    if berkas.keadaan != BERJALAN:
        return (
            [why(whole, "buka", "Buka kembali berkas")] if whole.pimpin and not whole.pergi else []
        )
    unit = [late(whole)] if whole.lepas else []
    if berkas.ditunda:
        again = [why(whole, "lanjutkan", "Lanjutkan berkas")] if whole.giliran else []
        return again + unit
    if whole.giliran:
        row = whole.langkah
        if row and row.rujukan and not whole.keadaan.rujukan_selesai:
            found.append(plain(whole, "rujukan", "Buka berkas rujukan"))
        found.append(step(whole))
        if not berkas.pemilik:
            found.append(plain(whole, "ambil", "Kerjakan langkah ini"))
    if whole.serah:
        found.append(give(whole))
    if bringable(whole):
        found.insert(0 if lacking(whole) else len(found), bring(house, whole))
    if whole.ikut:
        found += [item(house, whole)] if _decides(whole) and not whole.tertulis else []
    if whole.giliran:
        found += [why(whole, "tunda", "Tunda berkas")]
    if whole.pindah:
        found.append(move(whole))
    if whole.pimpin:
        found += lengkap_isian.forms(house, whole)
        if whole.tenggat and berkas.tenggat and not berkas.perpanjangan:
            surat = hasil.of_act(house.packs, berkas.instansi, PERPANJANG)
            told = (at(whole, "perpanjang"), berkas.versi, surat, perpanjangan_isian.TOMBOL)
            found.append(perpanjangan_isian.form(*told))
        if not is_unit(berkas):
            found.append(why(whole, "batalkan", "Batalkan berkas"))
    return found + unit


def _decides(whole: Penuh) -> bool:
    row = whole.langkah
    return bool(whole.per_butir) or bool(row and "uji" in row.lembar)


def item(house: House, whole: Penuh) -> Formulir:
    """One more item."""
    fields = (tanda(house), Ruas("judul", "Judul butir", batas=300))
    return Formulir(at(whole, "butir"), "Tambah butir", (Kelompok("Tambah butir", fields),))
