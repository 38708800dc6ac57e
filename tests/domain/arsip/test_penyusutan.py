"""What may be moved, handed over or destroyed: never by itself, never by one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.domain.arsip.arsip import DI_ARSIP, DIMUSNAHKAN, DISERAHKAN, judged
from service.domain.arsip.jadwal import Retensi
from service.domain.arsip.penyusutan import (
    BEBAS,
    BUANG,
    PINDAH,
    SERAH,
    Halangan,
    due,
    hindered,
    hindrances,
)
from service.domain.arsip.tahan import (
    PERKARA,
    SENGKETA,
    Penahanan,
    PenahananTidakSah,
    checked,
    lifted,
    told,
)
from service.domain.arsip.usul import (
    DILAKSANAKAN,
    ArsipTerhalang,
    Pelaksanaan,
    Persetujuan,
    Usul,
    UsulSudahLanjut,
    UsulTidakSah,
    approved,
    carried_out,
    changed,
    given_up,
    gone,
    put_forward,
    sent_back,
)
from service.domain.informasi.retensi import MUSNAH, PERMANEN
from service.domain.wewenang import PerluOrangKedua
from tests.domain.arsip.contoh import DUA_TIGA, JADWAL, NOW, TODAY, arsip

MUDA, TENGAH, TUA = date(2026, 1, 5), date(2023, 1, 5), date(2020, 1, 5)
SURAT = Persetujuan("Gubernur Contoh", "000.5/88/2026", date(2026, 11, 2), "4/PPA/X/2026")
CARA = Pelaksanaan(TODAY, "naskah-ba", ("Kepala Biro Hukum", "Inspektur Pembantu"))


def retention(kode: str) -> Retensi:
    found = JADWAL.retention(kode)
    assert found is not None
    return found


def listed(macam: str = BUANG) -> Usul:
    return Usul("usul-1", "dinas_contoh", "", macam, "Usul contoh", ("a",), ("arsiparis",), NOW)


def before_the_head(macam: str = BUANG) -> Usul:
    return put_forward(listed(macam), "arsiparis")


def agreed(macam: str = BUANG) -> Usul:
    return approved(before_the_head(macam), "kepala", SURAT, TODAY)


def test_what_is_active_stays_in_its_unit_and_what_is_inactive_may_move() -> None:
    assert hindrances(PINDAH, arsip(MUDA), BEBAS, TODAY) == ("Masih aktif sampai 4 Januari 2028.",)
    assert hindrances(PINDAH, arsip(TENGAH), BEBAS, TODAY) == ()
    moved = arsip(TENGAH, keadaan=DI_ARSIP)
    assert hindrances(PINDAH, moved, BEBAS, TODAY) == ("Sudah di unit kearsipan.",)


def test_nothing_is_destroyed_before_both_terms_are_over() -> None:
    assert "belum habis" in hindrances(BUANG, arsip(TENGAH), BEBAS, TODAY)[0]
    assert hindrances(BUANG, arsip(TUA), BEBAS, TODAY) == ()


def test_what_is_kept_for_ever_is_handed_over_and_never_destroyed() -> None:
    one = arsip(date(2010, 1, 5), retention("HM.01.03"))
    assert hindrances(BUANG, one, BEBAS, TODAY) == ("Nasib akhirnya permanen.",)
    assert hindrances(SERAH, one, BEBAS, TODAY) == ()
    assert hindrances(SERAH, arsip(TUA), BEBAS, TODAY) == ("Nasib akhirnya musnah.",)


def test_what_is_to_be_judged_again_waits_for_its_judgement() -> None:
    one = arsip(TUA, retention("HM.01.04"))
    for macam in (BUANG, SERAH):
        assert "belum dinilai" in hindrances(macam, one, BEBAS, TODAY)[0]
    assert hindrances(BUANG, judged(one, MUSNAH), BEBAS, TODAY) == ()
    assert hindrances(SERAH, judged(one, PERMANEN), BEBAS, TODAY) == ()


def test_a_hold_stops_destruction_and_hand_over_but_not_the_move_to_the_archive() -> None:
    held = Halangan(ditahan="sengketa informasi.")
    assert hindrances(BUANG, arsip(TUA), held, TODAY) == ("Ditahan: sengketa informasi.",)
    assert hindrances(PINDAH, arsip(TENGAH), held, TODAY) == ()


def test_what_is_lent_listed_or_under_way_again_goes_nowhere() -> None:
    three = Halangan(dipinjam="Budi Contoh", diusulkan="Usul 2026", dibuka=True)
    for macam in (PINDAH, SERAH, BUANG):
        assert len(hindrances(macam, arsip(TUA), three, TODAY)) >= 3


def test_an_arsip_vital_is_not_destroyed() -> None:
    assert "vital" in hindrances(BUANG, arsip(TUA, vital=True), BEBAS, TODAY)[0]


def test_what_is_gone_is_proposed_no_more() -> None:
    one = arsip(TUA, keadaan=DIMUSNAHKAN)
    assert hindrances(BUANG, one, BEBAS, TODAY) == ("Sudah dimusnahkan.",)


def test_the_office_is_told_what_could_be_proposed_oldest_first_and_nothing_is_by_itself() -> None:
    old, older = arsip(TUA, id="b"), arsip(date(2019, 1, 5), id="a")
    free, holds = [old, arsip(MUDA, id="c"), older], {"b": BEBAS}
    assert [one.id for one in due(BUANG, free, holds, TODAY)] == ["a", "b"]
    assert [*hindered(BUANG, free, holds, TODAY)] == ["c"]
    assert {one.keadaan for one in free} == {"di_unit"}


def test_who_prepared_a_list_does_not_approve_it() -> None:
    more = changed(listed(), ("a", "b"), "rekan")
    asked = put_forward(more, "arsiparis")
    assert asked.penyiap == ("arsiparis", "rekan")
    for one in asked.penyiap:
        with pytest.raises(PerluOrangKedua):
            approved(asked, one, SURAT, TODAY)
    assert approved(asked, "kepala", SURAT, TODAY).penyetuju == "kepala"


def test_who_approved_a_list_does_not_carry_it_out() -> None:
    with pytest.raises(PerluOrangKedua):
        carried_out(agreed(), "kepala", CARA, TODAY)
    assert carried_out(agreed(), "arsiparis", CARA, TODAY).keadaan == DILAKSANAKAN


def test_a_destruction_needs_a_letter_and_the_word_of_the_panitia() -> None:
    for lacks in (Persetujuan(), replace(SURAT, nomor=" "), replace(SURAT, pertimbangan="")):
        with pytest.raises(UsulTidakSah, match=r"Tidak ada yang diubah\.$"):
            approved(before_the_head(), "kepala", lacks, TODAY)
    with pytest.raises(UsulTidakSah, match="sesudah hari ini"):
        approved(before_the_head(), "kepala", replace(SURAT, tanggal=date(2026, 12, 1)), TODAY)


def test_a_move_within_the_house_needs_no_letter_from_outside() -> None:
    assert approved(before_the_head(PINDAH), "kepala", Persetujuan(), TODAY).keadaan == "disetujui"


def test_a_destruction_has_two_witnesses_and_a_signed_berita_acara() -> None:
    for lacks in (
        replace(CARA, saksi=("Kepala Biro Hukum", " ")),
        replace(CARA, saksi=("Kepala Biro Hukum", "Kepala Biro Hukum ")),
        replace(CARA, berita_acara=""),
        replace(CARA, tanggal=date(2026, 11, 1)),
        replace(CARA, tanggal=date(2026, 11, 24)),
    ):
        with pytest.raises(UsulTidakSah):
            carried_out(agreed(), "arsiparis", lacks, TODAY)


def test_a_list_goes_back_to_be_changed_and_is_fixed_once_approved() -> None:
    assert changed(sent_back(before_the_head()), ("z", "z"), "rekan").arsip == ("z",)
    with pytest.raises(UsulSudahLanjut):
        changed(agreed(), ("z",), "rekan")
    with pytest.raises(UsulTidakSah, match="belum memuat"):
        put_forward(changed(listed(), (), "rekan"), "rekan")
    assert given_up(agreed()).keadaan == "dibatalkan"
    with pytest.raises(UsulSudahLanjut):
        given_up(carried_out(agreed(), "arsiparis", CARA, TODAY))


def test_an_archive_that_went_leaves_a_line_of_what_it_was() -> None:
    one = arsip(TUA, tempat="f")
    for macam, keadaan in ((SERAH, DISERAHKAN), (BUANG, DIMUSNAHKAN)):
        left = gone(one, carried_out(agreed(macam), "arsiparis", CARA, TODAY))
        assert (left.keadaan, left.pergi, left.tempat) == (keadaan, TODAY, "")
        assert (left.kode, left.retensi, left.usul) == ("HM.01.02", DUA_TIGA, "usul-1")
    moved = gone(one, carried_out(agreed(PINDAH), "arsiparis", CARA, TODAY))
    assert (moved.keadaan, moved.pergi) == (DI_ARSIP, None)


def test_who_put_a_hold_does_not_lift_it() -> None:
    one = Penahanan("h", "arsip-1", SENGKETA, "alasan-1", "ppid", NOW)
    with pytest.raises(PerluOrangKedua):
        lifted(one, "ppid", "alasan-2", NOW)
    over = lifted(one, "atasan", "alasan-2", NOW)
    with pytest.raises(PenahananTidakSah, match="sudah dilepas"):
        lifted(over, "atasan", "alasan-3", NOW)
    other = replace(one, id="h2", sebab=PERKARA)
    assert told([over, other, one]) == "perkara di pengadilan, sengketa informasi."
    assert told([over]) == ""


def test_a_hold_says_why() -> None:
    for sebab, alasan in (("entah", "Perkara 1"), (SENGKETA, " ")):
        with pytest.raises(PenahananTidakSah):
            checked(sebab, alasan)
    checked(SENGKETA, "Register 12/2026")


def test_what_stands_in_the_way_is_named_and_many_are_counted() -> None:
    assert "a; b." in str(ArsipTerhalang(["a", "b"]))
    assert "dan 2 lagi" in str(ArsipTerhalang([*"abcdefg"]))
