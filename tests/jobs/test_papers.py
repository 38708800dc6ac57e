from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from jobs import assemble, collect, draft, send
from service.acts.instansi import ubah as instansi_ubah
from service.acts.naskah.approve import approve
from service.acts.naskah.batal import give_up
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.acts.ttd import kunci as kunci_ttd
from service.adapters.pdf_sah import PageExaminer
from service.boxed.qr import codes
from service.demo.sertifikat import Penerbit, Terkunci
from service.domain.berkas import BERJALAN, DIARSIPKAN, SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.salinan import SalinanBaca
from service.domain.frasa_sandi import FrasaSandi
from service.domain.instansi import Instansi
from service.domain.kembalian import Kembalian
from service.domain.kiriman import File
from service.domain.naskah import (
    BATAL,
    DIKIRIM,
    DITANDATANGANI,
    KONSEP,
    BelumDicetak,
    BukanSaatnya,
    Naskah,
)
from service.domain.paper import RuasKosong
from service.domain.pasangan_versi import PasanganVersi
from service.domain.refusals import Overtaken
from service.domain.simpanan import DIPEGANG, Simpanan
from service.domain.tempat_ttd import APLIKASI
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.aplikasi import signed as signed_with
from tests.aplikasi import trusting
from tests.conftest import new_sqlite
from tests.office import INSTANSI, arrive_letter, isian, open_house, person, rule, work

JENIS = "sk_penetapan_dip"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "contoh.petugas", "petugas")


@pytest.fixture
def ppid(house: RealHouse) -> Hadir:
    return person(house, "contoh.ppid", "ppid")


@pytest.fixture
def kunci(house: RealHouse, tmp_path: Path) -> Terkunci:
    """The key of the head who signs, whose certificate the office knows."""
    penerbit = Penerbit(tmp_path / "penerbit")
    trusting(house, penerbit.akar)
    key = penerbit.issue("Contoh atasan")
    with FrasaSandi(key.frasa) as frasa:
        atasan = person(house, "contoh.atasan", "atasan_ppid")
        kunci_ttd.add_file(house, atasan, key.path, "Kunci contoh", frasa)
    return key


@pytest.fixture
def berkas(house: RealHouse, tmp_path: Path) -> Berkas:
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        (one,) = reading.find(Berkas, kiriman=kiriman.id)
    return one


def found(house: RealHouse, naskah: Naskah) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, naskah.id)


def words(house: RealHouse, sha256: str) -> str:
    with house.store.open(sha256) as pdf:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read())).pages)


def seen_codes(house: RealHouse, sha256: str) -> list[str]:
    """What the codes on the pages say, page by page."""
    with house.store.open(sha256) as pdf, pypdfium2.PdfDocument(pdf.read()) as paper:
        drawn = [page.render(scale=200 / 72).to_pil() for page in paper]
    return [one for picture in drawn for one in codes(picture)[0]]


def as_file(naskah: Naskah) -> str:
    """What a signed decree is called among the attachments of its dossier."""
    nomor = naskah.nomor.replace("/", "-")
    return f"Keputusan penetapan Daftar Informasi Publik Nomor {nomor}.pdf"


def folder(tmp_path: Path, which: str) -> Path:
    return tmp_path / "rumah" / "tanda-tangan" / which


