"""A naskah from its form to its number: put forward, initialled in order, approved, sent back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.acts.naskah import batal as naskah_batal
from service.acts.naskah import submit
from service.acts.naskah.acuan import in_force
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill, write
from service.adapters.ledger.audit import SqlAudit
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import (
    BATAL,
    DIAJUKAN,
    DIKEMBALIKAN,
    DISETUJUI,
    KONSEP,
    BelumDicetak,
    BukanSaatnya,
    Naskah,
    drafted,
)
from service.domain.nomor import BATAL as NOMOR_BATAL
from service.domain.nomor import FINAL, Nomor
from service.domain.paper import RuasKosong, RuasSalah
from service.domain.paraf import (
    DIPARAF,
    DITOLAK,
    GUGUR,
    MENUNGGU,
    BelumDiparaf,
    BukanGiliranParaf,
    Paraf,
)
from service.domain.pasangan_versi import PasanganVersi
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.setelan import Setelan
from service.domain.wewenang import WAJIB, PerluOrangKedua
from tests.acts.perkara import KODE, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SURAT, DAFTAR_HADIR = "surat_contoh", "daftar_hadir_contoh"
PASANGAN = """
nama = "Surat contoh"
penandatangan = ["atasan_ppid"]
paraf = ["tim_sekretariat", "ppid_pelaksana"]
[buku]
seri = "memorandum"
pola = "{NOMOR}/M/{TAHUN}"
[[ruas]]
nama = "tentang"
label = "Tentang"
jenis = "teks"
contoh = "Contoh"
[[ruas]]
nama = "catatan"
label = "Catatan"
jenis = "teks"
wajib = false
contoh = "Contoh catatan"
"""
TANPA_NOMOR = PASANGAN[: PASANGAN.index("paraf")] + PASANGAN[PASANGAN.index("[[ruas]]") :]
TANPA_NOMOR = TANPA_NOMOR.replace("penandatangan", 'tanggal = "tulis_tangan"\npenandatangan')
PENYIAP, PEMARAF, PEMARAF_DUA, KEPALA = "petugas", "tim_sekretariat", "ppid_pelaksana", "ppid"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    room = kantor_dua.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755)
    room.chmod(0o755)
    for name, text in ((SURAT, PASANGAN), (DAFTAR_HADIR, TANPA_NOMOR)):
        (room / f"{name}.toml").write_text(text)
        (room / f"{name}.toml").chmod(0o644)
        (room / f"{name}.docx").write_bytes(b"contoh")
        (room / f"{name}.docx").chmod(0o644)
    return perkantoran(kantor_dua, {})


def perkara(dinas: Perkantoran, *, rahasia: bool = False) -> Berkas:
    house = dinas.kantor
    one = Berkas(house.new_id(), KODE, UNIT, "Contoh", "", BERJALAN, house.clock.now())
    with house.ledger.begin() as tx:
        tx.add(replace(one, rahasia=rahasia))
        tx.note(Catatan(KODE, MESIN, "berkas_dibuka", house.clock.now(), one.id))
    return one


def konsep(dinas: Perkantoran, jenis: str = SURAT, **isian: str) -> Naskah:
    """A naskah with its print."""
    told = isian or {"tentang": "Uji contoh"}
    one = fill(dinas.kantor, perkara(dinas).id, jenis, told, dinas.oleh(PENYIAP))
    return printed(dinas, one)


def printed(dinas: Perkantoran, naskah: Naskah) -> Naskah:
    """As if the machine had made its paper."""
    with dinas.kantor.room() as room:
        pair = in_force(dinas.kantor.packs, KODE, naskah.jenis, room / "templat.docx").versi
    with dinas.kantor.ledger.begin() as tx:
        one = tx.get(Naskah, naskah.id)
        if not tx.find(PasanganVersi, id=pair.id):
            tx.add(pair)
        tx.save(one, drafted(one, f"resep {one.versi}", "ab" * 32, "cd" * 32, pair.id))
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", dinas.kantor.clock.now(), one.id))
    return now(dinas, naskah)


def now(dinas: Perkantoran, naskah: Naskah) -> Naskah:
    with dinas.kantor.ledger.read() as reading:
        return reading.get(Naskah, naskah.id)


def forward(dinas: Perkantoran, naskah: Naskah) -> Naskah:
    return submit.submit(dinas.kantor, naskah.id, dinas.oleh(PENYIAP), naskah.versi)


def initialled(dinas: Perkantoran, naskah: Naskah, *peran: str) -> Naskah:
    for one in peran:
        submit.initial(dinas.kantor, naskah.id, dinas.oleh(one), now(dinas, naskah).versi)
    return now(dinas, naskah)


def ready(dinas: Perkantoran) -> Naskah:
    """Put forward with all its initials."""
    return initialled(dinas, forward(dinas, konsep(dinas)), PEMARAF, PEMARAF_DUA)


def numbers(dinas: Perkantoran) -> list[Nomor]:
    with dinas.kantor.ledger.read() as reading:
        return sorted(reading.find(Nomor), key=lambda one: one.urut)


def places(dinas: Perkantoran, naskah: Naskah) -> list[tuple[int, int, str]]:
    with dinas.kantor.ledger.read() as reading:
        found = reading.find(Paraf, naskah=naskah.id)
    return sorted((one.ajuan, one.urut, one.keadaan) for one in found)


def whole(dinas: Perkantoran) -> list[str]:
    found = SqlAudit(dinas.kantor.ledger).findings([])
    return [line for each in found if each.janji not in ("I2", "I5") for line in each.sebut]


def test_a_naskah_is_initialled_in_order_and_gets_number_and_date_with_its_approval(
    dinas: Perkantoran,
) -> None:
    one = forward(dinas, konsep(dinas))
    with pytest.raises(BelumDiparaf, match="paraf"):
        approve(dinas.kantor, one.id, dinas.oleh(KEPALA))
    with pytest.raises(BukanGiliranParaf, match="Tim Sekretariat"):
        initialled(dinas, one, PEMARAF_DUA)
    assert numbers(dinas) == []

    one = initialled(dinas, one, PEMARAF, PEMARAF_DUA)
    after = approve(dinas.kantor, one.id, dinas.oleh(KEPALA), versi=one.versi)

    assert (after.keadaan, after.nomor, after.tanggal) == (
        DISETUJUI,
        "001/M/XI/2026",
        date(2026, 11, 23),
    )
    assert after.resep == ""  # the paper with its number is owed
    assert places(dinas, one) == [(1, 1, DIPARAF), (1, 2, DIPARAF)]
    assert [(n.keadaan, n.untuk) for n in numbers(dinas)] == [(FINAL, one.id)]
    assert whole(dinas) == []


def test_a_paper_without_a_book_bears_no_number_and_its_date_is_left_to_the_hand(
    dinas: Perkantoran,
) -> None:
    one = forward(dinas, konsep(dinas, DAFTAR_HADIR))

    after = approve(dinas.kantor, one.id, dinas.oleh(KEPALA))

    assert (after.keadaan, after.nomor, after.tanggal) == (DISETUJUI, "", None)
    assert numbers(dinas) == []


def test_what_is_missing_keeps_it_with_its_writer_and_what_does_not_fit_is_not_kept(
    dinas: Perkantoran,
) -> None:
    one = konsep(dinas, catatan="Belum lengkap")
    assert one.keadaan == KONSEP
    with pytest.raises(RuasKosong, match="Tentang"):
        forward(dinas, one)
    with pytest.raises(RuasSalah):
        write(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, {"tentang": "x" * 1_001})

    after = write(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, {"tentang": "Contoh"})
    assert after.isian == {"tentang": "Contoh", "catatan": "Belum lengkap"}
    with pytest.raises(BelumDicetak):  # what it says now was never printed
        forward(dinas, after)
    with pytest.raises(Overtaken):
        write(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, {"tentang": "Lain"})
    assert forward(dinas, printed(dinas, after)).keadaan == DIAJUKAN


def test_what_is_put_forward_is_not_written_on(dinas: Perkantoran) -> None:
    one = forward(dinas, konsep(dinas))

    with pytest.raises(BukanSaatnya, match="diajukan"):
        write(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, {"tentang": "Lain"})
    with pytest.raises(BukanSaatnya):
        forward(dinas, one)


def test_sent_back_by_who_initials_it_goes_round_again_with_fresh_initials(
    dinas: Perkantoran,
) -> None:
    one = initialled(dinas, forward(dinas, konsep(dinas)), PEMARAF)
    who = dinas.oleh(PEMARAF_DUA)
    with pytest.raises(Refusal, match="Tulis apa yang harus diperbaiki"):
        submit.send_back(dinas.kantor, one.id, who, one.versi, " ")
    with pytest.raises(TidakBerwenang):
        submit.send_back(dinas.kantor, one.id, dinas.oleh(PEMARAF), one.versi, "Contoh")

    back = submit.send_back(dinas.kantor, one.id, who, one.versi, "Alamat contoh keliru")
    assert back.keadaan == DIKEMBALIKAN
    again = forward(dinas, now(dinas, one))
    assert again.ajuan == 2
    assert places(dinas, one) == [
        (1, 1, DIPARAF),
        (1, 2, DITOLAK),
        (2, 1, MENUNGGU),
        (2, 2, MENUNGGU),
    ]
    with pytest.raises(BelumDiparaf):
        approve(dinas.kantor, one.id, dinas.oleh(KEPALA))


def test_sent_back_before_it_is_signed_the_corrected_paper_keeps_number_and_date(
    dinas: Perkantoran,
) -> None:
    one = ready(dinas)
    first = approve(dinas.kantor, one.id, dinas.oleh(KEPALA))
    dinas.kantor.clock.go(days=2)
    submit.send_back(dinas.kantor, one.id, dinas.oleh(KEPALA), first.versi, "Contoh salah nama")
    write(dinas.kantor, one.id, dinas.oleh(PENYIAP), now(dinas, one).versi, {"tentang": "Betul"})
    one = forward(dinas, printed(dinas, one))
    one = initialled(dinas, one, PEMARAF, PEMARAF_DUA)

    after = approve(dinas.kantor, one.id, dinas.oleh(KEPALA))

    assert (after.nomor, after.tanggal) == (first.nomor, first.tanggal)
    assert after.isian["tentang"] == "Betul"
    assert len(numbers(dinas)) == 1
    assert whole(dinas) == []


def test_given_up_it_stays_and_its_number_is_void_with_the_reason(dinas: Perkantoran) -> None:
    one = ready(dinas)
    one = approve(dinas.kantor, one.id, dinas.oleh(KEPALA))
    with pytest.raises(TidakBerwenang):
        naskah_batal.give_up(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, "Contoh")
    with pytest.raises(Refusal, match="Tulis alasan"):
        naskah_batal.give_up(dinas.kantor, one.id, dinas.oleh(KEPALA), one.versi, "")

    naskah_batal.give_up(dinas.kantor, one.id, dinas.oleh(KEPALA), one.versi, "Contoh batal")

    assert now(dinas, one).keadaan == BATAL
    [nomor] = numbers(dinas)
    assert (nomor.keadaan, nomor.nomor) == (NOMOR_BATAL, one.nomor)
    assert nomor.alasan
    with pytest.raises(BukanSaatnya):
        forward(dinas, now(dinas, one))
    assert whole(dinas) == []


def test_a_konsep_is_given_up_by_who_writes_it_and_its_places_lapse(dinas: Perkantoran) -> None:
    one = konsep(dinas)
    naskah_batal.give_up(dinas.kantor, one.id, dinas.oleh(PENYIAP), one.versi, "Contoh keliru")
    assert now(dinas, one).keadaan == BATAL

    other = forward(dinas, konsep(dinas))
    naskah_batal.give_up(dinas.kantor, other.id, dinas.oleh(KEPALA), other.versi, "Contoh keliru")
    assert places(dinas, other) == [(1, 1, GUGUR), (1, 2, GUGUR)]


def test_where_two_are_asked_for_nobody_initials_or_approves_what_they_wrote(
    dinas: Perkantoran,
) -> None:
    with dinas.kantor.ledger.begin() as tx:
        rule = tx.get(Setelan, KODE)
        tx.save(rule, replace(rule, empat_mata=WAJIB))
        tx.note(Catatan(KODE, MESIN, "setelan_diubah", dinas.kantor.clock.now(), KODE))
    both = dinas.oleh(PEMARAF, KEPALA)
    told = {"tentang": "Uji contoh"}
    one = printed(dinas, fill(dinas.kantor, perkara(dinas).id, SURAT, told, both))
    one = submit.submit(dinas.kantor, one.id, both)

    with pytest.raises(PerluOrangKedua):
        submit.initial(dinas.kantor, one.id, both, one.versi)
    one = initialled(dinas, one, PEMARAF, PEMARAF_DUA)
    with pytest.raises(PerluOrangKedua):
        approve(dinas.kantor, one.id, both)
    assert approve(dinas.kantor, one.id, dinas.oleh(KEPALA)).nomor


def test_of_four_who_approve_at_once_one_draws_the_number(dinas: Perkantoran) -> None:
    one = ready(dinas)
    head = dinas.oleh(KEPALA)

    def approves(_: int) -> str:
        try:
            return approve(dinas.kantor, one.id, head, versi=one.versi).nomor
        except (Overtaken, BukanSaatnya):
            return ""

    with ThreadPoolExecutor(4) as hands:
        told = sorted(hands.map(approves, range(4)))

    assert told == ["", "", "", "001/M/XI/2026"]
    assert len(numbers(dinas)) == 1
    assert whole(dinas) == []


def test_a_paper_of_a_withheld_matter_is_numbered_in_its_own_book_and_found_by_few(
    dinas: Perkantoran,
) -> None:
    told = {"tentang": "Rahasia contoh"}
    berkas, writer = perkara(dinas, rahasia=True), dinas.oleh("pengelola_arsip")
    one = printed(dinas, fill(dinas.kantor, berkas.id, DAFTAR_HADIR, told, writer))
    with pytest.raises(TidakAda):
        submit.submit(dinas.kantor, one.id, dinas.oleh(PENYIAP))
    letter = fill(dinas.kantor, berkas.id, SURAT, told, writer)
    submit.submit(dinas.kantor, printed(dinas, letter).id, writer)
    letter = initialled(dinas, letter, PEMARAF, PEMARAF_DUA)

    after = approve(dinas.kantor, letter.id, dinas.oleh(KEPALA))

    assert after.nomor.startswith("R-")
    [nomor] = numbers(dinas)
    assert nomor.nomor == after.nomor


def test_nothing_goes_on_in_a_matter_that_was_called_off(dinas: Perkantoran) -> None:
    one = forward(dinas, konsep(dinas))
    with dinas.kantor.ledger.begin() as tx:
        berkas = tx.get(Berkas, one.berkas)
        tx.save(berkas, replace(berkas, keadaan=DIBATALKAN))
        tx.note(Catatan(KODE, MESIN, "berkas_dibatalkan", dinas.kantor.clock.now(), berkas.id))

    acts: list[Callable[[], object]] = [
        lambda: initialled(dinas, one, PEMARAF),
        lambda: approve(dinas.kantor, one.id, dinas.oleh(KEPALA)),
        lambda: submit.send_back(dinas.kantor, one.id, dinas.oleh(KEPALA), one.versi, "Contoh"),
    ]
    for act in acts:
        with pytest.raises(BerkasTertutup):
            act()


def test_a_form_sent_twice_begins_one_naskah(dinas: Perkantoran) -> None:
    berkas, who = perkara(dinas), dinas.oleh(PENYIAP)
    told = {"tentang": "Contoh"}
    ids = {fill(dinas.kantor, berkas.id, SURAT, told, who, id_="n" * 26).id for _ in range(2)}

    assert ids == {"n" * 26}
    with dinas.kantor.ledger.read() as reading:
        assert len(reading.find(Naskah, berkas=berkas.id)) == 1
