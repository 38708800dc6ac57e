"""The outcome of an item, once its decree is signed, moves the piece that it tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from service.acts.dikecualikan.keputusan import completed, decree, item_for, proofs
from service.acts.dikecualikan.simpan import moved, need_shut, shut
from service.acts.informasi.baca import acting, informasi_for, reasoned, seen
from service.acts.informasi.usul import codes
from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.ids import derived
from service.domain.informasi import dik, jalan_dik, jalan_dip, lengkap
from service.domain.informasi.dik import BarisDik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dik import PengecualianBelumTerbukti
from service.domain.informasi.keadaan import BERLAKU_KECUALI, DIUJI, USULAN_KECUALI
from service.domain.informasi.letak import Letak
from service.domain.informasi.pengujian import Pengujian, applied
from service.domain.informasi.riwayat import Oleh, born
from service.domain.informasi.unsur import Sk, Unsur
from service.domain.pengecualian import Terang
from service.domain.refusals import Refusal
from service.domain.uji import DIKECUALIKAN, KESIMPULAN, SEBAGIAN, TERBUKA
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

DIUBAH = "informasi_diubah"


class BelumDiputus(Refusal):
    """An item without an outcome moves nothing."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Butir ini belum diputus, jadi belum ada yang diterapkan.")


class PerluPembukaan(Refusal):
    """What is withheld now is opened by two persons, not by applying an outcome."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Informasi ini masih dikecualikan. Membukanya sebelum waktunya diputus satu orang dan "
            "disetujui orang kedua: pakai Minta dibuka di halaman informasinya. Tidak ada yang "
            "diubah."
        )


@dataclass(frozen=True)
class Isian:
    """What a person writes when an outcome is applied."""

    ringkasan: str = ""  # of the line of the DIK: written anew, for the public
    aman: bool = False  # read, and it gives nothing away
    nomor: str = ""  # of a decree that was laid down on paper
    tanggal: date | None = None


@dataclass(frozen=True)
class Hasil:
    """All on which an outcome is applied."""

    item: Butir
    terang: Terang
    oleh: Oleh
    isian: Isian
    today: date


def apply(house: House, oleh: Hadir, butir_id: str, isian: Isian) -> Informasi:
    """The piece as its decree has it; asked twice it is so once."""
    with house.ledger.begin() as tx:
        item, berkas = item_for(tx, oleh, butir_id)
        place = izin.Tempat(berkas.instansi, item.unit or berkas.unit)
        izin.need(tx, oleh, Act.VERIFY, place)
        if item.dicabut or item.hasil not in KESIMPULAN:
            raise BelumDiputus
        if (test := _test(tx, item)) and test.diterapkan:
            return informasi_for(tx, oleh, test.informasi)
        today = day(tx, berkas.instansi, house.clock.now())
        sk = completed(decree(tx, berkas), isian.nomor, isian.tanggal, today)
        by = replace(acting(house, oleh, reason_of(item, sk)), sk=sk)
        if test:
            one = seen(oleh, tx.find(Informasi, id=test.informasi))
        else:
            test, one = _born(house, tx, by, item, berkas)
        with_ = Hasil(item, proofs(tx, berkas), by, isian, today)
        after = _WAY[item.hasil](house, tx, one, with_)
        tx.save(test, applied(test, item.hasil, by.pada))
    return after


def reason_of(item: Butir, sk: Sk) -> str:
    """Why it moves, as its history says it."""
    return f"Hasil uji: {KESIMPULAN[item.hasil].lower()}, menurut keputusan nomor {sk.nomor}"


def _test(tx: Tx, item: Butir) -> Pengujian | None:
    return next(iter(tx.find(Pengujian, id=item.id)), None)


def _born(
    house: House, tx: Tx, by: Oleh, item: Butir, berkas: Berkas
) -> tuple[Pengujian, Informasi]:
    """An item that was no piece yet becomes one, as if it had been proposed and tested so."""
    unit = item.uji.unit or item.unit or berkas.unit
    known = agency(house.packs, berkas.instansi).unit_of(unit)
    one = Informasi(
        id=derived(f"informasi butir {item.id}"),
        instansi=berkas.instansi,
        kode=codes(tx, 1)[0],
        keadaan=USULAN_KECUALI,
        unit=unit,
        unsur=Unsur(ringkasan=item.judul, penguasa=known.nama if known else ""),
        letak=Letak(item.uji.dokumen, bagian=item.uji.bagian),
    )
    tx.add(one)
    tx.add(reasoned(house, tx, one.instansi, born(one, by).riwayat))
    told = {"butir": item.id}
    tx.note(Catatan(one.instansi, by.siapa, "informasi_diusulkan_kecuali", by.pada, one.id, told))
    shut(house, tx, one)
    test = Pengujian(item.id, one.id, one.instansi, item.berkas, by.pada)
    tx.add(test)
    return test, moved(house, tx, one, jalan_dik.begin_test(one, by), "informasi_diuji")


def _open(house: House, tx: Tx, one: Informasi, with_: Hasil) -> Informasi:
    """It belongs to the open list: verified where it lacks nothing, else its unit fills it in."""
    if one.keadaan in BERLAKU_KECUALI:
        raise PerluPembukaan
    if not with_.terang.sk:
        raise PengecualianBelumTerbukti(["Surat keputusannya belum ditandatangani."])
    by = with_.oleh
    one = moved(house, tx, one, jalan_dik.drop(one, by), "informasi_dinyatakan_terbuka")
    extra = replace(one.pelengkap, dasar=one.pelengkap.dasar or by.alasan)
    worded = jalan_dip.write_in(one, by, kategori=with_.item.uji.kategori, pelengkap=extra)
    one = moved(house, tx, one, worded, DIUBAH)
    if lengkap.missing(one, with_.today):
        return one
    return moved(house, tx, one, jalan_dip.verify(one, by, with_.today), "informasi_diverifikasi")


def _close(house: House, tx: Tx, one: Informasi, with_: Hasil) -> Informasi:
    """It is withheld for its term, or for another one where it was so before."""
    need_shut(tx, one)
    item, by = with_.item, with_.oleh
    sheet = replace(item.uji, kesimpulan=item.hasil)
    line = _line(with_)
    if one.keadaan != DIUJI:
        if why := with_.terang.lacks(item):
            raise PengecualianBelumTerbukti(why)
        again = jalan_dik.extend(one, sheet.jangka, by, line)
        return moved(house, tx, one, again, "informasi_diperpanjang")
    done = jalan_dik.exclude(one, line, sheet, with_.terang.bukti(item), by, None)
    return moved(house, tx, one, done, "informasi_dikecualikan")


def _close_in_part(house: House, tx: Tx, one: Informasi, with_: Hasil) -> Informasi:
    """Only a part is withheld; which one, the worksheet says."""
    uji = with_.item.uji
    if not one.letak.sebagian:
        letak = replace(one.letak, bagian=uji.bagian or uji.dihitamkan)
        named = replace(letak, dokumen=letak.dokumen or uji.dokumen)
        after = _close(house, tx, replace(one, letak=named), with_)
    else:
        after = _close(house, tx, one, with_)
    return after


def _line(with_: Hasil) -> BarisDik:
    words = " ".join(with_.isian.ringkasan.split())
    line = dik.from_worksheet(with_.item.uji, words)
    return dik.read_safe(line, with_.oleh.siapa) if with_.isian.aman else line


_WAY: dict[str, Callable[[House, Tx, Informasi, Hasil], Informasi]] = {
    TERBUKA: _open,
    DIKECUALIKAN: _close,
    SEBAGIAN: _close_in_part,
}
