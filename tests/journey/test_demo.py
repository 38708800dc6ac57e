from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import page
import pytest
from pypdf import PdfReader

from service import house as houses
from service.acts.audit import audit
from service.config import CODE, Settings
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.orang import DELEGASI, Pemegang
from service.house import RealHouse

LANGKAH = [
    "terima",
    "kenali",
    "daftar",
    "isi",
    "cetak_konsep",
    "setujui",
    "kirim",
    "kembali_ditandatangani",
    "jilid",
]


@dataclass(frozen=True)
class Played:
    hasil: Path
    code: int
    lines: list[dict[str, object]]
    said: str


def demo(hasil: Path, *words: str) -> Played:
    env = {name: value for name, value in os.environ.items() if not name.startswith("BERKAS_")}
    ran = subprocess.run(
        [sys.executable, "-m", "service.cli", "demo", *words, "--hasil", str(hasil), "--json"],
        cwd=CODE,
        env=env,
        capture_output=True,
        text=True,
        timeout=110,
    )
    return Played(
        hasil, ran.returncode, [json.loads(x) for x in ran.stdout.splitlines()], ran.stderr
    )


def opened(played: Played) -> RealHouse:
    home = played.hasil / "rumah"
    return houses.build(
        Settings.from_env({"BERKAS_HOME": str(home), "BERKAS_INBOX": str(home / "kotak_masuk")})
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    return demo(tmp_path_factory.mktemp("hasil") / "peragaan satu", "kemensetneg")


@pytest.fixture(scope="module")
def house(played: Played) -> Iterator[RealHouse]:
    whole = opened(played)
    yield whole
    whole.close()


def test_one_matter_goes_from_the_inbox_to_its_dossier(played: Played) -> None:
    assert played.code == 0, played.said
    *steps, last = played.lines
    assert [one["langkah"] for one in steps] == LANGKAH
    assert set(steps[0]) == {
        "instansi",
        "sop",
        "berkas",
        "langkah",
        "cabang",
        "naskah",
        "detik",
    }
    counted = {name: value for name, value in last.items() if name != "detik"}
    assert counted == {
        "ringkasan": True,
        "instansi": 1,
        "berkas": 1,
        "langkah": len(LANGKAH),
        "naskah": 1,
        "pdfa_sah": None,
        "tanda_tangan_sah": None,
        "dossier": 1,
    }


def test_it_says_plainly_that_nobody_signed(played: Played) -> None:
    assert "Belum ada tanda tangan sungguhan" in played.said


def test_the_ledger_of_the_play_keeps_every_promise(house: RealHouse) -> None:
    assert [one for one in audit(house) if not one.utuh] == []
    with house.ledger.read() as reading:
        (kiriman,), (berkas,) = reading.find(Kiriman), reading.find(Berkas)
    assert kiriman.nomor_agenda.startswith("0001/")
    assert berkas.keadaan == DIARSIPKAN


def test_sample_people_fill_and_approve_one_of_them_by_a_lent_peran(house: RealHouse) -> None:
    lines = {one.perbuatan: one for one in house.lists.jurnal("kemensetneg", 1000, 100)}
    names = house.lists.nama_orang({one.siapa for one in lines.values()})
    filled, approved = lines["naskah_diisi"], lines["naskah_disetujui"]

    assert names[filled.siapa] == "Contoh Petugas"
    assert names[approved.siapa] == "Contoh Pengganti"
    with house.ledger.read() as reading:
        held = reading.get(Pemegang, approved.rincian["pemegang"])
    assert (held.orang, held.sebagai) == (approved.siapa, DELEGASI)


def test_the_papers_of_the_play_hold_as_archive(played: Played, house: RealHouse) -> None:
    with house.ledger.read() as reading:
        (naskah,) = reading.find(Naskah)
    (sk,) = (played.hasil / "kemensetneg").glob("sk_*.pdf")
    for profile in ("2b", "ua1"):
        assert page.validate_pdf(str(sk), profile=page.ValidationProfile(profile)).is_compliant
    text = "\n".join(one.extract_text() for one in PdfReader(sk).pages)
    assert f"NOMOR {naskah.nomor}" in text
    assert "KEMENTERIAN SEKRETARIAT NEGARA" in text

    dossier = PdfReader(played.hasil / "kemensetneg" / "dossier.pdf")
    assert sk.read_bytes() in [held for one in dossier.attachments.values() for held in one]
    assert len(dossier.attachments) == 2


def test_nothing_runs_on_after_the_play(played: Played, house: RealHouse) -> None:
    assert not house.settings.runtime.exists()
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert str(house.settings.runtime) not in running


def test_an_agency_nobody_knows_is_refused_with_those_there_are(tmp_path: Path) -> None:
    played = demo(tmp_path, "entah")

    assert played.code == 1
    assert "Instansi entah (yang ada: kalteng_biro_organisasi" in played.said
    assert played.lines == []


def test_a_play_in_the_middle_of_the_code_is_refused() -> None:
    played = demo(CODE / "jobs" / "hasil")

    assert played.code == 1
    assert "Pilih folder lain" in played.said
    assert not (CODE / "jobs" / "hasil").exists()
