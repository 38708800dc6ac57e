"""Keeps a small home of a release, once: `python -m tests.rumah.simpan 0.1`.

One matter is played by the demo; then letters, a request, an objection and numbers come, so that
every book has lines. What is kept is the ledger, the closed store and the heads of the journals, as
a home of that release left them.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from service import house as houses
from service.acts.dikecualikan import usul as usul_kecuali
from service.acts.dikecualikan.usul import UsulanKecuali
from service.acts.informasi import usul
from service.acts.informasi.usul import Usulan
from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.pasangan.masuk import Unggah, take_in
from service.acts.pasangan.pakai import Setuju, use
from service.acts.register import keberatan, permohonan
from service.acts.register.permohonan import Masukan
from service.config import CODE, Settings
from service.domain.catatan import MESIN, Catatan
from service.domain.orang import Pemegang
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.seri import Perkara
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.domain.informasi.contoh import UTUH
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import arrive, at_desk, work
from tests.papers import UMUM, altered, letter

HERE = Path(__file__).parent
KEPT = ("tertutup", "jurnal")
KODE = "kalteng_biro_organisasi"
JENIS = "memorandum"


def keep(release: str) -> Path:
    """Play, and keep what was left."""
    goal = HERE / release
    with tempfile.TemporaryDirectory() as room:
        subprocess.run(
            [sys.executable, "-m", "service.cli", "demo", KODE, "--hasil", room],
            cwd=CODE,
            check=True,
        )
        home = Path(room) / "rumah"
        settings = Settings.from_env({"BERKAS_HOME": str(home), "BERKAS_INBOX": f"{room}/inbox"})
        with closing(houses.build(settings)) as house:
            _lived(house, Path(room))
        goal.mkdir()
        book = sqlite3.connect(home / "berkas.db")
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        book.execute("DELETE FROM detak")
        book.commit()
        book.execute("VACUUM INTO ?", (str(goal / "berkas.db"),))
        book.close()
        for name in KEPT:
            shutil.copytree(home / name, goal / name, ignore=shutil.ignore_patterns(".tmp"))
    return goal


def _lived(house: RealHouse, room: Path) -> None:
    """What comes to an office beside its matters."""
    unit = agency(house.packs, KODE).unit[0].id
    for n in range(3):
        path = letter(room / f"surat {n}.docx", f"Nomor : {n}/CONTOH/2026", "Hal : Undangan rapat")
        arrive(house, path, instansi=KODE, unit=unit)
    now = house.clock.now()
    one = permohonan.register(house, Masukan(new_kode(), KODE, unit, now, ISIAN))
    told = KEBERATAN_ISIAN | {"nomor_permohonan": one.nomor_daftar}
    keberatan.register(house, Masukan(new_kode(), KODE, unit, now, told))
    work(house)
    with house.ledger.begin() as tx:
        for untuk in ("contoh1", "contoh2"):
            ambil.take(
                house,
                tx,
                agency(house.packs, KODE),
                Minta("memorandum", untuk, now.date(), Perkara(unit)),
            )
        tx.note(Catatan(KODE, MESIN, "naskah_disetujui", now, "contoh"))
    _template(house, room)
    _lists(house, unit)


def _lists(house: RealHouse, unit: str) -> None:
    """A piece for the public list beside those of the edition, and one that is to be withheld."""
    who = _who(house, "tim_sekretariat")
    usul.propose(house, who, Usulan(house.new_id(), KODE, unit, "berkala", "biasa", UTUH.unsur))
    said = "Memuat nama saksi, perlu diuji"
    usul_kecuali.propose_new(
        house, who, UsulanKecuali(house.new_id(), KODE, unit, "Contoh daftar saksi", said)
    )


def _template(house: RealHouse, room: Path) -> None:
    """A template that two people of the office put in force."""
    with zipfile.ZipFile(UMUM / f"{JENIS}.docx") as whole:
        body = whole.read("word/document.xml").decode()
    last = body[body.rindex("<w:sectPr") :]
    more = f"<w:p><w:r><w:t>Contoh kalimat baru.</w:t></w:r></w:p>{last}"
    docx = altered(UMUM / f"{JENIS}.docx", room / "baru.docx", was=last, becomes=more)
    asked = Unggah(house.new_id(), KODE, JENIS, 0, docx, "baru.docx")
    konsep = take_in(house, _who(house, "tim_sekretariat"), asked)
    work(house)
    with house.ledger.read() as reading:
        versi = reading.get(PasanganKonsep, konsep.id).versi
    use(house, _who(house, "ppid"), Setuju(konsep.id, versi, 0))


def _who(house: RealHouse, peran: str) -> Hadir:
    with house.ledger.read() as reading:
        found = reading.find(Pemegang, instansi=KODE, peran=peran)
    return at_desk(house, found[0].orang)


if __name__ == "__main__":
    print(keep(sys.argv[1]))  # noqa: T201 (a command for the one who releases)
