"""A matter never stands where nobody can move it: not for units that are gone, or already done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.henti import UnitSelesai
from service.domain.berkas import BERJALAN, DIBATALKAN, SELESAI, Berkas
from tests.acts.perkara import KODE, PUTARAN, SERAH, Perkantoran, perkantoran
from tests.acts.test_berkas_anak import walked_by
from tests.acts.test_berkas_henti import asked
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PEMANGGIL = """
nama = "Pemanggil contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "panggil"
kegiatan = "Memanggil putaran"
pelaksana = ["tim_sekretariat"]
rujukan = "putaran"
"""
# A round that is over with the rows of its units.
HANYA_UNIT = """
nama = "Putaran pendek contoh"
[pelaksana]
unit = "Unit"
[[langkah]]
id = "sediakan"
kegiatan = "Menyediakan"
pelaksana = ["unit"]
untuk = "unit"
"""


@pytest.fixture
def dinas(kantor: Kantor) -> Perkantoran:
    kantor.clock.at = SENIN
    return perkantoran(
        kantor,
        {"putaran": PUTARAN, "uji": SERAH, "pemanggil": PEMANGGIL, "pendek": HANYA_UNIT},
    )


def cancelled(dinas: Perkantoran, one: Berkas) -> Berkas:
    return berkas_henti.cancel(dinas.kantor, dinas.oleh("ppid"), asked(dinas, one))


def reopened(dinas: Perkantoran, one: Berkas) -> Berkas:
    return berkas_henti.reopen(dinas.kantor, dinas.oleh("ppid"), asked(dinas, one))


def test_a_round_for_which_no_unit_is_at_work_goes_on(dinas: Perkantoran) -> None:
    file = dinas.kantor.home / "paket" / KODE / "instansi.toml"
    text = file.read_text()
    for kode in ("B1", "B2"):
        text = text.replace(f'kode = "{kode}"', f'kode = "{kode}"\nsampai = 2026-01-01')
    file.write_text(text)
    one = dinas.opened("putaran", unit="")

    assert dinas.below(one) == []
    assert (one.keadaan, one.langkah) == (BERJALAN, "laporkan")
    assert one == dinas.now(one)
    assert dinas.go(one, "ya").langkah == "uji"
    assert promises(dinas) == []


def test_a_unit_that_ended_while_its_round_was_closed_is_not_waited_for(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, second = dinas.below(round_)
    walked_by(dinas, second)
    cancelled(dinas, round_)
    reopened(dinas, first)
    walked_by(dinas, first)
    again = reopened(dinas, round_)

    assert (again.keadaan, again.langkah) == (BERJALAN, "laporkan")
    assert again == dinas.now(round_)
    assert dinas.go(round_, "ya").langkah == "uji"
    assert promises(dinas) == []


def test_a_round_of_which_only_units_are_left_is_opened_after_one_of_them(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("pendek", unit="")
    units = dinas.below(round_)
    for one in units:
        dinas.go(one, peran="unit")
    assert dinas.now(round_).keadaan == SELESAI
    with pytest.raises(UnitSelesai, match="Buka kembali dahulu berkas unit"):
        reopened(dinas, round_)
    assert dinas.now(round_).keadaan == SELESAI

    reopened(dinas, units[0])
    assert reopened(dinas, round_).langkah == "sediakan"
    dinas.go(units[0], peran="unit")
    assert dinas.now(round_).keadaan == SELESAI
    assert promises(dinas) == []


def test_instead_of_a_called_matter_that_was_cancelled_another_is_opened(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in dinas.below(round_):
        walked_by(dinas, one)
    dinas.go(round_, "ya")
    who = dinas.oleh("tim_sekretariat")
    wrong = berkas_anak.call(dinas.kantor, who, round_.id)
    cancelled(dinas, wrong)
    right = berkas_anak.call(dinas.kantor, who, round_.id)

    assert right.id != wrong.id
    assert (right.keadaan, dinas.now(wrong).keadaan) == (BERJALAN, DIBATALKAN)
    assert berkas_anak.call(dinas.kantor, who, round_.id) == right
    where = "Lemari 2, 3 map, baik"
    dinas.bring(right, "fisik", "diserahkan", "unit", catatan=where)
    dinas.bring(right, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    dinas.go(right, peran="unit")
    assert dinas.go(round_).keadaan == SELESAI
    assert promises(dinas) == []


def test_a_round_that_is_called_opens_its_units_and_waits_in_nobodys_list(
    dinas: Perkantoran,
) -> None:
    above = dinas.opened("pemanggil")
    round_ = berkas_anak.call(dinas.kantor, dinas.oleh("tim_sekretariat"), above.id)

    assert (round_.langkah, round_.menunggu) == ("sediakan", "")
    assert {one.menunggu for one in dinas.below(round_)} == {"unit"}
    for one in dinas.below(round_):
        walked_by(dinas, one)
    assert (dinas.now(round_).langkah, dinas.now(round_).menunggu) == (
        "laporkan",
        "tim_sekretariat",
    )
    assert promises(dinas) == []


def test_what_a_unit_made_after_it_was_not_waited_for_counts(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    late = dinas.below(round_)[0]
    head, hold = dinas.oleh("ppid"), berkas_henti.hold
    hold(dinas.kantor, dinas.oleh("unit"), asked(dinas, late))
    now = dinas.now(late)
    ended = berkas_anak.excuse(dinas.kantor, head, late.id, now.versi, "Lewat batas contoh")
    assert (ended.keadaan, ended.hasil, ended.ditunda) == (SELESAI, "belum", None)
    assert dinas.known(round_).ada == {}

    reopened(dinas, late)
    assert walked_by(dinas, late).hasil == ""
    assert dinas.known(round_).ada == {"siap": "dicatat"}
    assert promises(dinas) == []