def test_an_sk_goes_from_form_to_dossier_and_every_byte_is_held(
    house: RealHouse, tmp_path: Path, berkas: Berkas, petugas: Hadir, ppid: Hadir, kunci: Terkunci
) -> None:
    naskah = fill(house, berkas.id, JENIS, isian(tahun="2027"), petugas)
    assert work(house) == ["draft", "teks"]
    konsep = found(house, naskah)
    assert konsep.keadaan == KONSEP
    assert "NOMOR" in words(house, konsep.pdf)
    assert "TAHUN 2027" in words(house, konsep.pdf)

    submit(house, naskah.id, petugas)
    nomor = approve(house, naskah.id, ppid, jalan=APLIKASI).nomor
    assert work(house) == ["draft", "send", "teks", "papan", "collect"]
    final = found(house, naskah)
    assert f"NOMOR {nomor}" in words(house, final.pdf)
    assert final.keadaan == DIKIRIM
    assert seen_codes(house, konsep.pdf) == []
    assert seen_codes(house, final.pdf)[0] == f"berkas:/v/{final.token}/1.1"

    (laid,) = folder(tmp_path, "keluar").rglob("*.pdf")
    signed = signed_with(laid.read_bytes(), kunci)
    (folder(tmp_path, "kembali") / laid.name).write_bytes(signed)
    collect.run(house, naskah.id)
    (line,) = house.lists.jurnal(naskah.instansi, 10_000, 1)
    assert (line.perbuatan, line.siapa) == ("naskah_ditandatangani", MESIN)
    assert sorted(work(house)) == ["assemble", "papan"]

    with house.ledger.read() as reading:
        after = reading.get(Berkas, berkas.id)
        held = {one.id for one in reading.find(Simpanan, keadaan=DIPEGANG)}
        leased = reading.find(Simpanan, keadaan="disewa")
        (came,) = reading.find(File, kiriman=berkas.kiriman)
        pair = reading.get(PasanganVersi, konsep.pasangan)
        drawn = {one.id: one.salinan for one in reading.find(SalinanBaca)}
    last = found(house, naskah)
    assert (after.keadaan, last.keadaan) == (DIARSIPKAN, "diarsipkan")
    dossier = house.store.fetch(after.dossier, tmp_path / "dossier.pdf")
    assert PageExaminer().broken(dossier, "3b") == []
    attached = PdfReader(dossier).attachments
    assert f"NOMOR {nomor}" in words(house, after.dossier)
    assert "(salinan baca)" in words(house, after.dossier)
    assert attached[as_file(last)] == [signed]
    assert last.bertanda_tangan == hashlib.sha256(signed).hexdigest()
    with house.store.open(came.sha256) as original:
        assert attached["usulan.docx"] == [original.read()]
    named = {konsep.docx, konsep.pdf, last.docx, last.pdf, last.bertanda_tangan, after.dossier}
    assert last.pasangan == pair.id
    assert drawn.keys() == {last.bertanda_tangan, came.sha256}
    key = hashlib.sha256(kunci.path.read_bytes()).hexdigest()
    assert named | {came.sha256, pair.docx, key, *drawn.values()} == held
    assert leased == []
    assert list(folder(tmp_path, "kembali").iterdir()) == []

    taken_out = tmp_path / "asli.pdf"
    taken_out.write_bytes(attached[as_file(last)][0])
    line = ["pdfsig", "-nocert", str(taken_out)]
    assert b"Signature is Valid" in subprocess.run(line, stdout=subprocess.PIPE, check=True).stdout
    with house.ledger.begin() as tx:
        tx.save(after, replace(after, keadaan=SELESAI, dossier=""))
        tx.note(
            Catatan(berkas.instansi, MESIN, "berkas_dibuka_kembali", house.clock.now(), berkas.id)
        )
    assemble.run(house, berkas.id)
    with house.ledger.read() as reading:
        assert reading.get(Berkas, berkas.id).dossier == after.dossier  # the same bytes again


def test_a_paper_that_was_given_up_keeps_no_dossier_waiting_and_is_not_in_it(
    house: RealHouse, tmp_path: Path, berkas: Berkas, petugas: Hadir, ppid: Hadir, kunci: Terkunci
) -> None:
    signed, other = (fill(house, berkas.id, JENIS, isian(), petugas) for _ in range(2))
    work(house)
    submit(house, signed.id, petugas)
    approve(house, signed.id, ppid, jalan=APLIKASI)
    work(house)
    (laid,) = folder(tmp_path, "keluar").rglob("*.pdf")
    (folder(tmp_path, "kembali") / laid.name).write_bytes(signed_with(laid.read_bytes(), kunci))
    collect.run(house, signed.id)
    work(house)
    with house.ledger.read() as reading:
        assert reading.get(Berkas, berkas.id).keadaan == BERJALAN

    give_up(house, other.id, petugas, found(house, other).versi, "Ganda contoh")
    work(house)

    with house.ledger.read() as reading:
        after = reading.get(Berkas, berkas.id)
    assert after.keadaan == DIARSIPKAN
    with house.store.open(after.dossier) as dossier:
        attached = PdfReader(BytesIO(dossier.read())).attachments
    assert {as_file(found(house, signed)), "usulan.docx"} == set(attached)
    assert found(house, other).keadaan == BATAL


