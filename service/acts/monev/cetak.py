"""Evidence that the house prints when it is asked for: its SOPs, and the look at its addresses."""

from __future__ import annotations

from pathlib import Path

from service.acts.instansi.packs import agency
from service.acts.sop.daftar import bahan_of, sop_of
from service.domain.edisi.alamat_periksa import HASIL, AlamatDiperiksa
from service.domain.edisi.cetakan import TERBANYAK, Cetakan
from service.domain.informasi.kode import read_kode
from service.domain.monev.kuesioner import ALAMAT
from service.domain.sop.formulir import form
from service.domain.tanggal import local, panjang
from service.ports import House

KEPALA = ("No", "Kode", "Alamat", "Hasil", "Diperiksa")
LEBAR = (6, 16, 48, 16, 14)


def printed(house: House, instansi: str, what: str, room: Path) -> Path:
    """One of them as PDF."""
    docx, out = room / "cetak.docx", room / "cetak.pdf"
    if what == ALAMAT:
        house.list_paper.write(docx, _addresses(house, instansi))
    else:
        sop = sop_of(house.packs, instansi, what)
        name = agency(house.packs, instansi).nama
        house.sop_forms.write(form(sop, bahan_of(house.packs, instansi), instansi=name), docx)
    return house.converter.pdf(docx, out)


def _addresses(house: House, instansi: str) -> Cetakan:
    one = agency(house.packs, instansi)
    shown = house.informasi.shown(instansi)
    with house.ledger.read() as reading:
        every = reading.find(AlamatDiperiksa, instansi=instansi)
    rows = sorted((x for x in every if read_kode(x.kode) in shown), key=_order)
    good = sum(x.baik for x in rows)
    said = [one.nama, f"{good} dari {len(rows)} alamat menjawab seperti seharusnya."]
    if len(rows) > TERBANYAK:
        said.append(f"Yang tercetak {TERBANYAK} yang pertama.")
    return Cetakan(
        "Pemeriksaan alamat informasi yang diumumkan",
        one.kop,
        tuple(said),
        KEPALA,
        LEBAR,
        tuple(
            (
                str(n),
                x.kode,
                x.alamat,
                HASIL[x.hasil],
                panjang(local(x.diperiksa, one.zona).date()),
            )
            for n, x in enumerate(rows[:TERBANYAK], 1)
        ),
        f"Pemeriksaan alamat, {one.nama}",
    )


def _order(one: AlamatDiperiksa) -> tuple[str, str]:
    return one.kode, one.alamat
