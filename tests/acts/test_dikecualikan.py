"""From the proposal that something be withheld to its line in the DIK, and no step is skipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.acts.dikecualikan import file as dik_file
from service.acts.dikecualikan import keputusan, pastikan, terapkan, uji, usul
from service.acts.dikecualikan.keputusan import TanggalKeputusanSalah
from service.acts.dikecualikan.simpan import FileMasihTerbuka
from service.acts.dikecualikan.terapkan import BelumDiputus, Isian
from service.acts.dikecualikan.usul import Tempatnya
from service.acts.informasi import baca
from service.acts.informasi import usul as usul_terbuka
from service.acts.informasi.usul import Usulan
from service.acts.lihat.tertutup import need_free
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.baris import dik_row
from service.domain.informasi.dik import BarisDikKurang, BelumDibacaAman
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dik import PengecualianBelumTerbukti
from service.domain.informasi.pengujian import BerkasUjiTerbuka, Pengujian, SudahDiuji
from service.domain.informasi.riwayat import AlasanKurang, SkBelumSah
from service.domain.informasi.tutupan import FileTertutup, Tutupan
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.naskah import DITANDATANGANI, Naskah
from service.domain.refusals import Overtaken, TidakAda
from tests.acts.dik import ISIAN, RINGKASAN, SEBAB, SENIN, SK_HARI, Dik, office
from tests.acts.perkara import KODE, UNIT
from tests.domain.informasi.contoh import UTUH
from tests.kantor import Kantor


@pytest.fixture
def dik(kantor_dua: Kantor) -> Dik:
    return office(kantor_dua)


@pytest.fixture
def satu(kantor: Kantor) -> Dik:
    return office(kantor)


def came(dik: Dik, sidik: str, *, rahasia: bool) -> str:
    """A file that lies in the house; its id."""
    kiriman, file = dik.kantor.new_id(), dik.kantor.new_id()
    now = dik.kantor.clock.now()
    with dik.kantor.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, KODE, UNIT, "web", "a.pdf", DIDAFTAR, now, rahasia=rahasia))
        tx.add(File(file, kiriman, "saksi.pdf", sidik, 10))
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", now, kiriman))
    return file


def test_a_piece_goes_from_its_proposal_into_the_list_of_what_is_withheld(dik: Dik) -> None:
    one = dik.excluded()

    assert (one.keadaan, one.sk.nomor) == ("dikecualikan", "12 TAHUN 2026")
    assert one == dik.now(one.id)
    row = dik_row(one)
    assert row["informasi"] == RINGKASAN
    assert "19 November 2031" in row["jangka"]
    assert [line.ke for line in dik.history(one.id)] == ["usulan_kecuali", "diuji", "dikecualikan"]
    assert dik.journal() == [
        "informasi_diusulkan_kecuali",
        "informasi_diuji",
        "informasi_dikecualikan",
    ]


def test_what_is_proposed_to_be_withheld_is_not_there_for_who_may_not_see_it(dik: Dik) -> None:
    unit = dik.oleh("unit")
    open_one = usul_terbuka.propose(
        dik.kantor, unit, Usulan(dik.kantor.new_id(), KODE, UNIT, "berkala", "", UTUH.unsur)
    )

    usul.propose(dik.kantor, unit, open_one.id, open_one.versi, SEBAB, Tempatnya("Laporan"))

    with pytest.raises(TidakAda):
        baca.history(dik.kantor, unit, open_one.id)
    assert baca.history(dik.kantor, dik.oleh(), open_one.id)[-1].ke == "usulan_kecuali"
    told = " ".join(str(x.rincian) for x in dik.kantor.lists.jurnal(KODE, 10_000, 200))
    assert SEBAB not in told
    assert UTUH.unsur.ringkasan not in told


def test_nothing_is_proposed_without_a_reason_and_sent_twice_it_is_one(dik: Dik) -> None:
    one = dik.proposed()
    asked = usul.UsulanKecuali(one.id, KODE, UNIT, "Nama saksi contoh", SEBAB)
    assert usul.propose_new(dik.kantor, dik.oleh(), asked).kode == one.kode
    assert dik.journal() == ["informasi_diusulkan_kecuali"]

    with pytest.raises(AlasanKurang):
        usul.propose_new(dik.kantor, dik.oleh(), replace(asked, id="b" * 26, alasan="ya"))


@pytest.mark.parametrize("hasil", ["dikecualikan", "sebagian", "terbuka"])
def test_no_outcome_moves_anything_before_its_decree_is_signed(satu: Dik, hasil: str) -> None:
    one, berkas = satu.proposed(), satu.matter()
    item = satu.tested(one, berkas)
    with pytest.raises(BelumDiputus):
        terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN)
    satu.decreed(berkas, hasil, sk=False)

    with pytest.raises(SkBelumSah):
        terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN)

    assert satu.now(one.id).keadaan == "diuji"


def test_a_signed_decree_without_the_approval_of_the_head_withholds_nothing(satu: Dik) -> None:
    one, berkas = satu.proposed(), satu.matter()
    item = satu.tested(one, berkas)
    satu.decreed(berkas, sk=False)
    satu.dinas.bring(berkas, "sk", "ditandatangani", file=satu.dinas.file())

    with pytest.raises(PengecualianBelumTerbukti, match="Persetujuan pimpinan"):
        terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN)

    satu.dinas.go(berkas, peran="atasan_ppid")
    assert terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN).keadaan == "dikecualikan"


def test_the_public_words_of_a_line_are_written_anew_and_found_safe_by_a_person(satu: Dik) -> None:
    one, berkas = satu.proposed(), satu.matter()
    item = satu.tested(one, berkas)
    satu.decreed(berkas)
    with pytest.raises(BarisDikKurang, match="ringkas"):
        terapkan.apply(satu.kantor, satu.oleh(), item.id, replace(ISIAN, ringkasan=""))

    done = terapkan.apply(satu.kantor, satu.oleh(), item.id, replace(ISIAN, aman=False))
    with pytest.raises(BelumDibacaAman):
        dik_row(done)
    done = pastikan.reword(satu.kantor, satu.oleh(), done.id, done.versi, "Keterangan lain contoh")

    assert dik_row(done)["informasi"] == "Keterangan lain contoh"


def test_an_outcome_counts_once_however_often_it_is_sent(dik: Dik) -> None:
    one = dik.excluded()
    with dik.kantor.ledger.read() as look:
        (test,) = look.find(Pengujian, informasi=one.id)

    again = terapkan.apply(dik.kantor, dik.oleh(), test.id, Isian())

    assert again == one
    assert test.hasil == "dikecualikan"


def test_an_item_that_was_no_piece_yet_becomes_one(dik: Dik) -> None:
    berkas = dik.matter()
    item = dik.dinas.item(berkas, "Nama pelapor contoh")
    dik.decreed(berkas)

    one = terapkan.apply(dik.kantor, dik.oleh(), item.id, ISIAN)

    assert (one.keadaan, one.unit, one.letak.dokumen) == ("dikecualikan", UNIT, "Laporan contoh")
    assert [line.ke for line in dik.history(one.id)] == ["usulan_kecuali", "diuji", "dikecualikan"]
    assert terapkan.apply(dik.kantor, dik.oleh(), item.id, ISIAN) == one


def test_what_its_test_finds_open_goes_to_the_open_list(satu: Dik) -> None:
    berkas = satu.matter()
    whole = usul_terbuka.propose(
        satu.kantor,
        satu.oleh(),
        Usulan(satu.kantor.new_id(), KODE, UNIT, "berkala", "", UTUH.unsur),
    )
    whole = usul.propose(satu.kantor, satu.oleh(), whole.id, whole.versi, SEBAB)
    bare = satu.proposed()
    items = [satu.tested(one, berkas) for one in (whole, bare)]
    satu.decreed(berkas, "terbuka")

    moved = [terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN) for item in items]

    assert [one.keadaan for one in moved] == ["terverifikasi", "usulan"]
    assert {one.kategori for one in moved} == {"setiap_saat"}
    assert "12 TAHUN 2026" in moved[0].pelengkap.dasar


def test_of_what_is_withheld_in_part_a_blacked_out_copy_is_an_open_line(satu: Dik) -> None:
    asli = came(satu, "e" * 64, rahasia=True)
    one, berkas = satu.proposed(halaman="3-5", file=asli), satu.matter()
    item = satu.tested(one, berkas)
    satu.decreed(berkas, "sebagian")
    one = terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN)
    hitam = pastikan.Dipilih("setiap_saat", came(satu, "d" * 64, rahasia=False))
    id_ = satu.kantor.new_id()

    for _ in range(2):
        copy = pastikan.copy(satu.kantor, satu.oleh(), one.id, id_, UTUH.unsur, hitam)

    assert (copy.keadaan, copy.salinan_dari, copy.pelengkap.sidik) == ("usulan", one.id, "d" * 64)
    assert one.keadaan == "dikecualikan"
    assert "e" * 64 not in repr(copy.pelengkap)


def test_an_item_tests_one_piece_and_a_piece_is_in_one_test(satu: Dik) -> None:
    berkas = satu.matter()
    one, other = satu.proposed(), satu.proposed("Alamat saksi contoh")
    item = satu.tested(one, berkas)
    second = satu.dinas.item(berkas, "Butir lain contoh")

    assert uji.bind(satu.kantor, satu.oleh(), one.id, 1, item.id).keadaan == "diuji"  # again
    with pytest.raises(SudahDiuji):
        uji.bind(satu.kantor, satu.oleh(), other.id, other.versi, item.id)
    now = satu.now(one.id)
    with pytest.raises(SudahDiuji):
        uji.bind(satu.kantor, satu.oleh(), one.id, now.versi, second.id)
    with pytest.raises(Overtaken):
        uji.bind(satu.kantor, satu.oleh(), other.id, 9, second.id)


def test_a_withheld_piece_becomes_no_item_of_a_matter_that_everybody_reads(satu: Dik) -> None:
    one, id_ = satu.proposed(), satu.kantor.new_id()
    with pytest.raises(BerkasUjiTerbuka):
        uji.put_in(satu.kantor, satu.oleh(), one.id, one.versi, satu.dinas.opened().id, id_)

    berkas = satu.matter()
    for _ in range(2):
        done = uji.put_in(satu.kantor, satu.oleh(), one.id, one.versi, berkas.id, id_)

    assert done.keadaan == "diuji"
    (item,) = satu.dinas.items(berkas)
    assert (item.judul, item.uji.dokumen) == ("Nama saksi contoh", "Laporan")


def test_what_is_not_asked_for_any_more_can_be_tested_later(satu: Dik) -> None:
    one, berkas = satu.proposed(), satu.matter()
    satu.tested(one, berkas)
    one = pastikan.drop(satu.kantor, satu.oleh(), one.id, 2, SEBAB)
    assert one.keadaan == "usulan"

    again = usul.propose(satu.kantor, satu.oleh(), one.id, one.versi, SEBAB)
    other = satu.dinas.item(berkas, "Butir kedua contoh")

    assert uji.bind(satu.kantor, satu.oleh(), again.id, again.versi, other.id).keadaan == "diuji"


def test_a_decree_of_our_own_is_read_from_its_paper_and_nobody_types_its_number(
    satu: Dik,
) -> None:
    berkas = satu.matter()
    satu.dinas.item(berkas)
    satu.decreed(berkas)
    with pytest.raises(TanggalKeputusanSalah):
        keputusan.completed(_decree(satu, berkas.id), "12 TAHUN 2026", None, SENIN.date())
    now = satu.kantor.clock.now()
    paper = Naskah("n" * 26, berkas.id, KODE, "sk", DITANDATANGANI, now, nomor="7 TAHUN 2026")
    with satu.kantor.ledger.begin() as tx:
        tx.add(replace(paper, tanggal=SK_HARI, bahan="sk"))
        tx.note(Catatan(KODE, MESIN, "naskah_diisi", now))

    sk = keputusan.completed(_decree(satu, berkas.id), "diketik", None, SENIN.date())

    assert (sk.naskah, sk.nomor, sk.tanggal, sk.sah) == ("n" * 26, "7 TAHUN 2026", SK_HARI, True)


def _decree(dik: Dik, berkas: str):
    with dik.kantor.ledger.read() as look:
        return keputusan.decree(look, keputusan.berkas_for(look, dik.oleh(), berkas))


def test_nothing_is_withheld_whose_file_everybody_in_the_office_still_reads(satu: Dik) -> None:
    file = came(satu, "a" * 64, rahasia=True)
    one, berkas = satu.proposed(file=file), satu.matter()
    item = satu.tested(one, berkas)
    satu.decreed(berkas)
    twin = came(satu, "a" * 64, rahasia=False)
    with pytest.raises(FileMasihTerbuka, match="tidak rahasia"):
        terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN)

    with satu.kantor.ledger.begin() as tx:
        kiriman = tx.get(Kiriman, tx.get(File, twin).kiriman)
        tx.save(kiriman, replace(kiriman, rahasia=True))
        tx.note(Catatan(KODE, MESIN, "kiriman_diputuskan", SENIN))
    assert terapkan.apply(satu.kantor, satu.oleh(), item.id, ISIAN).keadaan == "dikecualikan"


def test_a_withheld_file_is_opened_only_with_a_reason_and_every_opening_is_recorded(
    dik: Dik,
) -> None:
    file = came(dik, "a" * 64, rahasia=True)
    one = dik.excluded(file=file)
    with dik.kantor.ledger.read() as look, pytest.raises(FileTertutup):
        need_free(look, look.get(File, file))
    with pytest.raises(AlasanKurang):
        dik_file.opened(dik.kantor, dik.oleh(), one.id, "a" * 64, "lihat")
    for who in ("unit", "petugas", "administrator"):
        with pytest.raises(TidakAda):
            dik_file.opened(dik.kantor, dik.oleh(who), one.id, "a" * 64, SEBAB)
    with pytest.raises(TidakAda):
        dik_file.opened(dik.kantor, dik.oleh(), one.id, "b" * 64, SEBAB)
    assert "informasi_file_dibuka" not in dik.journal()

    for _ in range(2):
        given = dik_file.opened(dik.kantor, dik.oleh(), one.id, "a" * 64, SEBAB)

    assert (given.sidik, given.nama) == ("a" * 64, "saksi.pdf")
    assert dik.journal().count("informasi_file_dibuka") == 2


def test_a_file_is_read_again_like_any_other_once_its_piece_is_found_open(satu: Dik) -> None:
    file = came(satu, "a" * 64, rahasia=True)
    one = satu.proposed(file=file)
    pastikan.drop(satu.kantor, satu.oleh(), one.id, one.versi, SEBAB)

    with satu.kantor.ledger.read() as look:
        need_free(look, look.get(File, file))
        (row,) = look.find(Tutupan, sidik="a" * 64)
    assert row.dibuka == SENIN


def test_a_piece_says_nothing_of_itself_where_it_is_printed(satu: Dik) -> None:
    one = satu.excluded()

    assert isinstance(one, Informasi)
    for word in ("saksi", RINGKASAN, "Laporan"):
        assert word not in repr(one)
