"""The PDF of an edition, made after the other formats: nobody waits for a printer."""

from __future__ import annotations

from service.acts.edisi.umumkan import gathered
from service.acts.instansi.packs import agency
from service.domain.edisi.cetakan import TERBANYAK, printed
from service.domain.edisi.terbitan import Terbitan
from service.ports import House

JOB = "cetak_daftar"


def owe_print(house: House, instansi: str) -> None:
    """Where an edition that the public reads has no PDF, one is to be made."""
    if house.penerbit.unprinted(instansi):
        with house.ledger.begin() as tx:
            tx.plan(JOB, instansi)


def print_next(house: House, instansi: str) -> bool:
    """The newest edition without a PDF gets one; the rest is owed. Whether one was printed."""
    lacking = house.penerbit.unprinted(instansi)
    if not lacking:
        return False
    badan, made = gathered(house, instansi)
    wanted = sorted((one for one in made if _which(one) in lacking and _fits(one)), key=_newest)
    if not wanted:
        return False
    one = wanted[-1]
    with house.room() as room:
        paper = printed(one, agency(house.packs, instansi).kop)
        docx = house.list_paper.write(room / "daftar.docx", paper)
        pdf = house.converter.pdf(docx, room / "daftar.pdf")
        done = house.penerbit.add_print(badan, one, pdf)
    if done and len(wanted) > 1:
        owe_print(house, instansi)
    return done


def _which(one: Terbitan) -> tuple[str, int, int]:
    return one.edisi.daftar, one.edisi.tahun, one.edisi.urut


def _fits(one: Terbitan) -> bool:
    return one.terlihat and len(one.baris) <= TERBANYAK


def _newest(one: Terbitan) -> tuple[bool, int, int, str]:
    return one.kini, one.edisi.tahun, one.edisi.urut, one.edisi.daftar
