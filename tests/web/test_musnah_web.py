"""A matter that was destroyed says so wherever it can still be reached, and leads nowhere dead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from service.acts.berkas import henti
from service.acts.berkas.henti import Minta
from service.acts.kiriman import disposisi, nomor_daftar, putusan
from service.acts.kiriman.disposisi import Perintah
from service.acts.monev import pilih
from service.domain.arsip.arsip import DISERAHKAN, Arsip, ArsipPergi
from service.domain.arsip.kenangan import ArsipMusnah
from service.domain.catatan import MESIN, Catatan
from service.domain.disposisi import Disposisi
from service.domain.ketetapan import Ketetapan
from service.domain.kiriman import Kiriman
from service.domain.wewenang import PERAN
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Jam
from tests.musnah import KETIKAN, KINI, NOMOR_BA, Musnah
from tests.office import INSTANSI
from tests.web.rumah_web import on_the_clock, rumah_web, with_password
from tests.web.test_pintu import csrf, log_in

KATA = "Arsip berkas ini sudah dimusnahkan pada 20 November 2026 dengan berita acara nomor " + (
    NOMOR_BA
)
BARIS = f"arsipnya dimusnahkan pada 20 November 2026, berita acara nomor {NOMOR_BA}"
BIASA = {"n": "1", "apa": "x", "bagian": "terbuka"}
TAUTAN = re.compile(r'(?:href|src|hx-get)="(/[^"]*)"')
HALAMAN = ("/berkas/{berkas_id}", "/berkas/{berkas_id}/jilid", "/naskah/{naskah_id}")
HALAMAN += ("/kiriman/{kiriman_id}", "/permohonan/{permohonan_id}", "/arsip/{berkas_id}")
HALAMAN += ("/file/{file_id}/lihat/1", "/berkas/{berkas_id}/tas", "/sengketa/{sengketa_id}")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(KINI))


def addresses(app, told: dict[str, str]) -> Iterator[str]:
    """Every page that names one of these rows."""
    known = {**BIASA, **told}
    for rule in app.url_map.iter_rules():
        named = set(rule.arguments)
        if "GET" in (rule.methods or ()) and named & told.keys() and named <= known.keys():
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda x: known[x[1]], rule.rule)


def test_each_role_is_told_and_led_nowhere_dead(house: RealHouse, tmp_path: Path) -> None:
    app = create_app(house)
    people = {peran: with_password(house, f"orang-{peran}", peran) for peran in PERAN}
    gone = Musnah(house, tmp_path).built([one.orang.id for one in people.values()])

    wrong, told = list[str](), set[str]()
    for peran in people:
        client = app.test_client()
        log_in(client, f"orang-{peran}")
        seen = set[str]()
        for at in [*addresses(app, gone.id), "/cari?kata=musnah", "/register/masuk?tahun=2020"]:
            with client.get(at) as answer:
                if answer.status_code >= 500:
                    wrong.append(f"{peran} {at}: {answer.status_code}")
                if answer.status_code != 200 or answer.mimetype != "text/html":
                    continue
                page = unescape(answer.text)
            if KATA in page or BARIS in page:
                told.add(at)
            elif not at.startswith(("/arsip/usul/", "/cari")):
                wrong.append(f"{peran} {at}: no word of it")
            seen |= {x.partition("#")[0] for x in TAUTAN.findall(page)}
        for at in seen:
            if any(id_ in at for id_ in gone.id.values()):
                with client.get(at) as answer:
                    if answer.status_code >= 400:
                        wrong.append(f"{peran} dead link {at}: {answer.status_code}")

    assert not wrong, "\n".join(wrong)
    assert {at.format(**gone.id) for at in HALAMAN} <= told


def test_who_asks_for_its_bytes_is_told_why_there_are_none(
    house: RealHouse, tmp_path: Path
) -> None:
    oleh = with_password(house, "tim", "tim_sekretariat", "ppid", "pengelola_arsip")
    gone = Musnah(house, tmp_path).built([oleh.orang.id])
    client = create_app(house).test_client()
    log_in(client, "tim")
    for at in (
        "/file/{file_id}",
        "/file/{file_id}/halaman/1",
        "/naskah/{naskah_id}/pdf",
        "/naskah/{naskah_id}/docx",
        "/naskah/{naskah_id}/xlsx",
        "/naskah/{naskah_id}/halaman/1",
        "/berkas/{berkas_id}/tas/{tas_id}",
    ):
        answer = client.get(at.format(**gone.id))
        assert (at, answer.status_code) == (at, 410)
        assert KATA in unescape(answer.text)


def test_what_was_typed_into_its_papers_is_shown_nowhere_any_more(
    house: RealHouse, tmp_path: Path
) -> None:
    with_password(house, "tim", *(x for x in PERAN if x != "administrator"))
    gone = Musnah(house, tmp_path).built()
    client = create_app(house).test_client()
    log_in(client, "tim")
    lines = [x for x in house.lists.jurnal(INSTANSI, 10_000, 1_000) if x.ubahan]
    assert any(x.jenis == "naskah" for line in lines for x in line.ubahan)

    told = client.get(f"/api/v1/naskah/{gone.id['naskah_id']}")
    assert (told.status_code, told.json["isian"]) == (200, {})
    assert "M-1/2020" in told.text
    for at in (
        *addresses(client.application, gone.id),
        *(f"/jurnal/{INSTANSI}/{x.urut}" for x in lines),
        "/jurnal",
        "/register/keluar?tahun=2020",
        "/cari?kata=ketikan",
    ):
        with client.get(at) as answer:
            said = unescape(answer.data.decode("utf-8", "replace"))
            assert (at, KETIKAN in said) == (at, False)


def test_who_asks_to_have_it_bound_is_told_why_it_cannot_be(
    house: RealHouse, tmp_path: Path
) -> None:
    with_password(house, "tim", "tim_sekretariat", "atasan_ppid")
    gone = Musnah(house, tmp_path).built()
    client = create_app(house).test_client()
    log_in(client, "tim")
    for at in (
        "/sengketa/{sengketa_id}/bundel",
        "/sengketa/{sengketa_id}/bundel/tertutup",
        "/berkas/{berkas_id}/dossier",
    ):
        told = {"tanda": house.new_id(), "cetak": "satu", "alasan": "Sidang contoh."}
        at = at.format(**gone.id)
        answer = client.post(at, data={"csrf": csrf(client.get("/akun")), **told})
        assert (at, answer.status_code) == (at, 410)
        assert KATA in unescape(answer.text)


def test_who_may_not_see_it_is_not_told_that_it_was_there(house: RealHouse, tmp_path: Path) -> None:
    with_password(house, "lain", "petugas", unit="biro_umum")
    gone = Musnah(house, tmp_path).built()
    client = create_app(house).test_client()
    log_in(client, "lain")
    for at in addresses(client.application, gone.id):
        with client.get(at) as answer:
            assert answer.status_code < 500
            assert NOMOR_BA not in answer.text


@pytest.mark.parametrize("register", ["masuk", "keluar", "permohonan", "keberatan"])
def test_its_line_in_a_register_says_so(house: RealHouse, tmp_path: Path, register: str) -> None:
    with_password(house, "tim", "tim_sekretariat", "petugas")
    Musnah(house, tmp_path).built()
    client = create_app(house).test_client()
    log_in(client, "tim")

    assert BARIS in unescape(client.get(f"/register/{register}?tahun=2020").text)
    if register in ("masuk", "keluar"):
        assert BARIS in client.get(f"/register/{register}/csv?tahun=2020").text


def test_what_a_search_still_finds_of_it_says_so_and_opens_no_page_of_it(
    house: RealHouse, tmp_path: Path
) -> None:
    with_password(house, "tim", "tim_sekretariat", "petugas")
    gone = Musnah(house, tmp_path).built(erased=False)
    client = create_app(house).test_client()
    log_in(client, "tim")

    page = unescape(client.get("/cari?kata=katamusnah").text)

    assert page.count(BARIS) == 2
    assert f'href="/kiriman/{gone.id["kiriman_id"]}"' in page
    assert f'href="/naskah/{gone.id["naskah_id"]}"' in page
    assert "/lihat/" not in page


def test_nothing_is_begun_again_with_it(house: RealHouse, tmp_path: Path) -> None:
    kepala = with_password(house, "tim", "ppid", "tim_sekretariat", "petugas")
    gone = Musnah(house, tmp_path).built()
    client = create_app(house).test_client()
    log_in(client, "tim")

    with pytest.raises(ArsipPergi):
        henti.reopen(house, kepala, Minta(gone.id["berkas_id"], 2, "Ada yang kurang."))
    with pytest.raises(ArsipMusnah):
        disposisi.send(house, kepala, gone.id["kiriman_id"], Perintah(("peran/petugas",)))

    sheet = gone.new("disposisi_id")
    told = (gone.id["kiriman_id"], INSTANSI, MESIN, "", "peran", "petugas", "Petugas")
    gone.add(Disposisi(sheet, *told, house.clock.now()))
    letter, file = gone.id["kiriman_id"], gone.id["file_id"]
    with house.ledger.read() as reading:
        came = reading.get(Kiriman, letter)
    for act in (
        lambda: putusan.confirm(house, kepala, letter, came.versi, Ketetapan("surat_masuk")),
        lambda: putusan.put_aside(house, kepala, letter, came.versi, "Tidak jadi."),
        lambda: putusan.again(house, kepala, letter, came.versi),
        lambda: nomor_daftar.give(house, kepala, letter, came.versi),
        lambda: pilih.file(house, kepala, pilih.Tempat(INSTANSI, "x"), file),
        lambda: disposisi.pass_on(house, kepala, sheet, 1, Perintah(("peran/petugas",))),
    ):
        with pytest.raises(ArsipMusnah):
            act()

    for at, offered in (
        ("/berkas/{berkas_id}", "Buka kembali"),
        ("/kiriman/{kiriman_id}", "Ubah keterangan"),
        ("/kiriman/{kiriman_id}/disposisi", "Kirim disposisi"),
        ("/file/{file_id}/lihat/1", "unduh filenya"),
        ("/arsip/{berkas_id}", "Belum terhitung"),
    ):
        answer = client.get(at.format(**gone.id))
        assert (at, answer.status_code) == (at, 200)
        assert offered not in unescape(answer.text)


def test_what_was_handed_over_is_not_opened_again_either(house: RealHouse, tmp_path: Path) -> None:
    kepala = with_password(house, "tim", "ppid")
    kept = Musnah(house, tmp_path)
    kept.built(erased=False)
    with house.ledger.begin() as tx:
        arsip = tx.get(Arsip, kept.id["berkas_id"])
        tx.save(arsip, replace(arsip, keadaan=DISERAHKAN, versi=arsip.versi + 1))
        tx.note(Catatan(arsip.instansi, MESIN, "contoh", house.clock.now()))

    with pytest.raises(ArsipPergi, match="diserahkan"):
        henti.reopen(house, kepala, Minta(kept.id["berkas_id"], 2, "Ada yang kurang."))
