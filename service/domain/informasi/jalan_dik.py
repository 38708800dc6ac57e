"""The way of information that is withheld: proposed, tested, closed for a term, and open again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.domain.catatan import MESIN
from service.domain.informasi import dik, lengkap
from service.domain.informasi.dik import BarisDik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    AKAN_BERAKHIR,
    BERLAKU_KECUALI,
    DIKECUALIKAN,
    DIUJI,
    TERBUKA,
    TERVERIFIKASI,
    USULAN,
    USULAN_KECUALI,
    TidakDapatBeralih,
    need_way,
)
from service.domain.informasi.letak import Letak
from service.domain.informasi.riwayat import Beralih, Oleh, need_reason, need_sk, told
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.informasi.unsur import Sk, Unsur
from service.domain.jangka import Jangka
from service.domain.refusals import Refusal
from service.domain.tanggal import panjang
from service.domain.uji import Bukti, LembarUji, unproved


class PengecualianBelumTerbukti(Refusal):
    """What an exclusion still lacks, each thing in a sentence."""

    def __init__(self, why: list[str]) -> None:
        self.faults = tuple(why)
        super().__init__(f"Belum dapat dikecualikan. {' '.join(why)} Tidak ada yang diubah.")


class BelumWaktunya(Refusal):
    """The term still runs."""

    status = 409

    def __init__(self, akhir: date | None) -> None:
        until = f"berlaku sampai {panjang(akhir)}" if akhir else "tidak berakhir pada suatu tanggal"
        super().__init__(f"Pengecualiannya {until}. Tidak ada yang diubah.")


class PerluDuaOrang(Refusal):
    """One person alone opens nothing before its term."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Membuka sebelum waktunya memerlukan persetujuan orang kedua, bukan yang "
            "memutuskannya. Tidak ada yang diubah."
        )


class PerluOrang(Refusal):
    """The machine opens a term, and a person says which file goes out."""

    def __init__(self) -> None:
        super().__init__(
            "Pilih file yang diumumkan dan kategorinya. Informasi yang terbuka baru masuk DIP "
            "sesudah seseorang memastikan filenya."
        )


def propose_exclusion(one: Informasi, oleh: Oleh, letak: Letak | None = None) -> Beralih:
    """Somebody thinks that it should be withheld; from now on nothing of it goes out."""
    if one.tampak:
        raise TidakDapatBeralih(one.keadaan, USULAN_KECUALI)
    need_way(one.keadaan, USULAN_KECUALI)
    need_reason(oleh)
    after = replace(
        one,
        keadaan=USULAN_KECUALI,
        kategori="",
        letak=one.letak if letak is None else letak,
        terbit_pada=None,
        sk=Sk(),
    )
    return told(one, after, oleh)


def begin_test(one: Informasi, oleh: Oleh) -> Beralih:
    """Its test has begun."""
    need_way(one.keadaan, DIUJI)
    return told(one, replace(one, keadaan=DIUJI), oleh)


def drop(one: Informasi, oleh: Oleh) -> Beralih:
    """It is not withheld after all: found open, or no longer asked for; it goes the open way."""
    if one.keadaan not in (USULAN_KECUALI, DIUJI):
        raise TidakDapatBeralih(one.keadaan, USULAN)
    need_reason(oleh)
    return told(one, replace(one, keadaan=USULAN, dik=BarisDik()), oleh)


def exclude(
    one: Informasi,
    baris: BarisDik,
    lembar: LembarUji,
    bukti: Bukti,
    oleh: Oleh,
    today: date | None,
) -> Beralih:
    """The decree withholds it: on a whole worksheet, every proof, and a line that says the law."""
    if one.keadaan != DIUJI:
        raise TidakDapatBeralih(one.keadaan, DIKECUALIKAN)
    if why := unproved(lembar, bukti, today):
        raise PengecualianBelumTerbukti(why)
    need_sk(oleh)
    line = replace(baris, mulai=oleh.sk.tanggal)
    dik.need_whole(line, None)
    return told(one, replace(one, keadaan=DIKECUALIKAN, kategori="", dik=line, sk=oleh.sk), oleh)


