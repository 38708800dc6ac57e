"""The decree of a matter of tests: the paper that was signed, or the one that was laid down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.acts.berkas.bukti import terang
from service.acts.berkas.sk_uji import signed, with_called
from service.acts.lihat.berkas import berkas_for, decided_anew
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.informasi.riwayat import SkBelumSah
from service.domain.informasi.unsur import Sk
from service.domain.pengecualian import BERTANDA, Terang
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.bahan import SK
from service.domain.wewenang import Hadir
from service.ports import Reading

APA = "Butir itu"


class TanggalKeputusanSalah(Refusal):
    """A decree that was laid down on paper has its number and its day written in by a person."""

    def __init__(self) -> None:
        super().__init__(
            "Isi nomor dan tanggal surat keputusan yang dilampirkan; tanggalnya tidak sesudah hari "
            "ini. Tidak ada yang diubah."
        )


def item_for(reading: Reading, oleh: Hadir, butir_id: str) -> tuple[Butir, Berkas]:
    """An item and its matter; beyond this person's reach it is as if there were no such item."""
    found = reading.find(Butir, id=butir_id)
    if not found:
        raise TidakAda(APA)
    try:
        return found[0], berkas_for(reading, oleh, found[0].berkas)
    except TidakAda:
        raise TidakAda(APA) from None


def proofs(reading: Reading, berkas: Berkas) -> Terang:
    """What is proved in a matter by now."""
    return terang(reading, walked(reading, berkas), berkas)


def decree(reading: Reading, berkas: Berkas) -> Sk:
    """Its decree; without number and day where only a paper was laid down. SkBelumSah."""
    jalan = walked(reading, berkas)
    since = decided_anew(reading, jalan, berkas)
    ids = with_called(reading, berkas)
    papers = [one for one in signed(reading, jalan, ids) if since is None or one.dibuat >= since]
    if papers:
        paper = max(papers, key=lambda one: (one.dibuat, one.id))
        return Sk(paper.id, paper.nomor, paper.tanggal, ditandatangani=True)
    laid = [
        one
        for one in reading.find(Ada, berkas=ids)
        if one.dicabut is None and _laid(jalan, one) and (since is None or one.sejak >= since)
    ]
    if not laid:
        raise SkBelumSah
    last = max(laid, key=lambda one: (one.sejak, one.id))
    return Sk("", last.nomor, None, ditandatangani=True)


def completed(sk: Sk, nomor: str, tanggal: date | None, today: date) -> Sk:
    """The decree with what a person reads on its paper, where no paper of ours says it."""
    if sk.naskah:
        return sk
    whole = replace(sk, nomor=" ".join((nomor or sk.nomor).split()), tanggal=tanggal)
    if not whole.sah or whole.tanggal is None or whole.tanggal > today:
        raise TanggalKeputusanSalah
    return whole


def _laid(jalan: Jalan, one: Ada) -> bool:
    thing = jalan.bahan.get(one.bahan)
    return thing is not None and thing.bukti == SK and thing.is_enough(one.keadaan, BERTANDA)
