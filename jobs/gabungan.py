"""Make one file of all papers of a kumpulan: a ZIP of Word and PDF, or one PDF to print."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from service.acts.jilid.salinan_baca import drawn
from service.acts.kumpulan.lihat import papers
from service.acts.naskah.fill import pasangan
from service.acts.naskah.wujud import kinds
from service.acts.simpan.keep import hold, keep
from service.domain import kumpulan as k
from service.domain.catatan import MESIN, Catatan
from service.domain.kumpulan import BOLAK, ZIP, Gabungan, Kumpulan
from service.domain.naskah import Naskah
from service.domain.wujud_asli import CETAKAN, Wujud
from service.ports import House

AWAL = (1980, 1, 1, 0, 0, 0)  # no clock in it: of the same papers the same bytes
NAMA_TERPANJANG = 100
_ASING = re.compile(r"[^\w .,()-]+")


def run(house: House, gabungan_id: str) -> None:
    """The file of the papers as they are now, where it is not there yet."""
    with house.ledger.read() as reading:
        before = reading.get(Gabungan, gabungan_id)
        one = reading.get(Kumpulan, before.kumpulan)
        live = k.live(papers(reading, one))
        wujud = kinds(house, reading, live)
    resep = k.resep(before.bentuk, live)
    if not resep or (resep == before.resep and before.file):
        _settled(house, before)
        return
    kind = pasangan(house, one.instansi, one.jenis)
    with house.room() as room:
        out = _make(house, room, before.bentuk, kind.nama, live, wujud)
        kept = keep(house, out)
    with house.ledger.begin() as tx:
        tx.save(before, replace(before, diminta=resep, resep=resep, file=kept.sha256))
        hold(tx, kept)
        told = {"bentuk": before.bentuk, "jumlah": str(len(live))}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "kumpulan_digabung", now, one.id, told))


def _settled(house: House, before: Gabungan) -> None:
    """Nothing is waited for: the papers are written on again, or the file is there."""
    if before.diminta == before.resep:
        return
    with house.ledger.begin() as tx:
        one = tx.get(Kumpulan, before.kumpulan)
        tx.save(before, replace(before, diminta=before.resep))
        told = {"bentuk": before.bentuk}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "kumpulan_batal_digabung", now, one.id, told))


def _make(
    house: House,
    room: Path,
    bentuk: str,
    nama: str,
    live: Sequence[Naskah],
    wujud: Mapping[str, Wujud],
) -> Path:
    if bentuk == ZIP:
        return _zip(house, room, nama, live, wujud)
    parts = [
        (name_of(nama, urut, one), _pages(house, room, urut, k.bytes_of(one), wujud))
        for urut, one in enumerate(live, 1)
    ]
    out = room / "cetak.pdf"
    house.collator.collate(nama, parts, out, bolak_balik=bentuk == BOLAK)
    return out


def _pages(house: House, room: Path, urut: int, sha256: str, wujud: Mapping[str, Wujud]) -> Path:
    """A paper to be printed; a scan that is no PDF by its reading copy."""
    path = house.store.fetch(sha256, room / f"{urut}.asli")
    if wujud.get(sha256, CETAKAN).pdf:
        return path
    return drawn(house, sha256, path, room / f"{urut}.baca")


def _zip(
    house: House, room: Path, nama: str, live: Sequence[Naskah], wujud: Mapping[str, Wujud]
) -> Path:
    out = room / "naskah.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as whole:  # both are packed already
        for urut, one in enumerate(live, 1):
            end = wujud.get(k.bytes_of(one), CETAKAN).akhir
            for akhir, sha256 in ((".docx", one.docx), (end, k.bytes_of(one))):
                if not sha256:
                    continue
                part = house.store.fetch(sha256, room / "bagian")
                member = zipfile.ZipInfo(f"{name_of(nama, urut, one)}{akhir}", AWAL)
                member.external_attr = 0o644 << 16
                with part.open("rb") as held, whole.open(member, "w") as put:
                    while piece := held.read(1 << 20):
                        put.write(piece)
                part.unlink()
    return out


def name_of(nama: str, urut: int, one: Naskah) -> str:
    """What a paper is called in a folder: where it stands, what it is, its number."""
    said = f"{urut:04} {nama} {one.nomor or 'konsep'}"
    return _ASING.sub("-", said)[:NAMA_TERPANJANG].strip(" -.")