def near_end(one: Informasi, warned_from: date, today: date, oleh: Oleh) -> Beralih:
    """Its end is near enough to be told of, by the agency's calendar."""
    need_way(one.keadaan, AKAN_BERAKHIR)
    akhir = one.dik.akhir
    if akhir is None or today < warned_from:
        raise BelumWaktunya(akhir)
    return told(one, replace(one, keadaan=AKAN_BERAKHIR), oleh)


def extend(one: Informasi, jangka: Jangka, oleh: Oleh, baris: BarisDik | None = None) -> Beralih:
    """A new decree, after a new test, withholds it for another term; history keeps the old one.

    Of what no calendar ends, the end is never near, so it may be decided about at any time.
    """
    endless = one.keadaan == DIKECUALIKAN and one.dik.akhir is None
    if one.keadaan != AKAN_BERAKHIR and not endless:
        raise TidakDapatBeralih(one.keadaan, DIKECUALIKAN)
    need_reason(oleh)
    need_sk(oleh)
    if oleh.sk.nomor == one.sk.nomor:
        raise PengecualianBelumTerbukti(["Perpanjangan memerlukan surat keputusan yang baru."])
    line = replace(baris or one.dik, jangka=jangka, mulai=oleh.sk.tanggal)
    dik.need_whole(line, oleh.sk.tanggal)
    return told(one, replace(one, keadaan=DIKECUALIKAN, dik=line, sk=oleh.sk), oleh)


def open_by_term(one: Informasi, today: date, oleh: Oleh) -> Beralih:
    """The term has ended, and by law it is open; no person is needed for that."""
    need_way(one.keadaan, TERBUKA)
    akhir = one.dik.akhir
    if akhir is None or today <= akhir:
        raise BelumWaktunya(akhir)
    return told(one, replace(one, keadaan=TERBUKA), oleh)


def open_by_decision(one: Informasi, oleh: Oleh, penyetuju: str) -> Beralih:
    """A decree or a verdict opens it before its term; two persons answer for it."""
    need_way(one.keadaan, TERBUKA)
    need_reason(oleh)
    need_sk(oleh)
    if not penyetuju or MESIN in (penyetuju, oleh.siapa) or penyetuju == oleh.siapa:
        raise PerluDuaOrang
    moved, line = told(one, replace(one, keadaan=TERBUKA, sk=oleh.sk), oleh)
    agreed = f"{line.alasan} (disetujui {penyetuju})"
    return Beralih(moved, replace(line, alasan=agreed))


def confirm_opened(
    one: Informasi,
    kategori: str,
    sidik: str,
    oleh: Oleh,
    on: date,
    unsur: Unsur | None = None,
) -> Beralih:
    """A person says which file goes out, and it enters the next draft of the DIP."""
    if one.keadaan != TERBUKA:
        raise TidakDapatBeralih(one.keadaan, TERVERIFIKASI)
    if oleh.siapa in ("", MESIN) or kategori not in KATEGORI_DIP or not sidik:
        raise PerluOrang
    why = f"Pengecualiannya berakhir; dibuka {panjang(on)}."
    after = replace(
        one,
        keadaan=TERVERIFIKASI,
        kategori=kategori,
        unsur=one.unsur if unsur is None else unsur,
        pelengkap=replace(one.pelengkap, sidik=sidik, dasar=one.pelengkap.dasar or why),
    )
    lengkap.need_whole(after, on)
    return told(one, after, oleh)


def reworded(one: Informasi, ringkasan: str, oleh: Oleh) -> Beralih:
    """The public words of a line, read anew and found to give nothing away."""
    if one.keadaan not in BERLAKU_KECUALI:
        raise TidakDapatBeralih(one.keadaan, DIKECUALIKAN)
    line = replace(one.dik, ringkasan=" ".join(ringkasan.split()))
    dik.need_whole(line, None)
    return told(one, replace(one, dik=dik.read_safe(line, oleh.siapa)), oleh)


def is_due(one: Informasi, today: date) -> bool:
    """Whether its term has ended while it still counts as withheld."""
    akhir = one.dik.akhir
    return one.keadaan in BERLAKU_KECUALI and akhir is not None and today > akhir
