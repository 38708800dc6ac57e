"""Many papers from one table: all or none, each once, each fault at its row, on both ledgers."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jobs import kumpulan as kumpulan_job
from service.acts.kumpulan import daftar as acts
from service.acts.kumpulan.daftar import Diperiksa, KumpulanBerubah, Unggah
from service.acts.kumpulan.lihat import Terbuka, newest, of_paper, read
from service.acts.kumpulan.tabel import Letak, TanpaLajur, form
from service.acts.naskah.fill import fill
from service.config import CODE
from service.domain.berkas import DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import MESIN, Catatan
from service.domain.isian_kepala import KepalaTabelSalah
from service.domain.kumpulan import DIMULAI, SIAP, Kumpulan, KumpulanSelesai
from service.domain.naskah import KONSEP, Naskah
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, open_house, person, rule
from tests.papers import table
from tests.web.naskah_web import SURAT, perkara, with_pair

KEPALA = ["Tentang", "Catatan"]
KEPADA = """
[[ruas]]
nama = "kepada"
label = "Kepada"
jenis = "teks"
asal = "berkas"
isi = "permohonan.pemohon"
wajib = false
contoh = "Contoh Pemohon"
"""


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as whole:
        rule(whole)
        with_pair(whole, tmp_path)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas")


def sent(
    house: RealHouse, oleh: Hadir, path: Path, berkas: Berkas | None, jenis: str = SURAT
) -> Diperiksa:
    letak = Letak(INSTANSI, jenis, berkas.id if berkas else "")
    return acts.take_in(house, oleh, Unggah(house.new_id(), letak, path.name, path))


def rows(folder: Path, *told: tuple[str, str], nama: str = "isian.xlsx") -> Path:
    return table(folder / nama, [KEPALA, *map(list, told)])


def ready(house: RealHouse, oleh: Hadir, path: Path, berkas: Berkas | None) -> Kumpulan:
    found = sent(house, oleh, path, berkas)
    assert found.kumpulan, found.salah
    return found.kumpulan


def begun(house: RealHouse, oleh: Hadir, path: Path, berkas: Berkas | None) -> Terbuka:
    one = ready(house, oleh, path, berkas)
    acts.begin(house, oleh, one.id)
    kumpulan_job.run(house, one.id)
    return read(house, oleh, one.id)


def every(house: RealHouse, kind: type) -> list:
    with house.ledger.read() as reading:
        return reading.find(kind)


def test_each_row_becomes_one_paper_of_the_matter_in_its_order(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas = perkara(house)
    path = rows(tmp_path, *((f"Hal contoh {n}", "Contoh") for n in range(250)))
    one = ready(house, petugas, path, berkas)
    assert (one.keadaan, one.jumlah, every(house, Naskah)) == (SIAP, 250, [])

    acts.begin(house, petugas, one.id)
    kumpulan_job.run(house, one.id)
    found = read(house, petugas, one.id)

    assert [x.isian["tentang"] for x in found.naskah] == [f"Hal contoh {n}" for n in range(250)]
    assert {x.isian["perkara"] for x in found.naskah} == {berkas.judul}
    assert {(x.keadaan, x.berkas, x.penyiap) for x in found.naskah} == {
        (KONSEP, berkas.id, (petugas.orang.id,))
    }
    assert sorted(found.naskah, key=lambda x: (x.dibuat, x.id)) == list(found.naskah)
    assert (found.kemajuan.ada, found.kemajuan.tercetak, found.kemajuan.jumlah) == (250, 0, 250)
    assert [x.id for x in newest(house, petugas, 0, 9)] == [one.id]
    assert {of_paper(house, x) for x in found.naskah[::50]} == {found.kumpulan}
    alone = fill(house, berkas.id, SURAT, {"tentang": "Sendiri"}, petugas)
    assert of_paper(house, alone) is None


def test_nothing_is_kept_while_a_row_has_a_fault_and_all_are_told_at_once(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas = perkara(house)
    path = rows(tmp_path, ("Baik", "a"), ("", "b"), ("x" * 1_001, "c"), ("Baik", "a"))

    found = sent(house, petugas, path, berkas)

    assert found.kumpulan is None
    told = [(x.baris, y.kolom, y.kata.split(".")[0]) for x in found.salah for y in x.salah]
    assert told == [
        (3, "Tentang", "Tentang belum diisi"),
        (4, "Tentang", "Tentang paling banyak 1"),
        (5, "", "Baris ini sama dengan baris 2"),
    ]
    assert (every(house, Kumpulan), every(house, Naskah)) == ([], [])
    with pytest.raises(KepalaTabelSalah, match="tidak dikenal"):
        sent(
            house,
            petugas,
            table(tmp_path / "salah.xlsx", [["Tentang", "Warna"], ["a", "b"]]),
            berkas,
        )


def test_the_same_file_sent_twice_is_the_same_kumpulan_whoever_sends_it_and_when(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas, path = perkara(house), rows(tmp_path, ("Satu", ""), ("Dua", ""))
    other = person(house, "rekan", "tim_sekretariat")
    with ThreadPoolExecutor(4) as hands:
        ids = {x.id for x in hands.map(lambda _: ready(house, petugas, path, berkas), range(4))}
    assert len(ids) == 1
    assert ready(house, other, path, berkas).id in ids
    assert ready(house, petugas, path, perkara(house, "Perkara lain")).id not in ids

    one = ready(house, petugas, path, berkas)
    for _ in range(2):
        acts.begin(house, petugas, one.id)
        kumpulan_job.run(house, one.id)
    assert ready(house, petugas, path, berkas).keadaan == DIMULAI
    assert len(every(house, Naskah)) == 2


def test_given_up_nothing_is_begun_and_sent_again_it_is_ready_once_more(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas, path = perkara(house), rows(tmp_path, ("Satu", ""))
    one = ready(house, petugas, path, berkas)
    acts.give_up(house, petugas, one.id)
    with pytest.raises(KumpulanSelesai, match="sudah diurungkan"):
        acts.begin(house, petugas, one.id)

    again = ready(house, petugas, path, berkas)
    assert (again.id, again.keadaan) == (one.id, SIAP)
    acts.begin(house, petugas, one.id)
    with pytest.raises(KumpulanSelesai, match="sudah dimulai"):
        acts.give_up(house, petugas, one.id)


def test_a_worker_that_dies_in_the_midst_leaves_no_paper_out_and_makes_none_twice(
    house: RealHouse, petugas: Hadir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = rows(tmp_path, *((f"Hal {n}", "") for n in range(50)))
    one = ready(house, petugas, path, perkara(house))
    acts.begin(house, petugas, one.id)
    monkeypatch.setattr(kumpulan_job, "SEKALI", 20)
    born, made = kumpulan_job._begin, []

    def dies(*told: object) -> None:
        if len(made) == 30:
            raise KeyboardInterrupt
        made.append(1)
        born(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(kumpulan_job, "_begin", dies)
    with pytest.raises(KeyboardInterrupt):
        kumpulan_job.run(house, one.id)
    part = read(house, petugas, one.id)
    assert (part.kemajuan.ada, part.kemajuan.jumlah) == (20, 50)
    monkeypatch.setattr(kumpulan_job, "_begin", born)

    kumpulan_job.run(house, one.id)

    whole = read(house, petugas, one.id)
    assert [x.isian["tentang"] for x in whole.naskah] == [f"Hal {n}" for n in range(50)]
    assert len(every(house, Naskah)) == 50


def test_a_form_for_one_matter_asks_for_what_is_not_known_and_comes_back_as_it_went(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas = perkara(house)
    path = form(house, petugas, Letak(INSTANSI, SURAT, berkas.id), (), tmp_path / "blangko.xlsx")
    sheet = (book := load_workbook(path))["Isian"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Tentang")
    assert [x.value for x in head if x.value] == KEPALA
    assert "Wajib diisi." in head[0].comment.text
    sheet.cell(head[0].row + 1, 1).value = "Undangan contoh"
    book.save(path)

    found = begun(house, petugas, path, berkas)

    assert [x.isian["tentang"] for x in found.naskah] == ["Undangan contoh"]


def test_a_form_for_chosen_matters_has_a_row_for_each_with_what_it_knows(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    some = [perkara(house, f"Perkara {n}") for n in range(3)]
    letak = Letak(INSTANSI, SURAT)
    path = form(house, petugas, letak, [x.id for x in some], tmp_path / "blangko.xlsx")
    sheet = (book := load_workbook(path))["Isian"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Kode berkas")
    names = {x.value: x.column for x in head}
    at = head[0].row
    told = [[x.value for x in row] for row in sheet.iter_rows(min_row=at + 1, max_row=at + 3)]
    assert [row[0] for row in told] == [x.id for x in some]
    assert [row[names["Perkara"] - 1] for row in told] == [x.judul for x in some]
    for n in range(3):
        sheet.cell(at + 1 + n, names["Tentang"]).value = f"Hal {n}"
    sheet.cell(at + 2, names["Perkara"]).value = "Judul yang dibetulkan"
    sheet.delete_rows(at + 3)
    book.save(path)

    found = begun(house, petugas, path, None)

    assert [(x.berkas, x.isian["perkara"], x.isian["tentang"]) for x in found.naskah] == [
        (some[0].id, "Perkara 0", "Hal 0"),
        (some[1].id, "Judul yang dibetulkan", "Hal 1"),
    ]


def test_rows_name_only_matters_that_this_person_may_write_in_and_each_once(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    one, hidden = perkara(house), perkara(house, "Perkara tertutup", rahasia=True)
    ended = cancelled(house, perkara(house, "Perkara usai"))
    codes = (one.id, hidden.id, ended.id, one.id, "tidak-ada")
    path = table(
        tmp_path / "isian.xlsx",
        [["Kode berkas", *KEPALA], *([kode, f"Hal {n}", ""] for n, kode in enumerate(codes))],
    )

    found = sent(house, petugas, path, None)

    told = [(x.baris, x.salah[0].kata.split(",")[0]) for x in found.salah]
    assert told == [
        (3, "Berkas dengan kode ini tidak ditemukan"),
        (4, "Berkas dengan kode ini tidak ditemukan"),
        (5, "Berkas ini sudah ada di baris 2. Satu berkas satu baris; hapus salah satunya."),
        (6, "Berkas dengan kode ini tidak ditemukan"),
    ]
    with pytest.raises(TidakAda):
        form(house, petugas, Letak(INSTANSI, SURAT), [hidden.id], tmp_path / "x.xlsx")


def cancelled(house: RealHouse, berkas: Berkas) -> Berkas:
    with house.ledger.begin() as tx:
        now = tx.get(Berkas, berkas.id)
        tx.save(now, replace(now, keadaan=DIBATALKAN))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibatalkan", house.clock.now(), berkas.id))
    return berkas


def test_what_changed_since_the_table_was_read_begins_nothing(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    berkas = perkara(house)
    closed = ready(house, petugas, rows(tmp_path, ("Satu", "")), berkas)
    other = ready(house, petugas, rows(tmp_path, ("Dua", "")), perkara(house, "Lain"))
    cancelled(house, berkas)
    with pytest.raises(BerkasTertutup):
        acts.begin(house, petugas, closed.id)
    pair = tmp_path / "paket" / "umum" / "naskah" / f"{SURAT}.toml"
    wide, narrow = '"Tentang"\njenis = "teks"\ncontoh = "Contoh"', '"Tentang"\njenis = "teks"'
    told = pair.read_text()
    assert wide in told
    pair.write_text(told.replace(wide, f'{narrow}\nbatas = 2\ncontoh = "x"'))

    with pytest.raises(KumpulanBerubah, match="Urungkan"):
        acts.begin(house, petugas, other.id)

    assert every(house, Naskah) == []


def test_of_a_withheld_matter_nobody_else_learns_that_papers_were_begun(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    arsip = person(house, "arsip", "pengelola_arsip")
    hidden, plain = perkara(house, "Tertutup", rahasia=True), perkara(house, "Terbuka")
    path = table(
        tmp_path / "isian.xlsx",
        [["Kode berkas", *KEPALA], [hidden.id, "Rahasia", ""], [plain.id, "Biasa", ""]],
    )
    mixed = begun(house, arsip, path, None)
    closed = begun(house, arsip, rows(tmp_path, ("Satu", "")), hidden)

    seen = read(house, petugas, mixed.kumpulan.id)
    assert [x.isian["tentang"] for x in seen.naskah] == ["Biasa"]
    assert (seen.kemajuan.jumlah, seen.seluruhnya) == (1, False)
    with pytest.raises(TidakAda):
        read(house, petugas, closed.kumpulan.id)
    assert [x.id for x in newest(house, petugas, 0, 9)] == [mixed.kumpulan.id]
    with pytest.raises(TidakAda):
        sent(house, petugas, rows(tmp_path, ("Satu", "")), hidden)


def test_who_writes_no_papers_there_begins_none(house: RealHouse, tmp_path: Path) -> None:
    admin, berkas = person(house, "admin", "administrator"), perkara(house)
    with pytest.raises((TidakAda, TidakBerwenang)):
        sent(house, admin, rows(tmp_path, ("Satu", "")), berkas)
    unit = person(house, "unit", "unit", unit=UNIT)
    assert ready(house, unit, rows(tmp_path, ("Satu", "")), berkas).jumlah == 1


def test_who_may_not_know_the_names_in_a_colleagues_table_begins_no_papers_of_it(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    pair = tmp_path / "paket" / "umum" / "naskah" / f"{SURAT}.toml"
    pair.write_text(pair.read_text() + KEPADA)
    unit, berkas = person(house, "unit", "unit", unit=UNIT), perkara(house)
    named = table(tmp_path / "nama.xlsx", [["Tentang", "Kepada"], ["Satu", "Contoh Pemohon"]])
    one = ready(house, petugas, named, berkas)

    with pytest.raises(TidakBerwenang, match="menyebut siapa pemohonnya"):
        acts.begin(house, unit, one.id)
    assert every(house, Kumpulan)[0].keadaan == SIAP
    bare = ready(house, petugas, rows(tmp_path, ("Satu", "")), berkas)
    assert acts.begin(house, unit, bare.id).penyiap == (petugas.orang.id, unit.orang.id)
    assert acts.begin(house, petugas, one.id).penyiap == (petugas.orang.id,)


def test_a_kind_that_no_table_can_fill_in_is_refused(house: RealHouse, tmp_path: Path) -> None:
    room = tmp_path / "paket" / "umum" / "naskah"
    (room / "hanya_butir.toml").write_text(
        'nama = "Hanya Butir"\npenandatangan = ["ppid"]\n[[ruas]]\nnama = "butir"\n'
        'label = "Butir"\njenis = "butir"\nasal = "berkas"\nisi = "butir"\ncontoh = []\n'
        "wajib = false\n"
    )
    (room / "hanya_butir.toml").chmod(0o644)
    petugas = person(house, "petugas", "petugas")
    with pytest.raises(TanpaLajur, match="satu per satu"):
        sent(house, petugas, rows(tmp_path, ("Satu", "")), perkara(house), "hanya_butir")


def test_after_kill_9_in_the_midst_the_kumpulan_is_whole_and_each_paper_there_once(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    path = rows(tmp_path, *((f"Hal {n}", "") for n in range(400)))
    one = ready(house, petugas, path, perkara(house))
    acts.begin(house, petugas, one.id)
    told = (str(tmp_path), str(house.engine.url.render_as_string(hide_password=False)), one.id)
    worker = subprocess.Popen([sys.executable, "-c", _WORKER, *told], cwd=CODE)
    try:
        until = time.monotonic() + 30
        while not (there := len(every(house, Naskah))) > 0 and time.monotonic() < until:
            time.sleep(0.005)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert 0 < there <= len(part := every(house, Naskah)) < 400
    assert len(part) % 2 == 0, "a transaction is there whole, or not at all"

    kumpulan_job.run(house, one.id)

    whole = read(house, petugas, one.id)
    assert [x.isian["tentang"] for x in whole.naskah] == [f"Hal {n}" for n in range(400)]
    assert len(every(house, Naskah)) == 400


_WORKER = """
import sys
from pathlib import Path
from jobs import kumpulan
from tests.office import open_house
kumpulan.SEKALI = 2
with open_house(Path(sys.argv[1]), sys.argv[2]) as house:
    kumpulan.run(house, sys.argv[3])
"""
