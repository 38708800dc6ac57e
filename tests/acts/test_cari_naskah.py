"""Our own papers are found by those who may read them, page by page; by others never."""

from __future__ import annotations

from dataclasses import replace

from service.acts.cari import naskah as cari_naskah
from service.acts.cari.tanya import asked_for
from service.acts.cari.teks import forgotten, indexed
from service.acts.cari.temukan import search, sheet
from service.acts.kiriman.rahasia import closed
from service.domain.bacaan import Bacaan
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.tutupan import Tutupan
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import Naskah
from service.domain.pemisah import DARI
from tests.acts.perkara import KODE, Perkantoran
from tests.acts.test_naskah_kembali import came_back, with_version
from tests.acts.test_naskah_terbaca import SURAT, dinas, konsep

__all__ = ["dinas"]
HALAMAN = ("Yth. Contoh Pemohon di tempat.", "Bersama ini disampaikan gaharu.", "Tembusan: arsip.")


def written_down(dinas: Perkantoran, naskah: Naskah, pages: tuple[str, ...] = HALAMAN) -> None:
    with dinas.kantor.ledger.begin() as tx:
        cari_naskah.indexed(dinas.kantor, tx, tx.get(Naskah, naskah.id), pages)


def found(dinas: Perkantoran, peran: str, kata: str, **saring: str) -> list[str]:
    kantor = dinas.kantor
    asked = asked_for(kantor, {"kata": kata, **saring}, "WIB")
    return [one.temu.id for one in search(kantor, dinas.oleh(peran), asked, 0, 20)[0]]


def changed(dinas: Perkantoran, one: Naskah | Berkas, **what: object) -> None:
    with dinas.kantor.ledger.begin() as tx:
        before = tx.get(type(one), one.id)
        tx.save(before, replace(before, **what))  # type: ignore[type-var]
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", dinas.kantor.clock.now(), one.id))


def matter(dinas: Perkantoran, naskah: Naskah) -> Berkas:
    with dinas.kantor.ledger.read() as reading:
        return reading.get(Berkas, naskah.berkas)


