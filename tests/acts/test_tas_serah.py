"""What is handed over together leaves as one bag of bags, each provable by itself."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from service.acts.tas import minta, serah
from service.acts.tas.periksa import look
from service.domain.arsip.penyusutan import BUANG, SERAH
from service.domain.arsip.usul import DISETUJUI, DISUSUN, Usul
from service.domain.berkas import SELESAI, Berkas
from service.domain.ids import derived
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.refusals import TidakAda, TidakBerwenang, Unavailable
from service.domain.tanda_tangan import BacaanTanda
from service.domain.tas.serah import BagianKosong, BelumDiserahkan, SebagianMenyusul, TasBelumSiap
from service.domain.tas.tas import TERBUKA, TERTUTUP, TasBerkas
from tests.acts.perkara import KODE
from tests.kantor import Kantor
from tests.tas import BERKAS, KantorTas, kantor_tas

USUL = derived("usul")


class Tanpa:
    """Finds no signature in what is none."""

    def look(self, pdf: Path, kirim: object) -> BacaanTanda:
        return BacaanTanda(pdf.stat().st_size, awalan_sama=True)


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorTas:
    kantor.verifier = Tanpa()  # type: ignore[attr-defined]
    one = kantor_tas(kantor, tmp_path)
    now = kantor.clock.now()
    asked = Usul(USUL, KODE, "", SERAH, "Penyerahan contoh", (BERKAS,), (), now)
    one.add(replace(asked, keadaan=DISETUJUI))
    return one


def made(it: KantorTas) -> None:
    serah.ask_all(it.kantor, it.oleh("pengelola_arsip"), USUL, "satu")  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        (one,) = reading.find(TasBerkas)
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]


def taken(it: KantorTas, out: Path, bagian: str = TERBUKA) -> Path:
    _, parts = serah.packed(it.kantor, it.oleh("pengelola_arsip"), USUL, bagian)  # type: ignore[arg-type]
    out.write_bytes(b"".join(parts))
    return out


def test_a_package_is_valid_for_others_and_so_is_each_bag_in_it(
    it: KantorTas, tmp_path: Path
) -> None:
    made(it)
    path = taken(it, tmp_path / "serah.zip")
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path / "luar")
    (folder,) = (tmp_path / "luar").iterdir()
    assert bagit.Bag(str(folder)).validate(processes=1)
    found = look(it.kantor, path)  # type: ignore[arg-type]
    assert found.tanda == 1  # the decree inside its bag was looked at
    assert all("Tanda tangan data/naskah" in x for x in found.salah)
    assert path.read_bytes() == taken(it, tmp_path / "lagi.zip").read_bytes()


def test_a_bag_that_was_changed_in_its_package_is_named(it: KantorTas, tmp_path: Path) -> None:
    made(it)
    path = taken(it, tmp_path / "serah.zip")
    path.write_bytes(path.read_bytes().replace(b"surat contoh", b"surat c0ntoh"))
    assert any("rusak" in x or "berubah" in x for x in look(it.kantor, path).salah)  # type: ignore[arg-type]


def test_a_bag_that_is_none_any_more_is_named_with_what_else_is_wrong(
    it: KantorTas, tmp_path: Path
) -> None:
    made(it)
    path, other = taken(it, tmp_path / "serah.zip"), tmp_path / "lain.zip"
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(other, "w") as torn:
        for one in packed.infolist():
            content = packed.read(one)
            torn.writestr(one.filename, content[:100] if one.filename.endswith(".zip") else content)

    told = look(it.kantor, other).salah  # type: ignore[arg-type]

    assert any(x.startswith("data/0001_") and "berubah" in x for x in told)
    assert any(x.startswith("data/0001_") and "bukan ZIP" in x for x in told)


def test_what_has_no_bag_yet_is_counted_and_asked_for_once(it: KantorTas, tmp_path: Path) -> None:
    with pytest.raises(TasBelumSiap, match="1 arsip"):
        taken(it, tmp_path / "x")
    keeper = it.oleh("pengelola_arsip")
    assert serah.ask_all(it.kantor, keeper, USUL, "satu") == 1  # type: ignore[arg-type]
    assert serah.ask_all(it.kantor, keeper, USUL, "dua") == 0  # type: ignore[arg-type]
    with pytest.raises(TasBelumSiap):
        taken(it, tmp_path / "x")


def test_only_an_approved_list_of_a_hand_over_leaves(it: KantorTas, tmp_path: Path) -> None:
    made(it)
    for after in ({"keadaan": DISUSUN}, {"keadaan": DISETUJUI, "macam": BUANG}):
        it.change(Usul, USUL, **after)
        with pytest.raises(BelumDiserahkan):
            taken(it, tmp_path / "x")


def test_an_empty_part_and_a_stranger_get_nothing(it: KantorTas, tmp_path: Path) -> None:
    made(it)
    with pytest.raises(BagianKosong):
        taken(it, tmp_path / "x", TERTUTUP)
    it.change(Berkas, BERKAS, rahasia=True)
    with pytest.raises(TasBelumSiap):
        taken(it, tmp_path / "x")
    with pytest.raises((TidakAda, TidakBerwenang)):
        serah.packed(it.kantor, it.oleh("unit"), USUL, TERBUKA)  # type: ignore[arg-type]


def test_a_file_that_rotted_breaks_the_package_off(
    it: KantorTas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(it)
    rotten = tmp_path / "busuk"
    rotten.write_bytes(b"bukan zip")
    monkeypatch.setattr(it.kantor.store, "open", lambda _: rotten.open("rb"))  # type: ignore[attr-defined]
    with pytest.raises(Unavailable, match="rusak"):
        taken(it, tmp_path / "x")


def test_one_that_is_not_bound_yet_is_told_of_and_holds_up_no_other(it: KantorTas) -> None:
    first, now = derived("belum dijilid"), it.kantor.clock.now()
    it.add(
        Berkas(first, KODE, "", "Perkara lain", "", SELESAI, now, ditutup=now),
        Naskah(derived("naskah lain"), first, KODE, "sk_contoh", DIKIRIM, now),
    )
    it.change(Usul, USUL, arsip=(first, BERKAS))

    with pytest.raises(SebagianMenyusul, match=r"1 arsip .* yang lain sudah diminta"):
        made(it)

    with it.kantor.ledger.read() as reading:
        assert [one.berkas for one in reading.find(TasBerkas)] == [BERKAS]
