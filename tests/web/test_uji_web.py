"""The workbench: all items of a matter on one page, by keyboard, without script, by several."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts import berkas_baru, berkas_butir, keberatan, putusan_kiriman
from service.acts.berkas_buka import Pembukaan
from service.acts.berkas_butir import put_in_all
from service.acts.permohonan import Masukan
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.kiriman import Kiriman
from service.domain.sengketa import Sengketa
from service.house import RealHouse
from service.web.app import create_app
from tests.domain.test_pengecualian import PENUH
from tests.loket import KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT
from tests.web.browser import DESKTOP, PHONE, Window, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import LEMBAR, brought, does, opened
from tests.web.test_permohonan_web import a_request


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def met(who: Orang, sifat: str = "biasa") -> str:
    """A matter in its meeting; its address."""
    at = opened(who, sifat=sifat)
    brought(who, at, "surat_permohonan", "didaftar")
    does(who, at, "selesai", hasil="uji")
    brought(who, at, "undangan_rapat", "ditandatangani")
    does(who, at, "selesai")
    return at


def put(who: Orang, at: str, daftar: str, tanda: str = "a" * 26):
    sent = {"csrf": who.csrf, "tanda": tanda, "daftar": daftar}
    return who.client.post(f"{at}/uji/tambah", data=sent)


def items(house: RealHouse) -> list[Butir]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Butir), key=lambda one: one.urut)


def wrote(who: Orang, at: str, butir: Butir, **more: str):
    sent = {**LEMBAR, "csrf": who.csrf, "versi": str(butir.versi), **more}
    return who.client.post(f"{at}/butir/{butir.id}", data=sent)


def copied(who: Orang, at: str, dari: Butir, ke: list[Butir], **more: object):
    sent = {"csrf": who.csrf, "dari": dari.id, "apa": ["dasar", "pertimbangan"], **more}
    return who.client.post(
        f"{at}/uji/salin", data={**sent, "pilih": [f"{one.versi}.{one.id}" for one in ke]}
    )


def deeds(house: RealHouse, perbuatan: str) -> list[Catatan]:
    lines = house.lists.jurnal(INSTANSI, 1_000_000, 1000)
    return [one for one in lines if one.perbuatan == perbuatan]


def test_a_pasted_list_becomes_items_once(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    assert "Belum ada butir" in tim.client.get(f"{at}/uji").text
    daftar = "1. Laporan contoh\r\n\r\n2) Daftar saksi\r\n- Berita acara contoh\r\n3\tDenah contoh"
    for _ in range(2):
        assert put(tim, at, daftar).status_code == 303

    names = [one.judul for one in items(house)]
    assert names == ["Laporan contoh", "Daftar saksi", "Berita acara contoh", "Denah contoh"]
    page = tim.client.get(f"{at}/uji").text
    assert "4 butir · 0 lembar lengkap" in page
    assert "0/4" in page
    assert "belum diisi" in page
    assert f'href="{at}/uji">Meja uji' in tim.client.get(at).text


def test_the_501st_item_is_refused_with_all_that_came_with_it(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    assert put(tim, at, "\n".join(f"Butir contoh {n}" for n in range(499))).status_code == 303
    answer = put(tim, at, "Contoh A\nContoh B", "b" * 26)

    assert answer.status_code == 422
    assert "paling banyak 500 butir. Sudah ada 499" in answer.text
    assert "Contoh A\nContoh B" in answer.text
    assert len(items(house)) == 499
    assert put(tim, at, "  \n\n", "c" * 26).status_code == 422
    long = put(tim, at, "Contoh\n" + "x" * 301, "d" * 26)
    assert "Judul ke-2 lebih dari 300 huruf" in long.text


def test_five_hundred_items_stay_fast_and_light(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    daftar = "\n".join(f"Butir contoh nomor {n}" for n in range(500))
    who, id_ = tim.hadir, at.rsplit("/", 1)[1]
    put_in_all(house, who, id_, "e" * 26, daftar)
    first = items(house)[0]
    wrote(tim, at, first, dibuka="Panjang sekali contoh. " * 150)
    assert copied(tim, at, items(house)[0], items(house)[1:]).status_code == 303

    took = []
    for _ in range(3):
        began = time.process_time()
        page = tim.client.get(f"{at}/uji")
        took.append(time.process_time() - began)
    assert page.text.count('name="pilih"') == 500
    assert min(took) < 0.5
    assert len(page.data) < 900_000


def test_laws_and_weighing_go_to_chosen_items_and_each_copy_is_in_the_journal(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua\nTiga")
    one, two, three = items(house)
    wrote(tim, at, one)
    one, two, three = items(house)
    assert copied(tim, at, one, []).status_code == 422
    assert copied(tim, at, one, [one]).status_code == 422
    assert "Isi yang disalin" in copied(tim, at, one, [two], apa=[]).text
    assert "belum berisi" in copied(tim, at, two, [three]).text
    assert copied(tim, at, one, [two, three]).status_code == 303

    _, two, three = items(house)
    assert [x.uji.dasar for x in (two, three)] == [one.uji.dasar] * 2
    assert two.uji.kepatutan == LEMBAR["kepatutan"]
    assert two.uji.uraian == two.uji.kesimpulan == ""
    told = [line.rincian for line in deeds(house, "butir_disalin")]
    assert {line["butir"] for line in told} == {two.id, three.id}
    assert all(line["dari"] == one.id for line in told)


def test_a_copy_takes_nothing_away_unasked_and_nothing_unseen(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua\nTiga")
    one, two, three = items(house)
    wrote(tim, at, one)
    wrote(tim, at, two, huruf="c", dibuka="Akibat lain yang ditulis orang")
    one, seen, three = items(house)

    answer = copied(tim, at, one, [seen, three])
    assert answer.status_code == 422
    assert "Sudah berisi tulisan lain: 2. Dua" in answer.text
    assert f'value="{seen.versi}.{seen.id}" checked' in answer.text
    assert items(house)[2].uji == three.uji
    wrote(tim, at, seen, dibuka="Akibat yang baru saja diubah")
    moved = copied(tim, at, one, [seen], timpa="1")
    assert moved.status_code == 409
    assert "Sudah diubah orang lain" in moved.text
    assert copied(tim, at, one, [items(house)[1]], timpa="1").status_code == 303
    assert items(house)[1].uji.dibuka == LEMBAR["dibuka"]


def test_of_two_who_write_one_worksheet_the_second_keeps_their_words_beside_the_first(
    house: RealHouse,
) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [seen] = items(house)
    assert wrote(tim, at, seen, dibuka="Tulisan orang pertama").status_code == 303
    answer = wrote(dua, at, seen, dibuka="Tulisan orang kedua")

    assert answer.status_code == 409
    assert "Orang lain menyimpan lembar ini lebih dahulu" in answer.text
    assert "Tersimpan sekarang" in answer.text
    assert answer.text.count("Tulisan orang kedua") == 2  # beside the other, and in its field
    assert "Tulisan orang pertama" in answer.text
    assert items(house)[0].uji.dibuka == "Tulisan orang pertama"
    [now] = items(house)
    assert f'name="versi" value="{now.versi}"' in answer.text
    assert wrote(dua, at, now, dibuka="Tulisan orang kedua").status_code == 303
    berkas_butir.take_out(house, tim.hadir, now.id, now.versi + 1, "Contoh salah")
    gone = wrote(dua, at, now, dibuka="Tulisan ketiga")
    assert gone.status_code == 409
    assert "Tulisan ketiga" in gone.text


def test_two_who_write_in_different_fields_lose_nothing(house: RealHouse) -> None:
    tim, dua = officer(house, "tim", "tim_sekretariat"), officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [seen] = items(house)
    page = dua.client.get(f"{at}/butir/{seen.id}").text
    semula = re.search(r'name="semula" value="([^"]+)"', page)[1]
    sent = dict.fromkeys(LEMBAR, "") | {"unit": UNIT, "semula": semula}
    wrote(tim, at, seen, ditutup="Ditulis orang pertama", dibuka="Akibat orang pertama")
    answer = wrote(dua, at, seen, **{**sent, "dibuka": "Akibat orang kedua"})

    assert answer.status_code == 409
    assert "Ditulis orang pertama</textarea>" in answer.text
    assert "Akibat orang kedua</textarea>" in answer.text
    table = answer.text.split('id="banding"')[1].split("</table>")[0]
    assert "Akibat orang pertama" in table
    assert "Ditulis orang pertama" not in table  # both have it


def test_huge_words_and_unknown_letters_are_told_and_kept(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [one] = items(house)
    huge = wrote(tim, at, one, dibuka="x" * 4001)
    assert huge.status_code == 422
    assert "paling banyak 4000 huruf" in huge.text
    assert "x" * 4001 in huge.text
    assert "dari daftar" in wrote(tim, at, one, huruf="k").text
    assert wrote(tim, at, one, dibuka="x" * 3_000_000).status_code == 413
    assert items(house) == [one]


def test_one_goes_from_item_to_item_while_writing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua")
    one, two = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "Butir 1 dari 2" in page
    assert f'rel="next" href="{at}/butir/{two.id}"' in page
    on = wrote(tim, at, one, lanjut="1")
    assert on.location.startswith(f"{at}/butir/{two.id}")
    last = wrote(tim, at, two, lanjut="1")

    assert last.location.startswith(f"{at}/uji")
    assert "2 lembar lengkap" in tim.client.get(f"{at}/uji").text
    assert "4/4 lengkap" in tim.client.get(f"{at}/uji").text
    assert "Tidak ada butir seperti itu" in tim.client.get(f"{at}/uji?tampil=kurang").text


def test_the_workbench_of_a_withheld_matter_is_not_there_for_others(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    at = met(tim, "rahasia")
    put(tim, at, "Rahasia contoh")
    [one] = items(house)

    assert tim.client.get(f"{at}/uji").status_code == 200
    assert unit.client.get(f"{at}/uji").status_code == 404
    assert put(unit, at, "Dua", "f" * 26).status_code == 404
    assert copied(unit, at, one, [one]).status_code == 404
    for apa in ("setujui", "tarik"):
        answer = tim.client.post(f"{at}/uji/{apa}", data={"csrf": tim.csrf, "versi": "1"})
        assert answer.status_code == 403


def test_the_pages_of_a_test_are_for_everybody_and_for_the_keyboard(
    house: RealHouse, tmp_path: Path, win: Window
) -> None:
    with_password(house, "tim", "tim_sekretariat", "atasan_ppid")
    tim = officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Nama saksi dalam laporan pemeriksaan contoh\nDenah ruang arsip contoh\nTiga")
    wrote(tim, at, items(house)[0])
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", f"{at}/uji")
        pages = (f"{at}/uji", f"{at}/butir/{items(house)[0].id}")
        for n, path in enumerate(pages):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"uji{n}-{width}.png", full_page=True)
            sound(win)
        win.page.goto(f"{alamat}{at}/uji")
        box = win.page.get_by_label("Pilih 2. Denah ruang arsip contoh")
        box.focus()
        win.page.keyboard.press("Space")
        win.page.get_by_label("Dari butir").select_option(index=1)
        win.page.get_by_label("Dasar hukum").focus()
        win.page.keyboard.press("Space")
        win.page.get_by_role("button", name="Salin ke butir yang dicentang").focus()
        win.page.keyboard.press("Enter")
        win.page.get_by_text("Isian tersalin ke butir yang dipilih").wait_for()
    assert items(house)[1].uji.dasar == items(house)[0].uji.dasar
    assert re.search(r"1 lembar lengkap", tim.client.get(f"{at}/uji").text)


def test_the_workbench_works_without_script(house: RealHouse, open_window) -> None:
    with_password(house, "tim", "tim_sekretariat")
    tim = officer(house, "dua", "tim_sekretariat")
    at = met(tim)
    page = open_window(script=False).page
    with served(create_app(house)) as alamat:
        come_in(page, alamat, "tim", f"{at}/uji")
        page.get_by_label("Judul butir, satu baris satu butir").fill("1. Satu\n2. Dua\n3. Tiga")
        page.get_by_role("button", name="Tambah butir").click()
        page.get_by_text("Butir dalam daftar Anda sudah ditambahkan.").wait_for()
        page.get_by_role("link", name="1. Satu").click()
        page.get_by_label("Akibat bila dibuka").fill("Akibat contoh bila dibuka")
        page.get_by_role("button", name="Simpan dan ke butir berikutnya").click()
        page.get_by_role("heading", name="Dua", exact=True).wait_for()
        page.get_by_role("link", name="Uji konsekuensi").click()
        page.get_by_label("Pilih 3. Tiga").check()
        page.get_by_label("Dari butir").select_option(label="1. Satu")
        page.get_by_label("Pertimbangan: akibat dibuka").check()
        page.get_by_role("button", name="Salin ke butir yang dicentang").click()
        page.get_by_text("Isian tersalin ke butir yang dipilih").wait_for()
    assert [one.uji.dibuka for one in items(house)] == [
        "Akibat contoh bila dibuka",
        "",
        "Akibat contoh bila dibuka",
    ]


def about(house: RealHouse, who: Orang, kiriman: str) -> str:
    """A matter that a request opened; its address."""
    asked = Pembukaan("k" * 26, INSTANSI, UNIT, "uji_konsekuensi", "Contoh", kiriman=kiriman)
    return f"/berkas/{berkas_baru.open_by(house, who.hadir, asked).id}"


def test_a_matter_that_a_request_opened_proposes_it_and_others_are_picked(
    house: RealHouse,
) -> None:
    came, other = (a_request(house, UNIT) for _ in range(2))
    tim = officer(house, "tim", "tim_sekretariat")
    at = about(house, tim, came.kiriman)
    put(tim, at, "Satu")
    [one] = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert f'value="{came.nomor_daftar}" selected' in page
    assert 'value="permohonan" selected' in page
    assert "permohonan inilah yang membuka berkas ini" in page
    assert one.uji.pemicu == ""  # only proposed

    picked = {"pemicu": "permohonan", "permohonan": other.nomor_daftar}
    assert wrote(tim, at, one, **picked).status_code == 303
    [one] = items(house)
    assert (one.uji.pemicu, one.uji.rujukan) == ("permohonan", other.nomor_daftar)
    both = {**picked, "rujukan": "12/LAIN/2020"}
    assert "jangan keduanya" in wrote(tim, at, one, **both).text
    assert wrote(tim, at, one, pemicu="permohonan", rujukan="12/LAIN/2020").status_code == 303
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "12/LAIN/2020 tidak ada di register" in page
    [one] = items(house)
    wrote(tim, at, one, pemicu="sengketa", rujukan="7/KI-CONTOH/2026", permohonan=came.nomor_daftar)
    assert items(house)[0].uji.rujukan == "7/KI-CONTOH/2026"


def test_a_matter_that_a_ruling_opened_proposes_the_dispute(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    now = house.clock.now()
    came = Masukan(new_kode(), INSTANSI, UNIT, now, KEBERATAN_ISIAN)
    about_ = keberatan.register(house, came)
    with house.ledger.begin() as tx:
        place = (INSTANSI, UNIT, "Komisi Contoh", "7/KI-CONTOH/2026")
        asked = Sengketa("s" * 26, about_.id, "", *place, now.date(), now)
        tx.add(replace(asked, berkas=at.rsplit("/", 1)[1]))
        tx.note(Catatan(INSTANSI, "mesin", "sengketa_dicatat", now, asked.id))
    page = tim.client.get(f"{at}/butir/{items(house)[0].id}").text

    assert 'value="sengketa" selected' in page
    assert 'value="7/KI-CONTOH/2026"' in page
    assert "putusan sengketa inilah" in page


def test_a_withheld_request_is_named_only_in_a_withheld_matter(house: RealHouse) -> None:
    secret, open_ = a_request(house, UNIT), a_request(house, UNIT)
    tim = officer(house, "tim", "tim_sekretariat", "petugas")
    with house.ledger.read() as reading:
        versi = reading.get(Kiriman, secret.kiriman).versi
    putusan_kiriman.secret(house, tim.hadir, secret.kiriman, versi)
    at = about(house, tim, open_.kiriman)
    put(tim, at, "Satu")
    [one] = items(house)
    page = tim.client.get(f"{at}/butir/{one.id}").text

    assert open_.nomor_daftar in page
    assert secret.nomor_daftar not in page
    wrote(tim, at, one, pemicu="permohonan", rujukan=secret.nomor_daftar)
    assert "tidak ada di register, atau Anda" in tim.client.get(f"{at}/butir/{one.id}").text


def test_a_law_that_is_in_doubt_is_told_on_the_worksheet_and_on_the_page_of_the_sop(
    house: RealHouse,
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    [one] = items(house)
    wrote(tim, at, one, huruf="j", lain="UU No. 23 Tahun 2013 Pasal 4")
    page = tim.client.get(f"{at}/butir/{one.id}").text
    assert "Undang-Undang Nomor 23 Tahun 2013 keberlakuannya diragukan" in page
    assert "biro hukum yang memutuskan" in page
    assert items(house)[0].uji.dasar[0].lain == "UU No. 23 Tahun 2013 Pasal 4"
    assert "ada kutipan yang perlu diperiksa" in tim.client.get(f"{at}/uji").text

    sop = tim.client.get(f"/sop/{INSTANSI}/uji_konsekuensi").text
    assert "Kutipan yang perlu diperiksa" in sop
    assert "<b>Peraturan Komisi Informasi Nomor 1 Tahun 2017</b>" in sop


def test_the_head_approves_on_the_workbench_and_takes_it_back(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    head = officer(house, "kepala", "atasan_ppid")
    at = met(tim)
    put(tim, at, "Satu\nDua")
    with house.ledger.begin() as tx:
        for one in tx.find(Butir):
            tx.save(one, replace(one, hasil="dikecualikan", uji=PENUH))
        tx.note(Catatan(INSTANSI, "mesin", "butir_diputus", house.clock.now()))
    page = tim.client.get(f"{at}/uji").text
    assert "2 diusulkan dikecualikan" in page
    assert "Diusulkan dikecualikan" in page
    assert "Setujui pengecualian" not in page
    page = head.client.get(f"{at}/uji").text
    assert "Setujui pengecualian 2 butir" in page
    dilihat = re.search(r'name="dilihat" value="(\w+)"', page)[1]
    sent = {"csrf": head.csrf, "dilihat": dilihat}
    assert head.client.post(f"{at}/uji/setujui", data=sent).status_code == 303
    assert "2 dari 2 butir" in tim.client.get(f"{at}/uji").text
    assert head.client.post(f"{at}/uji/setujui", data=sent).status_code == 404
    for bahan in ("berita_acara_uji", "sk_klasifikasi"):
        _there(house, at, bahan)
    page = tim.client.get(f"{at}/uji").text
    assert "2 dikecualikan" in page
    assert "Diusulkan" not in page
    [one, _] = items(house)
    assert wrote(tim, at, one, dibuka="Contoh lain").status_code in (409, 422)
    gone = {"csrf": head.csrf, "alasan": "Contoh keliru"}
    assert head.client.post(f"{at}/uji/tarik", data={**gone, "alasan": ""}).status_code == 422
    assert head.client.post(f"{at}/uji/tarik", data=gone).status_code == 303
    assert "2 diusulkan dikecualikan" in tim.client.get(f"{at}/uji").text


def test_the_head_decides_all_that_is_ready_with_one_button(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    head = officer(house, "kepala", "atasan_ppid")
    at = met(tim)
    put(tim, at, "Satu\nDua\nTiga")
    one, two, _ = items(house)
    wrote(tim, at, one)
    wrote(tim, at, two, kesimpulan="terbuka", kategori="berkala", huruf="")
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, at.rsplit("/", 1)[1])
        tx.save(berkas, replace(berkas, langkah="penetapan"))
        tx.note(Catatan(INSTANSI, "mesin", "langkah_selesai", house.clock.now(), berkas.id))
    assert "sesuai kesimpulan rapat" not in tim.client.get(f"{at}/uji").text
    page = head.client.get(f"{at}/uji").text
    assert "Tetapkan 2 butir sesuai kesimpulan rapat" in page
    dilihat = re.search(r'name="dilihat" value="(\w+)"', page)[1]
    old = {"csrf": head.csrf, "dilihat": "0" * 32}
    assert head.client.post(f"{at}/uji/putus", data=old).status_code == 409
    sent = {"csrf": head.csrf, "dilihat": dilihat}
    assert head.client.post(f"{at}/uji/putus", data=sent).status_code == 303

    assert [x.hasil for x in items(house)] == ["dikecualikan", "terbuka", ""]
    page = head.client.get(at).text
    assert "Dengan menyelesaikannya Anda menyetujui pengecualian 1 butir." in page
    assert "1 butir belum cukup bukti untuk dikecualikan. Berita acara pengujian" in page
    assert "Persetujuan pimpinan belum dicatat" not in page
    assert "Persetujuan pimpinan belum dicatat" in tim.client.get(at).text
    assert does(head, at, "selesai").status_code == 422


def test_bent_ticks_are_refused_and_break_nothing(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu\nDua")
    one, _ = items(house)
    wrote(tim, at, one)
    for bent in ("9" * 5000 + ".x", f"².{one.id}", "x", "", f"1.{'a' * 26}"):
        sent = {"csrf": tim.csrf, "dari": one.id, "apa": "dasar", "pilih": bent}
        assert tim.client.post(f"{at}/uji/salin", data=sent).status_code in (404, 409, 422)


def _there(house: RealHouse, at: str, bahan: str) -> None:
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(
            Ada(house.new_id(), at.rsplit("/", 1)[1], bahan, "ditandatangani", now, "mesin", "x")
        )
        tx.note(Catatan(INSTANSI, "mesin", "bahan_dicatat", now))
