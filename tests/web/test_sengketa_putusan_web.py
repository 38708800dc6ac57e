"""Rulings at the page of a dispute: corrected, rejected, binding; never falsely said to be kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.register import sengketa_betul
from service.domain.berkas import Berkas
from service.domain.refusals import Overtaken
from service.domain.sengketa import Putusan, Sengketa
from service.domain.sengketa_putusan import PutusanTidakSah
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Jam
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import (
    Orang,
    come_in,
    jam,
    officer,
    on_the_clock,
    rumah_web,
    with_password,
)
from tests.web.test_sengketa_web import PUTUS, SENIN, disputed, does, kept, objected

JUMAT = datetime(2026, 6, 12, 2, 0, tzinfo=UTC)
SEPULUH = date(2026, 6, 10)  # the day of the ruling; the 16th of June is a holiday
TOLD = {**PUTUS, "akibat": "membuka", "tanggal": "2026-06-10", "diterima": "", "butir": ""}
BETUL = {**TOLD, "tanggal": "2026-06-09", "alasan": "Salah ketik contoh"}


@pytest.fixture
def june(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(JUMAT))


@pytest.fixture
def atasan(june: RealHouse) -> Orang:
    return officer(june, "atasan", "atasan_ppid")


def on(june: RealHouse, day: date) -> None:
    jam(june).at = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


def filed(june: RealHouse, oleh: Hadir, nomor: str = "1/KI/2026") -> Sengketa:
    """A dispute about which the office heard on the Monday before."""
    on(june, SENIN.date())
    one = disputed(june, oleh, objected(june), nomor)
    on(june, JUMAT.date())
    return one


def ruled(june: RealHouse, atasan: Orang, register: str = "1/KI/2026", **more: str) -> Sengketa:
    """A dispute that was ruled on the tenth of June."""
    one = filed(june, atasan.hadir, register)
    assert does(atasan, one, "putusan", **{**TOLD, **more}).status_code == 303
    return kept(june, one)


def page(who: Orang, one: Sengketa) -> str:
    return who.client.get(f"/sengketa/{one.id}").text


def test_the_same_ruling_once_more_with_another_day_is_told_that_nothing_was_saved(
    june: RealHouse, atasan: Orang
) -> None:
    one = ruled(june, atasan)
    assert does(atasan, one, "putusan", **TOLD).status_code == 303, "the same form twice is one"
    for more in (
        {"tanggal": "2026-06-09"},
        {"diterima": "2026-06-11"},
        {"amar": "Lain."},
        {"dari": "mediasi"},
    ):
        again = does(atasan, one, "putusan", **{**TOLD, **more})
        assert again.status_code == 409
        assert "Tidak ada yang diubah" in again.text
        assert "pakai “Betulkan putusan”" in again.text
    assert kept(june, one) == one


def test_a_mistyped_ruling_is_corrected_with_a_reason_and_its_term_counted_anew(
    june: RealHouse, atasan: Orang
) -> None:
    one = ruled(june, atasan)
    assert one.batas_putusan == date(2026, 7, 1)
    bare = does(atasan, one, "betul", **{**BETUL, "alasan": ""})
    assert bare.status_code == 422
    same = does(atasan, one, "betul", **{**BETUL, "tanggal": "2026-06-10"})
    assert "Tidak ada yang berbeda dari putusan yang tercatat" in same.text
    early = does(atasan, one, "betul", **{**BETUL, "tanggal": "2020-01-01"})
    assert "Tanggal putusan harus di antara" in early.text
    for _ in range(2):  # the very same form, sent twice
        told = {**BETUL, "nomor": "17/PTSN-CONTOH/2026", "versi": str(one.versi)}
        assert does(atasan, one, "betul", **told).status_code == 303

    after = kept(june, one)
    assert (after.putusan.nomor, after.putusan.tanggal) == ("17/PTSN-CONTOH/2026", "2026-06-09")
    assert (after.batas_putusan, after.versi) == (date(2026, 6, 30), one.versi + 1)
    line = june.perkara.trail(one)[0]
    assert line.perbuatan == "sengketa_putusan_dibetulkan"
    assert line.rincian["ruas"] == "nomor, tanggal"
    assert line.rincian["alasan"]
    assert page(atasan, one).count("Membetulkan putusan Komisi Informasi") == 1
    stale = does(atasan, one, "betul", **{**BETUL, "amar": "Lain.", "versi": "1"})
    assert stale.status_code == 409
    with pytest.raises(Overtaken):
        said = replace(after.putusan, amar="Lain.")
        sengketa_betul.correct(june, atasan.hadir, one.id, 1, said, "Contoh")
    assert does(atasan, one, "tahap", tahap="selesai").status_code == 303
    with pytest.raises(PutusanTidakSah, match="tahap selesai, jadi putusannya tidak dapat"):
        sengketa_betul.correct(june, atasan.hadir, one.id, after.versi, one.putusan, "Contoh")


def test_a_correction_keeps_the_test_that_was_ordered_and_takes_a_scan_that_came_later(
    june: RealHouse, atasan: Orang
) -> None:
    one = ruled(june, atasan, akibat="uji_ulang", butir="Laporan contoh")
    scan = {"file": (io.BytesIO(b"Contoh putusan"), "putusan.txt")}
    told = {**BETUL, "akibat": "uji_ulang"}
    assert does(atasan, one, "betul", **told, **scan).status_code == 303
    after = kept(june, one)
    assert after.berkas == one.berkas
    assert after.putusan.file
    assert f'href="/file/{after.putusan.file}' in page(atasan, one)
    assert does(atasan, one, "betul", **{**told, "amar": "Lain."}).status_code == 303
    assert kept(june, one).putusan.file == after.putusan.file, "without another it stays"
    other = does(atasan, one, "betul", **{**BETUL, "akibat": "membuka"})
    assert other.status_code == 422
    with june.ledger.read() as reading:
        [berkas] = reading.find(Berkas)
    assert berkas.id == one.berkas


def test_a_ruling_out_of_mediation_has_no_term_to_reject_and_its_page_says_why(
    june: RealHouse, atasan: Orang
) -> None:
    one = filed(june, atasan.hadir)
    assert does(atasan, one, "tahap", tahap="mediasi", pada="").status_code == 303
    form = page(atasan, one)
    assert 'value="mediasi" checked' in form, "the likely stage is chosen"
    assert does(atasan, one, "putusan", **{**TOLD, "dari": "mediasi"}).status_code == 303

    after = kept(june, one)
    assert after.batas_putusan is None
    said = page(atasan, one)
    assert "UU 14 Tahun 2008 Pasal 39" in said
    assert "Tidak dapat ditolak; langsung dilaksanakan" in said
    assert "Pasal 48 ayat (1)" not in said.partition("Betulkan putusan")[0]
    assert "Kita menolak putusan" not in said
    assert "Laksanakan putusan 7/PTSN-CONTOH/2026, lalu tandai selesai" in (
        atasan.client.get("/pengingat").text
    )
    with pytest.raises(PutusanTidakSah, match="final dan mengikat"):
        sengketa_betul.reject(june, atasan.hadir, one.id, after.versi, SEPULUH, "")
    for day in (date(2026, 7, 20), date(2027, 1, 4)):
        on(june, day)
        assert "lewat" not in atasan_again(june, day).client.get("/sengketa").text


def atasan_again(june: RealHouse, day: date) -> Orang:
    """Somebody who came in on that day."""
    return officer(june, f"atasan{day:%m%d}", "atasan_ppid")


def test_a_rejection_ends_the_reminder_and_is_shown_until_it_is_taken_back(
    june: RealHouse, atasan: Orang
) -> None:
    one = ruled(june, atasan)
    ruled(june, atasan, "2/KI/2026", nomor="8/PTSN-CONTOH/2026")
    on(june, date(2026, 7, 3))
    who = atasan_again(june, date(2026, 7, 3))
    assert who.client.get("/pengingat").text.count("Laksanakan putusan") == 2
    for wrong, why in (
        ("2026-06-09", "Tanggal surat penolakan harus di antara"),
        ("2026-07-02", "Hari terakhir menolak putusan ini Rabu, 1 Juli 2026"),
    ):
        assert why in does(who, one, "tolak", ditolak=wrong).text
    assert "harus di antara" in does(who, one, "tolak", ditolak="2026-06-01").text
    for _ in range(2):
        assert does(who, one, "tolak", ditolak="2026-06-30").status_code == 303

    said = page(who, one)
    assert "Ditolak Selasa, 30 Juni 2026, menunggu pengadilan" in said
    assert said.count("Mencatat penolakan putusan Komisi Informasi") == 1
    reminded = who.client.get("/pengingat").text
    assert reminded.count("Laksanakan putusan") == 1
    assert "Putusan tetap, laksanakan: 1" in reminded
    assert "Lewat tenggat:" not in reminded
    listed = who.client.get("/sengketa").text
    assert "menunggu pengadilan" in listed
    assert "Putusan tetap; laksanakan" in listed
    assert "lewat" not in listed
    for more in ({"dari": "mediasi"}, {"akibat": "menolak"}, {"tanggal": "2026-06-08"}):
        answer = does(who, one, "betul", **{**BETUL, **more})
        assert answer.status_code == 422, "the rejection would be void: it is taken back first"
    assert does(who, one, "betul", **BETUL).status_code == 303
    bare = does(who, one, "tolak", ditolak="", alasan="")
    assert "Tulis alasannya" in bare.text
    assert does(who, one, "tolak", ditolak="", alasan="Tidak jadi, contoh").status_code == 303
    assert kept(june, one).putusan.ditolak == ""
    assert "Putusan tetap; laksanakan" in page(who, one)


def test_only_who_keeps_disputes_corrects_or_rejects(june: RealHouse, atasan: Orang) -> None:
    one = ruled(june, atasan)
    tim = officer(june, "tim", "tim_sekretariat")
    for apa, more in (("betul", BETUL), ("tolak", {"ditolak": "2026-06-11"})):
        assert does(tim, one, apa, **more).status_code == 403
    won = ruled(june, atasan, "3/KI/2026", akibat="menolak")
    assert "Kita menolak putusan" not in page(atasan, won)
    with pytest.raises(PutusanTidakSah, match="kantor tidak perlu menolaknya"):
        sengketa_betul.reject(june, atasan.hadir, won.id, won.versi, SEPULUH, "")
    assert kept(june, one) == one


def test_the_pages_of_rulings_are_sound(june: RealHouse, win, tmp_path: Path) -> None:
    who = with_password(june, "atasan", "atasan_ppid")
    about = [filed(june, who, f"{n}/KI/2026") for n in range(3)]
    with june.ledger.begin() as tx:
        for n, one in enumerate(about):
            said = Putusan("7/PTSN-CONTOH/2026", "2026-06-08", "Membuka laporan contoh.", "membuka")
            more = {"dari": "mediasi" if n == 2 else "ajudikasi"}
            more |= {"ditolak": "2026-06-08"} if n == 1 else {}
            last = None if n == 2 else date(2026, 6, 29)
            after = replace(one, tahap="putusan", putusan=replace(said, **more), batas_putusan=last)
            tx.save(one, after)
        line = june.perkara.trail(about[0])[0]
        tx.note(replace(line, perbuatan="sengketa_diputus"))
    ways = [*(f"/sengketa/{one.id}" for one in about), "/sengketa"]
    with served(create_app(june)) as alamat:
        come_in(win.page, alamat, who.orang.nama_masuk)
        for n, way in enumerate(ways):
            win.page.goto(alamat + way)
            win.page.locator("main details").evaluate_all("x => x.forEach(y => y.open = true)")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"putusan-{n}-{width}.png", full_page=True)
            sound(win)
    win.quiet()