def test_a_matter_that_was_opened_again_is_bound_again_with_all_its_papers(
    house: RealHouse, tmp_path: Path, berkas: Berkas, petugas: Hadir, ppid: Hadir, kunci: Terkunci
) -> None:
    first = fill(house, berkas.id, JENIS, isian(), petugas)
    work(house)
    submit(house, first.id, petugas)
    approve(house, first.id, ppid, jalan=APLIKASI)
    work(house)
    (laid,) = folder(tmp_path, "keluar").rglob("*.pdf")
    (folder(tmp_path, "kembali") / laid.name).write_bytes(signed_with(laid.read_bytes(), kunci))
    collect.run(house, first.id)
    work(house)
    with house.ledger.begin() as tx:  # it was opened again, one more was signed, and it ended
        before = tx.get(Berkas, berkas.id)
        tx.save(before, replace(before, keadaan=SELESAI))
        more = replace(tx.get(Naskah, first.id), id=house.new_id(), versi=1)
        tx.add(replace(more, keadaan=DITANDATANGANI, nomor=f"{more.nomor}/contoh"))
        now = house.clock.now()
        tx.note(Catatan(berkas.instansi, MESIN, "langkah_selesai", now, berkas.id))
    assemble.run(house, berkas.id)

    with house.ledger.read() as reading:
        after = reading.get(Berkas, berkas.id)
    assert (after.keadaan, found(house, more).keadaan) == (DIARSIPKAN, "diarsipkan")
    assert after.dossier != before.dossier
    with house.store.open(after.dossier) as dossier:
        attached = PdfReader(BytesIO(dossier.read())).attachments
    assert {as_file(found(house, one)) for one in (first, more)} < set(attached)


def test_nothing_is_made_twice_from_the_same_resep(
    house: RealHouse, berkas: Berkas, petugas: Hadir
) -> None:
    naskah = fill(house, berkas.id, JENIS, isian(), petugas)
    draft.run(house, naskah.id)
    before = found(house, naskah)

    draft.run(house, naskah.id)

    assert found(house, naskah) == before


def test_a_form_that_lacks_something_is_printed_to_be_looked_at_and_not_put_forward(
    house: RealHouse, berkas: Berkas, petugas: Hadir
) -> None:
    naskah = fill(house, berkas.id, JENIS, isian(daftar=[]), petugas)
    work(house)
    assert "Daftar Informasi Publik" in words(house, found(house, naskah).pdf)

    with pytest.raises(RuasKosong, match="Daftar Informasi Publik"):
        submit(house, naskah.id, petugas)
    assert found(house, naskah).keadaan == KONSEP


def test_an_unseen_paper_is_not_approved_and_no_number_is_lost(
    house: RealHouse, berkas: Berkas, petugas: Hadir, ppid: Hadir
) -> None:
    first = fill(house, berkas.id, JENIS, isian(), petugas)
    with pytest.raises(BelumDicetak):
        submit(house, first.id, petugas)
    with pytest.raises(BukanSaatnya):
        approve(house, first.id, ppid, jalan=APLIKASI)
    work(house)
    submit(house, first.id, petugas)

    assert approve(house, first.id, ppid, jalan=APLIKASI).nomor.startswith("1")
    with pytest.raises(BukanSaatnya):
        approve(house, first.id, ppid, jalan=APLIKASI)


