"""The papers of a matter as its dossier takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from service.acts.instansi.packs import agency
from service.acts.jilid.sebutan import called_of
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.berkas import name_of
from service.acts.naskah.wujud import kinds
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.dossier.bahan import Bahan
from service.domain.dossier.isi import DATA, Sampul, mime_of
from service.domain.dossier.sebutan import titled
from service.domain.dossier.tanda import told
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah, called, signatures_count
from service.domain.refusals import Refusal
from service.domain.tanggal import local, panjang
from service.domain.tempat_ttd import TempatTtd
from service.domain.wujud_asli import CETAKAN, Wujud
from service.ports import House, Reading

_TAK_NAMA = re.compile(r'[\\/:*?"<>|]')  # no name of a file on every machine


def of_papers(house: House, reading: Reading, some: Sequence[Naskah], zona: str) -> list[Bahan]:
    """Signed ones as they were signed; of the others the print they have, if any."""
    ids = [one.id for one in some]
    places = reading.find(TempatTtd, naskah=ids) if ids else []
    nama = house.lists.nama_orang({one.oleh for one in places if one.oleh})
    wujud = kinds(house, reading, some)
    return [
        _paper(
            house,
            reading,
            one,
            told(
                one,
                [x for x in places if x.naskah == one.id],
                nama,
                zona,
                agency(house.packs, one.instansi).sebutan,
            ),
            wujud.get(_bytes(one), CETAKAN),
        )
        for one in some
        if _bytes(one)
    ]


def _paper(house: House, reading: Reading, one: Naskah, tanda: str, wujud: Wujud) -> Bahan:
    signed = is_signed(one)
    judul = called(one, _kind(house, reading, one))
    return Bahan(
        judul,
        one.dibuat.isoformat(),
        f"{_TAK_NAMA.sub('-', judul)}{wujud.akhir}",
        _bytes(one),
        mime_of(wujud.mime),
        tanggal=panjang(one.tanggal) if one.tanggal else "",
        tanda=tanda,
        utuh=signed,
    )


def _kind(house: House, reading: Reading, one: Naskah) -> str:
    try:
        return declared_for(house, reading, one).nama
    except Refusal:
        return name_of(house, one.instansi, one.jenis)  # its pair is gone, or has faults


def is_signed(one: Naskah) -> bool:
    """Whether it counts as signed."""
    return bool(one.bertanda_tangan) and signatures_count(one)


def _bytes(one: Naskah) -> str:
    return one.bertanda_tangan if is_signed(one) else one.pdf


def of_files(came: Kiriman | None, files: Iterable[File], tanda: str = "") -> list[Bahan]:
    """What came in, each file under its own name."""
    pada = came.diterima.isoformat() if came else ""
    return [
        Bahan(one.nama, pada, one.nama, one.sha256, mime_of(one.mime), DATA, tanda, urut=one.urut)
        for one in files
    ]


def cover(
    house: House,
    reading: Reading,
    berkas: Berkas,
    *more: tuple[str, str],
    kurang: tuple[str, ...] = (),
    kepala: str = "BERKAS",
) -> Sampul:
    """What the cover says of a matter."""
    instansi = agency(house.packs, berkas.instansi)
    zona, unit = instansi.zona_of(berkas.unit), instansi.unit_of(berkas.unit)
    ended = panjang(local(berkas.ditutup, zona).date()) if berkas.ditutup else ""
    baris = (
        ("Instansi", instansi.nama),
        ("Unit", unit.nama if unit else berkas.unit),
        ("SOP", walked(reading, berkas).sop.judul if berkas.sidik else ""),
        ("Dibuka", panjang(local(berkas.dibuka, zona).date())),
        ("Ditutup", ended),
        ("Hasil", berkas.hasil),
        *more,
    )
    shown = tuple(one for one in baris if one[1])
    sebutan = called_of(house, reading, berkas)
    return Sampul(titled(berkas.judul), sebutan, shown, kurang, kepala)