def test_a_paper_is_found_on_its_page_by_all_who_see_its_matter(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    written_down(dinas, bare)
    asked = asked_for(dinas.kantor, {"kata": "gaharu"}, "WIB")

    (one,), more = search(dinas.kantor, dinas.oleh("unit"), asked, 0, 20)

    assert (one.temu.id, one.halaman, more) == (bare.id, 2, False)
    assert one.kutipan[0].kata[1] == "gaharu"
    page = sheet(dinas.kantor, dinas.oleh("unit"), bare, 2, asked)
    assert (page.isi, page.banyak, page.ada_di) == (HALAMAN[1], 3, (2,))


def test_what_says_who_asked_is_found_by_those_with_a_part_in_it_and_else_by_its_name(
    dinas: Perkantoran,
) -> None:
    named = with_version(dinas, konsep(dinas))
    written_down(dinas, named)

    for peran in ("petugas", "ppid", "fasilitasi_sengketa"):
        assert found(dinas, peran, "gaharu") == [named.id], peran
        assert found(dinas, peran, '"contoh pemohon"') == [named.id], peran
    for peran in ("unit", "tim_pertimbangan"):
        assert found(dinas, peran, "gaharu") == [], peran
        assert found(dinas, peran, '"contoh pemohon"') == [], peran
        assert found(dinas, peran, "surat", jenis=f"naskah.{SURAT}") == [named.id], peran


def test_a_paper_whose_matter_is_withheld_is_found_no_more_at_once(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    written_down(dinas, bare)

    changed(dinas, matter(dinas, bare), rahasia=True)

    assert found(dinas, "unit", "gaharu") == []
    assert found(dinas, "petugas", "gaharu") == []
    assert found(dinas, "ppid", "gaharu") == [bare.id]


def test_where_the_store_is_sealed_no_word_of_a_withheld_paper_stays(dinas: Perkantoran) -> None:
    kantor = dinas.kantor
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    written_down(dinas, bare)
    kantor.sealed = True
    with kantor.ledger.begin() as tx:
        came = tx.get(Kiriman, matter(dinas, bare).kiriman)
        tx.save(came, closed(kantor, tx, came, MESIN))
        tx.note(Catatan(KODE, MESIN, "kiriman_dirahasiakan", kantor.clock.now(), came.id))
    assert found(dinas, "ppid", "gaharu") == []

    written_down(dinas, bare)

    assert found(dinas, "ppid", "gaharu") == []
    assert found(dinas, "ppid", "surat", jenis="naskah") == [bare.id]
    assert found(dinas, "petugas", "surat", jenis="naskah") == []


def test_a_file_of_something_withheld_is_found_only_once_it_is_open_again(
    dinas: Perkantoran,
) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    written_down(dinas, bare)
    came, kantor = came_back(dinas), dinas.kantor
    with kantor.ledger.begin() as tx:
        file = tx.get(File, f"f{came.id}")
        indexed(kantor, tx, came, file, Bacaan("application/pdf", 1, ("Daftar gaharu",)))
        for n, sidik in enumerate((file.sha256, bare.pdf)):
            tx.add(Tutupan(f"t{n}", "i", KODE, sidik))
        tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", kantor.clock.now(), came.id))
    assert found(dinas, "ppid", "gaharu") == []
    assert found(dinas, "ppid", "surat", jenis="naskah") == [bare.id]

    with kantor.ledger.begin() as tx:
        for one in tx.find(Tutupan):
            tx.save(one, replace(one, dibuka=kantor.clock.now()))
        tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", kantor.clock.now(), came.id))

    assert set(found(dinas, "ppid", "gaharu")) == {bare.id, file.id}


def test_a_decree_whose_lines_may_be_withheld_is_read_by_who_sees_all_that_is(
    dinas: Perkantoran,
) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    rows = [{"baris": [{"kode": "K-1"}]}]
    changed(dinas, bare, isian={**bare.isian, "daftar": rows})
    written_down(dinas, bare)

    assert found(dinas, "ppid", "gaharu") == [bare.id]
    assert found(dinas, "petugas", "gaharu") == []


SARING: tuple[tuple[dict[str, str], int], ...] = (
    ({"jenis": "naskah"}, 1),
    ({"jenis": f"naskah.{SURAT}"}, 1),
    ({"jenis": "naskah.lain"}, 0),
    ({"keadaan": "naskah.konsep"}, 1),
    ({"keadaan": "naskah.batal"}, 0),
    ({"keadaan": "didaftar"}, 0),
    ({"sop": "uji"}, 1),
    ({"sop": "lain"}, 0),
    ({"orang": "sampel"}, 1),
    ({"orang": "tiada"}, 0),
    ({"nomor": "12 / PPID / 2026"}, 1),
    ({"nomor": "13/PPID/2026"}, 0),
    ({"dari": "2026-11-23", "sampai": "2026-11-23"}, 1),
    ({"sampai": "2026-11-22"}, 0),
    ({"unit": f"{KODE}/bidang_dua"}, 0),
    ({"unit": "badan_contoh"}, 0),
)


def test_what_is_found_is_narrowed_by_what_stands_in_the_rows(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    changed(dinas, bare, nomor="12/PPID/2026")
    changed(dinas, matter(dinas, bare), sop="uji")
    written_down(dinas, bare)

    many = [(saring, len(found(dinas, "ppid", "gaharu", **saring))) for saring, _ in SARING]

    assert many == list(SARING)
    assert found(dinas, "ppid", "", nomor="12/ppid/2026") == [bare.id]


def test_what_is_destroyed_is_found_no_more_and_is_not_read_anew(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    written_down(dinas, bare)
    with dinas.kantor.ledger.begin() as tx:
        assert forgotten(tx, naskah=[bare.id]) == 2

    assert found(dinas, "ppid", "gaharu") == []
    assert found(dinas, "ppid", "surat", jenis="naskah") == []
    with dinas.kantor.ledger.read() as reading:
        assert cari_naskah.is_fresh(reading, reading.get(Naskah, bare.id))
    assert bare.id not in dinas.kantor.cari.lacking(10)


def test_what_changed_since_it_was_read_is_known_to_lack(dinas: Perkantoran) -> None:
    bare = konsep(dinas, peran="unit")
    assert dinas.kantor.cari.lacking(10) == [bare.id]

    written_down(dinas, bare)
    assert dinas.kantor.cari.lacking(10) == []

    changed(dinas, bare, nomor="1/2026")
    assert dinas.kantor.cari.lacking(10) == [bare.id]


def test_a_scan_of_our_paper_is_withheld_with_the_matter_of_that_paper(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    scan, kantor = came_back(dinas, bare), dinas.kantor
    with kantor.ledger.begin() as tx:
        told = Bacaan("application/pdf", 1, ("Daftar gaharu",))
        indexed(kantor, tx, scan, tx.get(File, f"f{scan.id}"), told)
        tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", kantor.clock.now(), scan.id))
    assert found(dinas, "petugas", "gaharu") == [f"f{scan.id}"]
    stack = came_back(dinas, bare)  # whose part shows the same paper
    with kantor.ledger.begin() as tx:
        part = tx.get(Kiriman, scan.id)
        tx.save(part, replace(part, asal={DARI: stack.id}))
        tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", kantor.clock.now(), scan.id))

    with kantor.ledger.begin() as tx:
        came = tx.get(Kiriman, matter(dinas, bare).kiriman)
        tx.save(came, closed(kantor, tx, came, MESIN))
        tx.note(Catatan(KODE, MESIN, "kiriman_dirahasiakan", kantor.clock.now(), came.id))

    assert found(dinas, "petugas", "gaharu") == []
    assert found(dinas, "unit", "gaharu") == []
    assert found(dinas, "ppid", "gaharu") == [f"f{scan.id}"]
    with kantor.ledger.read() as reading:
        assert all(reading.get(Kiriman, one.id).rahasia for one in (scan, stack))
