"""What was published and becomes withheld leaves the public's side to its last byte."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from service.acts.bukti import kabar_naskah
from service.acts.kiriman.putusan import secret
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kabar_naskah import mark
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import sidik
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import ELEKTRONIK
from service.house import RealHouse
from service.publik.app import create_app
from tests.office import arrive_letter, work
from tests.pki import Pki
from tests.web.bertanda import approved, signed, trusting
from tests.web.naskah_web import now, perkara
from tests.web.rumah_web import with_password
from tests.web.test_publik_naskah import BUKAN_KAMI, brings, place, whole

BATAS = 60.0  # seconds


def anywhere(house: RealHouse, *marks: str) -> set[str]:
    """The files of the public's side that bear one of these in their name or in a byte."""
    root = house.loket.terbit
    return {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file()
        for one in marks
        if one in path.name or one.encode() in path.read_bytes()
    }


def again(house: RealHouse, one: Naskah) -> Naskah:
    """The same paper, taken back and approved once more: another print, other bytes."""
    ppid = with_password(house, "ppid2", "ppid")
    penyiap = with_password(house, "penyiap2", "petugas", "tim_sekretariat")
    submit.send_back(house, one.id, ppid, now(house, one).versi, "Salah contoh.")
    work(house)
    submit.submit(house, one.id, penyiap)
    submit.initial(house, one.id, penyiap, now(house, one).versi, "Contoh")
    approve(house, one.id, ppid, jalan=ELEKTRONIK)
    work(house)
    return now(house, one)


def withheld(house: RealHouse, one: Naskah, folder: Path) -> None:
    """An officer marks the letter behind its matter as secret, at the desk."""
    came = arrive_letter(house, folder)
    work(house)
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, one.berkas)
        tx.save(berkas, replace(berkas, kiriman=came.id))
        now_ = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "berkas_dipindah", now_, berkas.id))
    clerk = with_password(house, "penutup", "ppid", "petugas")
    with house.ledger.read() as reading:
        versi = reading.get(Kiriman, came.id).versi
    secret(house, clerk, came.id, versi)


def test_no_print_of_any_time_leads_anywhere_once_it_is_withheld(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    trusting(house, pki, tmp_path)
    first = approved(house)
    one = again(house, first)
    assert one.pdf != first.pdf
    code = sidik(one.token)
    marks = (code, mark(first.pdf), mark(one.pdf), one.nomor, one.token, "Surat Contoh")
    assert len(anywhere(house, *marks)) == 3  # the paper, and a mark for each of its prints
    publik = create_app(place(house)).test_client()
    assert one.nomor in brings(publik, whole(house, first.pdf)).text

    since = time.monotonic()
    withheld(house, one, tmp_path)
    work(house)
    assert time.monotonic() - since < BATAS

    assert anywhere(house, *marks) == set()
    foreign = brings(publik, b"%PDF-1.7\nnaskah orang lain\n%%EOF\n")
    for held in (first.pdf, one.pdf):
        answer = brings(publik, whole(house, held))
        assert (answer.status_code, answer.data) == (foreign.status_code, foreign.data)
        assert dict(answer.headers) == dict(foreign.headers)
        assert BUKAN_KAMI in answer.text


def test_a_signed_paper_with_who_signed_it_goes_whole(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    trusting(house, pki, tmp_path)
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"))
    marks = (sidik(one.token), mark(one.pdf), mark(one.bertanda_tangan), one.nomor)
    assert len(anywhere(house, *marks)) == 3
    withheld(house, one, tmp_path)
    work(house)
    assert anywhere(house, *marks) == set()


def test_marks_that_lead_to_nothing_are_swept_when_the_counter_opens(
    house: RealHouse, pki: Pki, tmp_path: Path
) -> None:
    trusting(house, pki, tmp_path)
    one = approved(house)
    lost = perkara(house)
    house.loket.show("file", "ab" * 20, kabar_naskah.k.pointer(sidik(lost.id)))
    house.loket.show("file", "cd" * 20, b"bukan penunjuk")
    kabar_naskah.tell_all(house)
    assert house.loket.shelf("file") == {mark(one.pdf)}
