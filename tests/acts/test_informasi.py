"""A unit proposes a line, somebody else verifies it, and who may not see it finds nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import pytest

from service.acts.informasi import baca, cabut, ubah, usul, verifikasi
from service.acts.informasi.ubah import Isian
from service.acts.informasi.usul import Usulan, UsulanTidakSah
from service.acts.orang import peran
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import KodeSalahTulis, from_bits, spoken
from service.domain.informasi.lengkap import BelumLengkap
from service.domain.informasi.riwayat import AlasanKurang
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir, PerluAlasan
from service.ports.informasi import SaringInformasi
from tests.domain.informasi.contoh import UTUH, excluded
from tests.kantor import Kantor

KODE, SATU, DUA = "dinas_contoh", "bidang_satu", "bidang_dua"
SEBAB = "Sebab contoh yang cukup panjang"
SEMUA = SaringInformasi()
DIUSULKAN = "informasi_diusulkan"
LAIN = from_bits(b"kode contoh lain")


@dataclass
class Dinas:
    """An office with a unit's officer, one of another unit, a secretary and a PPID."""

    kantor: Kantor
    satu: Hadir
    dua: Hadir
    sekretaris: Hadir
    ppid: Hadir
    petugas: Hadir


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Dinas:
    admin = kantor_dua.opened(KODE)

    def person(nama: str, memegang: str, unit: str = "") -> Hadir:
        made = kantor_dua.person(admin, nama)
        peran.give(kantor_dua, admin, made.id, peran.Penugasan(KODE, unit, memegang))
        return kantor_dua.hadir(made.id)

    return Dinas(
        kantor_dua,
        person("satu", "unit", SATU),
        person("dua", "unit", DUA),
        person("sekretaris", "tim_sekretariat"),
        person("ppid", "ppid"),
        person("petugas", "petugas"),
    )


def asked(dinas: Dinas, unit: str = SATU) -> Usulan:
    return Usulan(dinas.kantor.new_id(), KODE, unit, "berkala", "biasa", UTUH.unsur, UTUH.pelengkap)


def proposed(dinas: Dinas) -> Informasi:
    return usul.propose(dinas.kantor, dinas.satu, asked(dinas))


def withheld(dinas: Dinas) -> Informasi:
    """A piece that a decree withholds, as it stands in the ledger."""
    one = replace(excluded(), id=dinas.kantor.new_id(), instansi=KODE, unit=SATU, kode=LAIN)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "informasi_diusulkan", dinas.kantor.clock.now(), one.id))
    return one


def journal(dinas: Dinas) -> list[str]:
    return [x.perbuatan for x in dinas.kantor.lists.jurnal(KODE, 10_000, 50)][::-1]


def test_a_line_is_proposed_written_in_verified_and_withdrawn(dinas: Dinas) -> None:
    one = proposed(dinas)
    words = replace(one.unsur, ringkasan="Laporan keuangan contoh tahun 2024")
    one = ubah.write_in(dinas.kantor, dinas.satu, one.id, one.versi, Isian(unsur=words))
    one = verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, one.versi)
    one = cabut.withdraw(dinas.kantor, dinas.ppid, one.id, one.versi, SEBAB)

    assert (one.keadaan, one.versi, one.unsur) == ("dicabut", 4, words)
    assert baca.by_kode(dinas.kantor, dinas.satu, spoken(one.kode)) == one
    lines = baca.history(dinas.kantor, dinas.satu, one.id)
    assert [(x.dari, x.ke, x.siapa) for x in lines] == [
        ("", "usulan", dinas.satu.orang.id),
        ("usulan", "usulan", dinas.satu.orang.id),
        ("usulan", "terverifikasi", dinas.sekretaris.orang.id),
        ("terverifikasi", "dicabut", dinas.ppid.orang.id),
    ]
    assert lines[1].ruas == ("ringkasan",)
    assert [x for x in journal(dinas) if x.startswith("informasi")] == [
        "informasi_diusulkan",
        "informasi_diubah",
        "informasi_diverifikasi",
        "informasi_dicabut",
    ]


def test_a_reason_stands_in_a_row_of_its_own_and_the_journal_says_no_content(
    dinas: Dinas,
) -> None:
    one = proposed(dinas)
    cabut.withdraw(dinas.kantor, dinas.ppid, one.id, one.versi, SEBAB)

    line = baca.history(dinas.kantor, dinas.satu, one.id)[-1]
    with dinas.kantor.ledger.read() as look:
        assert look.get(Alasan, line.alasan).kata == SEBAB
    told = " ".join(str(x.rincian) for x in dinas.kantor.lists.jurnal(KODE, 10_000, 50))
    for content in (SEBAB, one.unsur.ringkasan, one.unsur.penguasa, one.kode):
        assert content not in told