def test_a_draft_overtaken_by_the_approval_changes_nothing(
    house: RealHouse, berkas: Berkas, monkeypatch: pytest.MonkeyPatch, petugas: Hadir, ppid: Hadir
) -> None:
    naskah = fill(house, berkas.id, JENIS, isian(), petugas)
    work(house)
    submit(house, naskah.id, petugas)
    approve(house, naskah.id, ppid, jalan=APLIKASI)
    make = draft._make

    def slowly(*args: object) -> object:
        made = make(*args)  # type: ignore[arg-type]
        monkeypatch.setattr(draft, "_make", make)
        draft.run(house, naskah.id)
        return made

    monkeypatch.setattr(draft, "_make", slowly)
    with pytest.raises(Overtaken):
        draft.run(house, naskah.id)

    assert work(house) == ["draft", "send", "teks", "papan", "collect"]


@pytest.fixture
def sent(house: RealHouse, berkas: Berkas, petugas: Hadir, ppid: Hadir) -> Naskah:
    naskah = fill(house, berkas.id, JENIS, isian(), petugas)
    work(house)
    submit(house, naskah.id, petugas)
    approve(house, naskah.id, ppid, jalan=APLIKASI)
    work(house)
    return found(house, naskah)


def test_another_paper_under_the_same_name_is_not_taken_for_the_signed_one(
    house: RealHouse, tmp_path: Path, sent: Naskah
) -> None:
    (laid,) = folder(tmp_path, "keluar").rglob("*.pdf")
    swapped = folder(tmp_path, "kembali") / laid.name
    swapped.write_bytes(laid.read_bytes().replace(b"%PDF-1", b"%PDF-2", 1))

    collect.run(house, sent.id)

    assert not swapped.exists()
    assert found(house, sent).keadaan == DIKIRIM
    with house.ledger.read() as reading:
        (kept,) = reading.find(Kembalian)
    assert "Awal file bukan file yang dikirim" in kept.temuan[0]


def test_a_signed_paper_found_again_after_a_crash_is_only_taken_out(
    house: RealHouse, tmp_path: Path, sent: Naskah, kunci: Terkunci
) -> None:
    (laid,) = folder(tmp_path, "keluar").rglob("*.pdf")
    back = folder(tmp_path, "kembali") / laid.name
    signed = signed_with(laid.read_bytes(), kunci)
    back.write_bytes(signed)
    collect.run(house, sent.id)
    after = found(house, sent)
    back.write_bytes(signed)

    collect.run(house, sent.id)

    assert after.keadaan == DITANDATANGANI
    assert found(house, sent) == after
    assert not back.exists()


def test_sent_twice_it_lies_there_once(house: RealHouse, tmp_path: Path, sent: Naskah) -> None:
    send.run(house, sent.id)

    assert len(list(folder(tmp_path, "keluar").rglob("*.pdf"))) == 1


def test_a_berkas_with_an_unsigned_naskah_is_not_bound(
    house: RealHouse, berkas: Berkas, sent: Naskah
) -> None:
    assemble.run(house, berkas.id)

    with house.ledger.read() as reading:
        assert reading.get(Berkas, berkas.id).dossier == ""


def test_a_konsep_is_printed_anew_when_the_papers_of_its_agency_look_otherwise(
    house: RealHouse, berkas: Berkas, petugas: Hadir
) -> None:
    naskah = fill(house, berkas.id, JENIS, isian(tahun="2027"), petugas)
    work(house)
    before = found(house, naskah)
    admin = person(house, "contoh.admin", "administrator")

    def change(edit: Callable[[Instansi], Instansi]) -> None:
        versi = instansi_ubah.seen(house, INSTANSI).versi
        instansi_ubah.change(house, admin, INSTANSI, versi, edit, "instansi_diubah")
        work(house)

    change(lambda one: replace(one, singkatan="CONTOH"))
    assert found(house, naskah).pdf == before.pdf

    change(lambda one: replace(one, naskah=replace(one.naskah, ukuran=one.naskah.ukuran + 1)))
    assert found(house, naskah).pdf != before.pdf
