"""A paper on its way in a real house, for tests that end it without mercy."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from service.acts.keadaan.audit import audit
from service.acts.naskah import batal as naskah_batal
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill, write
from service.acts.ttd import kunci as kunci_ttd
from service.adapters.ledger import tables
from service.adapters.packs import FolderPacks
from service.config import CODE
from service.demo.sertifikat import Penerbit, Terkunci
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kembalian import Kembalian
from service.domain.naskah import DIAJUKAN, DIKIRIM, DITULIS, Naskah
from service.domain.nomor import Nomor
from service.domain.orang import Orang
from service.domain.paraf import Paraf
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import APLIKASI, TempatTtd
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.aplikasi import signed, trusting
from tests.fault.titik import inside
from tests.office import INSTANSI, UNIT, at_desk, person, rule, work
from tests.papers import UMUM, contoh

JENIS = "memorandum"
TEMBUSAN = "Biro Hubungan Masyarakat"  # a unit of the agency, which reads a copy once it is signed
PERKARA, DI_JALAN = "perkaracontoh".ljust(26, "a"), "naskahcontoh".ljust(26, "a")
ORANG = {"penyiap": "petugas", "pemaraf": "tim_sekretariat", "kepala": "ppid"}
PENERBIT = "penerbit"  # beside the house: who vouches for its people
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
    isian = contoh(UMUM / f"{JENIS}.toml") | {"tembusan": [TEMBUSAN]}
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
    return approve(house, the_paper(house).id, who(house, "kepala"), jalan=APLIKASI)


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
    key = signs(house, room)
    (laid,) = signers(house, "keluar").rglob("*.pdf")
    (signers(house, "kembali") / laid.name).write_bytes(signed(laid.read_bytes(), key))


def signs(house: RealHouse, room: Path) -> Terkunci:
    """The key of who signs, whose certificate is on their account, and whom the house believes."""
    penerbit = Penerbit(room / PENERBIT)
    trusting(house, penerbit.akar)
    key = penerbit.issue("Contoh pemaraf")
    with FrasaSandi(key.frasa) as frasa:
        kunci_ttd.add_file(house, who(house, "pemaraf"), key.path, "Kunci contoh", frasa)
    return key


def taken_in(house: RealHouse) -> None:
    """The watcher looks into the folder, and the machine does what it asks for."""
    trusting(house, house.settings.home.parent / PENERBIT / "akar")
    if any(signers(house, "kembali").iterdir()):
        with house.ledger.begin() as tx:
            tx.plan("collect", DI_JALAN)
    work(house)


def signers(house: RealHouse, which: str) -> Path:
    return house.settings.home / "tanda-tangan" / which


def papers(house: RealHouse) -> dict[str, object]:
    """How papers stand, in words that no order and no id changes."""
    with house.ledger.read() as reading:
        naskah, places = reading.find(Naskah), reading.find(Paraf)
        signs, odd = reading.find(TempatTtd), reading.find(Kembalian)
        copies = reading.find(Tembusan)
        numbers = [(one.nomor, one.keadaan) for one in reading.find(Nomor)]
    return {
        "naskah": Counter(_paper(one) for one in naskah),
        "paraf": sorted((one.ajuan, one.urut, one.peran, one.keadaan) for one in places),
        "nomor": sorted(numbers),
        "tempat": sorted((x.urut, x.peran, x.keadaan, bool(x.sesudah)) for x in signs),
        "tembusan": sorted((one.tujuan, one.tulisan) for one in copies),
        "kembalian": sorted((x.keadaan, x.file, x.temuan) for x in odd),
        "signers": inside(house.settings.home / "tanda-tangan"),
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
