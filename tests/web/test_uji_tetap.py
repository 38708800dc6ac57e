"""What is decided and approved on the workbench, and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.house import RealHouse
from tests.domain.test_pengecualian import PENUH
from tests.office import INSTANSI
from tests.web.meja_uji import items, met, put, signed, wrote
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_berkas_web import does


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


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
        signed(house, at, bahan)
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


def test_nothing_is_put_in_behind_a_signed_berita_acara(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = met(tim)
    put(tim, at, "Satu")
    assert "Judul butir, satu baris satu butir" in tim.client.get(f"{at}/uji").text
    signed(house, at, "berita_acara_uji")

    page = tim.client.get(f"{at}/uji").text
    assert "Judul butir, satu baris satu butir" not in page
    assert "Kembalikan berkas ini untuk diuji lagi" in page
    late = put(tim, at, "Butir susulan contoh", tanda="b" * 26)
    assert late.status_code == 409
    assert "Butir susulan contoh" in late.text
    assert "Tidak ada yang ditambahkan" in late.text
    alone = does(tim, at, "butir", tanda="c" * 26, judul="Butir susulan contoh")
    assert alone.status_code == 409
    assert "Tidak ada yang ditambahkan" in alone.text
    assert [one.judul for one in items(house)] == ["Satu"]
