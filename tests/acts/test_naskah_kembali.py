"""A paper of ours that comes back is for those who may read it, also before it is taken in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.cari.teks import indexed
from service.acts.kiriman import naskah_kembali
from service.acts.lihat import terlihat
from service.domain.bacaan import Bacaan
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import MENUNGGU_PETUGAS, File, Kiriman, Usul
from service.domain.naskah import Naskah
from service.domain.pasangan_versi import PasanganVersi
from service.domain.pemisah import BAGIAN, DIPISAH, part_id
from service.domain.refusals import TidakAda
from service.domain.teks import Teks
from tests.acts.perkara import KODE, UNIT, Perkantoran
from tests.acts.test_naskah_terbaca import PASANGAN, SURAT, dinas, konsep

__all__ = ["dinas"]
LAYANAN = ("petugas", "tim_sekretariat", "ppid", "atasan_ppid", "fasilitasi_sengketa")
LAIN = ("unit", "tim_pertimbangan")


def came_back(dinas: Perkantoran, *naskah: Naskah, id_: str = "") -> Kiriman:
    """A scan in which these papers were known again, with its file."""
    kantor = dinas.kantor
    id_, now = id_ or kantor.new_id(), kantor.clock.now()
    usul = tuple(Usul("naskah", one.id, "kembali.sama", "", 0, "", 100) for one in naskah)
    place = (id_, KODE, UNIT, "folder", "pindaian.pdf")
    one = Kiriman(*place, MENUNGGU_PETUGAS, now, usul=usul)
    with kantor.ledger.begin() as tx:
        tx.add(one)
        tx.add(File(f"f{id_}", id_, "pindaian.pdf", "0" * 64, 10))
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", now, id_))
    return one


def who_opens(dinas: Perkantoran, one: Kiriman) -> list[str]:
    """Of all peran those whose holder opens it: its list of files and each file say the same."""
    return [peran for peran in (*LAYANAN, *LAIN) if _opens(dinas, one, peran)]


def _opens(dinas: Perkantoran, one: Kiriman, peran: str) -> bool:
    oleh = dinas.oleh(peran)
    with dinas.kantor.ledger.read() as reading:
        listed = bool(terlihat.files_for(reading, oleh, one))
        if listed:
            assert terlihat.file_for(reading, oleh, f"f{one.id}")
        else:
            with pytest.raises(TidakAda):
                terlihat.file_for(reading, oleh, f"f{one.id}")
    return listed


def with_version(dinas: Perkantoran, naskah: Naskah) -> Naskah:
    """The paper with the version of its pair that its print was made with."""
    with dinas.kantor.ledger.begin() as tx:
        tx.add(PasanganVersi("v1", KODE, SURAT, PASANGAN, "ab" * 32, "umum"))
        one = tx.get(Naskah, naskah.id)
        tx.save(one, replace(one, pasangan="v1"))
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", dinas.kantor.clock.now(), one.id))
        return tx.get(Naskah, naskah.id)


def test_a_paper_that_names_who_asked_comes_back_to_those_who_may_read_it(
    dinas: Perkantoran,
) -> None:
    surat = with_version(dinas, konsep(dinas))

    assert who_opens(dinas, came_back(dinas, surat)) == list(LAYANAN)


def test_who_typed_the_name_opens_what_comes_back(dinas: Perkantoran) -> None:
    konsep(dinas)
    own = with_version(dinas, konsep(dinas, peran="unit", kepada="Contoh Sendiri"))

    assert who_opens(dinas, came_back(dinas, own)) == [*LAYANAN, "unit"]


def test_a_paper_without_a_name_and_what_nobody_knew_again_are_as_any_scan(
    dinas: Perkantoran,
) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))

    assert bare.isian["kepada"] == ""
    for one in (came_back(dinas, bare), came_back(dinas)):
        assert who_opens(dinas, one) == [*LAYANAN, *LAIN]


def test_a_paper_of_a_withheld_matter_is_opened_by_no_one_else(dinas: Perkantoran) -> None:
    bare = with_version(dinas, konsep(dinas, peran="unit"))
    with dinas.kantor.ledger.begin() as tx:
        berkas = tx.get(Berkas, bare.berkas)
        tx.save(berkas, replace(berkas, rahasia=True))
        tx.note(Catatan(KODE, MESIN, "berkas_dirahasiakan", dinas.kantor.clock.now(), berkas.id))

    assert who_opens(dinas, came_back(dinas, bare)) == ["tim_sekretariat", "ppid", "atasan_ppid"]
    with dinas.kantor.ledger.read() as reading:
        assert naskah_kembali.withheld(reading, [bare.id])


def test_a_stack_is_as_closed_as_the_most_closed_of_its_parts(dinas: Perkantoran) -> None:
    surat, stack = with_version(dinas, konsep(dinas)), came_back(dinas)
    came_back(dinas, surat, id_=part_id(stack.id, 1))
    with dinas.kantor.ledger.begin() as tx:
        parted = replace(stack, kode=DIPISAH, asal={BAGIAN: "1"})
        tx.save(stack, parted)
        tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", dinas.kantor.clock.now(), stack.id))

    assert who_opens(dinas, parted) == list(LAYANAN)


def test_no_search_finds_the_words_of_a_paper_that_names_who_asked(dinas: Perkantoran) -> None:
    named, bare = konsep(dinas), with_version(dinas, konsep(dinas, peran="unit"))
    kantor, told = dinas.kantor, Bacaan("application/pdf", teks=("Yth. Contoh Pemohon",))
    for naskah, many in ((named, 0), (bare, 1)):
        one = came_back(dinas, naskah)
        with kantor.ledger.begin() as tx:
            indexed(kantor, tx, one, tx.get(File, f"f{one.id}"), told)
            tx.note(Catatan(KODE, MESIN, "kiriman_diperiksa", kantor.clock.now(), one.id))
        with kantor.ledger.read() as reading:
            assert len(reading.find(Teks, kiriman=one.id)) == many


def test_a_scan_is_known_by_the_code_on_its_pages(dinas: Perkantoran, tmp_path: Path) -> None:
    surat, path = konsep(dinas), tmp_path / "pindaian.png"
    path.write_bytes(b"gambar contoh")
    file = File("f", "k", path.name, "1" * 64, 13, "image/png")

    def known(*tanda: str) -> str:
        with dinas.kantor.ledger.read() as reading:
            found = naskah_kembali.known(reading, KODE, file, path, tanda)
        return found.naskah if found else ""

    code = f"https://ppid.contoh.go.id/v/{surat.token}/1.2"
    assert known(code) == surat.id
    assert known("https://contoh.go.id", code) == surat.id
    assert known() == known("berkas:/v/lainlainlain/1.1") == known(f"/v/{surat.token}") == ""
