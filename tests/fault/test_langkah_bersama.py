"""Officers at real pages: two at one step, and whoever comes too late, too early or in vain."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from html import unescape
from pathlib import Path

import pytest

from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.bahan import Bawa
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.henti import Minta
from service.acts.instansi import pilihan as instansi
from service.acts.keadaan.audit import audit
from service.acts.orang import masuk, mulai, orang, peran
from service.acts.orang.hadir import operator
from service.acts.orang.masuk import Kunci
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import File
from service.domain.orang import PLT, Pemegang
from service.domain.sop.jejak import Jejak
from tests.fault.world import World
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT, arrive, at_desk, today
from tests.papers import letter

SOP = "uji_konsekuensi"


@dataclass
class Loket:
    """The pages at work, and officers who have come in."""

    world: World
    room: Path

    def __post_init__(self) -> None:
        self.house = self.world.house
        instansi.set_up(self.house, operator(self.house), INSTANSI)
        self.tim, self.rekan = self.officer("tim"), self.officer("rekan")
        path = letter(self.room / "surat.docx", "SURAT CONTOH", "Nomor : 1/C/XI/2026")
        kiriman = arrive(self.house, path)
        with self.house.ledger.read() as reading:
            self.file = reading.find(File, kiriman=kiriman.id)[0].id

    def officer(self, nama: str, memegang: str = "tim_sekretariat", **more: object) -> Kunci:
        """Somebody with a password and one peran, who has come in."""
        house, admin = self.house, operator(self.house)
        made, token = orang.create(house, admin, INSTANSI, orang.Isian(nama, f"Contoh {nama}"))
        mulai.choose_password(house, token, SANDI, "192.0.2.1")
        asked = peran.Penugasan(INSTANSI, "", memegang, **more)  # type: ignore[arg-type]
        peran.give(house, admin, made.id, asked)
        return masuk.enter(house, nama, SANDI, "192.0.2.1")

    def ready(self, judul: str = "Perkara contoh") -> Berkas:
        """A matter whose first step can be done."""
        house, who = self.house, at_desk(self.house, self.tim.sesi.orang)
        asked = Pembukaan(house.new_id(), INSTANSI, UNIT, SOP, judul)
        one = berkas_baru.open_by(house, who, asked)
        thing = Bawa(house.new_id(), "surat_permohonan", "didaftar", file=self.file)
        berkas_bahan.bring(house, who, one.id, thing)
        return one

    def does(self, kunci: Kunci, one: Berkas, **form: str) -> tuple[int, str]:
        """The step done as the page of version 1 had it; the answer in plain words."""
        path = f"/berkas/{one.id}/selesai"
        status, text = self.world.ask(kunci, path, **{"versi": "1", "hasil": "uji", **form})
        return status, " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())

    def now(self, one: Berkas) -> Berkas:
        with self.house.ledger.read() as reading:
            return reading.get(Berkas, one.id)

    def stopped(self, one: Berkas, act: Callable[..., Berkas]) -> None:
        head = at_desk(self.house, self.kepala.sesi.orang)
        act(self.house, head, Minta(one.id, self.now(one).versi, "Contoh alasan"))

    @cached_property
    def kepala(self) -> Kunci:
        return self.officer("kepala", "ppid")


@pytest.fixture
def loket(tmp_path: Path, ledger_url: str) -> Iterator[Loket]:
    world = World(tmp_path, ledger_url)
    try:
        one = Loket(world, tmp_path)
        world.start_web()
        yield one
    finally:
        world.end()


def test_of_two_officers_at_one_step_one_wins_and_the_other_is_told(loket: Loket) -> None:
    for n in range(6):
        one, start = loket.ready(f"Perkara contoh {n}"), threading.Barrier(2)
        told = list[tuple[int, str]]()

        def send(kunci: Kunci, one: Berkas = one, start: threading.Barrier = start) -> None:
            start.wait()
            told.append(loket.does(kunci, one))  # noqa: B023 (both end before the next round)

        both = [threading.Thread(target=send, args=(who,)) for who in (loket.tim, loket.rekan)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        assert sorted(status for status, _ in told) == [303, 409], told
        [lost] = [text for status, text in told if status == 409]
        assert "Sudah diubah orang lain sejak Anda membukanya." in lost
        with loket.house.ledger.read() as reading:
            way = reading.find(Jejak, berkas=one.id)
        assert sorted((x.langkah, x.keluar is None) for x in way) == [
            ("kajian", True),
            ("terima", False),
        ]
    assert [x.sebut for x in audit(loket.house) if not x.utuh and x.janji != "I5"] == []


def lapsed(loket: Loket) -> Kunci:
    """A Plt. who came in while the peran still counted; it ended yesterday."""
    now = today(loket.house)
    more = {"sebagai": PLT, "dasar": "Surat perintah contoh", "sampai": now + timedelta(days=2)}
    kunci = loket.officer("plt", **more)
    with loket.house.ledger.begin() as tx:
        [held] = tx.find(Pemegang, orang=kunci.sesi.orang)
        past = now - timedelta(days=3)
        tx.save(held, replace(held, mulai=past, sampai=past))
        now = loket.house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "peran_diubah", now, held.orang))
    return kunci


@dataclass(frozen=True)
class Salah:
    """Somebody who tries the step in vain, and what they are told."""

    nama: str
    status: int
    kata: str
    siapa: Callable[[Loket], Kunci] = lambda loket: loket.rekan
    dahulu: Callable[[Loket, Berkas], object] = lambda _loket, _one: None
    kirim: tuple[tuple[str, str], ...] = ()


SALAH = (
    Salah(
        "peran lain",
        403,
        "Langkah ini dikerjakan oleh PPID Utama / Tim Sekretariat PPID.",
        siapa=lambda loket: loket.officer("unit", "unit"),
    ),
    Salah(
        "dua kali",
        409,
        "Sudah diubah orang lain sejak Anda membukanya.",
        dahulu=lambda loket, one: loket.does(loket.rekan, one),
    ),
    Salah("hasil langkah lain", 422, "Pilih hasil dari daftar.", kirim=(("hasil", "cukup"),)),
    Salah("tanpa hasil", 422, "Isi hasil.", kirim=(("hasil", ""),)),
    Salah(
        "versi ngawur",
        422,
        "Isian tersembunyi formulir ini tidak utuh.",
        kirim=(("versi", "entah"),),
    ),
    Salah(
        "sesudah dibatalkan",
        409,
        "Berkas ini sudah dibatalkan. Tidak ada yang diubah.",
        dahulu=lambda loket, one: loket.stopped(one, berkas_henti.cancel),
    ),
    Salah(
        "selagi ditunda",
        409,
        "Berkas ini sedang ditunda.",
        dahulu=lambda loket, one: loket.stopped(one, berkas_henti.hold),
    ),
    Salah("Plt. lewat masa", 403, "berakhir", siapa=lapsed),
)


def test_whoever_comes_in_vain_is_told_why_and_nothing_changes(loket: Loket) -> None:
    for salah in SALAH:
        one = loket.ready(f"Perkara {salah.nama}")
        who = salah.siapa(loket)
        salah.dahulu(loket, one)
        before = loket.now(one)
        status, text = loket.does(who, one, **dict(salah.kirim))

        assert (status, salah.kata in text) == (salah.status, True), (
            salah.nama,
            status,
            text[-1500:],
        )
        assert loket.now(one) == before, salah.nama
    assert [x.sebut for x in audit(loket.house) if not x.utuh and x.janji != "I5"] == []
