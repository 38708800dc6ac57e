"""What a list destroyed is gone from the store and from the search; what others hold stays."""

from __future__ import annotations

import random
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from jobs import musnah
from service.acts.arsip.hapus import report_of
from service.acts.keadaan.audit import audit
from service.acts.simpan.keep import hold, keep
from service.domain.ada import Ada
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.hapus import TENANG
from service.domain.arsip.penyusutan import BUANG, SERAH
from service.domain.arsip.usul import DILAKSANAKAN, Usul, gone
from service.domain.berkas import BERJALAN, DIARSIPKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIKECUALIKAN
from service.domain.informasi.letak import Letak
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import Naskah
from service.domain.simpanan import DIPEGANG, MUSNAH, Simpanan
from service.domain.teks import Teks
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import LEDGER, TOLD, dies_at, in_child, points, spread, tells_of_commits
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT, open_house

LAMA = datetime(2020, 3, 2, 2, tzinfo=UTC)
KINI = datetime(2026, 11, 23, 3, tzinfo=UTC)
HARI = date(2026, 11, 20)


@dataclass
class Gudang:
    """A house with two old matters, one of which shares a letter's bytes with a matter of today."""

    house: RealHouse
    room: Path
    sidik: dict[str, str] = field(default_factory=dict)

    def kept(self, nama: str) -> str:
        path = self.room / nama
        path.write_bytes(f"Isi {nama}, yang dimusnahkan bersama arsipnya.".encode())
        kept = keep(self.house, path)
        with self.house.ledger.begin() as tx:
            hold(tx, kept)
        self.sidik[nama] = kept.sha256
        return kept.sha256

    def letter(self, berkas: str, nama: str, sha256: str) -> str:
        id_, now = self.house.new_id(), self.house.clock.now()
        one = Kiriman(id_, INSTANSI, UNIT, "web", nama, DIDAFTAR, LAMA, berkas=berkas)
        file = File(self.house.new_id(), id_, nama, sha256, 50)
        with self.house.ledger.begin() as tx:
            tx.add(one)
            tx.add(file)
            tx.add(Teks(f"{file.id}.0", abs(hash(id_)) % 10**12, file.id, id_, "kata", "kata"))
            tx.note(Catatan(INSTANSI, MESIN, "kiriman_diterima", now, id_))
        return id_

    def matter(self, nama: str, keadaan: str = DIARSIPKAN, dossier: str = "") -> str:
        id_, now = self.house.new_id(), self.house.clock.now()
        when = LAMA if keadaan == DIARSIPKAN else None
        one = Berkas(id_, INSTANSI, UNIT, nama, "", keadaan, LAMA, dossier, ditutup=when)
        with self.house.ledger.begin() as tx:
            tx.add(one)
            tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, id_))
        return id_

    def paper(self, berkas: str) -> None:
        """A signed paper that was printed twice, with a picture in it."""
        now, id_ = self.house.clock.now(), self.house.new_id()
        first = Naskah(id_, berkas, INSTANSI, "memorandum", TERIKAT, LAMA)
        first = replace(first, docx=self.kept("dahulu.docx"), pdf=self.kept("dahulu.pdf"))
        first = replace(first, isian={"gambar": self.kept("gambar.png")})
        after = replace(first, docx=self.kept("a.docx"), pdf=self.kept("a.pdf"))
        after = replace(after, bertanda_tangan=self.kept("bertanda.pdf"))
        with self.house.ledger.begin() as tx:
            tx.add(first)
            tx.add(Teks(id_, 7, "", "", "rahasia lama", "rahasia lama", naskah=id_))
            tx.note(Catatan(INSTANSI, MESIN, "naskah_diisi", now, id_))
        with self.house.ledger.begin() as tx:
            tx.save(first, after)
            tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", now, id_))

    def destroyed(self, macam: str = BUANG) -> Usul:
        """Two matters left by a list that was carried out; nothing is erased yet."""
        one = self.matter("Perkara lama", dossier=self.kept("dossier.pdf"))
        two = self.matter("Perkara lama yang lain")
        today = self.matter("Perkara hari ini", BERJALAN)
        self.letter(one, "surat.pdf", self.kept("surat.pdf"))
        self.letter(two, "edaran.pdf", self.kept("edaran.pdf"))
        self.letter(today, "edaran.pdf", self.sidik["edaran.pdf"])
        self.paper(one)
        now = self.house.clock.now()
        asked = Usul(self.house.new_id(), INSTANSI, "", macam, "Usul", (one, two), ("x",), now)
        asked = replace(asked, keadaan=DILAKSANAKAN, dilaksanakan=HARI)
        with self.house.ledger.begin() as tx:
            tx.add(asked)
            for id_ in (one, two):
                tx.add(gone(Arsip(id_, INSTANSI, LAMA.date()), asked))
            tx.plan("musnah", asked.id)
            tx.note(Catatan(INSTANSI, MESIN, "usul_arsip_dilaksanakan", now, asked.id))
        return asked

    def there(self) -> set[str]:
        return {nama for nama, sha in self.sidik.items() if self.house.store.has(sha)}

    def states(self) -> dict[str, str]:
        with self.house.ledger.read() as reading:
            known = {one.id: one.keadaan for one in reading.find(Simpanan)}
        return {nama: known[sha] for nama, sha in self.sidik.items()}

    def goes_its_way(self, usul: Usul) -> None:
        """The job as the house calls it: now, and again once it said so."""
        for _ in range(2):
            musnah.run(self.house, usul.id)
            self.house.clock.at += TENANG  # type: ignore[attr-defined]

    def whole(self) -> list[str]:
        """What the audit finds; that nobody takes the owed work up is this test's own doing."""
        found = [one for one in audit(self.house) if one.janji != "I5" and not one.utuh]
        return [x for one in found for x in one.sebut]


