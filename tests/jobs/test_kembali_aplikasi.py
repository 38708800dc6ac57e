"""A paper goes from folder to folder of its signers; only what holds wholly is taken as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import collect, send
from service.acts.keadaan.audit import audit
from service.acts.kembali import putus as kembali_putus
from service.acts.kembali import sesat
from service.acts.kembali.putus import Putusan
from service.acts.kembali.tertahan import read
from service.acts.naskah import submit
from service.acts.ttd import daftar_kirim
from service.adapters.signing.verifikasi import FolderVerifier
from service.domain import kembalian as k
from service.domain.catatan import MESIN, Catatan
from service.domain.kunci_ttd import LUAR, KunciTtd
from service.domain.naskah import DIARSIPKAN, DIKIRIM, TANPA_NAMA
from service.domain.orang import Orang
from service.domain.refusals import Unavailable
from service.domain.tempat_ttd import DITANDATANGANI as TERISI
from service.domain.tempat_ttd import ELEKTRONIK
from service.house import RealHouse
from tests.aplikasi import Kantor, opened, signed
from tests.conftest import new_sqlite
from tests.office import INSTANSI, one_reader, open_house, person, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tmp_path: Path) -> Kantor:
    return opened(house, tmp_path)


def found(kantor: Kantor, id_: str) -> str:
    """What was found in the one file that waits for a person."""
    (one,) = [x for x in kantor.kept(id_) if x.keadaan == k.MENUNGGU]
    return " ".join(one.temuan)


def test_from_folder_to_folder_each_signs_what_the_last_gave_back(kantor: Kantor) -> None:
    for nama in ("ppid", "atasan"):
        kantor.knows(nama)
    one = kantor.out()
    folder, went = kantor.lies(one.id)
    assert folder == "Contoh ppid"

    first = signed(went, kantor.kunci["ppid"])
    kantor.gives_back(one.id, first)

    folder, went = kantor.lies(one.id)
    assert (folder, went) == ("Contoh atasan", first)
    assert kantor.now(one.id).keadaan == DIKIRIM
    last = signed(went, kantor.kunci["atasan"], "Signature2")
    path = kantor.gives_back(one.id, last)

    after, filled = kantor.now(one.id), kantor.places(one.id)
    assert after.keadaan == DIARSIPKAN
    with kantor.house.store.open(after.bertanda_tangan) as kept:
        assert kept.read() == last
    who = [kantor.orang[nama].orang.id for nama in ("ppid", "atasan")]
    assert [(x.keadaan, x.oleh) for x in filled] == [(TERISI, one) for one in who]
    assert kantor.nobody_has(one.id)
    assert not path.exists()
    assert kantor.kept(one.id) == []
    assert [x.janji for x in audit(kantor.house) if not x.utuh] == []


def test_two_who_signed_one_after_the_other_before_it_came_back_are_both_taken(
    kantor: Kantor,
) -> None:
    for nama in ("ppid", "atasan"):
        kantor.knows(nama)
    one = kantor.out()
    first = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])

    kantor.gives_back(one.id, signed(first, kantor.kunci["atasan"], "Signature2"))

    assert kantor.now(one.id).keadaan == DIARSIPKAN


def test_a_signer_whose_certificate_is_not_known_waits_for_a_person_who_may_make_it_known(
    kantor: Kantor,
) -> None:
    one = kantor.out()
    first = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    path = kantor.gives_back(one.id, first)
    assert not path.exists()
    assert "sertifikatnya bukan yang tercatat bagi PPID" in found(kantor, one.id)
    assert kantor.lies(one.id)[0] == "Contoh ppid", "it goes on waiting where it lay"

    (came,) = kantor.kept(one.id)
    seen = read(kantor.house, kantor.orang["atasan"], came.id)
    who = {seen.tempat[0].id: kantor.orang["ppid"].orang.id}
    said = Putusan(came.id, seen.sidik, "Cocok dengan kartunya.", who, kenali=True)
    kembali_putus.accept(kantor.house, kantor.orang["atasan"], said)
    work(kantor.house)

    with kantor.house.ledger.read() as reading:
        (known,) = reading.find(KunciTtd)
    assert (known.jenis, known.orang) == (LUAR, kantor.orang["ppid"].orang.id)
    assert not known.di_sini
    assert kantor.lies(one.id) == ("Contoh atasan", first)
    other = kantor.out()
    kantor.gives_back(other.id, signed(kantor.lies(other.id)[1], kantor.kunci["ppid"]))
    assert kantor.kept(other.id) == []
    assert kantor.lies(other.id)[0] == "Contoh atasan"


def test_without_roots_nothing_is_taken_by_the_machine(kantor: Kantor) -> None:
    kantor.knows("ppid")
    house = kantor.house
    house.opened["verifier"] = FolderVerifier(one_reader(), house.clock, list)
    one = kantor.out()

    kantor.gives_back(one.id, signed(kantor.lies(one.id)[1], kantor.kunci["ppid"]))

    assert "tidak berujung pada sertifikat induk yang dipercaya" in found(kantor, one.id)
    assert kantor.now(one.id).keadaan == DIKIRIM


def test_each_wrong_file_is_kept_and_told_apart_in_words(kantor: Kantor) -> None:
    for nama in ("ppid", "atasan"):
        kantor.knows(nama)
    one, other = kantor.out(), kantor.out()
    went, foreign = kantor.lies(one.id)[1], kantor.lies(other.id)[1]
    cases = {
        "belum ada yang menandatanganinya": went,
        "naskah lain yang juga sedang menunggu": signed(foreign, kantor.kunci["ppid"]),
        "bukan yang tercatat bagi PPID": signed(went, kantor.kunci["lain"]),
        "masih ada tambahan": signed(went, kantor.kunci["ppid"]) + b"\n% tambahan\n",
        "rusak, terpotong, atau": signed(went, kantor.kunci["ppid"])[:-400] + b"\n%%EOF\n",
        "dicetak atau disimpan ulang": went.replace(b"%PDF-1", b"%PDF-1\n% lain", 1),
    }

    for words, held in cases.items():
        path = kantor.gives_back(one.id, held)
        assert not path.exists(), words
        last = max(kantor.kept(one.id), key=lambda x: x.datang)
        assert words in " ".join(last.temuan)
        with kantor.house.store.open(last.file) as kept:
            assert kept.read() == held, words

    assert kantor.now(one.id).keadaan == DIKIRIM
    assert kantor.now(other.id).keadaan == DIKIRIM
    assert len(kantor.kept(one.id)) == len(cases)


def test_what_was_signed_before_the_last_signature_was_taken_goes_to_a_person(
    kantor: Kantor,
) -> None:
    for nama in ("ppid", "atasan"):
        kantor.knows(nama)
    one = kantor.out()
    went = kantor.lies(one.id)[1]
    kantor.gives_back(one.id, signed(went, kantor.kunci["ppid"]))

    kantor.gives_back(one.id, signed(went, kantor.kunci["atasan"]))

    assert "sebelum tanda tangan yang sudah diterima" in found(kantor, one.id)
    assert [x.keadaan == TERISI for x in kantor.places(one.id)] == [True, False]


def test_an_older_version_is_told_by_the_marks_on_its_pages(kantor: Kantor) -> None:
    kantor.knows("ppid")
    one = kantor.out()
    before = kantor.lies(one.id)[1]
    submit.send_back(kantor.house, one.id, kantor.orang["ppid"], one.versi, "Salah contoh")
    work(kantor.house)
    assert kantor.nobody_has(one.id)
    kantor.forward(one.id)

    kantor.gives_back(one.id, signed(before, kantor.kunci["ppid"]))

    assert "pengajuan ke-1, sedangkan yang menunggu" in found(kantor, one.id)


def test_a_file_under_a_name_of_its_own_is_known_by_what_is_in_it(kantor: Kantor) -> None:
    kantor.knows("ppid")
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    path = kantor.gives_back(one.id, held, "scan0001.pdf")
    stray = kantor.gives_back(one.id, b"%PDF-1.4\nlain\n%%EOF\n", "brosur.pdf")
    (kantor.folder("kembali") / "catatan.docx").write_bytes(b"x")

    collect.run(kantor.house, TANPA_NAMA)
    collect.run(kantor.house, one.id)
    work(kantor.house)

    assert not path.exists()
    assert kantor.lies(one.id)[0] == "Contoh atasan"
    assert not stray.exists(), "nobody can place it: it waits for a person"
    assert [x.nama for x in sesat.waiting(kantor.house, kantor.orang["ppid"], 9)] == ["brosur.pdf"]
    assert [x.nama for x in kantor.house.courier.back()] == ["catatan.docx"]
    daftar_kirim.write(kantor.house)
    told = (kantor.folder("kembali") / "daftar-kirim.html").read_text()
    assert "catatan.docx" in told
    assert one.nomor in (kantor.folder("keluar") / "Contoh atasan/daftar-kirim.html").read_text()


def test_a_reader_that_is_down_loses_nothing_and_is_asked_again(kantor: Kantor) -> None:
    kantor.knows("ppid")
    one = kantor.out()
    house, held = kantor.house, signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    sound = house.opened["verifier"]
    path = kantor.folder("kembali") / f"surat {one.id}.pdf"
    path.write_bytes(held)

    def down() -> list[Path]:
        raise Unavailable("Pembaca sedang mati.")

    house.opened["verifier"] = FolderVerifier(one_reader(), house.clock, down)
    with pytest.raises(Unavailable):
        collect.run(house, one.id)
    assert path.read_bytes() == held
    assert kantor.kept(one.id) == []

    house.opened["verifier"] = sound
    collect.run(house, one.id)
    work(house)
    assert kantor.lies(one.id) == ("Contoh atasan", held)


def test_the_same_file_once_more_and_a_paper_sent_once_more_change_nothing(
    kantor: Kantor,
) -> None:
    kantor.knows("ppid")
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    kantor.gives_back(one.id, held)
    before, places = kantor.now(one.id), kantor.places(one.id)

    path = kantor.gives_back(one.id, held)
    send.run(kantor.house, one.id)

    assert not path.exists()
    assert (kantor.now(one.id), kantor.places(one.id)) == (before, places)
    assert kantor.lies(one.id) == ("Contoh atasan", held)
    assert kantor.kept(one.id) == []


def test_what_is_signed_on_our_pages_is_never_taken_from_the_folder(kantor: Kantor) -> None:
    kantor.knows("ppid")
    one = kantor.out(jalan=ELEKTRONIK)
    with kantor.house.store.open(one.pdf) as sent:
        held = signed(sent.read(), kantor.kunci["ppid"])

    kantor.gives_back(one.id, held)

    assert "tidak disetujui untuk ditandatangani di aplikasi lain" in found(kantor, one.id)
    assert not any(x.keadaan == TERISI for x in kantor.places(one.id))


def test_of_two_of_one_name_each_has_a_folder_of_their_own(kantor: Kantor) -> None:
    house = kantor.house
    with house.ledger.begin() as tx:
        before = tx.get(Orang, kantor.orang["petugas"].orang.id)
        tx.save(before, replace(before, nama="contoh PPID"))
        tx.note(Catatan(INSTANSI, MESIN, "orang_diubah", house.clock.now(), before.id))

    one = kantor.out()

    assert kantor.lies(one.id)[0] == "Contoh ppid - ppid"


def test_in_any_order_it_lies_with_one_of_them_and_whoever_signs_first_is_taken(
    kantor: Kantor,
) -> None:
    kantor.knows("ppid")
    one = kantor.out("berita_acara_kelengkapan_nomor")
    folder, went = kantor.lies(one.id)
    assert folder == f"Pengelola Arsip {INSTANSI} humas", "nobody holds that peran yet"

    first = signed(went, kantor.kunci["ppid"])
    kantor.gives_back(one.id, first)

    assert [x.keadaan == TERISI for x in kantor.places(one.id)] == [False, True]
    person(kantor.house, "arsip", "pengelola_arsip")
    send.run(kantor.house, one.id)
    assert kantor.lies(one.id) == ("Contoh arsip", first)
