"""Editions at the pages: drawn up, published with the moments of the office's clock, taken back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from service.acts.lihat.naskah_terbaca import for_everyone
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DITARIK, DITETAPKAN, RANCANGAN, TERBIT, Edisi
from service.domain.edisi.jalan import Masa
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIUJI
from service.domain.informasi.kode import from_bits, spoken
from service.web.app import create_app
from tests.acts.perkara import KODE
from tests.domain.informasi.contoh import excluded
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import SANDI, Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    return kantor_edisi(kantor)


def client(it: KantorEdisi, *peran: str) -> FlaskClient:
    """Somebody with these peran, who is in."""
    who = it.oleh(*peran)
    one = create_app(it.kantor).test_client()  # type: ignore[arg-type]
    one.environ_base["REMOTE_ADDR"] = f"192.0.2.{len(it.dinas.orang)}"
    one.get("/masuk")
    csrf = one.get_cookie("berkas-awal")
    assert csrf
    told = {"csrf": csrf.value, "nama_masuk": who.orang.nama_masuk, "sandi": SANDI}
    assert one.post("/masuk", data=told).status_code in (302, 303)
    return one


def send(one: FlaskClient, page: str, at: str, **told: object):
    """A form of a page as a person sends it: what is hidden goes with it."""
    text = one.get(page).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text))
    return one.post(at, data=hidden | told)


def test_the_page_shows_an_edition_from_its_draft_to_its_withdrawal(it: KantorEdisi) -> None:
    it.piece("keuangan")
    draft = it.draft()
    tim, ppid = client(it, "tim_sekretariat"), client(it, "ppid")
    at = f"/edisi/{draft.id}"
    page = tim.get(at).text
    assert "Laporan keuangan yang dapat dikenali" in page
    assert "Rancangan" in page
    assert "Batalkan rancangan" in page

    paper = it.paper(draft)
    it.piece("kinerja")
    assert send(tim, at, f"{at}/perbarui").status_code == 303
    it.forward(it.printed(it.now(paper)))
    assert "barisnya dibekukan" in tim.get(at).text
    it.sign(paper)
    it.work()
    assert it.now(draft).keadaan == DITETAPKAN
    answer = send(ppid, at, f"{at}/terbitkan", versi=it.now(draft).versi)
    assert answer.status_code == 303, answer.text
    it.work()
    assert it.now(draft).keadaan == TERBIT
    assert "Edisi 1 Tahun 2026" in ppid.get("/edisi").text

    told = {"versi": it.now(draft).versi, "alasan": "keliru"}
    assert "Edisi sebelumnya berlaku lagi" not in ppid.get(at).text  # there was none
    assert send(ppid, at, f"{at}/tarik", **told, kembali="ya").status_code == 422
    short = send(ppid, at, f"{at}/tarik", **told, kembali="tidak")
    assert short.status_code == 422
    assert "sedikitnya 10 huruf" in short.text
    gone = {"alasan": "Kolomnya keliru tertukar", "kembali": "tidak"}
    answer = send(ppid, at, f"{at}/tarik", versi=it.now(draft).versi, **gone)
    assert answer.status_code == 303, answer.text
    assert it.now(draft).keadaan == DITARIK
    assert "Kolomnya keliru tertukar" in tim.get(at).text


def test_the_moments_are_those_of_the_clock_of_the_office(it: KantorEdisi) -> None:
    it.piece("keuangan")
    one = it.decreed()
    ppid, at = client(it, "ppid"), f"/edisi/{one.id}"
    told = {"mulai": "2026-12-01", "mulai_jam": "08.00", "sampai": "2026-12-31"}
    early = send(ppid, at, f"{at}/terbitkan", versi=one.versi, sampai="2026-11-20")
    assert early.status_code == 422
    lone = send(ppid, at, f"{at}/terbitkan", versi=one.versi, mulai_jam="08.00")
    assert lone.status_code == 422
    assert send(ppid, at, f"{at}/terbitkan", versi=one.versi, **told).status_code == 303
    now = it.now(one)
    assert (now.mulai, now.sampai) == (
        datetime(2026, 12, 1, 1, tzinfo=UTC),
        datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC),
    )


def test_who_may_not_publish_is_shown_no_button_and_is_refused(it: KantorEdisi) -> None:
    it.piece("keuangan")
    one = it.decreed()
    at = f"/edisi/{one.id}"
    unit = client(it, "unit")
    assert unit.get(at).status_code == 200
    assert "Terbitkan edisi ini" not in unit.get(at).text
    csrf = re.search(r'name="csrf" value="([^"]+)"', unit.get("/akun").text)
    assert csrf
    answer = unit.post(f"{at}/terbitkan", data={"csrf": csrf[1], "versi": one.versi})
    assert answer.status_code in (403, 404)
    assert it.now(one).keadaan == DITETAPKAN


def test_the_agency_says_at_its_page_that_another_publishes(it: KantorEdisi) -> None:
    it.piece("keuangan")
    one = it.decreed()
    head, tim = client(it, "atasan_ppid"), client(it, "tim_sekretariat")
    at = f"/edisi/{one.id}"
    assert "Terbitkan edisi ini" in tim.get(at).text
    answer = send(head, "/edisi/setelan", "/edisi/setelan", instansi=KODE, penerbit_lain="ya")
    assert answer.status_code == 303, answer.text
    assert "Yang menerbitkannya orang lain" in tim.get(at).text
    assert tim.get("/edisi/setelan").status_code in (403, 404)


def test_a_draft_is_given_up_at_its_page(it: KantorEdisi) -> None:
    it.piece("keuangan")
    one = it.draft()
    at = f"/edisi/{one.id}"
    tim = client(it, "tim_sekretariat")
    assert send(tim, at, f"{at}/batal").status_code == 303
    assert it.now(one).keadaan != RANCANGAN


def test_an_edition_that_is_not_there_is_not_found(it: KantorEdisi) -> None:
    tim = client(it, "tim_sekretariat")
    for id_ in (it.kantor.new_id(), "x", "../masuk"):
        assert tim.get(f"/edisi/{id_}").status_code == 404
    assert tim.get("/edisi/dasar?berkas=x&daftar=dip").status_code == 404
    assert tim.get("/edisi/dasar?berkas=x&daftar=lain").status_code == 404


def test_a_long_list_goes_on_over_pages(it: KantorEdisi) -> None:
    with it.kantor.ledger.begin() as tx:
        for _ in range(60):
            tx.add(Edisi(it.kantor.new_id(), KODE, "dip", keadaan="batal"))
        tx.note(Catatan(KODE, MESIN, "edisi_dirancang", SENIN))
    tim = client(it, "tim_sekretariat")
    page = tim.get("/edisi").text
    assert page.count("/edisi/") >= 50
    assert tim.get("/edisi?halaman=2").status_code == 200
    assert tim.get("/edisi/baru").status_code == 200


def test_the_page_says_why_a_line_is_not_read_yet_and_leads_to_it(it: KantorEdisi) -> None:
    one, other = it.piece("keuangan", sidik="ab" * 32), it.piece("kinerja")
    made = it.decreed()
    tim, at = client(it, "tim_sekretariat"), f"/edisi/{made.id}"
    assert "sudah ditetapkan tetapi belum diterbitkan" in tim.get(at).text
    shut = replace(
        excluded(), id=it.kantor.new_id(), instansi=KODE, kode=from_bits(b"contoh satu dik.")
    )
    shut = replace(shut, pelengkap=replace(shut.pelengkap, sidik="ab" * 32))
    with it.kantor.ledger.begin() as tx:
        tx.add(shut)
        tx.note(Catatan(KODE, MESIN, "informasi_diusulkan", SENIN, shut.id))
    it.publish(made)
    page = tim.get(at).text
    assert "1 baris edisi ini belum terbaca publik" in page
    assert "Filenya tidak dapat dipakai untuk DIP" in page
    assert f'href="/informasi/{one.id}"' in page
    assert f'href="/informasi/{other.id}"' not in page
    assert "1 baris mempunyai file" in page


def test_who_may_not_see_what_is_withheld_does_not_read_it_in_an_old_edition(
    it: KantorEdisi,
) -> None:
    one, _ = it.piece("keuangan"), it.piece("kinerja")
    made = it.publish(it.decreed())
    at = f"/edisi/{made.id}"
    ppid, petugas = client(it, "ppid"), client(it, "petugas")
    assert "Laporan keuangan yang dapat dikenali" in petugas.get(at).text
    with it.kantor.ledger.begin() as tx:
        before = tx.get(Informasi, one.id)
        tx.save(before, replace(before, keadaan=DIUJI))
        tx.note(Catatan(KODE, MESIN, "informasi_diuji", SENIN, one.id))

    assert "Laporan keuangan yang dapat dikenali" in ppid.get(at).text
    page = petugas.get(at).text
    assert "Laporan keuangan" not in page
    assert spoken(one.kode) not in page
    assert "Laporan kinerja" in page
    number = (
        r'id="baris".*?>(\d+)</t[hd]>(?=\s*<td>[^<]*</td>\s*<td>[^<]*</td>\s*<td>Laporan kinerja)'
    )
    read = [re.search(number, one.get(at).text, re.DOTALL) for one in (ppid, petugas)]
    assert [found and found[1] for found in read] == ["2", "2"]  # as the decree prints it


def test_who_may_not_see_what_is_withheld_does_not_read_it_in_an_old_decree_either(
    it: KantorEdisi,
) -> None:
    """Also who wrote it: the paper is shut, not altered, and others read it as it was signed."""
    one, other = it.piece("keuangan"), it.piece("kinerja")
    made = it.publish(it.decreed())
    at = f"/naskah/{made.naskah}"
    people = {name: client(it, name) for name in ("ppid", "petugas")}
    assert all(f"{at}/pdf" in who.get(at).text for who in people.values())
    with it.kantor.ledger.read() as look:
        assert for_everyone(look, made.naskah)
    moved(it, one, DIUJI)

    assert f"{at}/pdf" in people["ppid"].get(at).text
    shut = people["petugas"].get(at).text
    assert "kini dikecualikan" in shut
    assert "Laporan keuangan" not in shut
    assert spoken(one.kode) not in shut
    told = {people["petugas"].get(f"{at}/{x}").status_code for x in ("pdf", "docx", "halaman/1")}
    assert told == {404}
    with it.kantor.ledger.read() as look:
        assert not for_everyone(look, made.naskah)  # no copy of it is sent, nor is it searched
    moved(it, one, other.keadaan)
    assert f"{at}/pdf" in people["petugas"].get(at).text


def moved(it: KantorEdisi, one: Informasi, keadaan: str) -> None:
    with it.kantor.ledger.begin() as tx:
        before = tx.get(Informasi, one.id)
        tx.save(before, replace(before, keadaan=keadaan))
        tx.note(Catatan(KODE, MESIN, "informasi_diuji", SENIN, one.id))


def test_the_page_says_that_the_moment_has_not_come(it: KantorEdisi) -> None:
    it.piece("keuangan")
    masa = Masa(SENIN + timedelta(minutes=9), SENIN + timedelta(minutes=20))
    one = it.publish(it.decreed(), masa=masa)
    tim, at = client(it, "tim_sekretariat"), f"/edisi/{one.id}"
    assert "Waktu terbitnya belum tiba" in tim.get(at).text
    it.kantor.clock.go(minutes=10)
    assert "Sedang diumumkan" in tim.get(at).text  # until the machine has done it
    it.kantor.clock.go(minutes=20)
    assert "Waktu terbitnya sudah berakhir" in tim.get(at).text


def test_a_matter_that_makes_a_list_leads_to_its_edition(it: KantorEdisi) -> None:
    matter = it.dinas.opened("uji")
    tim, at = client(it, "tim_sekretariat"), f"/berkas/{matter.id}"
    assert f"/edisi/baru?berkas={matter.id}" in tim.get(at).text
    assert f"/edisi/baru?berkas={matter.id}" not in client(it, "unit").get(at).text
    it.piece("keuangan")
    draft = it.draft(matter)
    assert f'href="/edisi/{draft.id}"' in tim.get(at).text


def test_a_line_on_a_paper_that_is_out_says_so_at_its_page(it: KantorEdisi) -> None:
    one = it.piece("keuangan")
    it.forward(it.paper(it.draft()))
    page = client(it, "tim_sekretariat", "unit").get(f"/informasi/{one.id}").text
    assert "tercetak pada surat keputusan yang sedang diajukan" in page
    assert "Tulis barisnya" not in page
