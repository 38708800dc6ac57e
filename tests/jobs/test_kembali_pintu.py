"""A paper signed by another program comes in where letters come in: it is no letter, and the rule
on what comes back is the same at every door."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from jobs import tinta as job
from service.acts.keadaan.audit import audit
from service.acts.kembali.kiriman import TERPASANG
from service.acts.kembali.tinta import DIPUTUSKAN
from service.acts.naskah import submit
from service.domain.kiriman import BERKAS, DIDAFTAR, FOLDER, PUBLIK, SUREL, WEB, Kiriman
from service.domain.naskah import DIARSIPKAN, DIKIRIM
from service.house import RealHouse
from tests.aplikasi import Kantor, opened, signed
from tests.conftest import new_sqlite
from tests.office import arrive, open_house, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tmp_path: Path) -> Kantor:
    made = opened(house, tmp_path)
    for nama in ("ppid", "atasan"):
        made.knows(nama)
    return made


def brought(kantor: Kantor, room: Path, held: bytes, pintu: str, nama: str = "a.pdf") -> Kiriman:
    """A file through one of the doors, and the machine does what follows."""
    path = room / nama
    path.write_bytes(held)
    came = arrive(kantor.house, path, pintu=pintu)
    work(kantor.house)
    with kantor.house.ledger.read() as reading:
        return reading.get(Kiriman, came.id)


def mailed(held: bytes) -> bytes:
    made = EmailMessage()
    made["From"], made["To"] = "kepala@contoh.go.id", "ppid@contoh.go.id"
    made["Subject"] = "Sudah saya tanda tangani"
    made.set_content("Terlampir naskah yang sudah saya tanda tangani. Contoh.")
    made.add_attachment(held, maintype="application", subtype="pdf", filename="ttd.pdf")
    return made.as_bytes()


@pytest.mark.parametrize("pintu", [WEB, FOLDER, BERKAS])
def test_at_every_door_of_the_office_it_is_taken_by_the_rule_and_draws_no_number(
    kantor: Kantor, tmp_path: Path, pintu: str
) -> None:
    one = kantor.out()
    first = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])

    came = brought(kantor, tmp_path, first, pintu)

    assert (came.keadaan, came.alasan, came.nomor_agenda) == (DIDAFTAR, TERPASANG, "")
    assert kantor.lies(one.id) == ("Contoh atasan", first), "the next signer has it"
    last = signed(first, kantor.kunci["atasan"], "Signature2")
    done = brought(kantor, tmp_path, last, pintu, "b.pdf")
    after = kantor.now(one.id)
    assert (after.keadaan, done.nomor_agenda) == (DIARSIPKAN, "")
    with kantor.house.store.open(after.bertanda_tangan) as kept:
        assert kept.read() == last
    assert kantor.nobody_has(one.id)
    assert kantor.kept(one.id) == []
    assert [x.janji for x in audit(kantor.house) if not x.utuh] == []


def test_by_mail_it_waits_for_a_person_and_the_letter_keeps_its_own_number(
    kantor: Kantor, tmp_path: Path
) -> None:
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])

    came = brought(kantor, tmp_path, mailed(held), SUREL, "surat.eml")

    (waits,) = kantor.kept(one.id)
    assert "lewat surel" in waits.temuan[0]
    assert "Contoh ppid menandatangani" in waits.temuan[1], "what the rule found stands beside it"
    assert (waits.kiriman, waits.nama) == (came.id, "ttd.pdf")
    assert waits.id in came.asal.values()
    assert kantor.now(one.id).keadaan == DIKIRIM
    assert came.nomor_agenda
    job.run(kantor.house, came.id)
    assert kantor.kept(one.id) == [waits]


def test_what_the_public_brings_is_a_letter_whatever_lies_in_it(
    kantor: Kantor, tmp_path: Path
) -> None:
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])

    came = brought(kantor, tmp_path, held, PUBLIK)

    assert came.nomor_agenda
    assert kantor.kept(one.id) == []
    assert kantor.now(one.id).keadaan == DIKIRIM


def test_each_wrong_file_goes_to_a_person_and_none_draws_a_number(
    kantor: Kantor, tmp_path: Path
) -> None:
    one, other = kantor.out(), kantor.out()
    went, foreign = kantor.lies(one.id)[1], kantor.lies(other.id)[1]
    submit.send_back(kantor.house, other.id, kantor.orang["ppid"], other.versi, "Salah contoh")
    work(kantor.house)
    kantor.forward(other.id)
    cases = {
        "belum ada yang menandatanganinya": (one.id, went),
        "bukan yang tercatat bagi PPID": (one.id, signed(went, kantor.kunci["lain"])),
        "masih ada tambahan": (one.id, signed(went, kantor.kunci["ppid"]) + b"\n% tambahan\n"),
        "pengajuan ke-1, sedangkan yang menunggu": (
            other.id,
            signed(foreign, kantor.kunci["ppid"]),
        ),
    }

    for n, (words, (id_, held)) in enumerate(cases.items()):
        came = brought(kantor, tmp_path, held, WEB, f"{n}.pdf")
        last = max(kantor.kept(id_), key=lambda x: x.datang)
        assert words in " ".join(last.temuan)
        assert (came.alasan, came.nomor_agenda, last.kiriman) == (DIPUTUSKAN, "", came.id)
        with kantor.house.store.open(last.file) as kept:
            assert kept.read() == held, words

    assert kantor.now(one.id).keadaan == kantor.now(other.id).keadaan == DIKIRIM


def test_taken_from_the_folder_and_uploaded_afterwards_it_changes_nothing(
    kantor: Kantor, tmp_path: Path
) -> None:
    one = kantor.out()
    held = signed(kantor.lies(one.id)[1], kantor.kunci["ppid"])
    kantor.gives_back(one.id, held)
    before, places = kantor.now(one.id), kantor.places(one.id)

    came = brought(kantor, tmp_path, held, WEB)

    assert (kantor.now(one.id), kantor.places(one.id)) == (before, places)
    assert (came.alasan, came.nomor_agenda) == (TERPASANG, "")
    assert kantor.kept(one.id) == []
