"""What is withheld is nowhere: every page as everybody, and the answer to an id beyond reach."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from service.acts.orang import mulai, orang, peran
from service.acts.orang.hadir import operator
from service.domain.informasi.keadaan import DIKECUALIKAN, DIUJI
from service.domain.informasi.kode import from_bits, spoken
from service.house import RealHouse
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT
from tests.web import pejalan_publik
from tests.web.pejalan import ABSENT, Pejalan, asked_for, plain, told, walker, words_in
from tests.web.rahasia import (
    BELUM,
    INSTANSI_LAIN,
    LAIN,
    NIK,
    PRIBADI,
    TERTUTUP,
    UMUM,
    UNIT_LAIN,
    Kenari,
    filled,
)
from tests.web.rahasia_dip import listed
from tests.web.rumah_web import rumah_web

SEMUA = [TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI, BELUM]
# Who: their peran as (instansi, unit, peran), and the classes they have no right to.
SIAPA: dict[str, tuple[list[tuple[str, str, str]], list[str]]] = {
    "": ([], SEMUA),
    "unit.lain": ([(INSTANSI, "biro_lain", "unit")], [TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI]),
    "unit.ini": ([(INSTANSI, UNIT, "unit")], [TERTUTUP, INSTANSI_LAIN, PRIBADI]),
    "petugas": ([(INSTANSI, "", "petugas")], [TERTUTUP, INSTANSI_LAIN]),
    "sengketa": ([(INSTANSI, "", "fasilitasi_sengketa")], [TERTUTUP, INSTANSI_LAIN]),
    "timbang": ([(INSTANSI, "", "tim_pertimbangan")], [TERTUTUP, INSTANSI_LAIN, PRIBADI]),
    "tata": ([(INSTANSI, "", "tim_sekretariat")], [INSTANSI_LAIN]),
    "ppid": ([(INSTANSI, "", "ppid")], [INSTANSI_LAIN]),
    "arsip": ([(INSTANSI, "", "pengelola_arsip")], [INSTANSI_LAIN]),
    "admin": ([(INSTANSI, "", "administrator")], SEMUA),
    "petugas.lain": ([(LAIN, "", "petugas")], [TERTUTUP, UNIT_LAIN, PRIBADI, BELUM]),
}
# Of those with the same reach one asks for every word by name, the others for some of them.
SELURUHNYA = {"unit.lain", "petugas", "petugas.lain"}


class Didengar(logging.Handler):
    """Keeps all that any part of the program said, whatever the level."""

    def __init__(self) -> None:
        super().__init__(0)
        self.kata: set[str] = set()
        self.baris = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.baris += 1
        self.kata |= words_in(self.format(record).encode())


@dataclass
class Dunia:
    """An office with all its secrets."""

    house: RealHouse
    kenari: Kenari
    log: Didengar
    pejalan: dict[str, Pejalan] = field(default_factory=dict)

    def walker(self, nama: str) -> Pejalan:
        if nama not in self.pejalan:
            self.pejalan[nama] = walker(self.house, self.kenari, nama)
        return self.pejalan[nama]


@pytest.fixture(scope="module")
def dunia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dunia]:
    folder = tmp_path_factory.mktemp("bocor")
    heard, root = Didengar(), logging.getLogger()
    before = root.level
    with rumah_web(folder) as house:
        kenari = filled(house, folder)
        listed(house, kenari)
        for nama, (memegang, _) in SIAPA.items():
            if nama:
                _hired(house, nama, memegang)
        root.addHandler(heard)
        root.setLevel(logging.INFO)
        yield Dunia(house, kenari, heard)
        root.setLevel(before)
        root.removeHandler(heard)


def _hired(house: RealHouse, nama: str, memegang: list[tuple[str, str, str]]) -> None:
    admin = operator(house)
    made, token = orang.create(house, admin, memegang[0][0], orang.Isian(nama, f"Contoh {nama}"))
    mulai.choose_password(house, token, SANDI, "192.0.2.1")
    for where, unit, one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(where, unit, one))


def forbidden(kenari: Kenari, nama: str) -> set[str]:
    return {word for kelas in SIAPA[nama][1] for word in kenari.kata[kelas]}


@pytest.mark.parametrize("nama", SIAPA)
def test_no_page_tells_anybody_what_they_may_not_read_or_that_it_is_there(
    dunia: Dunia, nama: str
) -> None:
    """One walk: every address by every method; what is beyond reach as what there is not."""
    pejalan, words = dunia.walker(nama), forbidden(dunia.kenari, nama)
    beyond = set(SIAPA[nama][1]) - {PRIBADI}
    wrong: list[str] = []
    asked: set[tuple[str, str]] = set()
    absent: dict[tuple[str, str], tuple[int, str, str]] = {}

    def ask(method: str, path: str, rule: str = "", kelas: str = "") -> None:
        if (method, path) in asked:
            return
        asked.add((method, path))
        answer = pejalan.ask(method, path)
        found = {one for one in told(answer) & words if one not in path}
        if found:
            wrong.append(f"{method} {path} {sorted(found)}")
        if kelas not in beyond:
            return
        ids = _named(dunia.kenari, kelas, path)
        if not ids:
            return
        other = path
        for one in ids:
            other = other.replace(one, ABSENT)
        if (method, other) not in absent:
            absent[method, other] = plain(pejalan.ask(method, other), ABSENT)
        if plain(answer, *ids, ABSENT) != absent[method, other]:
            wrong.append(f"{method} {rule} {kelas}: {answer.status_code}")

    for method in ("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"):
        for rule, kelas, path in pejalan.addresses(method):
            if method == "GET" or (kelas in beyond and (method != "HEAD" or nama in SELURUHNYA)):
                ask(method, path, rule, kelas)
    some = asked_for(dunia.kenari, SIAPA[nama][1], every=1 if nama in SELURUHNYA else 12)
    for path in some:
        ask("GET", path)

    assert "\n".join(wrong) == ""
    assert len(asked) > 100


def _named(kenari: Kenari, kelas: str, path: str) -> list[str]:
    """The ids of this class that stand in an address."""
    named = kenari.id.get(kelas, {}).items()
    return [one for nama, many in named if nama != "buku" for one in many if one in path]


def test_by_a_method_that_a_page_does_not_know_nothing_is_told_either(dunia: Dunia) -> None:
    pejalan, words = dunia.walker("petugas"), forbidden(dunia.kenari, "petugas")
    first = {rule: path for rule, kelas, path in pejalan.addresses("OPTIONS") if kelas == TERTUTUP}
    for path in first.values():
        for method in ("HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND"):
            answer = pejalan.ask(method, path)
            assert answer.status_code != 500
            assert not {one for one in told(answer) & words if one not in path}, (method, path)


def test_who_may_read_it_finds_each_word_so_this_walk_would_see_a_leak(dunia: Dunia) -> None:
    pejalan = dunia.walker("tata")
    found: set[str] = set()
    for path in dict.fromkeys(path for _, _, path in pejalan.addresses("GET")):
        found |= told(pejalan.ask("GET", path))

    for kelas in (TERTUTUP, UNIT_LAIN, PRIBADI, BELUM, UMUM):
        planted = set(dunia.kenari.kata[kelas])
        assert len(found & planted) >= min(4, len(planted)) > 0, kelas


def test_a_book_for_withheld_matters_is_answered_like_a_book_nobody_has(dunia: Dunia) -> None:
    petugas = dunia.walker("petugas")
    for buku in dunia.kenari.id[TERTUTUP]["buku"]:
        kode, seri, masa = buku.split("/")
        for more in ("", "/xlsx", "/berita-acara?bulan=2026-11", "/n/1", "/ambil/pesan"):
            there, absent = (
                plain(petugas.ask("GET", f"/nomor/{kode}/{one}/{masa}{more}"), one)
                for one in (seri, "tiada_rahasia")
            )
            assert there == absent, more


def test_no_export_holds_a_nik_whoever_asks(dunia: Dunia) -> None:
    [nik] = dunia.kenari.kata[NIK]
    asked = [
        f"/register/{register}/{way}"
        for register in ("masuk", "keluar", "permohonan", "keberatan")
        for way in ("", "csv", "xlsx", "cetak")
    ]
    for nama in ("tata", "ppid", "arsip", "petugas"):
        for path in asked:
            answer = dunia.walker(nama).ask("GET", path.rstrip("/"))
            assert nik not in told(answer), (nama, path)


# --- the public -----------------------------------------------------------------------------


def unpublished(kenari: Kenari) -> set[str]:
    return {word for kelas, words in kenari.kata.items() if kelas != UMUM for word in words}


def test_the_public_is_told_what_is_published_and_nothing_else_by_any_method(dunia: Dunia) -> None:
    warga, words = pejalan_publik.visitor(dunia.house), unpublished(dunia.kenari)
    paths = list(pejalan_publik.addresses(warga, dunia.kenari))
    seen: set[str] = set()
    for path in paths:
        for method in ("GET", "HEAD", "POST", "OPTIONS", "DELETE"):
            found = told(warga.open(path, method=method))
            assert not {one for one in found & words if one not in path}, (method, path)
            seen |= found
        part = warga.get(path, headers={"Range": "bytes=0-5000"})
        assert not told(part) & words, path
    for path in pejalan_publik.questions(sorted(words)):
        found = told(warga.get(path))
        assert not {one for one in found & words if one not in path}, path

    # And this walk would see one: what is published it found, in the lists and in the downloads.
    assert len(seen & set(dunia.kenari.kata[UMUM])) >= 4
    assert len(paths) > 80


@pytest.mark.parametrize("daftar", ["dip", "dik"])
def test_a_withheld_code_is_answered_like_one_that_nobody_ever_had(
    dunia: Dunia, daftar: str
) -> None:
    warga, kode = pejalan_publik.visitor(dunia.house), dunia.kenari.kode
    held = [kode[one] for one in ("tertutup", "belum", DIKECUALIKAN, DIUJI, "dik_tertutup")]
    nobody = spoken(from_bits(b"tidak pernah ada"))
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        for way in ("", "/laporan.pdf", "/atom.xml"):
            absent = plain(warga.open(f"/{daftar}/{nobody}{way}", method=method), nobody)
            for one in held:
                there = plain(warga.open(f"/{daftar}/{one}{way}", method=method), one)
                assert there == absent, (method, way)


def test_no_byte_of_it_lies_on_the_publics_side(dunia: Dunia, tmp_path: Path) -> None:
    words, kode = unpublished(dunia.kenari), dunia.kenari.kode
    shut = [kode[one] for one in kode if one not in ("terbit", "dicabut", f"dik_{UMUM}")]
    seen: set[str] = set()
    for path in pejalan_publik.folders(dunia.house, tmp_path / "situs"):
        raw = path.read_bytes()
        found = words_in(raw) | words_in(str(path).encode())
        assert not found & words, path
        assert not [one for one in shut if one.encode() in raw or one in str(path)], path
        seen |= found
    vocabulary = pejalan_publik.vocabulary(dunia.house)
    assert not vocabulary & words

    assert len(seen & set(dunia.kenari.kata[UMUM])) >= 4
    assert vocabulary & set(dunia.kenari.kata[UMUM])


# --- time -----------------------------------------------------------------------------------

LAMA = 40  # answers of each, taken in turn
PALING_BEDA = 1.5


def ratio(ask: Callable[[str], object], there: str, absent: str) -> float:
    """How much longer the one takes than the other, in processor time, by the middle of many."""
    spent: dict[str, list[float]] = {there: [], absent: []}
    for n in range(LAMA + 5):
        for path in (there, absent) if n % 2 else (absent, there):
            began = time.thread_time()
            ask(path)
            if n >= 5:
                spent[path].append(time.thread_time() - began)
    return statistics.median(spent[there]) / statistics.median(spent[absent])


def test_what_is_beyond_reach_takes_as_long_as_what_is_not_there(dunia: Dunia) -> None:
    ids, warga = dunia.kenari.id[TERTUTUP], pejalan_publik.visitor(dunia.house)
    petugas, lain = dunia.walker("petugas"), dunia.walker("petugas.lain")
    asked = [
        (petugas, "/informasi", ids["informasi_id"][0]),
        (petugas, "/dikecualikan", ids["informasi_id"][0]),
        (petugas, "/kiriman", ids["kiriman_id"][0]),
        (petugas, "/berkas", ids["berkas_id"][0]),
        (petugas, "/file", ids["file_id"][0]),
        (lain, "/edisi", dunia.kenari.id[BELUM]["edisi_id"][0]),
    ]
    found = {
        at: ratio(lambda path, who=who: who.ask("GET", path), f"{at}/{one}", f"{at}/{ABSENT}")
        for who, at, one in asked
    }
    nobody = spoken(from_bits(b"tidak pernah ada"))
    for daftar in ("dip", "dik"):
        there = f"/{daftar}/{dunia.kenari.kode['tertutup']}"
        found[f"/{daftar}"] = ratio(warga.get, there, f"/{daftar}/{nobody}")

    unlike = {at: x for at, x in found.items() if not 1 / PALING_BEDA < x < PALING_BEDA}
    assert not unlike, found


# --- what stays behind ----------------------------------------------------------------------


def test_after_all_this_no_log_queue_journal_or_room_holds_a_word_of_it(dunia: Dunia) -> None:
    """Last, when everybody has asked for everything; also where others asked in another process."""
    for nama in SIAPA if dunia.log.baris < 100 else ():
        pejalan = dunia.walker(nama)
        for _, _, path in pejalan.addresses("GET"):
            pejalan.ask("GET", path).close()
    assert dunia.log.baris > 100
    assert dunia.log.kata == set()
    with dunia.house.engine.connect() as line:
        for table in ("catatan", "pekerjaan", "detak"):
            rows = line.execute(text(f"SELECT * FROM {table}")).all()
            assert words_in(str(rows).encode()) == set(), table
    home = dunia.house.settings.home
    for room in ("kerja", "unggahan", "log"):
        for path in (home / room).rglob("*"):
            raw = path.read_bytes() if path.is_file() else b""
            assert words_in(raw + str(path).encode()) == set(), path
