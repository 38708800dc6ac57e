"""What is open by law or decree: a person says which file goes out, and it joins the open list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.dikecualikan.simpan import moved
from service.acts.informasi.baca import acting, held, informasi_for, reasoned
from service.acts.informasi.usul import codes
from service.acts.lihat.terlihat import file_for
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi import jalan_dik, salinan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pengujian import DITARIK, Pengujian, applied
from service.domain.informasi.riwayat import born
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.kiriman import File
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


@dataclass(frozen=True)
class Dipilih:
    """Which file and which kategori; `file`: the id of one that came in."""

    kategori: str
    file: str = ""
    unsur: Unsur | None = None


def confirm(house: House, oleh: Hadir, id_: str, versi: int, asked: Dipilih) -> Informasi:
    """It is verified for the next draft of the DIP, with this very file."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, before.unit))
        file = _chosen(tx, oleh, asked.file)
        by = acting(house, oleh)
        today = day(tx, before.instansi, by.pada)
        sidik = file.sha256 if file else before.letak.sidik or before.pelengkap.sidik
        done = jalan_dik.confirm_opened(before, asked.kategori, sidik, by, today, asked.unsur)
        if file:
            extra = replace(done.informasi.pelengkap, file=file.id, ukuran=file.ukuran)
            done = done._replace(informasi=replace(done.informasi, pelengkap=extra))
        return moved(house, tx, before, done, "informasi_dipastikan")


def copy(
    house: House, oleh: Hadir, id_: str, asked: str, unsur: Unsur, dipilih: Dipilih
) -> Informasi:
    """The open line of a blacked-out copy, by the id of its form; proposed like any other line."""
    if not is_id(asked):
        raise Refusal("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")
    with house.ledger.begin() as tx:
        asal = informasi_for(tx, oleh, id_)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(asal.instansi, asal.unit))
        for same in tx.find(Informasi, id=asked, salinan_dari=id_):
            return same
        file = _chosen(tx, oleh, dipilih.file)
        extra = Pelengkap(file=file.id, sidik=file.sha256, ukuran=file.ukuran) if file else None
        by = acting(house, oleh)
        fresh = salinan.copied(
            asal,
            id_=asked,
            kode=codes(tx, 1)[0],
            unsur=unsur,
            pelengkap=extra or Pelengkap(),
            kategori=dipilih.kategori,
        )
        tx.add(fresh)
        tx.add(reasoned(house, tx, fresh.instansi, born(fresh, by).riwayat))
        tx.note(Catatan(fresh.instansi, by.siapa, "informasi_diusulkan", by.pada, fresh.id))
    return fresh


def reword(house: House, oleh: Hadir, id_: str, versi: int, ringkasan: str) -> Informasi:
    """The public words of its line in the DIK, and the tick that they give nothing away."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, before.unit))
        done = jalan_dik.reworded(before, ringkasan, acting(house, oleh))
        return moved(house, tx, before, done, "informasi_dinyatakan_aman")


def drop(house: House, oleh: Hadir, id_: str, versi: int, alasan: str) -> Informasi:
    """It is not asked for any more that it be withheld; it goes the open way."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, before.unit))
        by = acting(house, oleh, alasan)
        done = jalan_dik.drop(before, by)
        for test in tx.find(Pengujian, informasi=before.id):
            if test.diterapkan is None:
                tx.save(test, applied(test, DITARIK, by.pada))
        return moved(house, tx, before, done, "informasi_dinyatakan_terbuka")


def _chosen(reading: Reading, oleh: Hadir, file_id: str) -> File | None:
    return file_for(reading, oleh, file_id) if file_id else None