def test_a_form_that_is_sent_twice_is_one_line_with_one_code(dinas: Dinas) -> None:
    form = asked(dinas)

    first = usul.propose(dinas.kantor, dinas.satu, form)

    assert usul.propose(dinas.kantor, dinas.satu, form) == first
    assert baca.count(dinas.kantor, dinas.satu, SEMUA, 9) == 1


def test_many_lines_are_put_in_at_once_or_not_at_all(dinas: Dinas) -> None:
    many = [asked(dinas) for _ in range(20)]
    with dinas.kantor.ledger.begin() as tx:
        made = usul.put_in(dinas.kantor, tx, dinas.satu, many)

    assert len({one.kode for one in made}) == 20
    assert [one.id for one in made] == [one.id for one in many]
    (line,) = [x for x in dinas.kantor.lists.jurnal(KODE, 10_000, 50) if x.perbuatan == DIUSULKAN]
    assert line.rincian == {"unit": SATU, "banyak": "20"}
    with pytest.raises(TidakAda), dinas.kantor.ledger.begin() as tx:
        usul.put_in(dinas.kantor, tx, dinas.satu, [asked(dinas), asked(dinas, DUA)])
    with dinas.kantor.ledger.begin() as tx:  # sent again with one more
        usul.put_in(dinas.kantor, tx, dinas.satu, [*many, asked(dinas)])
    assert baca.count(dinas.kantor, dinas.sekretaris, SEMUA, 99) == 21


def test_a_unit_proposes_for_itself_and_for_no_other(dinas: Dinas) -> None:
    with pytest.raises(TidakAda):
        usul.propose(dinas.kantor, dinas.satu, asked(dinas, DUA))
    with pytest.raises(UsulanTidakSah, match="Pilih unit kerja"):
        usul.propose(dinas.kantor, dinas.sekretaris, asked(dinas, "bidang_tiga"))
    with pytest.raises(UsulanTidakSah, match="Muat ulang"):
        usul.propose(dinas.kantor, dinas.satu, replace(asked(dinas), id="satu"))
    assert baca.count(dinas.kantor, dinas.sekretaris, SEMUA, 9) == 0


def test_the_lines_of_another_unit_are_not_there(dinas: Dinas) -> None:
    one = proposed(dinas)

    for act in (
        lambda: baca.by_kode(dinas.kantor, dinas.dua, one.kode),
        lambda: baca.history(dinas.kantor, dinas.dua, one.id),
        lambda: ubah.write_in(dinas.kantor, dinas.dua, one.id, 1, Isian(kategori="berkala")),
        lambda: cabut.withdraw(dinas.kantor, dinas.dua, one.id, 1, SEBAB),
    ):
        with pytest.raises(TidakAda):
            act()
    assert baca.listed(dinas.kantor, dinas.dua, SEMUA, "", 9) == []


def test_who_may_only_look_neither_verifies_nor_withdraws(dinas: Dinas) -> None:
    one = proposed(dinas)
    one = verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, 1)

    for act in (
        lambda: verifikasi.verify(dinas.kantor, dinas.satu, one.id, 2),
        lambda: verifikasi.send_back(dinas.kantor, dinas.petugas, one.id, 2, SEBAB),
        lambda: cabut.withdraw(dinas.kantor, dinas.satu, one.id, 2, SEBAB),
    ):
        with pytest.raises(TidakBerwenang):
            act()
    assert baca.by_kode(dinas.kantor, dinas.satu, one.kode) == one


def test_a_unit_takes_back_what_it_only_proposed(dinas: Dinas) -> None:
    one = proposed(dinas)

    assert cabut.withdraw(dinas.kantor, dinas.satu, one.id, 1, SEBAB).keadaan == "dicabut"


def test_who_wrote_a_line_verifies_it_only_with_a_reason(dinas: Dinas) -> None:
    one = usul.propose(dinas.kantor, dinas.sekretaris, asked(dinas))

    with pytest.raises(PerluAlasan):
        verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, 1)
    after = verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, 1, SEBAB)

    assert after.keadaan == "terverifikasi"
    assert baca.history(dinas.kantor, dinas.sekretaris, one.id)[-1].alasan
    other = usul.propose(dinas.kantor, dinas.sekretaris, asked(dinas))
    assert verifikasi.verify(dinas.kantor, dinas.ppid, other.id, 1).keadaan == "terverifikasi"


