"""Archives at the pages: a schedule is taken in, a matter gets its code, a list goes its way."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from flask.testing import FlaskClient
from PIL import Image, ImageDraw
from sqlalchemy import event

from service.acts.arsip import usul
from service.acts.arsip.usul import Susun
from service.domain.arsip.arsip import DIMUSNAHKAN
from service.domain.arsip.jadwal_pakai import JadwalArsip
from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.tempat import Tempat
from service.domain.arsip.usul import Persetujuan, Usul
from service.domain.berkas import Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import Naskah
from service.web.app import create_app
from tests.acts.arsip import JRA, KantorArsip, kantor_arsip
from tests.acts.perkara import KODE, UNIT
from tests.kantor import SANDI, Kantor
from tests.papers import UMUM
from tests.web.test_edisi_web import send

JADWAL = f"/arsip/jadwal/{KODE}"
ACARA = "berita_acara_pemusnahan"


@pytest.fixture
def dinas(kantor: Kantor, tmp_path: Path) -> KantorArsip:
    return kantor_arsip(kantor, tmp_path)


def client(it: KantorArsip, peran: str) -> FlaskClient:
    """Somebody with this peran, who is in."""
    who = it.oleh(peran)
    one = create_app(it.kantor).test_client()  # type: ignore[arg-type]
    one.environ_base["REMOTE_ADDR"] = f"192.0.2.{len(it.orang)}"
    one.get("/masuk")
    csrf = one.get_cookie("berkas-awal")
    assert csrf
    told = {"csrf": csrf.value, "nama_masuk": who.orang.nama_masuk, "sandi": SANDI}
    assert one.post("/masuk", data=told).status_code in (302, 303)
    return one


def test_a_schedule_is_read_with_every_fault_and_put_in_force_by_a_head(
    dinas: KantorArsip,
) -> None:
    keeper, head = client(dinas, "pengelola_arsip"), client(dinas, "ppid")

    def sent(text: str) -> object:
        file = (io.BytesIO(text.encode()), "jra.toml")
        return send(keeper, JADWAL, JADWAL, dasar="Peraturan Contoh Nomor 2", file=file)

    wrong = sent(JRA.replace('"2 tahun"', '"dua"'))
    assert (wrong.status_code, "baris 5: Retensi aktif" in wrong.text) == (422, True)
    assert sent(JRA).status_code == 303
    with dinas.kantor.ledger.read() as reading:
        [draft] = reading.find(JadwalArsip, keadaan="dimuat")
    at = f"{JADWAL}/{draft.id}/berlakukan"
    assert send(keeper, JADWAL, at, alasan="").status_code in (403, 404)
    assert send(head, JADWAL, at, alasan="", versi=draft.versi).status_code == 303
    page = keeper.get(JADWAL).text
    assert "Peraturan Contoh Nomor 2" in page
    assert "aktif 2 tahun, inaktif 3 tahun, musnah" in page


def test_a_closed_matter_gets_its_code_its_place_and_a_hold_at_its_page(
    dinas: KantorArsip,
) -> None:
    keeper, head = client(dinas, "pengelola_arsip"), client(dinas, "ppid")
    one, box = dinas.closed(judul="Perkara yang lama"), dinas.box()
    at = f"/arsip/{one}"
    assert f'href="{at}"' in keeper.get("/arsip").text
    assert send(keeper, at, f"{at}/kode", kode="ZZ").status_code == 422
    assert send(keeper, at, f"{at}/kode", kode="hm.01").status_code == 303
    paper = {"tempat": box, "jumlah": "2", "satuan": "map", "kondisi": "", "tingkat": ""}
    assert send(keeper, at, f"{at}/letak", **paper).status_code == 303
    held = send(keeper, at, f"{at}/tahan", sebab="perkara", alasan="Perkara 12 contoh")
    assert held.status_code == 303
    page = keeper.get(at).text
    assert "lemari 2, boks 14" in page
    assert "Ditahan" in page
    assert "Retensi habis" in page
    assert "Lepas penahanan" in page
    assert keeper.get(f"/arsip/l/{one}").status_code == 303
    hold = re.search(r'<option value="([a-z2-7]{26}\.\d+)"', head.get(at).text)
    assert hold
    lifted = send(head, at, f"{at}/lepas", penahanan=hold[1], alasan="Selesai contoh")
    assert lifted.status_code == 303
    assert "Dilepas" in head.get(at).text
    assert "HM.01" in head.get("/arsip?kode=HM&tahap=habis").text
    assert head.get("/arsip?tahap=entah&sesudah=rusak").status_code == 200


def test_a_list_goes_from_its_draft_to_its_berita_acara(dinas: KantorArsip) -> None:
    one = dinas.coded(judul="Perkara yang lama")
    keeper, head = client(dinas, "pengelola_arsip"), client(dinas, "atasan_ppid")
    new = f"/arsip/usul/baru/{KODE}/pemusnahan"
    assert "Perkara yang lama" in keeper.get(new).text
    assert send(keeper, new, new, judul="Usul contoh", arsip=one).status_code == 303
    with dinas.kantor.ledger.read() as reading:
        [made] = reading.find(Usul)
    at = f"/arsip/usul/{made.id}"
    assert "Usul contoh" in keeper.get("/arsip/usul").text
    second = dinas.coded(judul="Perkara lain")
    page = keeper.get(at).text
    assert re.search(rf'value="{one}"[^>]*checked', page)
    assert re.search(rf'value="{second}"(?![^>]*checked)', page)
    assert send(keeper, at, f"{at}/ubah", arsip=second).status_code == 303
    assert send(keeper, at, f"{at}/ubah", arsip=one).status_code == 303
    assert send(keeper, at, f"{at}/ajukan").status_code == 303
    assert "Setujui usul" not in keeper.get(at).text
    printed = head.get(f"{at}/cetak").text
    assert "Daftar arsip usul musnah" in printed
    assert "Perkara yang lama" in printed
    assert "Panitia penilai arsip" in printed
    assert "Menunggu persetujuan".lower() in printed
    assert client(dinas, "unit").get(f"{at}/cetak").status_code in (403, 404)
    assert head.get(f"/arsip/usul/{'a' * 26}/cetak").status_code == 404
    letter = {"oleh": "Gubernur Contoh", "nomor": "1/2026", "tanggal": "2026-11-02"}
    assert send(head, at, f"{at}/setujui", **letter, pertimbangan="").status_code == 422
    assert send(head, at, f"{at}/setujui", **letter, pertimbangan="4/PPA").status_code == 303
    assert "Catat pelaksanaan" not in head.get(at).text
    done = {"tanggal": "2026-11-20", "naskah": f"/naskah/{dinas.signed()}"}
    assert send(keeper, at, f"{at}/laksanakan", **done, saksi="Satu saja").status_code == 422
    assert send(keeper, at, f"{at}/laksanakan", **done, saksi="Satu\nDua").status_code == 303
    assert dinas.now(one).keadaan == DIMUSNAHKAN
    assert "Sedang dihapus dari simpanan" in keeper.get(at).text
    assert "Dimusnahkan" in keeper.get(f"/arsip/{one}").text
    assert send(keeper, at, f"{at}/entah").status_code == 404


def test_the_page_of_a_list_offers_a_corrected_berita_acara_beside_the_bound_one(
    dinas: KantorArsip,
) -> None:
    room = dinas.kantor.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755, parents=True, exist_ok=True)
    for end in ("toml", "docx"):
        (room / f"{ACARA}.{end}").write_bytes((UMUM / f"{ACARA}.{end}").read_bytes())
    keeper, head = client(dinas, "pengelola_arsip"), dinas.oleh("atasan_ppid")
    asked = Susun(dinas.kantor.new_id(), KODE, "", BUANG, "Usul contoh", (dinas.coded(),))
    made = usul.compose(dinas.kantor, dinas.oleh(), asked)
    put = usul.put_forward(dinas.kantor, dinas.oleh(), made.id, made.versi)
    letter = Persetujuan("Gubernur Contoh", "1/2026", date(2026, 11, 2), "4/PPA/X/2026")
    usul.approve(dinas.kantor, head, put.id, put.versi, letter)
    at = f"/arsip/usul/{made.id}"
    assert send(keeper, at, f"{at}/naskah", jenis=ACARA).status_code == 303
    assert "dijilid di sampingnya" not in keeper.get(at).text
    with dinas.kantor.ledger.begin() as tx:
        [paper] = tx.find(Naskah)
        tx.save(paper, replace(paper, keadaan=TERIKAT))
        matter = tx.get(Berkas, paper.berkas)
        tx.save(matter, bound(matter, "d" * 64))
        tx.note(Catatan(KODE, MESIN, "berkas_diarsipkan", dinas.kantor.clock.now(), matter.id))
    assert "dijilid di sampingnya" in keeper.get(at).text

    assert send(keeper, at, f"{at}/naskah", jenis=ACARA).status_code == 303

    page = keeper.get(at).text
    assert page.count('href="/naskah/') == 2
    assert ("Diarsipkan" in page, "Konsep" in page) == (True, True)


def test_paper_is_lent_at_its_page_and_a_box_is_gone_through_by_its_labels(
    dinas: KantorArsip,
) -> None:
    keeper, one, box = client(dinas, "pengelola_arsip"), dinas.coded(), dinas.box()
    dinas.lay(one, box)
    at, places = f"/arsip/{one}", f"/arsip/tempat/{KODE}"
    who = dinas.oleh("ppid").orang.nama_masuk
    loan = {"sampai": "2026-11-28", "keperluan": "Menjawab pemeriksa contoh"}
    assert send(keeper, at, f"{at}/pinjam", **loan, peminjam="entah").status_code == 422
    assert send(keeper, at, f"{at}/pinjam", **loan, peminjam=who).status_code == 303
    assert "sampai 28 November 2026" in keeper.get(at).text
    assert send(keeper, at, f"{at}/perpanjang", sampai="2027-01-28").status_code == 422
    assert send(keeper, at, f"{at}/perpanjang", sampai="2026-12-05").status_code == 303
    assert "diperpanjang 1 kali" in keeper.get(at).text
    assert send(keeper, at, f"{at}/kembali", kondisi="baik").status_code == 303
    page = f"{places}/{box}"
    assert "<svg" in keeper.get(page).text
    lines = f"https://ppid.contoh.go.id/arsip/l/{one}\nasing"
    assert send(keeper, page, f"{page}/opname", label=lines).status_code == 303
    assert "Ada di tempatnya" in keeper.get(page).text
    assert send(keeper, page, f"{page}/tutup").status_code == 422
    room = send(keeper, places, places, macam="ruang", nama="Baru", induk="")
    assert room.status_code == 303
    assert "Ruang Baru" in keeper.get(places).text
    shelf = {"macam": "ruang", "nama": "Ruang unit", "induk": "", "unit": UNIT}
    assert send(keeper, places, places, **shelf).status_code == 303
    with dinas.kantor.ledger.read() as reading:
        assert [x.unit for x in reading.find(Tempat, nama="Ruang unit")] == [UNIT]


def test_who_may_not_see_a_matter_finds_no_archive_and_no_list(dinas: KantorArsip) -> None:
    one = dinas.closed(judul="Perkara tertutup", rahasia=True)
    petugas = client(dinas, "petugas")
    assert petugas.get(f"/arsip/{one}").status_code == 404
    assert "Perkara tertutup" not in petugas.get("/arsip").text
    assert petugas.get("/arsip/usul").status_code == 403


def test_the_list_asks_the_ledger_no_more_for_more_archives(dinas: KantorArsip) -> None:
    keeper = client(dinas, "pengelola_arsip")

    def asked() -> int:
        seen = list[str]()

        def note(*told: object) -> None:
            seen.append(str(told[2]))

        engine = dinas.kantor.ledger.reader
        event.listen(engine, "before_cursor_execute", note)
        assert keeper.get("/arsip").status_code == 200
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    dinas.coded()
    few = asked()
    for _ in range(4):
        dinas.coded()
        dinas.closed()
    assert asked() == few


def test_the_register_is_taken_along_in_open_forms_by_who_keeps_it(dinas: KantorArsip) -> None:
    one = dinas.coded(judul="Perkara yang lama")
    keeper, petugas = client(dinas, "pengelola_arsip"), client(dinas, "petugas")
    at = f"/arsip/daftar/{KODE}"
    assert f'href="{at}/xml"' in keeper.get("/arsip").text
    answer = keeper.get(f"{at}/csv")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="arsip-{KODE}.csv"'
    assert one in answer.text and "Perkara yang lama" in answer.text
    assert f"<nomor_arsip>{one}</nomor_arsip>" in keeper.get(f"{at}/xml").text
    assert keeper.get(f"{at}/pdf").status_code == 404
    assert petugas.get(f"{at}/csv").status_code == 403


def test_the_first_page_of_the_day_names_the_list_that_waits_for_a_head(dinas: KantorArsip) -> None:
    head = client(dinas, "atasan_ppid")
    asked = Susun(dinas.kantor.new_id(), KODE, "", BUANG, "Usul contoh", (dinas.coded(),))
    made = usul.compose(dinas.kantor, dinas.oleh(), asked)
    usul.put_forward(dinas.kantor, dinas.oleh(), made.id, made.versi)
    page = head.get("/").text
    assert "Putuskan usul pemusnahan" in page
    assert f"/arsip/usul/{made.id}" in page


def pictured(svg: str) -> Image.Image:
    """A QR of the page as a printer puts it on paper, eight dots to a module."""
    [wide], [scale] = re.findall(r'viewBox="0 0 (\d+)', svg), re.findall(r"scale\((\d+)\)", svg)
    side, dots = int(wide) // int(scale), 8
    page = Image.new("L", (side * dots, side * dots), 255)
    pen, x, y = ImageDraw.Draw(page), 0.0, 0.0
    [path] = re.findall(r'<path stroke="#000" d="([^"]+)"', svg)
    for what, over, down in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", path):
        if what == "h":
            top = (y - 0.5) * dots
            pen.rectangle((x * dots, top, (x + float(over)) * dots - 1, top + dots - 1), fill=0)
        x = float(over) + (0 if what == "M" else x)
        y = float(down or 0) + (0 if what == "M" else y)
    return page


def test_what_a_reader_takes_off_a_label_is_known_at_the_stock_taking(dinas: KantorArsip) -> None:
    keeper, one, box = client(dinas, "pengelola_arsip"), dinas.coded(), dinas.box()
    dinas.lay(one, box)
    page = f"/arsip/tempat/{KODE}/{box}"
    [svg] = re.findall(r"<svg[^>]*class=\"qr\".*?</svg>", keeper.get(page).text, re.DOTALL)
    [read] = [found.text for found in zxingcpp.read_barcodes(pictured(svg))]
    assert read == f"{dinas.kantor.url}/arsip/l/{one}"
    assert send(keeper, page, f"{page}/opname", label=read).status_code == 303
    assert "Ada di tempatnya" in keeper.get(page).text
