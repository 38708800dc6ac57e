"""What is withheld is nowhere: every page as everybody, and the answer to an id beyond reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from service.acts.orang import mulai, orang, peran
from service.commands.user import operator
from service.house import RealHouse
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT
from tests.web.rahasia import (
    ABSENT,
    INSTANSI_LAIN,
    LAIN,
    NIK,
    PRIBADI,
    TERTUTUP,
    UNIT_LAIN,
    Kenari,
    Pejalan,
    asked_for,
    filled,
    unpacked,
    walker,
)
from tests.web.rumah_web import rumah_web

# Who: their peran as (instansi, unit, peran), and the classes they have no right to.
SIAPA: dict[str, tuple[list[tuple[str, str, str]], list[str]]] = {
    "": ([], [TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI]),
    "unit.lain": ([(INSTANSI, "biro_lain", "unit")], [TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI]),
    "unit.ini": ([(INSTANSI, UNIT, "unit")], [TERTUTUP, INSTANSI_LAIN, PRIBADI]),
    "petugas": ([(INSTANSI, "", "petugas")], [TERTUTUP, INSTANSI_LAIN]),
    "sengketa": ([(INSTANSI, "", "fasilitasi_sengketa")], [TERTUTUP, INSTANSI_LAIN]),
    "timbang": ([(INSTANSI, "", "tim_pertimbangan")], [TERTUTUP, INSTANSI_LAIN, PRIBADI]),
    "tata": ([(INSTANSI, "", "tim_sekretariat")], [INSTANSI_LAIN]),
    "ppid": ([(INSTANSI, "", "ppid")], [INSTANSI_LAIN]),
    "arsip": ([(INSTANSI, "", "pengelola_arsip")], [INSTANSI_LAIN]),
    "admin": (
        [(INSTANSI, "", "administrator")],
        [TERTUTUP, UNIT_LAIN, INSTANSI_LAIN, PRIBADI],
    ),
    "petugas.lain": ([(LAIN, "", "petugas")], [TERTUTUP, UNIT_LAIN, PRIBADI]),
}


@dataclass
class Dunia:
    """An office with all its secrets."""

    house: RealHouse
    kenari: Kenari


@pytest.fixture(scope="module")
def dunia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dunia]:
    folder = tmp_path_factory.mktemp("bocor")
    with rumah_web(folder) as house:
        kenari = filled(house, folder)
        for nama, (memegang, _) in SIAPA.items():
            if nama:
                _hired(house, nama, memegang)
        yield Dunia(house, kenari)


def _hired(house: RealHouse, nama: str, memegang: list[tuple[str, str, str]]) -> None:
    admin = operator(house)
    made, token = orang.create(house, admin, memegang[0][0], orang.Isian(nama, f"Contoh {nama}"))
    mulai.choose_password(house, token, SANDI, "192.0.2.1")
    for where, unit, one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(where, unit, one))


def forbidden(kenari: Kenari, nama: str) -> list[str]:
    return [word for kelas in SIAPA[nama][1] for word in kenari.kata[kelas]]


def leaks(pejalan: Pejalan, path: str, words: list[str]) -> list[str]:
    """The words that an answer tells, besides what the asker themself put into the address."""
    answer = pejalan.ask("GET", path)
    told = unpacked(answer)
    return [word for word in words if word in told and word not in path]


@pytest.mark.parametrize("nama", SIAPA)
def test_no_page_tells_anybody_what_they_may_not_read(dunia: Dunia, nama: str):
    pejalan = walker(dunia.house, dunia.kenari, nama)
    words = forbidden(dunia.kenari, nama)
    asked = [path for _, _, path in pejalan.addresses("GET")]
    asked += asked_for(dunia.kenari, SIAPA[nama][1])

    told = {path: leaks(pejalan, path, words) for path in dict.fromkeys(asked)}

    assert "\n".join(f"{path} {found}" for path, found in told.items() if found) == ""
    assert len(asked) > 100


def test_who_may_read_it_finds_each_word_so_this_walk_would_see_a_leak(dunia: Dunia):
    pejalan = walker(dunia.house, dunia.kenari, "tata")
    asked = [path for _, _, path in pejalan.addresses("GET")]
    told = "\n".join(unpacked(pejalan.ask("GET", path)) for path in dict.fromkeys(asked))

    for kelas in (TERTUTUP, UNIT_LAIN, PRIBADI):
        seen = [word for word in dunia.kenari.kata[kelas] if word in told]
        assert len(seen) > 3, kelas


@pytest.mark.parametrize("nama", SIAPA)
def test_what_is_beyond_reach_answers_like_what_is_not_there(dunia: Dunia, nama: str):
    pejalan = walker(dunia.house, dunia.kenari, nama)
    told = []
    for method in ("GET", "HEAD", "POST"):
        for rule, kelas, path in pejalan.addresses(method):
            if kelas not in SIAPA[nama][1] or kelas == PRIBADI:
                continue
            named = dunia.kenari.id[kelas].items()
            ids = [one for nama, many in named if nama != "buku" for one in many]
            for one in ids:
                if one in path:
                    there = _plain(pejalan, method, path, one)
                    absent = _plain(pejalan, method, path.replace(one, ABSENT), ABSENT)
                    if there != absent:
                        told.append(f"{method} {rule} {kelas}: {there[0]} and {absent[0]}")

    assert "\n".join(told) == ""


def _plain(pejalan: Pejalan, method: str, path: str, one: str) -> tuple[int, str, str]:
    """An answer without what differs from one asking to the next."""
    answer = pejalan.ask(method, path)
    headers = re.sub(r"(Set-Cookie|Date|Content-Length):[^\n]*", "", str(answer.headers))
    text = answer.text.replace(one, "ID")
    answer.close()
    text = re.sub(r'name="(csrf|kunci|tanda)" value="[^"]*"', "", text)
    return answer.status_code, headers.replace(one, "ID"), text


def test_a_book_for_withheld_matters_is_answered_like_a_book_nobody_has(dunia: Dunia):
    petugas = walker(dunia.house, dunia.kenari, "petugas")
    for buku in dunia.kenari.id[TERTUTUP]["buku"]:
        kode, seri, masa = buku.split("/")
        for more in ("", "/xlsx", "/berita-acara?bulan=2026-11", "/n/1", "/ambil/pesan"):
            there = _plain(petugas, "GET", f"/nomor/{kode}/{seri}/{masa}{more}", seri)
            absent = _plain(
                petugas, "GET", f"/nomor/{kode}/tiada_rahasia/{masa}{more}", "tiada_rahasia"
            )
            assert there == absent, more


def test_no_export_holds_a_nik_whoever_asks(dunia: Dunia):
    [nik] = dunia.kenari.kata[NIK]
    asked = [
        f"/register/{register}/{way}"
        for register in ("masuk", "keluar", "permohonan", "keberatan")
        for way in ("", "csv", "xlsx", "cetak")
    ]
    for nama in ("tata", "ppid", "arsip", "petugas"):
        pejalan = walker(dunia.house, dunia.kenari, nama)
        for path in asked:
            answer = pejalan.ask("GET", path.rstrip("/"))
            assert nik not in unpacked(answer), (nama, path)