MILIK = {"dossier.pdf", "surat.pdf", "a.docx", "a.pdf", "bertanda.pdf"}
DAHULU = {"dahulu.docx", "dahulu.pdf", "gambar.png"}  # of an earlier version, and within a paper


@contextmanager
def opened(folder: Path, url: str) -> Iterator[Gudang]:
    with open_house(folder, url) as house:
        house.ledger.clock = Jam(KINI)  # type: ignore[union-attr]
        object.__setattr__(house, "clock", house.ledger.clock)  # a house is frozen
        yield Gudang(house, folder)


@pytest.fixture
def gudang(tmp_path: Path) -> Iterator[Gudang]:
    with opened(tmp_path, new_sqlite(tmp_path)) as one:
        yield one


@pytest.fixture
def dua(tmp_path: Path, ledger_url: str) -> Iterator[Gudang]:
    with opened(tmp_path, ledger_url) as one:
        yield one


def test_the_bytes_of_what_was_destroyed_are_gone_and_those_of_others_stay(dua: Gudang) -> None:
    usul = dua.destroyed()
    musnah.run(dua.house, usul.id)
    assert dua.there() == {*MILIK, *DAHULU, "edaran.pdf"}
    assert dua.whole() == []
    dua.house.clock.at += TENANG  # type: ignore[attr-defined]

    musnah.run(dua.house, usul.id)

    assert dua.there() == {"edaran.pdf"}
    assert dua.states() == {**dict.fromkeys(MILIK | DAHULU, MUSNAH), "edaran.pdf": DIPEGANG}
    assert dua.whole() == []
    with dua.house.ledger.read() as reading:
        report = report_of(reading, usul)
        words = [one for one in reading.find(Teks) if one.akar]
        assert reading.get(Berkas, usul.arsip[0]).judul == "Perkara lama"
    assert report
    assert (report.arsip, report.file, report.bersama) == (2, 8, 1)
    assert report.selesai == dua.house.clock.now()
    assert len(words) == 1
    musnah.run(dua.house, usul.id)
    assert dua.there() == {"edaran.pdf"}


def left(gudang: Gudang, *arsip: str) -> Usul:
    """One more list that was carried out, and gone its way."""
    now = gudang.house.clock.now()
    one = Usul(gudang.house.new_id(), INSTANSI, "", BUANG, "Usul lain", arsip, ("x",), now)
    one = replace(one, keadaan=DILAKSANAKAN, dilaksanakan=HARI)
    with gudang.house.ledger.begin() as tx:
        tx.add(one)
        for id_ in arsip:
            tx.add(gone(Arsip(id_, INSTANSI, LAMA.date()), one))
        tx.note(Catatan(INSTANSI, MESIN, "usul_arsip_dilaksanakan", now, one.id))
    gudang.goes_its_way(one)
    return one


def test_what_two_matters_shared_is_gone_with_the_later_of_their_lists(dua: Gudang) -> None:
    dua.goes_its_way(dua.destroyed())
    later = dua.matter("Perkara lama yang ketiga")
    dua.letter(later, "edaran.pdf", dua.sidik["edaran.pdf"])
    with dua.house.ledger.read() as reading:
        [today] = reading.find(Berkas, judul="Perkara hari ini")

    left(dua, later)
    assert dua.there() == {"edaran.pdf"}
    left(dua, today.id)

    assert dua.there() == set()
    assert dua.whole() == []


def test_the_letter_of_a_matter_and_of_what_that_called_goes_with_the_later_of_them(
    gudang: Gudang,
) -> None:
    above = gudang.matter("Perkara induk")
    letter = gudang.letter(above, "induk.pdf", gudang.kept("induk.pdf"))
    below, now = gudang.house.new_id(), gudang.house.clock.now()
    called = Berkas(below, INSTANSI, UNIT, "Uji", letter, DIARSIPKAN, LAMA, ditutup=LAMA)
    with gudang.house.ledger.begin() as tx:
        before = tx.get(Berkas, above)
        tx.save(before, replace(before, kiriman=letter))
        tx.add(replace(called, induk=above))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, below))

    left(gudang, below)
    assert gudang.there() == {"induk.pdf"}
    left(gudang, above)

    assert gudang.there() == set()


