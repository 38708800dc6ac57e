"""A template changes while papers of it are filled and approved: each keeps what it was made of."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from jobs.table import JOBS
from service.acts.naskah.acuan import TemplatBerganti
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.acts.pasangan.pakai import (
    Kembali,
    Setuju,
    TemplatMasihDipakai,
    go_back,
    use,
    withdraw,
)
from service.domain.naskah import KONSEP, Naskah
from service.domain.paper import checked
from service.domain.pasangan_versi import PasanganVersi
from service.domain.pekerjaan import JALUR, Pekerjaan
from service.domain.refusals import TidakAda
from service.domain.ruas import GIVEN_LATER
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports import Converter, Tanda
from tests.acts.test_klinik_buku import sent
from tests.acts.test_pasangan import (
    JENIS,
    changed,
    every,
    matter,
    paper_of,
    people,
    proved,
    used,
    whole,
    words_of,
)
from tests.conftest import NEW
from tests.office import INSTANSI, UNIT, open_house, person, rule, work
from tests.papers import UMUM

KALIMAT = "Contoh kalimat baru dari Word."
NASKAH, GANTI = 3, 6


@pytest.fixture(params=NEW)
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    with open_house(tmp_path, NEW[request.param](tmp_path)) as one:
        rule(one)
        yield one


class Lambat:
    """A clock at which whoever asks waits until they are let go on."""

    def __init__(self, house: RealHouse) -> None:
        self._clock, self.asked, self.on = house.clock, threading.Event(), threading.Event()

    def now(self) -> datetime:
        self.asked.set()
        self.on.wait(20)
        return self._clock.now()


def test_a_pair_is_not_withdrawn_between_reading_it_and_filling_a_paper_of_it(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    berkas = matter(house, tmp_path)
    konsep = sent(house, tim, tmp_path, "catatan", "catatan", "CT-{NOMOR}/{TAHUN}")
    use(house, ppid, Setuju(konsep.id, konsep.versi, -1))
    clock = Lambat(house)
    slow = replace(house, clock=clock)  # type: ignore[arg-type]

    with ThreadPoolExecutor(2) as pool:
        filling = pool.submit(fill, slow, berkas.id, "catatan", {}, petugas)
        assert clock.asked.wait(20)
        asked = Kembali(INSTANSI, "catatan", 1, "Contoh alasan")
        withdrawing = pool.submit(withdraw, house, atasan, asked)
        time.sleep(1)
        early = withdrawing.done()
        clock.on.set()
        naskah, refused = filling.result(30), withdrawing.exception(30)

    assert not early, "the withdrawal waits for the paper that is being filled"
    assert isinstance(refused, TemplatMasihDipakai), refused
    with house.ledger.read() as reading:
        assert reading.get(Naskah, naskah.id).keadaan == KONSEP
    assert house.packs.text(f"{INSTANSI}/naskah/catatan.toml")
    assert whole(house) == []


def test_a_withdrawn_pair_is_not_filled(house: RealHouse, tmp_path: Path) -> None:
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    berkas = matter(house, tmp_path)
    konsep = sent(house, tim, tmp_path, "catatan", "catatan", "CT-{NOMOR}/{TAHUN}")
    use(house, ppid, Setuju(konsep.id, konsep.versi, -1))
    withdraw(house, atasan, Kembali(INSTANSI, "catatan", 1, "Contoh alasan"))

    with pytest.raises(TidakAda):
        fill(house, berkas.id, "catatan", {}, petugas)


@pytest.mark.timeout(300)
def test_a_paper_remembers_the_version_whose_words_it_carries_while_versions_change(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    berkas = matter(house, tmp_path)
    konsep = proved(house, tim, changed(tmp_path, KALIMAT))
    isian = samples()
    together = threading.Barrier(2)

    def change() -> int:
        together.wait(20)
        used(house, ppid, konsep)
        for n in range(GANTI):
            time.sleep(0.4)
            back = Kembali(INSTANSI, JENIS, every(house, tim)[-1].urut, "Contoh alasan", n % 2)
            go_back(house, atasan, back)
        return len(every(house, tim))

    def write() -> list[Naskah]:
        together.wait(20)
        return [approved(house, berkas.id, isian, petugas, ppid) for _ in range(NASKAH)]

    with ThreadPoolExecutor(2) as pool:
        changing, writing = pool.submit(change), pool.submit(write)
        assert changing.result(200) == GANTI + 2
        papers = writing.result(200)
    work(house)

    for before in papers:
        one = paper_of(house, before)
        assert one.pasangan == before.pasangan
        assert carries(house, before, tmp_path / "dilihat") == carries(
            house, one, tmp_path / "jadi"
        )
        pdf = house.store.fetch(one.pdf, tmp_path / f"{one.id}.pdf")
        told = " ".join("".join(house.reader.look(pdf, "naskah.pdf").teks).split())
        assert (KALIMAT in told) == carries(house, one, tmp_path / "lagi"), one.id
    assert whole(house) == []


def carries(house: RealHouse, one: Naskah, folder: Path) -> bool:
    """Whether a paper carries the new words, as the version does that it says it is made of."""
    folder.mkdir(exist_ok=True)
    with house.ledger.read() as reading:
        versi = reading.get(PasanganVersi, one.pasangan)
    made, came = (
        KALIMAT in words_of(house.store.fetch(sha256, folder / f"{one.id}-{n}.docx"))
        for n, sha256 in enumerate((one.docx, versi.docx))
    )
    assert made == came, one.id
    return made


class Menyela:
    """A printer during whose first print something else happens in the office."""

    def __init__(self, printer: Converter, happens: Callable[[], object]) -> None:
        self._printer, self._happens = printer, [happens]

    def pdf(self, docx: Path, out: Path, tanda: Tanda | None = None) -> Path:
        while self._happens:
            self._happens.pop()()
        return self._printer.pdf(docx, out, tanda)


def test_a_paper_that_is_printed_while_its_template_changes_is_approved_only_as_it_was_seen(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    berkas = matter(house, tmp_path)
    konsep = proved(house, tim, changed(tmp_path, KALIMAT))
    naskah = fill(house, berkas.id, JENIS, samples(), petugas)
    printer = house.converter
    house.opened["converter"] = Menyela(printer, lambda: used(house, ppid, konsep))
    claimed = claim(house)
    JOBS[claimed.job](house, claimed.untuk)
    house.opened["converter"] = printer

    seen = paper_of(house, naskah)
    assert not carries(house, seen, tmp_path / "pertama"), "it was begun with the one before"
    submit(house, naskah.id, petugas)
    with pytest.raises(TemplatBerganti):
        approve(house, naskah.id, ppid)
    house.owed.settle(claimed)
    work(house)

    assert carries(house, paper_of(house, naskah), tmp_path / "kedua")
    approve(house, naskah.id, ppid)
    work(house)
    assert carries(house, paper_of(house, naskah), tmp_path / "ketiga")
    assert whole(house) == []


def claim(house: RealHouse) -> Pekerjaan:
    """The one piece of work that is owed, begun."""
    (one,) = (one for lane in JALUR for one in house.owed.claim(lane, 5, set))
    begun = house.owed.start(one.job, one.untuk, one.fence, "uji")
    assert begun
    return begun


def samples() -> dict[str, object]:
    """A paper filled in with the samples of its pair."""
    pair = checked(JENIS, (UMUM / f"{JENIS}.toml").read_text(), "")
    return {one.nama: one.contoh for one in pair.ruas if one.asal not in GIVEN_LATER}


def approved(
    house: RealHouse, berkas: str, isian: dict[str, object], oleh: Hadir, ppid: Hadir
) -> Naskah:
    """A paper through all its steps, printed anew as often as its template changes."""
    naskah = fill(house, berkas, JENIS, isian, oleh)
    work(house)
    submit(house, naskah.id, oleh)
    while True:
        try:
            approve(house, naskah.id, ppid)
            return paper_of(house, naskah)
        except TemplatBerganti:
            work(house)
