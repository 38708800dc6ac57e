"""A paper on its way in a real house, for tests that end it without mercy."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from service.acts import naskah_batal, submit
from service.acts.approve import approve
from service.acts.audit import audit
from service.acts.fill import fill, write
from service.adapters.ledger import tables
from service.adapters.packs import FolderPacks
from service.config import CODE
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIAJUKAN, DIKIRIM, DITULIS, Naskah
from service.domain.nomor import Nomor
from service.domain.orang import Orang
from service.domain.paraf import Paraf
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.fault.titik import inside
from tests.office import INSTANSI, UNIT, at_desk, person, rule, work
from tests.papers import UMUM, contoh

JENIS = "memorandum"
PERKARA, DI_JALAN = "perkaracontoh".ljust(26, "a"), "naskahcontoh".ljust(26, "a")
ORANG = {"penyiap": "petugas", "pemaraf": "tim_sekretariat", "kepala": "ppid"}
BALASAN = b"\n% tanda tangan contoh\n%%EOF\n"


def who(house: RealHouse, nama: str) -> Hadir:
    """The person as they are at this moment, in an office whose memoranda are initialled."""
    packs = house.settings.home.parent / "paket"
    if packs.is_dir():
        house.opened["packs"] = FolderPacks(packs, dict)
    with house.ledger.read() as reading:
        found = next(one for one in reading.find(Orang) if one.nama_masuk == nama)
    return at_desk(house, found.id)


def the_paper(house: RealHouse) -> Naskah:
    with house.ledger.read() as reading:
        return reading.find(Naskah)[0]


def initials_asked(room: Path) -> None:
    """The packs of the house, with a place for initials on its memoranda."""
    packs = Path(shutil.copytree(CODE / "templates_docx", room / "paket"))
    pair = packs / "umum" / "naskah" / f"{JENIS}.toml"
    pair.write_text(f'paraf = ["{ORANG["pemaraf"]}"]\n{pair.read_text()}')
    for one in (packs, *packs.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)


def matter(house: RealHouse, _room: Path) -> None:
    """People at their desks, and a matter that no SOP walks, so that its paper ends it."""
    rule(house)
    for nama, peran in ORANG.items():
        person(house, nama, peran)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(Berkas(PERKARA, INSTANSI, UNIT, "Perkara contoh", "", BERJALAN, now))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, PERKARA))


def begins(house: RealHouse) -> object:
    isian = contoh(UMUM / f"{JENIS}.toml")
    return fill(house, PERKARA, JENIS, isian, who(house, "penyiap"), id_=DI_JALAN)


def filled(house: RealHouse, room: Path) -> None:
    """A konsep whose print is owed."""
    matter(house, room)
    begins(house)


def printed(house: RealHouse, room: Path) -> None:
    filled(house, room)
    work(house)


def written(house: RealHouse) -> object:
    one = the_paper(house)
    return write(house, one.id, who(house, "penyiap"), one.versi, {"hal": "Hal contoh lain"})


def forward(house: RealHouse) -> object:
    return submit.submit(house, the_paper(house).id, who(house, "penyiap"))


def put_forward(house: RealHouse, room: Path) -> None:
    printed(house, room)
    forward(house)


def to_initial(house: RealHouse, room: Path) -> None:
    initials_asked(room)
    put_forward(house, room)


def initialled(house: RealHouse) -> object:
    one = the_paper(house)
    return submit.initial(house, one.id, who(house, "pemaraf"), one.versi)


def sent_back(house: RealHouse) -> object:
    one = the_paper(house)
    return submit.send_back(house, one.id, who(house, "kepala"), one.versi, "Salah contoh")


def approved(house: RealHouse) -> object:
    return approve(house, the_paper(house).id, who(house, "kepala"))


def numbered(house: RealHouse, room: Path) -> None:
    put_forward(house, room)
    approved(house)


def given_up(house: RealHouse) -> object:
    one = the_paper(house)
    return naskah_batal.give_up(house, one.id, who(house, "kepala"), one.versi, "Tidak jadi contoh")


def on_its_way(house: RealHouse) -> None:
    """The office does what is left to do until the paper lies with its signer."""
    work(house)
    if the_paper(house).keadaan in DITULIS:
        forward(house)
    if the_paper(house).keadaan == DIAJUKAN:
        approved(house)
    work(house)


def come_back(house: RealHouse, room: Path) -> None:
    """What its signer gave back lies in the folder."""
    printed(house, room)
    on_its_way(house)
    assert the_paper(house).keadaan == DIKIRIM
    (laid,) = signers(house, "keluar").iterdir()
    (signers(house, "masuk") / laid.name).write_bytes(laid.read_bytes() + BALASAN)


def taken_in(house: RealHouse) -> None:
    """The watcher looks into the folder, and the machine does what it asks for."""
    if any(signers(house, "masuk").iterdir()):
        with house.ledger.begin() as tx:
            tx.plan("collect", DI_JALAN)
    work(house)


def signers(house: RealHouse, which: str) -> Path:
    return house.settings.home / "tanda_tangan" / which


def papers(house: RealHouse) -> dict[str, object]:
    """How papers stand, in words that no order and no id changes."""
    with house.ledger.read() as reading:
        naskah, places = reading.find(Naskah), reading.find(Paraf)
        numbers = [(one.nomor, one.keadaan) for one in reading.find(Nomor)]
    return {
        "naskah": Counter(_paper(one) for one in naskah),
        "paraf": sorted((one.ajuan, one.urut, one.peran, one.keadaan) for one in places),
        "nomor": sorted(numbers),
        "signers": inside(house.settings.home / "tanda_tangan"),
    }


def _paper(one: Naskah) -> tuple[object, ...]:
    made = (bool(one.resep), bool(one.docx), bool(one.pdf), bool(one.bertanda_tangan))
    return (one.jenis, one.keadaan, one.nomor, one.tanggal, one.ajuan, *made, len(one.isian))


def told(house: RealHouse) -> dict[str, object]:
    """How papers stand, what is owed for them, and which promises are broken."""
    with house.ledger.reader.begin() as look:
        owed = sorted(look.execute(select(tables.pekerjaan.c.job)).scalars())
    broken = [one.janji for one in audit(house) if not one.utuh]
    return {**papers(house), "terutang": owed, "janji": broken}