def test_a_file_that_was_laid_down_for_another_matter_stays_with_that(gudang: Gudang) -> None:
    old, today = gudang.matter("Perkara lama"), gudang.matter("Perkara hari ini", BERJALAN)
    gudang.letter(old, "usulan.pdf", gudang.kept("usulan.pdf"))
    with gudang.house.ledger.begin() as tx:
        [file] = tx.find(File, nama="usulan.pdf")
        tx.add(Ada(gudang.house.new_id(), today, "usulan", "ada", LAMA, MESIN, file.id))
        tx.note(Catatan(INSTANSI, MESIN, "bahan_dicatat", LAMA, today))

    left(gudang, old)

    assert gudang.there() == {"usulan.pdf"}
    assert gudang.states()["usulan.pdf"] == DIPEGANG


def test_a_document_that_the_office_still_withholds_stays_with_its_line(dua: Gudang) -> None:
    old, now = dua.matter("Perkara lama"), dua.house.clock.now()
    dua.letter(old, "audit.pdf", dua.kept("audit.pdf"))
    place = Letak("Laporan audit contoh", dua.sidik["audit.pdf"])
    with dua.house.ledger.begin() as tx:
        tx.add(Informasi(dua.house.new_id(), INSTANSI, "DIK-1", DIKECUALIKAN, letak=place))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan_kecuali", now, old))

    left(dua, old)

    assert dua.there() == {"audit.pdf"}
    assert dua.whole() == []


def test_a_file_that_somebody_sends_again_meanwhile_is_kept_for_them(gudang: Gudang) -> None:
    usul, house = gudang.destroyed(), gudang.house
    letter = gudang.matter("Perkara baru", BERJALAN)
    musnah.run(house, usul.id)
    gudang.letter(letter, "surat.pdf", gudang.sidik["surat.pdf"])  # as if at the same moment
    house.clock.at += TENANG  # type: ignore[attr-defined]
    musnah.run(house, usul.id)
    assert gudang.there() == {"surat.pdf", "edaran.pdf"}
    assert gudang.states()["surat.pdf"] == DIPEGANG
    assert gudang.whole() == []


def test_what_was_destroyed_may_come_in_again_as_a_new_file(gudang: Gudang) -> None:
    usul = gudang.destroyed()
    gudang.goes_its_way(usul)
    again = gudang.kept("surat.pdf")
    gudang.letter(gudang.matter("Perkara baru", BERJALAN), "surat.pdf", again)
    assert gudang.there() == {"surat.pdf", "edaran.pdf"}
    gudang.goes_its_way(usul)
    assert gudang.there() == {"surat.pdf", "edaran.pdf"}
    assert gudang.whole() == []


def test_what_was_only_handed_over_keeps_its_bytes(gudang: Gudang) -> None:
    usul = gudang.destroyed(SERAH)
    gudang.goes_its_way(usul)
    assert gudang.there() == {*MILIK, *DAHULU, "edaran.pdf"}


def test_bytes_that_should_be_gone_and_are_not_are_named_by_the_audit(gudang: Gudang) -> None:
    usul = gudang.destroyed()
    gudang.goes_its_way(usul)
    gudang.house.store.put(gudang.room / "a.pdf")
    [said] = gudang.whole()
    assert "tidak punya baris" in said


@pytest.mark.timeout(900)
def test_killed_anywhere_the_erasing_goes_on_where_it_was(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = tmp_path / "sebelum"
    before.mkdir()
    url = new_sqlite(before)
    with opened(before, url) as gudang:
        usul, sidik = gudang.destroyed(), gudang.sidik

    def done(folder: Path) -> None:
        with opened(folder, f"sqlite:///{folder}/berkas.db") as one:
            tells_of_commits(one.house.ledger.engine)
            one.goes_its_way(usul)

    def began(folder: Path) -> Path:
        shutil.copytree(before, folder)
        return folder

    calm = began(tmp_path / "tenang")
    with points(None, TOLD | LEDGER) as counted:
        done(calm)
    seed = random.randrange(1_000_000)
    many = counted.count if request.config.getoption("--panjang") else 4
    wrong, deaths = list[str](), 0
    for n in spread(counted.count, many, seed):
        folder = began(tmp_path / f"kali-{n}")

        def killed(folder: Path = folder, n: int = n) -> None:
            with points(dies_at(n), TOLD | LEDGER):
                done(folder)

        deaths += in_child(killed) == signal.SIGKILL
        done(folder)
        with opened(folder, f"sqlite:///{folder}/berkas.db") as one:
            one.sidik = sidik
            if one.there() != {"edaran.pdf"} or one.whole():
                wrong.append(f"point {n}: {one.there()}, {one.whole()}")
        shutil.rmtree(folder)
    sys.stdout.write(f"killed at {deaths} of {counted.count} points, seed {seed}\n")
    assert wrong == []
    assert deaths
