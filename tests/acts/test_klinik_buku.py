"""A pair is held against the series of its agency: when sent, in the clinic, and put in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.instansi.packs import agency
from service.acts.keadaan.check import check
from service.acts.nomor import ambil
from service.acts.pasangan import klinik_meja
from service.acts.pasangan.klinik_buku import BukuNaskahSalah
from service.acts.pasangan.masuk import TemplatBelumBenar, Unggah, take_in
from service.acts.pasangan.pakai import Kembali, Setuju, go_back, use
from service.domain.kesalahan import grave
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.seri import Perkara
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.test_check import UTUH, PacksOnPaper
from tests.conftest import new_sqlite
from tests.klinik import body, written
from tests.office import INSTANSI, open_house, person, rule, work

PAIR = """
nama = "Catatan {jenis}"
bentuk = "lembar"
tanda_tangan = "tanpa"

[buku]
seri = "{seri}"
pola = "{pola}"

[[ruas]]
nama = "nomor"
label = "Nomor"
jenis = "nomor"
contoh = "1/2026"
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def sent(
    house: RealHouse, oleh: Hadir, tmp_path: Path, jenis: str, seri: str, pola: str
) -> PasanganKonsep:
    """A new kind of paper with a book of this name, and the machine's proof of it."""
    folder = tmp_path / house.new_id()
    folder.mkdir()
    toml = folder / "ruas.toml"
    toml.write_text(PAIR.format(jenis=jenis, seri=seri, pola=pola))
    docx = written(folder, body("CATATAN", "Nomor {{ nomor }}"))
    with house.ledger.read() as reading:
        found = reading.find(PasanganKonsep, instansi=INSTANSI, jenis=jenis, keadaan="konsep")
    versi = found[0].versi if found else 0
    asked = Unggah(house.new_id(), INSTANSI, jenis, versi, docx, "Contoh.docx", toml)
    konsep = take_in(house, oleh, asked)
    work(house)
    with house.ledger.read() as reading:
        return reading.get(PasanganKonsep, konsep.id)


def test_a_pair_that_would_number_as_a_series_does_is_not_taken_in(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = person(house, "tim", "tim_sekretariat")

    with pytest.raises(TemplatBelumBenar) as no:
        sent(house, tim, tmp_path, "catatan", "keputusan", "{NOMOR} TAHUN {TAHUN}")

    (told,) = no.value.laporan.salah
    assert "polanya sama dengan seri 'sk'" in told.sebab


def test_a_series_of_its_own_is_taken_in_and_the_clinic_warns_of_it(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = person(house, "tim", "tim_sekretariat")
    sent(house, tim, tmp_path, "catatan", "catatan", "CT-{NOMOR}/{TAHUN}")

    with klinik_meja.now(house, tim, INSTANSI, "catatan") as one:
        found = klinik_meja.examined(house, one)

    assert found.sehat
    assert ["Seri 'catatan' tidak ada" in one.sebab for one in found.ingat].count(True) == 1


def test_of_two_pairs_with_one_pattern_the_second_is_not_put_in_force(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    first = sent(house, tim, tmp_path, "catatan", "catatan", "CT-{NOMOR}/{TAHUN}")
    second = sent(house, tim, tmp_path, "kartu", "kartu", "CT-{NOMOR:3}/{TAHUN}")
    use(house, ppid, Setuju(first.id, first.versi, -1))

    with pytest.raises(BukuNaskahSalah, match="dua naskah akan bernomor sama") as no:
        use(house, ppid, Setuju(second.id, second.versi, -1))

    assert "Tidak ada yang berubah." in str(no.value)
    with house.ledger.read() as reading:
        assert reading.get(PasanganKonsep, second.id) == second
    assert grave(check(house.packs.still(), [INSTANSI])) == []


def test_an_earlier_version_does_not_come_back_to_a_pattern_that_another_took(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    atasan = person(house, "atasan", "atasan_ppid")
    for n, pola in enumerate(("CT-{NOMOR}/{TAHUN}", "CX-{NOMOR}/{TAHUN}")):
        one = sent(house, tim, tmp_path, "catatan", "catatan", pola)
        use(house, ppid, Setuju(one.id, one.versi, n or -1))
    other = sent(house, tim, tmp_path, "kartu", "kartu", "CT-{NOMOR}/{TAHUN}")
    use(house, ppid, Setuju(other.id, other.versi, -1))

    with pytest.raises(BukuNaskahSalah):
        go_back(house, atasan, Kembali(INSTANSI, "catatan", 2, "Contoh alasan", 1))


def test_a_matter_that_is_withheld_is_numbered_apart_also_where_the_series_is_unknown(
    house: RealHouse,
) -> None:
    instansi, on = agency(house.packs, INSTANSI), house.clock.now().date()

    plain, withheld = (
        ambil.writing(
            instansi,
            ambil.Minta("catatan", "x", on, Perkara(rahasia=rahasia), "CT-{NOMOR}/{TAHUN}"),
        ).written(1, on)
        for rahasia in (False, True)
    )

    assert plain == f"CT-1/{on.year}"
    assert withheld == f"R-CT-1/{on.year}"


OWN = PAIR.format(jenis="catatan", seri="lain", pola="CT-{NOMOR}/{TAHUN}")


def test_the_command_tells_of_an_agency_s_own_pair_and_once_of_the_common_ones() -> None:
    packs = PacksOnPaper(
        {
            "contoh/instansi.toml": UTUH,
            "contoh/naskah/catatan.toml": OWN,
            "contoh/naskah/catatan.docx": "",
            **{f"umum/naskah/{one}.toml": OWN.replace("lain", "umum") for one in ("kartu", "nota")},
            **{f"umum/naskah/{one}.docx": "" for one in ("kartu", "nota")},
        }
    )

    own, common = sorted(check(packs), key=lambda one: one.file, reverse=True)

    assert own.file == "contoh/naskah/catatan.toml"
    assert own.sebab.startswith("Seri 'lain' tidak ada pada Dinas Contoh, dan polanya sama dengan")
    assert not own.peringatan
    assert common.file == "contoh/instansi.toml"
    assert common.sebab.startswith(
        "Templat umum kartu, nota: Seri 'umum' tidak ada pada Dinas Contoh"
    )
