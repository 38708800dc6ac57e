"""Somebody thinks that a piece should be withheld: one that is there, or one nobody wrote yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.acts.dikecualikan.simpan import moved, shut
from service.acts.informasi.baca import acting, held, reasoned
from service.acts.informasi.usul import UsulanTidakSah, codes, need_place
from service.acts.lihat.terlihat import file_for
from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi import jalan_dik
from service.domain.informasi.dik import BarisDik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import USULAN_KECUALI
from service.domain.informasi.letak import Letak, read_halaman
from service.domain.informasi.riwayat import born, need_reason
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class Tempatnya:
    """Where in which document it stands, as a form says it; `file`: the id of one that came in."""

    dokumen: str = ""
    bagian: str = ""
    halaman: str = ""
    file: str = ""


@dataclass(frozen=True)
class UsulanKecuali:
    """What is proposed to be withheld; its id makes a second try the same piece."""

    id: str
    instansi: str
    unit: str
    ringkasan: str
    alasan: str
    tempat: Tempatnya = field(default_factory=Tempatnya)
    penguasa: str = ""
    dik: BarisDik = field(default_factory=BarisDik, repr=False)  # what is known of its line


def propose(
    house: House, oleh: Hadir, id_: str, versi: int, alasan: str, tempat: Tempatnya | None = None
) -> Informasi:
    """A piece of the open list is to be tested; from now on nothing of it goes out."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(before.instansi, before.unit))
        letak = read(tx, oleh, tempat) if tempat else None
        done = jalan_dik.propose_exclusion(before, acting(house, oleh, alasan), letak)
        return moved(house, tx, before, done, "informasi_diusulkan_kecuali")


def propose_new(house: House, oleh: Hadir, asked: UsulanKecuali) -> Informasi:
    """The piece begins as one that is to be withheld, so nobody else reads it even once."""
    if not is_id(asked.id):
        raise UsulanTidakSah("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")
    plain = replace(asked, ringkasan=" ".join(asked.ringkasan.split()))
    if not plain.ringkasan:
        raise UsulanTidakSah("Tulis informasinya secara ringkas. Belum ada yang diusulkan.")
    with house.ledger.begin() as tx:
        need_place(house, tx, oleh, asked.instansi, asked.unit)
        return put_in(house, tx, oleh, [plain])[0]


def put_in(house: House, tx: Tx, oleh: Hadir, many: Sequence[UsulanKecuali]) -> list[Informasi]:
    """The same for many of one place, within a transaction; sent twice they are one."""
    instansi = many[0].instansi
    there = {one.id: one for one in tx.find(Informasi, id=[x.id for x in many], instansi=instansi)}
    fresh = [one for one in many if one.id not in there]
    for asked, drawn in zip(fresh, codes(tx, len(fresh)), strict=True):
        by = acting(house, oleh, asked.alasan)
        need_reason(by)
        one = there[asked.id] = Informasi(
            id=asked.id,
            instansi=instansi,
            kode=drawn,
            keadaan=USULAN_KECUALI,
            unit=asked.unit,
            unsur=Unsur(ringkasan=asked.ringkasan, penguasa=asked.penguasa),
            pelengkap=Pelengkap(),
            letak=read(tx, oleh, asked.tempat),
            dik=asked.dik,
        )
        tx.add(one)
        tx.add(reasoned(house, tx, instansi, born(one, by).riwayat))
        told = {"unit": one.unit}
        tx.note(Catatan(instansi, by.siapa, "informasi_diusulkan_kecuali", by.pada, one.id, told))
        shut(house, tx, one)
    return [there[one.id] for one in many]


def read(reading: Reading, oleh: Hadir, tempat: Tempatnya) -> Letak:
    """The place; its file is one that this person may open."""
    sidik = file_for(reading, oleh, tempat.file).sha256 if tempat.file else ""
    return Letak(
        " ".join(tempat.dokumen.split()),
        sidik,
        " ".join(tempat.bagian.split()),
        read_halaman(tempat.halaman),
    )
