"""What is bound at the pages: asked for, waited for, taken by who asked, and by nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.register import sengketa
from service.acts.register.sengketa import Catat
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.jilidan import Jilidan
from service.domain.informasi.tutupan import Tutupan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File
from service.domain.sengketa import Sengketa
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, work
from tests.web.rumah_web import Orang, officer, rumah_web
from tests.web.test_sengketa_web import answered, local_day, objected


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def tim(house: RealHouse) -> Orang:
    return officer(house, "tim", "tim_sekretariat", "atasan_ppid")


@pytest.fixture
def unit(house: RealHouse) -> Orang:
    return officer(house, "unit", "petugas", "fasilitasi_sengketa")


def matter(house: RealHouse) -> Berkas:
    now = house.clock.now()
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara <contoh>", "", BERJALAN, now, sop="x")
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, one.id))
    return one


def dispute(house: RealHouse, oleh: Orang) -> Sengketa:
    about = objected(house)
    answered(house, oleh.hadir, about)
    asked = Catat(house.new_id(), about.id, "KI Contoh", "7/KI/2026", local_day(house))
    return sengketa.record(house, oleh.hadir, asked)


def sends(who: Orang, at: str, **more: str):
    return who.client.post(at, data={"csrf": who.csrf, **more})


def taken(who: Orang, id_: str, **more: str) -> tuple[bytes, str]:
    """The file, and how it is handed out."""
    with sends(who, f"/jilidan/{id_}", **more) as answer:
        assert answer.status_code == 200
        return answer.data, answer.headers["Content-Disposition"]


def asked(who: Orang, at: str, tanda: str, **more: str):
    return sends(who, at, tanda=tanda, cetak="satu", **more)


def only(house: RealHouse) -> Jilidan:
    with house.ledger.read() as reading:
        (one,) = reading.find(Jilidan)
    return one


def test_a_matter_is_bound_at_its_page_and_taken_by_who_asked(
    house: RealHouse, tim: Orang, unit: Orang
) -> None:
    at = f"/berkas/{matter(house).id}/jilid"
    assert "Belum ada." in tim.client.get(at).text

    assert asked(tim, at, house.new_id()).status_code == 303
    assert "Sedang dijilid" in tim.client.get(at).text
    assert work(house) == ["jilid"]

    page = tim.client.get(at).text
    assert "2 halaman" in page
    one = only(house)
    held, how = taken(tim, one.id)
    assert held.startswith(b"%PDF-1.7")
    assert re.fullmatch(
        rf'attachment; filename="jilidan Perkara contoh \(\d{{4}}\) .* {one.tentang[:6]}\.pdf"', how
    )
    assert one.id not in unit.client.get(at).text
    other, absent = (sends(unit, f"/jilidan/{x}") for x in (one.id, house.new_id()))
    assert (other.status_code, other.data) == (absent.status_code, absent.data)
    assert other.status_code == 404


def test_a_matter_under_way_has_no_dossier_yet(house: RealHouse, tim: Orang) -> None:
    berkas = matter(house)

    assert "Unduh dossier" not in tim.client.get(f"/berkas/{berkas.id}/jilid").text
    assert sends(tim, f"/berkas/{berkas.id}/dossier", alasan="").status_code == 404


def test_a_dispute_has_its_papers_bound_and_its_closed_part_only_for_those_who_may(
    house: RealHouse, tim: Orang, unit: Orang
) -> None:
    one = dispute(house, tim)
    at = f"/sengketa/{one.id}/bundel"

    assert f'href="{at}"' in tim.client.get(f"/sengketa/{one.id}").text
    page = tim.client.get(at).text
    assert page.index("Kedudukan hukum badan publik") < page.index("Permohonan informasi")
    assert "Susun bagian tertutup" in page
    assert "Susun bagian tertutup" not in unit.client.get(at).text
    assert asked(unit, f"{at}/tertutup", house.new_id(), alasan="x").status_code == 404
    assert asked(tim, f"{at}/tertutup", house.new_id(), alasan="").status_code == 422

    assert asked(unit, at, house.new_id()).status_code == 303
    work(house)
    page = unit.client.get(at).text
    assert "Belum ada di dalamnya: Surat kuasa atau surat tugas" in page
    assert taken(unit, only(house).id)[0].startswith(b"%PDF-1.7")


def test_the_closed_part_is_taken_with_a_reason_each_time(house: RealHouse, tim: Orang) -> None:
    it = dispute(house, tim)
    at = f"/sengketa/{it.id}/bundel"
    with house.ledger.begin() as tx:
        came = tx.get(Keberatan, it.keberatan).kiriman
        (file,) = tx.find(File, kiriman=came)
        tx.add(Tutupan("t1", "i1", INSTANSI, file.sha256))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_ditutup", house.clock.now(), came))
    asked(tim, f"{at}/tertutup", house.new_id(), alasan="Sidang tertutup.")
    work(house)
    one = only(house)

    without = sends(tim, f"/jilidan/{one.id}", alasan="")
    assert without.status_code == 422
    assert "Perlu diperbaiki" in without.text or "Alasan membuka" in without.text
    assert taken(tim, one.id, alasan="Dibawa ke sidang.")[0].startswith(b"%PDF-1.7")


def test_where_nothing_is_withheld_the_closed_part_says_so(house: RealHouse, tim: Orang) -> None:
    at = f"/sengketa/{dispute(house, tim).id}/bundel"
    asked(tim, f"{at}/tertutup", house.new_id(), alasan="Sidang tertutup.")
    work(house)

    page = tim.client.get(at).text
    assert "Tidak dapat dijilid" in page
    assert "Tidak ada yang dikecualikan di antara surat-surat perkara ini" in page
    assert sends(tim, f"/jilidan/{only(house).id}", alasan="x").status_code == 404


def test_who_may_not_keep_disputes_has_no_pack_of_one(house: RealHouse, tim: Orang) -> None:
    one = dispute(house, tim)
    looker = officer(house, "lain", "petugas")

    for at in (f"/sengketa/{one.id}/bundel", f"/sengketa/{house.new_id()}/bundel"):
        assert looker.client.get(at).status_code in (403, 404)
    assert tim.client.get(f"/sengketa/{house.new_id()}/bundel").status_code == 404
    assert tim.client.get("/berkas/tidak_ada/jilid").status_code == 404