def test_a_line_that_lacks_an_element_is_kept_and_not_verified(dinas: Dinas) -> None:
    bare = replace(asked(dinas), unsur=replace(UTUH.unsur, tempat=""), kategori="")
    one = usul.propose(dinas.kantor, dinas.satu, bare)

    with pytest.raises(BelumLengkap, match="Tulis tempat pembuatannya"):
        verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, 1)

    assert baca.by_kode(dinas.kantor, dinas.satu, one.kode).versi == 1


def test_what_goes_back_to_its_unit_says_why(dinas: Dinas) -> None:
    one = proposed(dinas)
    one = verifikasi.verify(dinas.kantor, dinas.sekretaris, one.id, one.versi)

    with pytest.raises(AlasanKurang):
        verifikasi.send_back(dinas.kantor, dinas.ppid, one.id, one.versi, "")
    one = verifikasi.send_back(dinas.kantor, dinas.ppid, one.id, one.versi, SEBAB)

    assert (one.keadaan, one.versi) == ("usulan", 3)


def test_words_that_say_the_same_leave_no_trace(dinas: Dinas) -> None:
    one = proposed(dinas)

    assert ubah.write_in(dinas.kantor, dinas.satu, one.id, 1, Isian(unsur=one.unsur)) == one

    assert len(baca.history(dinas.kantor, dinas.satu, one.id)) == 1


def test_what_was_withdrawn_comes_back_under_its_code(dinas: Dinas) -> None:
    one = proposed(dinas)
    cabut.withdraw(dinas.kantor, dinas.ppid, one.id, 1, SEBAB)

    again = cabut.propose_again(dinas.kantor, dinas.satu, one.id, 2)

    assert (again.keadaan, again.kode) == ("usulan", one.kode)


def test_of_two_who_write_at_one_moment_one_is_told(dinas: Dinas) -> None:
    one = proposed(dinas)

    def write(kategori: str) -> str:
        try:
            ubah.write_in(dinas.kantor, dinas.satu, one.id, 1, Isian(kategori=kategori))
        except Overtaken as late:
            return str(late)
        return ""

    with ThreadPoolExecutor(2) as both:
        said = list(both.map(write, ("setiap_saat", "serta_merta")))

    assert sorted(map(bool, said)) == [False, True]
    assert len(baca.history(dinas.kantor, dinas.satu, one.id)) == 2


def test_what_is_withheld_and_what_never_was_answer_alike(dinas: Dinas) -> None:
    """For a unit's officer and a clerk, of its own unit as well: neither names it nor counts it."""
    closed = withheld(dinas)
    absent = dinas.kantor.new_id()
    for whom in (dinas.satu, dinas.petugas):
        said = set()
        for id_ in (closed.id, absent):
            with pytest.raises(TidakAda) as no:
                baca.history(dinas.kantor, whom, id_)
            said.add(str(no.value))
            with pytest.raises(TidakAda) as no:
                ubah.write_in(dinas.kantor, whom, id_, 1, Isian(kategori="berkala"))
            said.add(str(no.value))
        for kode in (closed.kode, UTUH.kode):
            with pytest.raises(TidakAda) as no:
                baca.by_kode(dinas.kantor, whom, kode)
            said.add(str(no.value))
        assert len(said) == 1
        assert baca.listed(dinas.kantor, whom, SEMUA, "", 9) == []
        assert baca.count(dinas.kantor, whom, SEMUA, 9) == 0
    assert baca.by_kode(dinas.kantor, dinas.ppid, closed.kode) == closed
    assert baca.listed(dinas.kantor, dinas.sekretaris, SEMUA, "", 9) == [closed]


def test_a_form_with_the_id_of_what_is_withheld_does_not_say_that_it_is_there(
    dinas: Dinas,
) -> None:
    closed = withheld(dinas)

    with pytest.raises(TidakAda):
        usul.propose(dinas.kantor, dinas.satu, replace(asked(dinas), id=closed.id))


def test_a_slip_in_a_code_is_told_before_anything_is_looked_for(dinas: Dinas) -> None:
    one = proposed(dinas)
    slipped = one.kode[:-1] + ("2" if one.kode[-1] != "2" else "3")

    with pytest.raises(KodeSalahTulis):
        baca.by_kode(dinas.kantor, dinas.satu, slipped)
