"""A changed template on its way in a real house, for tests that end it without mercy."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from service.acts.keadaan.audit import audit
from service.acts.pasangan.masuk import Unggah, take_in
from service.acts.pasangan.pakai import Kembali, Setuju, go_back, use
from service.adapters.ledger import tables
from service.domain.naskah import Naskah
from service.domain.orang import Orang
from service.domain.paket import Paket
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.fault import naskah
from tests.office import INSTANSI, at_desk, person, rule, work
from tests.papers import UMUM, altered

JENIS = naskah.JENIS
KONSEP = "konsepcontoh".ljust(26, "a")
ORANG = {"tim": "tim_sekretariat", "utama": "ppid", "atasan": "atasan_ppid"}


def who(house: RealHouse, nama: str) -> Hadir:
    """The person as they are at this moment."""
    with house.ledger.read() as reading:
        found = next(one for one in reading.find(Orang) if one.nama_masuk == nama)
    return at_desk(house, found.id)


def office(house: RealHouse, room: Path) -> None:
    """People at their desks, a changed template beside them, and a paper that is not approved."""
    naskah.printed(house, room)
    for nama, peran in ORANG.items():
        person(house, nama, peran)
    rule(house)
    with zipfile.ZipFile(UMUM / f"{JENIS}.docx") as whole:
        body = whole.read("word/document.xml").decode()
    last = body[body.rindex("<w:sectPr") :]
    more = f"<w:p><w:r><w:t>Contoh kalimat baru.</w:t></w:r></w:p>{last}"
    altered(UMUM / f"{JENIS}.docx", room / "baru.docx", was=last, becomes=more)


def sent(house: RealHouse) -> object:
    docx = house.settings.home.parent / "baru.docx"
    asked = Unggah(KONSEP, INSTANSI, JENIS, 0, docx, "baru.docx")
    return take_in(house, who(house, "tim"), asked)


def proved(house: RealHouse, room: Path) -> None:
    office(house, room)
    sent(house)
    work(house)


def used(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        versi = reading.get(PasanganKonsep, KONSEP).versi
    return use(house, who(house, "utama"), Setuju(KONSEP, versi, 0))


def in_force(house: RealHouse, room: Path) -> None:
    proved(house, room)
    used(house)
    work(house)


def gone_back(house: RealHouse) -> object:
    return go_back(house, who(house, "atasan"), Kembali(INSTANSI, JENIS, 1, "Contoh", 0))


def told(house: RealHouse) -> dict[str, object]:
    """How templates stand, what is owed for them, and which promises are broken."""
    with house.ledger.read() as reading:
        drafts, made = reading.find(PasanganKonsep), reading.find(PasanganTerbit)
        laid, papers = reading.find(Paket), reading.find(Naskah)
    with house.ledger.reader.begin() as look:
        owed = sorted(look.execute(select(tables.pekerjaan.c.job)).scalars())
    return {
        "konsep": [(one.keadaan, one.docx, one.tercetak) for one in drafts],
        "terbit": sorted((one.urut, one.docx, one.dari) for one in made),
        "paket": sorted((one.id, one.teks) for one in laid),
        "naskah": Counter((one.keadaan, one.pasangan) for one in papers),
        "terutang": owed,
        "janji": [one.janji for one in audit(house) if not one.utuh],
    }
