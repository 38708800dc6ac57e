"""The play counts an SOP as played only where a matter ran under that SOP."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.berkas.baru import open_by
from service.acts.berkas.buka import Pembukaan
from service.acts.naskah import fill
from service.demo.matter import Lakon
from service.demo.papers import in_office
from service.demo.sertifikat import Penerbit
from service.demo.stage import Panggung
from service.demo.walk import Tersendat
from service.domain.berkas import Berkas
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, open_house


class Tersasar(Lakon):
    """A play whose letter is known as another kind, so that another SOP opens."""

    def _by_letter(self) -> Berkas:
        tim = self.pemeran.of("tim_sekretariat")
        asked = Pembukaan(self.house.new_id(), INSTANSI, UNIT, "uji_konsekuensi", "Surat contoh")
        return replace(open_by(self.house, tim, asked), sop="sop_lain")


def test_a_letter_that_opens_another_sop_ends_the_play(tmp_path: Path) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        panggung = Panggung(house, Penerbit(tmp_path / "penerbit"))
        lakon = Tersasar(panggung, INSTANSI, tmp_path / "hasil")

        with pytest.raises(Tersendat, match="SOP uji_konsekuensi belum dijalankan"):
            list(lakon.play())


@pytest.mark.parametrize(
    ("jenis", "penandatangan"),
    [
        ("tanda_terima", {"penyerah": "unit", "penerima": "pengelola_arsip"}),
        ("laporan_monev", {"penandatangan": "ppid", "mengetahui": "atasan_ppid"}),
        ("sk_klasifikasi", {"penandatangan": "atasan_ppid", "ppid": "ppid"}),
        ("berita_acara_pemusnahan", {"pelaksana": "pengelola_arsip"}),  # its witnesses sign nothing
    ],
)
def test_each_person_on_a_paper_of_the_play_holds_the_office_of_their_place(
    tmp_path: Path, jenis: str, penandatangan: dict[str, str]
) -> None:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        assert in_office(fill.pasangan(house, INSTANSI, jenis)) == penandatangan
