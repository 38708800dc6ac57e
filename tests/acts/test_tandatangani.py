"""A paper is signed here: by two, in order, with real keys, and nothing where anything is amiss."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.batal import give_up
from service.acts.naskah.tempat_ttd import places
from service.acts.orang.peran import Penugasan, give
from service.acts.pengingat.daftar import reminders
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd import tolak as tolak_ttd
from service.acts.ttd.tandatangani import Diminta
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.domain import tempat_ttd as t
from service.domain.catatan import Catatan
from service.domain.frasa_sandi import FrasaSandi
from service.domain.ingat import TANDA_TANGAN
from service.domain.kunci_ttd import KunciDilepas
from service.domain.naskah import (
    BATAL,
    DIKEMBALIKAN,
    DIKIRIM,
    DITANDATANGANI,
    BukanSaatnya,
    Naskah,
    signatures_count,
)
from service.domain.orang import PLH
from service.domain.pengingat import LEWAT
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd
from service.domain.tolakan_ttd import (
    BukanGiliran,
    BukanTempatAnda,
    SedangDibubuhi,
    TanpaAlasanMenolak,
)
from service.domain.waktu_ttd import KALI
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.kantor_ttd import Kantor, Tertata
from tests.office import INSTANSI, at_desk, operator, person, today, work
from tests.pki import FRASA, Pki


@pytest.fixture
def house(tmp_path: Path, tertata: Tertata) -> Iterator[RealHouse]:
    with tertata.copied(tmp_path) as whole:
        whole.opened["signer"] = PadesSigner(Layanan(), whole.clock)
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tertata: Tertata) -> Kantor:
    return tertata.at(house)


def pdfsig(house: RealHouse, sha256: str, room: Path) -> str:
    pdf = house.store.fetch(sha256, room / f"{sha256[:8]}.pdf")
    line = ["pdfsig", "-nocert", str(pdf)]
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout


def test_two_sign_in_order_and_then_the_paper_is_signed(kantor: Kantor, tmp_path: Path) -> None:
    assert kantor.naskah.keadaan == DIKIRIM
    assert [kantor.waits(one) for one in ("petugas", "ppid", "atasan")] == [[], [True], [False]]
    laid = kantor.house.settings.home / "tanda-tangan"
    assert list(laid.rglob("*.pdf")) == []

    kantor.sign("ppid", 0)
    assert kantor.naskah.keadaan == DIKIRIM
    assert [kantor.waits(one) for one in ("ppid", "atasan")] == [[], [True]]
    kantor.sign("atasan", 1)

    done = kantor.naskah
    assert done.keadaan == DITANDATANGANI
    told = pdfsig(kantor.house, done.bertanda_tangan, tmp_path)
    assert told.count("Signature is Valid") == 2
    assert "Contoh Sekretaris" in told
    assert "Contoh Kepala" in told
    with (
        kantor.house.store.open(done.pdf) as went,
        kantor.house.store.open(done.bertanda_tangan) as came,
    ):
        assert came.read().startswith(went.read())
    assert [one.janji for one in audit(kantor.house) if not one.utuh] == []


def test_out_of_turn_and_with_a_stale_page_nothing_is_signed(kantor: Kantor) -> None:
    with pytest.raises(BukanGiliran):
        kantor.sign("atasan", 1)
    with pytest.raises(TidakBerwenang):
        kantor.sign("atasan", 0)
    old = kantor.asked("ppid", 0)
    kantor.sign("ppid", 0)
    with FrasaSandi(FRASA) as frasa, pytest.raises(Overtaken):
        tandatangani.sign(kantor.house, kantor.orang["ppid"], old, frasa)
    with pytest.raises(BukanTempatAnda):
        kantor.sign("ppid", 0)


def test_a_wrong_passphrase_signs_nothing_and_sets_the_place_free_at_once(kantor: Kantor) -> None:
    with pytest.raises(Refusal) as no:
        kantor.sign("ppid", 0, "frasa yang keliru")
    assert "frasa yang keliru" not in str(no.value)
    assert kantor.place(0).penyewa == ""
    kantor.sign("ppid", 0)


def test_a_key_that_was_let_go_or_is_another_s_signs_nothing(kantor: Kantor) -> None:
    with FrasaSandi(FRASA) as frasa, pytest.raises(TidakAda):
        asked = Diminta(
            kantor.id, kantor.naskah.versi, kantor.place(0).id, kantor.kunci["atasan"].id
        )
        tandatangani.sign(kantor.house, kantor.orang["ppid"], asked, frasa)
    kunci_ttd.release(kantor.house, kantor.orang["ppid"], kantor.kunci["ppid"].id)
    with pytest.raises(KunciDilepas):
        kantor.sign("ppid", 0)


def test_who_declines_sends_it_back_and_the_others_are_asked_no_more(kantor: Kantor) -> None:
    kantor.sign("ppid", 0)
    one = kantor.asked("atasan", 1)
    with pytest.raises(TanpaAlasanMenolak):
        tolak_ttd.decline(
            kantor.house, kantor.orang["atasan"], kantor.id, one.versi, one.tempat, " "
        )

    tolak_ttd.decline(
        kantor.house, kantor.orang["atasan"], kantor.id, one.versi, one.tempat, "Salah masa."
    )

    assert kantor.naskah.keadaan == DIKEMBALIKAN
    assert kantor.naskah.nomor
    assert kantor.waits("atasan") == []
    with kantor.house.ledger.read() as reading:
        every = places(reading, kantor.naskah)
    assert [one.keadaan for one in every] == [t.DITANDATANGANI, t.MENOLAK]

    work(kantor.house)
    submit.submit(kantor.house, kantor.id, kantor.orang["petugas"])
    approve(kantor.house, kantor.id, kantor.orang["ppid"], jalan=ELEKTRONIK)
    work(kantor.house)
    assert [kantor.waits(one) for one in ("ppid", "atasan")] == [[True], [False]]


def test_the_same_certificate_twice_is_one_and_one_that_is_over_is_not_taken(
    kantor: Kantor, pki: Pki
) -> None:
    assert kantor.add("ppid", "sekretaris") == kantor.kunci["ppid"]
    with pytest.raises(Refusal, match="sudah berakhir"):
        kantor.add("ppid", "berakhir")
    with FrasaSandi("bukan ini") as frasa, pytest.raises(Refusal):
        kunci_ttd.add_file(kantor.house, kantor.orang["ppid"], pki.pkcs12("lain"), "", frasa)


def test_no_passphrase_is_kept_anywhere(kantor: Kantor) -> None:
    kantor.sign("ppid", 0)
    wanted = FRASA.encode()
    home: Path = kantor.house.settings.home
    assert [one for one in home.rglob("*") if one.is_file() and wanted in one.read_bytes()] == []


def test_somebody_who_reads_the_matter_and_holds_no_such_peran_signs_nothing(
    kantor: Kantor,
) -> None:
    petugas: Hadir = kantor.orang["petugas"]
    with FrasaSandi(FRASA) as frasa, pytest.raises(TidakBerwenang):
        tandatangani.sign(kantor.house, petugas, kantor.asked("ppid", 0), frasa)


def lease(kantor: Kantor, n: int) -> TempatTtd:
    """Somebody signs at that place at this moment."""
    with kantor.house.ledger.begin() as tx:
        before = places(tx, tx.get(Naskah, kantor.id))[n]
        tx.save(before, t.taken(before, "rekan", "kunci", kantor.naskah.pdf, kantor.now))
        tx.note(Catatan(INSTANSI, "rekan", "naskah_mulai_ttd", kantor.now, kantor.id))
    return before


def noted(kantor: Kantor, perbuatan: str) -> dict[str, str]:
    lines = kantor.house.lists.jurnal(INSTANSI, 1_000_000, 1_000)
    (line,) = [one for one in lines if one.perbuatan == perbuatan]
    return line.rincian


def test_what_is_taken_back_or_given_up_is_on_no_desk_and_its_signatures_count_no_more(
    kantor: Kantor,
) -> None:
    kantor.sign("ppid", 0)
    ppid, versi = kantor.orang["ppid"], kantor.naskah.versi

    submit.send_back(kantor.house, kantor.id, ppid, versi, "Salah masa.")

    assert kantor.waits("atasan") == []
    assert not signatures_count(kantor.naskah)
    signed, other = (kantor.place(n) for n in (0, 1))
    assert t.said(signed, berlaku=False) == "Ditandatangani, tidak berlaku lagi"
    assert other.keadaan == t.GUGUR
    assert noted(kantor, "naskah_dikembalikan")["tanda_tangan_gugur"] == "1"
    with pytest.raises(BukanSaatnya):
        kantor.sign("atasan", 1)

    work(kantor.house)
    submit.submit(kantor.house, kantor.id, kantor.orang["petugas"])
    approve(kantor.house, kantor.id, ppid, jalan=ELEKTRONIK)
    work(kantor.house)
    give_up(kantor.house, kantor.id, ppid, kantor.naskah.versi, "Perkaranya selesai.")
    assert [kantor.waits(one) for one in ("ppid", "atasan")] == [[], []]
    assert kantor.naskah.keadaan == BATAL
    assert "tanda_tangan_gugur" not in noted(kantor, "naskah_dibatalkan")
    assert [one.janji for one in audit(kantor.house) if not one.utuh] == []


def test_nothing_is_taken_from_the_hands_of_who_signs_it_at_that_moment(kantor: Kantor) -> None:
    lease(kantor, 0)
    ppid, versi = kantor.orang["ppid"], kantor.naskah.versi

    with pytest.raises(SedangDibubuhi):
        submit.send_back(kantor.house, kantor.id, ppid, versi, "Salah masa.")
    with pytest.raises(SedangDibubuhi):
        give_up(kantor.house, kantor.id, ppid, versi, "Salah masa.")

    assert kantor.naskah.keadaan == DIKIRIM
    assert kantor.place(0).penyewa == "rekan"


def test_who_acts_for_an_official_signs_in_their_place_and_only_in_their_days(
    kantor: Kantor, pki: Pki
) -> None:
    now = today(kantor.house)
    acting = person(kantor.house, "pengganti", "unit")
    asked_ = Penugasan(INSTANSI, "", "ppid", now, now, PLH, dasar="SP-1/CONTOH/2026")
    give(kantor.house, operator(kantor.house), acting.orang.id, asked_)
    kantor.orang["pengganti"] = at_desk(kantor.house, acting.orang.id)
    kantor.kunci["pengganti"] = kantor.add("pengganti", "sekretaris")
    assert kantor.waits("pengganti") == [True]

    kantor.sign("pengganti", 0)

    assert kantor.place(0).oleh == acting.orang.id
    assert noted(kantor, "naskah_dibubuhi_ttd")["sebagai"] == PLH
    kantor.orang["pengganti"] = acting
    assert kantor.waits("pengganti") == []


def test_who_is_to_sign_is_reminded_and_who_wrote_it_is_told_once_it_is_late(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = kantor.now

    def told(nama: str, days: int) -> list[tuple[str, bool]]:
        later = begun + timedelta(days=days)
        with monkeypatch.context() as for_now:
            for_now.setattr(type(kantor.house.clock), "now", lambda _: later)
            found = reminders(kantor.house, kantor.orang[nama])
        return [(one.jenis, one.surat) for one in found if one.apa == TANDA_TANGAN]

    first = [n for n in range(40) if told("ppid", n)]
    letters = [n for n in range(40) if any(letter for _, letter in told("ppid", n))]
    late = [n for n in range(40) if told("petugas", n)]

    assert first[0] >= 2
    assert len(letters) == KALI
    assert first[0] < late[0] <= 8
    assert first[-1] == late[-1] < 39
    assert told("petugas", late[0])[0][0] == LEWAT
    assert [n for n in range(40) if told("atasan", n)] == []
    kantor.sign("ppid", 0)
    assert told("ppid", late[0]) == []
