"""What the public reads stands on other sites just so; what was taken back leaves first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from jobs import terbitkan
from service.acts.edisi import dorong, dorong_kirim, terbit
from service.acts.edisi.terbit import Penarikan
from service.acts.informasi import cabut
from service.acts.keadaan.situs import sites_line
from service.adapters.dorong import Situs
from service.domain.edisi.dorong import BERES, GAGAL, Dorongan, Terdorong
from service.domain.informasi.informasi import Informasi
from service.domain.refusals import TidakAda, Unavailable
from service.ports.dorong import Fetch
from tests.acts.perkara import KODE
from tests.ckan_tiruan import CkanTiruan
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.situs_tiruan import SABAR, opened
from tests.terbitan import publisher
from tests.wordpress_tiruan import WordpressTiruan

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DIP = "berkas-dinas-contoh-dip"


@pytest.fixture
def ckan(kantor: Kantor) -> Iterator[CkanTiruan]:
    with opened(kantor.home, CkanTiruan) as situs:
        yield situs


@pytest.fixture
def wordpress(kantor: Kantor) -> Iterator[WordpressTiruan]:
    with opened(kantor.home, WordpressTiruan) as situs:
        yield situs


@pytest.fixture
def it(kantor: Kantor, ckan: CkanTiruan) -> KantorEdisi:
    kantor.clock.at = SENIN
    it = kantor_edisi(kantor)
    penerbit = publisher(kantor.home, kantor.url)
    kantor.penerbit = penerbit
    kantor.store_publik = penerbit.toko.terbuka
    kantor.outlets = Situs([ckan.tujuan(butir=True)], kantor.home / "dorong", SABAR)
    return it


def push(it: KantorEdisi) -> dict[str, int]:
    return dorong_kirim.push(it.kantor, "portal")


def state(it: KantorEdisi) -> tuple[str, str]:
    one = dorong.states(it.kantor, KODE)["portal"]
    return one.keadaan, one.kata


def taken_back(it: KantorEdisi, one: Informasi) -> None:
    now = it.now(one)
    cabut.withdraw(it.kantor, it.oleh("ppid"), now.id, now.versi, "Ganda dengan baris lain")


def test_a_published_list_and_its_lines_stand_there_once(it: KantorEdisi, ckan: CkanTiruan) -> None:
    it.piece("keuangan")
    it.piece("kinerja")
    it.public()

    assert push(it) == {"dibawa": 3}
    assert push(it) == {}

    assert len(ckan.terbuka) == 3
    assert set(ckan.files(DIP)) == {"xlsx", "csv", "json", "jsonld", "ttl"}
    assert b"Laporan keuangan" in ckan.files(DIP)["csv"]
    assert "2 baris" in ckan.himpunan[DIP]["notes"]
    assert state(it) == (BERES, "")


def test_a_line_that_was_taken_back_is_gone_there_before_the_list_is_made_anew(
    it: KantorEdisi, ckan: CkanTiruan, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, _ = it.piece("keuangan"), it.piece("kinerja")
    it.public()
    push(it)
    taken_back(it, gone)

    def broken(*_: object) -> None:
        raise Unavailable("penuh")

    with monkeypatch.context() as patched:
        patched.setattr(type(it.kantor.penerbit), "put", broken)
        with pytest.raises(Unavailable):
            terbitkan.run(it.kantor, KODE)
    assert "dorong" in owed(it)
    push(it)

    assert len(ckan.terbuka) == 2
    assert ckan.files(DIP) == {}
    assert not any(b"keuangan" in one for one in ckan.isi.values())
    terbitkan.run(it.kantor, KODE)
    push(it)
    assert b"kinerja" in ckan.files(DIP)["csv"]
    assert not any(b"keuangan" in one for one in ckan.isi.values())


def owed(it: KantorEdisi) -> list[str]:
    """The jobs that wait now."""
    with it.kantor.ledger.begin() as tx:
        rows = tx.connection.exec_driver_sql("SELECT job FROM pekerjaan").fetchall()
    return [job for (job,) in rows]


def test_an_edition_that_was_withdrawn_takes_all_of_it_away(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    edisi = it.public()
    push(it)

    terbit.withdraw(
        it.kantor, it.oleh("ppid"), Penarikan(edisi.id, edisi.versi, "Salah lampiran SK")
    )
    terbitkan.run(it.kantor, KODE)

    assert push(it) == {"ditarik": 2}
    assert (ckan.terbuka, ckan.isi) == ([], {})
    with it.kantor.ledger.read() as reading:
        assert reading.find(Terdorong, tujuan="portal") == []


def test_nothing_new_goes_out_while_something_withdrawn_still_stands_there(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    gone, _ = it.piece("keuangan"), it.piece("kinerja")
    it.public()
    push(it)
    taken_back(it, gone)
    terbitkan.run(it.kantor, KODE)
    ckan.tingkah, ckan.kena = "403", "package_delete"
    ckan.diminta.clear()

    with pytest.raises(Unavailable):
        push(it)

    assert not ckan.count("resource_create") + ckan.count("resource_update")
    keadaan, kata = state(it)
    assert keadaan == GAGAL
    assert "menolak kunci" in kata
    ckan.tingkah = ""
    push(it)
    assert state(it) == (BERES, "")
    assert len(ckan.terbuka) == 2


def test_who_was_killed_between_sending_and_noting_sends_nothing_twice(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.public()

    class Killed(BaseException):
        pass

    real = it.kantor.outlets

    class Once:
        """Ends its process just when all was sent."""

        def __init__(self) -> None:
            self.tujuan, self._of = real.all["portal"].tujuan, real.all["portal"]
            self.alone = self._of.alone

        def bring(self, one: Dorongan, fetch: Fetch) -> None:
            self._of.bring(one, fetch)
            raise Killed

        def withdraw(self, nama: str) -> None:
            self._of.withdraw(nama)

    it.kantor.outlets = type("Sites", (), {"all": {"portal": Once()}})()
    for _ in range(3):
        with pytest.raises(Killed):
            push(it)
    it.kantor.outlets = real
    push(it)

    assert len(ckan.himpunan) == 2
    assert ckan.count("package_create") == 2
    assert len(ckan.files(DIP)) == ckan.count("resource_create") == 5


def test_what_was_sent_but_never_noted_is_taken_away_all_the_same(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    edisi = it.public()
    ckan.tingkah, ckan.kena, ckan.sekali = "putus_sesudah", "package_create", True
    with pytest.raises(Unavailable):
        push(it)
    assert ckan.terbuka == [DIP]

    terbit.withdraw(
        it.kantor, it.oleh("ppid"), Penarikan(edisi.id, edisi.versi, "Salah lampiran SK")
    )
    terbitkan.run(it.kantor, KODE)
    push(it)

    assert ckan.terbuka == []


def test_what_failed_halfway_is_never_taken_for_what_it_was(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.public()
    push(it)
    before = ckan.files(DIP)["csv"]
    it.piece("kinerja")
    second = it.public()
    ckan.tingkah, ckan.kena = "500", "resource_update"
    with pytest.raises(Unavailable):
        push(it)
    ckan.tingkah = ""

    asked = Penarikan(second.id, second.versi, "Salah lampiran SK", kembali=True)
    terbit.withdraw(it.kantor, it.oleh("ppid"), asked)
    terbitkan.run(it.kantor, KODE)
    push(it)

    assert ckan.files(DIP)["csv"] == before
    assert "1 baris" in ckan.himpunan[DIP]["notes"]


def test_one_line_that_a_site_refuses_does_not_hold_up_the_others(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.piece("kinerja")
    it.public()
    ckan.tingkah, ckan.kena, ckan.sekali = "409", "package_create", True

    with pytest.raises(Unavailable):
        push(it)

    assert len(ckan.terbuka) == 2
    assert push(it) == {"dibawa": 1}


def test_a_site_that_is_away_is_asked_once_however_much_is_to_be_taken_away(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.piece("kinerja")
    edisi = it.public()
    push(it)
    asked = Penarikan(edisi.id, edisi.versi, "Salah lampiran SK")
    terbit.withdraw(it.kantor, it.oleh("ppid"), asked)
    terbitkan.run(it.kantor, KODE)
    ckan.tingkah = "503"
    ckan.diminta.clear()

    with pytest.raises(Unavailable):
        push(it)

    assert len(ckan.diminta) == 1
    assert "berkas-butir" not in state(it)[1]


def test_a_person_who_publishes_has_all_of_it_sent_once_more(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.public()
    push(it)
    ckan.himpunan.clear()

    dorong.again(it.kantor, it.oleh("ppid"), KODE, "portal")
    assert push(it) == {"dibawa": 2}

    assert len(ckan.terbuka) == 2
    for wrong in ("lain", "badan_contoh"):
        with pytest.raises(TidakAda):
            dorong.again(it.kantor, it.oleh("ppid"), KODE, wrong)


def test_a_long_list_goes_out_bit_by_bit(
    it: KantorEdisi, ckan: CkanTiruan, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nama in ("keuangan", "kinerja", "aset"):
        it.piece(nama)
    it.public()
    monkeypatch.setattr(dorong_kirim, "SEKALI", timedelta(seconds=-1))
    assert push(it) == {}
    assert state(it)[1] == "4 lagi menyusul."
    assert "dorong" in owed(it)

    ckan.lewat = lambda _: it.kantor.clock.go(seconds=3)
    monkeypatch.setattr(dorong_kirim, "SEKALI", timedelta(seconds=2))
    while push(it):
        pass

    assert len(ckan.terbuka) == 4


def test_what_the_public_does_not_read_here_reaches_no_other_site(
    it: KantorEdisi, ckan: CkanTiruan, wordpress: WordpressTiruan
) -> None:
    both = ["dip", "dik"]
    sites = [ckan.tujuan(butir=True, daftar=both), wordpress.tujuan(daftar=both)]
    it.kantor.outlets = Situs(sites, it.kantor.home / "dorong", SABAR)
    it.piece("keuangan", sidik="fa" * 32)
    gone = it.piece("kenariemas")
    it.public()
    taken_back(it, gone)
    it.piece("merpatiputih")
    terbitkan.run(it.kantor, KODE)

    for nama in it.kantor.outlets.all:
        dorong_kirim.push(it.kantor, nama)

    sent = [*ckan.isi.values(), *wordpress.isi.values()]
    told = json.dumps([ckan.himpunan, wordpress.pages, wordpress.media])
    assert "keuangan" in told
    assert len(sent) == 7
    for canary in ("kenariemas", "merpatiputih", "fa" * 32):
        assert canary not in told
        assert not any(canary.encode() in one for one in sent)


def test_the_state_of_the_house_tells_of_a_site_that_is_not_in_step(
    it: KantorEdisi, ckan: CkanTiruan
) -> None:
    it.piece("keuangan")
    it.public()
    ckan.tingkah = "401"
    with pytest.raises(Unavailable):
        push(it)
    assert (sites_line(it.kantor).baik, "menolak kunci" in sites_line(it.kantor).kata) == (
        False,
        True,
    )

    ckan.tingkah = ""
    push(it)
    assert sites_line(it.kantor).kata == "1 dari 1 sama dengan yang diumumkan."

    it.kantor.outlets = Situs([ckan.tujuan(instansi="keliru")], it.kantor.home, SABAR)
    assert "instansi keliru, yang belum disiapkan" in sites_line(it.kantor).kata
    it.kantor.outlets = Situs((), it.kantor.home)
    assert sites_line(it.kantor).baik is None


def test_a_site_that_is_set_no_longer_is_left_alone(it: KantorEdisi, ckan: CkanTiruan) -> None:
    it.piece("keuangan")
    it.public()
    it.kantor.outlets = Situs((), it.kantor.home)

    assert push(it) == {}
    assert ckan.diminta == []


def test_each_site_is_owed_a_look_once_a_day(it: KantorEdisi) -> None:
    owed = set[str]()
    dorong.plan_pushes(it.kantor, owed)
    dorong.plan_pushes(it.kantor, owed)
    it.kantor.clock.at = SENIN + timedelta(days=1)
    dorong.plan_pushes(it.kantor, owed)

    assert len(owed) == 2
