"""A bag from anywhere, looked at: hashes, what it tells, its journal and its signatures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service.domain.catatan import AWAL
from service.domain.refusals import Refusal
from service.domain.tas import jurnal, temuan
from service.domain.tas.isi import JURNAL, METADATA
from service.domain.tas.manifes import Oxum
from service.domain.tas.nama import DATA
from service.domain.tas.periksa import Tampak, examine
from service.domain.tas.serah import BENTUK as PAKET
from service.domain.temuan_ttd import broken, of_again, people
from service.ports import House
from service.ports.signing import Terkirim

TEKS = 256 << 20  # bytes of what a bag tells that is still read
KOSONG = hashlib.sha256().hexdigest()
ASING = "Tas ini bukan buatan Berkas; yang diperiksa hanya keutuhan BagIt-nya."


class BukanTas(Refusal):
    """Nothing that can be looked at."""

    def __init__(self, nama: str) -> None:
        super().__init__(f"{nama} tidak ada. Sebutkan folder atau ZIP sebuah tas.")


@dataclass
class Diperiksa:
    """What was found: each fault in words, and what somebody should know besides."""

    nama: str
    oxum: Oxum
    salah: list[str] = field(default_factory=list)
    perhatikan: list[str] = field(default_factory=list)
    tanda: int = 0  # papers whose signatures were looked at

    @property
    def utuh(self) -> bool:
        """Whether nothing is amiss."""
        return not self.salah


def look(house: House, path: Path, *, jurnal_ini: bool = False, dalam: bool = False) -> Diperiksa:
    """Every fault; `jurnal_ini`: its lines are also held against the journal of this house;
    `dalam`: it lies in a package, and holds none itself."""
    if not path.exists():
        raise BukanTas(path.name)
    tas = house.bags.look(path)
    found = Diperiksa(tas.nama, tas.oxum, list(examine(tas).salah))
    with house.room() as room:
        metadata = temuan.read(_content(house, path, tas, METADATA, room))
        if not dalam and metadata is not None and metadata.get("bentuk") == PAKET:
            found.salah += temuan.faults(metadata, tas)
            _inner(house, path, tas, room, found, jurnal_ini=jurnal_ini)
            found.salah = list(dict.fromkeys(found.salah))
            return found
        if metadata is None or not temuan.is_ours(metadata):
            found.perhatikan.append(ASING)
            return found
        found.salah += temuan.faults(metadata, tas)
        _signatures(house, path, tas, metadata, room, found)
        told = temuan.read(_content(house, path, tas, JURNAL, room)) or {}
    wrong = list(jurnal.faults(told))
    found.salah += wrong
    if jurnal_ini and not wrong:
        found.salah += _against(house, told)
    found.salah = list(dict.fromkeys(found.salah))
    return found


def _inner(
    house: House, path: Path, tas: Tampak, room: Path, found: Diperiksa, *, jurnal_ini: bool
) -> None:
    """Every bag in a package, taken out one at a time."""
    for tempat in (x for x in tas.file if x.startswith(DATA) and x.endswith(".zip")):
        inner = house.bags.take(path, tempat, room / "tas.zip")
        try:
            one = look(house, inner, jurnal_ini=jurnal_ini, dalam=True)
        except Refusal as no:  # what is wrong with one is told beside the others
            found.salah.append(f"{tempat}: {no}")
            continue
        found.salah += [f"{tempat}: {x}" for x in one.salah]
        found.perhatikan += [f"{tempat}: {x}" for x in one.perhatikan]
        found.tanda += one.tanda


def _content(house: House, path: Path, tas: Tampak, tempat: str, room: Path) -> bytes:
    one = tas.file.get(tempat)
    if one is None or one.ukuran > TEKS:
        return b""
    return house.bags.take(path, tempat, room / "teks").read_bytes()


def _signatures(
    house: House, path: Path, tas: Tampak, metadata: dict[str, Any], room: Path, found: Diperiksa
) -> None:
    for one in temuan.signed(metadata):
        if one.tempat not in tas.file:
            continue  # said already
        pdf = house.bags.take(path, one.tempat, room / "naskah.pdf")
        size, sidik = one.dikirim
        bacaan = house.verifier.look(pdf, Terkirim(size, sidik or KOSONG))
        found.tanda += 1
        said = [f"Tanda tangan {one.tempat}: {x}" for x in of_again(bacaan)]
        if broken(bacaan) or not people(bacaan):
            found.salah += said or [f"Tanda tangan {one.tempat} tidak utuh."]
        else:
            found.perhatikan += said


def _against(house: House, told: dict[str, Any]) -> Iterator[str]:
    """What this house wrote otherwise."""
    kepala = jurnal.head(told)
    if kepala.instansi not in {one.instansi for one in house.lists.kepala()}:
        yield "Jurnal instansi tas ini tidak ada di rumah ini, jadi tidak dapat dibandingkan."
        return
    if signed := jurnal.signed_head(told):
        urut, sidik = signed.kepala.urut, signed.kepala.rantai
        if not _written(house, kepala.instansi, urut).startswith(sidik):
            yield (
                f"Kepala jurnal yang ditandatangani, {urut}:{sidik}, tidak ada dalam jurnal rumah "
                "ini."
            )
    lines = [jurnal.line(one) for one in told["catatan"]]
    for urut, rantai in [*((x.urut, x.rantai) for x in lines), (kepala.urut, kepala.rantai)]:
        if _written(house, kepala.instansi, urut) != rantai:
            yield f"Catatan jurnal nomor {urut} lain dari yang tertulis di jurnal rumah ini."


def _written(house: House, instansi: str, urut: int) -> str:
    if urut == 0:
        return AWAL
    found = house.lists.jurnal(instansi, urut + 1, 1)
    return found[0].rantai if found and found[0].urut == urut else ""
