"""A final print goes out ready for the way it is signed in: by key, by a service, by a pen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from service.acts.naskah.acuan import declared_for
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci, letak
from service.adapters.bsre import BsreService
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.esign.layanan import LayananBsre
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import APLIKASI, ELEKTRONIK, TINTA
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests import verapdf
from tests.bsre_tiruan import NIK, tiruan
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, isian, open_house, person, rule, work

JENIS = "sk_penetapan_dip"  # signed by one, whose name stands below its appendix, too


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def atasan(house: RealHouse) -> Hadir:
    return person(house, "atasan", "atasan_ppid")


def out(house: RealHouse, jalan: str) -> Naskah:
    """A decision that was approved to be signed in this way, as it was printed."""
    petugas, ppid = person(house, "petugas", "petugas"), person(house, "ppid", "ppid")
    now = house.clock.now()
    berkas = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara contoh", "", BERJALAN, now)
    with house.ledger.begin() as tx:
        tx.add(berkas)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, berkas.id))
    id_ = fill(house, berkas.id, JENIS, isian(), petugas).id
    work(house)
    submit(house, id_, petugas)
    assert fields(house, found(house, id_)) == []  # a draft is no paper to be signed
    approve(house, id_, ppid, jalan=jalan)
    work(house)
    return found(house, id_)


def found(house: RealHouse, id_: str) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, id_)


def fields(house: RealHouse, naskah: Naskah) -> list[str]:
    with house.store.open(naskah.pdf) as file, pikepdf.open(BytesIO(file.read())) as paper:
        return [str(one.T) for one in paper.Root.get("/AcroForm", {}).get("/Fields", [])]


def said(house: RealHouse, naskah: Naskah) -> list[str]:
    """What is told in the place of words, for who does not see them."""
    with house.store.open(naskah.pdf) as file, pikepdf.open(BytesIO(file.read())) as paper:
        told = (
            one.get("/ActualText") for one in paper.objects if isinstance(one, pikepdf.Dictionary)
        )
        return [str(one) for one in told if one is not None]


@pytest.mark.parametrize("jalan", [ELEKTRONIK, APLIKASI])
def test_who_signs_electronically_finds_a_place_and_the_appendix_says_where_it_is(
    house: RealHouse, atasan: Hadir, tmp_path: Path, jalan: str
) -> None:
    naskah = out(house, jalan)

    assert fields(house, naskah) == ["tanda_tangan_1"]
    assert said(house, naskah) == ["Tanda tangan elektronik pada halaman 2"]
    pdf = house.store.fetch(naskah.pdf, tmp_path / "naskah.pdf")
    assert set(verapdf.broken([pdf], "2b", "ua1").values()) == {""}


def test_a_service_makes_its_own_place_and_the_appendix_says_so_all_the_same(
    house: RealHouse, atasan: Hadir, tmp_path: Path
) -> None:
    with tiruan(tmp_path) as layanan:
        house.opened["esign"] = BsreService(LayananBsre(1, layanan.sambungan()))
        kunci.add_bsre(house, atasan, NIK)
        naskah = out(house, ELEKTRONIK)

    assert fields(house, naskah) == []
    assert said(house, naskah) == ["Tanda tangan elektronik pada halaman 2"]


def test_a_pen_finds_room_at_both_places_and_no_words_in_its_way(
    house: RealHouse, atasan: Hadir, tmp_path: Path
) -> None:
    naskah = out(house, TINTA)

    assert fields(house, naskah) == []
    assert said(house, naskah) == []
    pdf = house.store.fetch(naskah.pdf, tmp_path / "naskah.pdf")
    with house.ledger.read() as reading:
        berkas, every = reading.get(Berkas, naskah.berkas), places(reading, naskah)
        kind = declared_for(house, reading, naskah)
    here = letak.found(house, naskah, berkas, kind, every, pdf)
    (one,) = letak.everywhere(house, pdf, here)
    assert one
    assert [page for page, _ in one.semua] == [1, 3]
