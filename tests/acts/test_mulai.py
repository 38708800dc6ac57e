from __future__ import annotations

import threading

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import PaketRusak, agency
from service.acts.orang import masuk, mulai, orang
from service.domain.catatan import RUMAH
from service.domain.instansi import Kop, UnitKerja
from service.domain.instansi_baru import IsianInstansi
from service.domain.orang import Orang
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.sandi import SandiLemah
from service.domain.setelan import Setelan
from service.domain.wewenang import WAJIB, Act
from tests.kantor import SANDI

DARI = "192.0.2.7"
ISIAN = orang.Isian("admin.contoh", "Contoh Administrator")
BARU = IsianInstansi(
    kode="kantor_contoh",
    nama='Kantor "Contoh" \\ Kota',
    kota="Kota Contoh",
    zona="WITA",
    tahun=2026,
    kop=Kop("KANTOR CONTOH", ("PEMERINTAH CONTOH",), ("Jalan Contoh 1",)),
    unit=(UnitKerja("bagian_umum", "Bagian Umum", "BU"),),
    nomor={"memorandum": 41},
)


def test_a_fresh_house_has_nobody_in_it_and_no_password_that_works(kantor):
    assert not mulai.has_administrator(kantor)
    for nama in ("admin", "administrator", "berkas", "root"):
        with pytest.raises(Refusal):
            masuk.enter(kantor, nama, nama, DARI)


def test_the_first_administrator_comes_by_a_link_that_works_once(kantor_dua):
    token = mulai.first_link(kantor_dua)
    assert mulai.invited(kantor_dua, token) is None

    kunci = mulai.first_administrator(kantor_dua, token, ISIAN, SANDI, DARI)

    admin = masuk.who(kantor_dua, kunci.token)
    assert admin.may(Act.PEOPLE, RUMAH)
    assert mulai.has_administrator(kantor_dua)
    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.first_administrator(kantor_dua, token, ISIAN, SANDI, DARI)
    with pytest.raises(mulai.SudahAdaAdministrator):
        mulai.first_link(kantor_dua)


def test_a_weak_password_leaves_the_link_good_for_another_try(kantor):
    token = mulai.first_link(kantor)

    with pytest.raises(SandiLemah):
        mulai.first_administrator(kantor, token, ISIAN, "administrator1", DARI)

    mulai.first_administrator(kantor, token, ISIAN, SANDI, DARI)


def test_of_two_links_only_the_last_works_and_only_for_a_day(kantor):
    first, second = mulai.first_link(kantor), mulai.first_link(kantor)

    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.invited(kantor, first)
    kantor.clock.go(hours=24, seconds=1)
    with pytest.raises(mulai.TautanTidakBerlaku):
        mulai.first_administrator(kantor, second, ISIAN, SANDI, DARI)
    assert not mulai.has_administrator(kantor)


def test_two_browsers_on_one_link_make_one_administrator(kantor_dua):
    token = mulai.first_link(kantor_dua)
    ended: list[str] = []

    def open_it(nama: str) -> None:
        try:
            isian = orang.Isian(nama, "Contoh Administrator")
            mulai.first_administrator(kantor_dua, token, isian, SANDI, DARI)
            ended.append("masuk")
        except Refusal:
            ended.append("ditolak")

    threads = [threading.Thread(target=open_it, args=(f"admin{n}",)) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(ended) == ["ditolak", "ditolak", "ditolak", "masuk"]
    with kantor_dua.ledger.read() as reading:
        assert len(reading.find(Orang)) == 1


def test_an_instansi_goes_to_work_with_a_folder_for_each_unit(kantor):
    admin = kantor.administrator()

    made = instansi.set_up(kantor, admin, "badan_contoh", WAJIB)

    assert (made.nama, made.zona, made.empat_mata) == ("Badan Contoh", "WIT", WAJIB)
    assert sorted(path.name for path in (kantor.inbox / "badan_contoh").iterdir()) == [
        "bidang_dua",
        "bidang_satu",
    ]
    assert "badan_contoh" not in {one.kode for one in instansi.offered(kantor)}
    with pytest.raises(instansi.SudahDisiapkan):
        instansi.set_up(kantor, admin, "badan_contoh")


def test_only_an_administrator_sets_an_instansi_up(kantor):
    admin = kantor.opened("dinas_contoh")
    satu = kantor.person(admin, "satu", "ppid")

    with pytest.raises(TidakBerwenang):
        instansi.set_up(kantor, kantor.hadir(satu.id), "badan_contoh")

    assert not (kantor.inbox / "badan_contoh").exists()


def test_a_pack_that_is_missing_or_broken_says_so_and_leaves_the_others(kantor):
    admin = kantor.administrator()
    broken = kantor.home / "paket" / "badan_contoh" / "instansi.toml"
    broken.write_text("nama = [")

    with pytest.raises(PaketRusak, match="instansi lain tetap berjalan"):
        instansi.set_up(kantor, admin, "badan_contoh")
    for kode in ("tiada_contoh", "umum", "../etc"):
        with pytest.raises(TidakAda):
            instansi.set_up(kantor, admin, kode)
    assert [one.kode for one in instansi.offered(kantor)] == ["dinas_contoh"]


def test_a_new_instansi_from_a_form_has_a_pack_of_its_own(kantor_dua):
    admin = kantor_dua.administrator()

    instansi.set_up_new(kantor_dua, admin, BARU)

    one = agency(kantor_dua.packs, "kantor_contoh")
    assert (one.nama, one.zona) == (BARU.nama, "WITA")
    assert one.seri_of("memorandum").first(2026) == 41
    assert (kantor_dua.inbox / "kantor_contoh" / "bagian_umum").is_dir()


def test_a_form_with_faults_shows_them_all_and_keeps_nothing(kantor):
    admin = kantor.administrator()
    wrong = IsianInstansi("Salah Kode", "", "", "WIB", 2026)

    with pytest.raises(instansi.PaketBelumBenar) as no:
        instansi.set_up_new(kantor, admin, wrong)

    assert len(no.value.faults) > 2
    with kantor.ledger.read() as reading:
        assert reading.find(Setelan) == []
    assert not kantor.inbox.exists()


def test_the_four_eyes_rule_is_chosen_by_the_office(kantor):
    admin = kantor.opened()

    instansi.choose(kantor, admin, "dinas_contoh", 1, WAJIB)

    assert instansi.at_work(kantor)[0].empat_mata == WAJIB
    with pytest.raises(Refusal):
        instansi.choose(kantor, admin, "dinas_contoh", 1, WAJIB)  # seen before it was changed
    with pytest.raises(Refusal):
        instansi.choose(kantor, admin, "dinas_contoh", 2, "sesukanya")
