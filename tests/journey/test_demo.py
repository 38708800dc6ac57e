"""`./berkas demo`: every SOP of an agency, played by the real machine and its sample people."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bagit
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from service import house as houses
from service.acts.edisi.susun import frozen_rows
from service.acts.keadaan.audit import audit
from service.acts.kembali.tinta import DIAMBIL
from service.adapters.pdf_sah import PageExaminer
from service.config import CODE, Settings
from service.domain.ada import Ada
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.edisi.edisi import DAFTAR, TERBIT, Edisi
from service.domain.edisi.susun import appendix
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.kembalian import MENUNGGU, Kembalian
from service.domain.kiriman import FOLDER, Kiriman
from service.domain.naskah import Naskah
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.pindai_tinta import KEMBALI_TINTA
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.house import RealHouse
from service.publik import box
from service.publik.app import create_app
from service.publik.place import Place
from tests import verapdf
from tests.journey.sop import with_units

LAMA = 220  # seconds a play of two agencies may take beside other tests
pytestmark = pytest.mark.timeout(LAMA + 20)
# Each row that may send back does so once; after that it leads on.
UJI = [
    *("terima", "kajian", "rapat", "kajian", "rapat", "laporkan", "penetapan"),
    *("laporkan", "penetapan", "umumkan", "masuk_dik", "laporan"),
]
SUDAH_ADA = ["terima", "laporan"]  # the other way out of the first row
RAPAT = [("rapat", one) for one in ("undang", "rapat", "lapor")]
RAPAT_LAGI = [("rapat", one) for one in ("undang", "rapat", "undang", "rapat", "lapor")]


def dip(*rows: str) -> list[tuple[str, str]]:
    return [("penetapan_dip", one) for one in rows]


DIP = [
    *dip("kumpulkan", "koreksi", "kumpulkan", "koreksi", "klasifikasi", "koreksi", "klasifikasi"),
    *RAPAT_LAGI,
    *dip("rapat", "tetapkan"),
    *RAPAT,
    *dip("rapat", "tetapkan", "unggah"),
]
SK = "sk_penetapan_dip"
KEMBALI = {
    *(("rapat", "rapat_lagi"), ("penetapan", "kembali"), ("koreksi", "perbaiki")),
    *(("klasifikasi", "lengkapi"), ("tetapkan", "kembali")),
}


@dataclass(frozen=True)
class Played:
    hasil: Path
    code: int
    lines: list[dict[str, object]]
    said: str


def demo(hasil: Path, *words: str, **more: str) -> Played:
    env = {name: value for name, value in os.environ.items() if not name.startswith("BERKAS_")}
    env |= more
    ran = subprocess.run(
        [sys.executable, "-m", "service.cli", "demo", *words, "--hasil", str(hasil), "--json"],
        cwd=CODE,
        env=env,
        capture_output=True,
        text=True,
        timeout=LAMA,
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
    hasil = tmp_path_factory.mktemp("hasil") / "peragaan satu"
    return demo(hasil, "kemensetneg", "kalteng_biro_organisasi")


@pytest.fixture(scope="module")
def house(played: Played) -> Iterator[RealHouse]:
    whole = opened(played)
    yield whole
    whole.close()


def test_every_sop_is_walked_to_its_end(played: Played) -> None:
    assert played.code == 0, played.said
    *steps, last = played.lines
    assert set(steps[0]) == {
        "instansi",
        "sop",
        "berkas",
        "langkah",
        "cabang",
        "naskah",
        "detik",
    }
    walked = [(one["sop"], one["langkah"]) for one in steps]
    uji = [("uji_konsekuensi", one) for one in (*UJI, *SUDAH_ADA)]
    assert walked == [*uji, *DIP]
    assert {(one["langkah"], one["cabang"]) for one in steps} >= KEMBALI
    assert [one["cabang"] for one in steps if one["langkah"] == "terima"] == ["uji", "sudah_ada"]
    sent_back = [one for one in steps if (one["langkah"], one["cabang"]) in KEMBALI]
    assert [one["naskah"] for one in sent_back] == [[]] * 6
    counted = {name: value for name, value in last.items() if name != "detik"}
    assert counted == {
        "ringkasan": True,
        "instansi": 2,
        "berkas": 5,
        "langkah": len(steps),
        "naskah": 19,
        "pdfa_sah": 19,
        "tanda_tangan_sah": 29,
        "dossier": 5,
        "tas": 5,
    }


def test_it_ends_at_bags_that_another_program_finds_valid(played: Played, tmp_path: Path) -> None:
    for n, zipped in enumerate(sorted(played.hasil.glob("*/tas*.zip"))):
        with zipfile.ZipFile(zipped) as packed:
            packed.extractall(tmp_path / str(n))
        (bag,) = (tmp_path / str(n)).iterdir()
        assert bagit.Bag(str(bag)).validate(processes=1)


def test_it_says_plainly_that_the_certificates_are_samples(played: Played) -> None:
    assert "sertifikat contoh" in played.said


def test_every_paper_bears_the_signature_of_each_who_was_to_sign(
    played: Played, house: RealHouse
) -> None:
    with house.ledger.read() as reading:
        papers, places = reading.find(Naskah), reading.find(TempatTtd)
        people = {one.id: one.nama for one in reading.find(Orang)}
    written = [one for one in papers if one.bertanda_tangan]
    assert len(written) == len(papers)
    assert {one.naskah for one in places} == {one.id for one in papers}
    for one in written:
        asked = [x for x in places if x.naskah == one.id]
        with house.room() as room:
            signed = house.store.fetch(one.bertanda_tangan, room / "bertanda.pdf")
            told = subprocess.run(["pdfsig", signed], capture_output=True, text=True).stdout
        names = re.findall(r"Signer Certificate Common Name: (.*)", told)
        assert sorted(names) == sorted(people[x.oleh] for x in asked), one.jenis
        assert told.count("Signature is Valid") == len(asked)


def test_the_ledger_of_the_play_keeps_every_promise(house: RealHouse) -> None:
    assert [one for one in audit(house) if not one.utuh] == []
    with house.ledger.read() as reading:
        letters = reading.find(Kiriman, pintu=FOLDER)
        matters = reading.find(Berkas)
    assert len({one.nomor_agenda for one in letters}) == len(letters) == 2
    assert "0001" in {one.nomor_agenda.partition("/")[0] for one in letters}
    assert {one.berkas for one in letters} < {one.id for one in matters}
    assert [one.keadaan for one in matters] == [DIARSIPKAN] * 5


def test_each_person_holds_one_peran_and_a_lent_one_approves(house: RealHouse) -> None:
    with house.ledger.read() as reading:
        names = {one.id: one.nama for one in reading.find(Orang)}
        held = reading.find(Pemegang)
        (naskah,) = reading.find(Naskah, jenis=SK)
        (berkas,) = reading.find(Berkas, id=naskah.berkas)
    lines = house.perkara.trail(berkas)
    assert len({(one.orang, one.peran) for one in held}) == len({one.orang for one in held})
    told = {names.get(one.siapa, ""): one for one in lines if one.perbuatan == "langkah_selesai"}
    assert set(told) == {
        "Contoh Unit Kerja biro_organisasi",
        "Contoh Tim Sekretariat",
        "Contoh PPID Pelaksana",
        "Contoh Atasan PPID",
    }
    journal = house.lists.jurnal("kalteng_biro_organisasi", 1000, 200)
    [approved] = [
        one for one in journal if (one.perbuatan, one.tentang) == ("naskah_disetujui", naskah.id)
    ]
    assert names[approved.siapa] == "Contoh Pengganti PPID"
    with house.ledger.read() as reading:
        lent = reading.get(Pemegang, approved.rincian["pemegang"])
    assert (lent.orang, lent.sebagai) == (approved.siapa, DELEGASI)


def test_the_papers_of_the_play_hold_as_archive(
    played: Played, house: RealHouse, tmp_path: Path
) -> None:
    with house.ledger.read() as reading:
        (naskah,) = reading.find(Naskah, jenis=SK)
    (sk,) = (played.hasil / "kalteng_biro_organisasi").glob("sk_*.pdf")
    assert verapdf.broken([sk], "2b") == {("2b", sk.stem): ""}
    assert PageExaminer().broken(house.store.fetch(naskah.pdf, tmp_path / "sk.pdf"), "ua1") == []
    text = "\n".join(one.extract_text() for one in PdfReader(sk).pages)
    assert f"NOMOR {naskah.nomor}" in text
    assert "BIRO ORGANISASI" in text

    bound = (played.hasil / "kalteng_biro_organisasi").glob("dossier*.pdf")
    kept = [held for one in bound for each in PdfReader(one).attachments.values() for held in each]
    assert sk.read_bytes() in kept


def test_the_list_of_the_play_is_decreed_published_and_read_by_the_public(
    house: RealHouse, tmp_path: Path
) -> None:
    with house.ledger.read() as reading:
        (naskah,) = reading.find(Naskah, jenis=SK)
        (edisi,) = reading.find(Edisi, instansi=naskah.instansi)
        pieces = reading.find(Informasi, instansi=naskah.instansi)
    assert (edisi.keadaan, edisi.sk.naskah, edisi.banyak) == (TERBIT, naskah.id, 3)
    assert naskah.isian["daftar"] == appendix(frozen_rows(house, edisi.isi))
    assert {one.keadaan for one in pieces} == {"terbit"}
    page = public(house, tmp_path).get("/dip").text
    assert all(spoken(one.kode) in page for one in pieces)


def test_what_a_test_of_the_play_found_stands_in_both_lists_on_its_own_decree(
    house: RealHouse, tmp_path: Path
) -> None:
    with house.ledger.read() as reading:
        (naskah,) = reading.find(Naskah, jenis="sk_klasifikasi")
        made = {one.daftar: one for one in reading.find(Edisi, naskah=naskah.id)}
        pieces = reading.find(Informasi, instansi=naskah.instansi)
        ticked = [x for x in reading.find(Ada, berkas=naskah.berkas) if x.bahan in DAFTAR]
    assert {x: (one.keadaan, one.banyak) for x, one in made.items()} == {
        "dip": (TERBIT, 1),
        "dik": (TERBIT, 2),
    }
    assert sorted(one.keadaan for one in pieces) == ["dikecualikan", "dikecualikan", "terbit"]
    assert ticked == []
    shut = [one for one in pieces if one.keadaan == "dikecualikan"]
    visitor = public(house, tmp_path)
    dip, dik = (visitor.get(at).text for at in ("/dip", "/dik"))
    assert all(spoken(one.kode) in (dik if one in shut else dip) for one in pieces)
    assert not [one for one in shut if one.unsur.ringkasan in dip + dik]


def public(house: RealHouse, room: Path) -> FlaskClient:
    """Somebody of the public at the lists."""
    settings = house.settings
    place = Place(room, box.daftar(settings), Path(settings.store_publik), url=settings.url)
    return create_app(place).test_client()


def test_nothing_runs_on_after_the_play(played: Played, house: RealHouse) -> None:
    assert not house.settings.runtime.exists()
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert str(house.settings.runtime) not in running


def test_an_agency_nobody_knows_is_refused_with_those_there_are(tmp_path: Path) -> None:
    played = demo(tmp_path, "entah")

    assert played.code == 1
    assert "Instansi entah (yang ada: kalteng_biro_organisasi" in played.said
    assert played.lines == []


def test_a_matter_that_does_not_end_is_told_and_counts_as_falling_short(tmp_path: Path) -> None:
    packs = with_units(tmp_path, "kalteng_biro_umum")
    sop = packs / "kalteng_biro_umum" / "sop" / "pendokumentasian_dikecualikan.toml"
    sop.write_text(sop.read_text().replace('peran = "pengelola_arsip"', 'peran = "administrator"'))
    played = demo(tmp_path / "hasil", "kalteng_biro_umum", BERKAS_PACKS=str(packs))

    assert played.code == 1, played.said
    assert "kalteng_biro_umum: " in played.said
    *steps, last = played.lines
    assert [one["langkah"] for one in steps][-1] == "serahkan.beri"
    assert (last["ringkasan"], last["instansi"]) == (True, 0)


def test_the_papers_of_one_sop_are_signed_in_ink_and_scanned_into_the_inbox(tmp_path: Path) -> None:
    packs = with_units(tmp_path, "kalteng_biro_umum")
    one = demo(tmp_path / "hasil", "kalteng_biro_umum", "--tinta", BERKAS_PACKS=str(packs))

    assert one.code == 0, one.said
    whole = opened(one)
    try:
        with whole.ledger.read() as reading:
            places = [x for x in reading.find(TempatTtd) if x.jalan == TINTA]
            papers = {x.naskah: reading.get(Naskah, x.naskah) for x in places}
            came = [x for x in reading.find(Kiriman) if x.kode == KEMBALI_TINTA]
            left = reading.find(Kembalian, keadaan=MENUNGGU)
        assert one.lines[-1]["tinta"] == len(papers) == len(came) > 0
        assert left == []
        assert {(x.pintu, x.nomor_agenda) for x in came} == {(FOLDER, "")}
        assert DIAMBIL in {x.alasan for x in came}  # most are known by the machine alone
        assert {x.sesudah == papers[x.naskah].bertanda_tangan for x in places} == {True}
        for naskah in papers.values():
            with whole.store.open(naskah.bertanda_tangan) as kept:
                assert kept.read(4) == b"II*\0"
        assert [x.janji for x in audit(whole) if not x.utuh] == []
    finally:
        whole.close()


def test_a_play_in_the_middle_of_the_code_is_refused() -> None:
    played = demo(CODE / "jobs" / "hasil")

    assert played.code == 1
    assert "Pilih folder lain" in played.said
    assert not (CODE / "jobs" / "hasil").exists()
