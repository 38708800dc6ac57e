"""An SOP file is read whole, or every fault in it is told at its line."""

from __future__ import annotations

import pytest

from service.domain.kesalahan import Kesalahan
from service.domain.sop.baca import TERBANYAK, read_text
from service.domain.sop.bahan import Bahan, read_bahan
from service.domain.sop.bentuk import Sop

BAHAN = {
    one: Bahan(one, one.title(), wujud, cukup)
    for one, wujud, cukup in (
        ("surat", "kiriman", "didaftar"),
        ("memo", "naskah", "ditandatangani"),
        ("sk", "naskah", "ditandatangani"),
        ("nomor_register", "nomor", "diberikan"),
        ("dip", "edisi", "terbit"),
    )
}
HEAD = """
nama = "SOP Contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
kepala = { sebutan = "Kepala Dinas Contoh", peran = "atasan_ppid", kelompok = "PPID" }
"""

TAHAP = """[[langkah.tahap]]
kegiatan = "Menyusun contoh"
pelaksana = ["kepala"]
[[langkah.tahap]]
kegiatan = "Memeriksa contoh"
pelaksana = ["kepala"]
"""


def row(**more: str) -> str:
    told = {"kegiatan": '"Mengerjakan contoh"', "pelaksana": '["tim_sekretariat"]', **more}
    return "[[langkah]]\n" + "".join(f"{key} = {value}\n" for key, value in told.items())


def read(*rows: str, head: str = HEAD) -> tuple[Sop | None, list[Kesalahan]]:
    return read_text("contoh", "contoh.toml", head + "\n".join(rows), BAHAN, {"rapat"})


def why(*rows: str, head: str = HEAD) -> str:
    one, found = read(*rows, head=head)
    assert one is None
    return "\n".join(str(fault) for fault in found)


def good(*rows: str) -> Sop:
    one, found = read(*rows)
    assert one, found
    return one


def test_rows_are_numbered_as_in_the_table_and_inferred_ones_are_not_counted() -> None:
    sop = good(row(), row(id='"antara"', tafsir="true"), row(waktu='"1 jam"'))

    assert [(one.nomor, one.id) for one in sop.langkah] == [(1, "1"), (0, "antara"), (2, "2")]
    assert [one.tafsir for one in sop.langkah] == [False, True, False]
    assert len(sop.resmi) == 2
    assert sop.row("2").waktu.jumlah == 60


def test_columns_of_actors_keep_their_order_names_and_peran() -> None:
    sop = good(row())

    assert [(x.sebutan, x.peran, x.kelompok) for x in sop.pelaksana] == [
        ("Tim Sekretariat", "tim_sekretariat", ""),
        ("Kepala Dinas Contoh", "atasan_ppid", "PPID"),
    ]


def test_what_a_row_makes_itself_is_not_waited_for() -> None:
    sop = good(row(kelengkapan='["surat", "memo"]', keluaran='["memo"]'))

    assert [one.bahan for one in sop.row("1").dinanti] == ["surat"]


def test_a_decision_has_more_than_one_way() -> None:
    sop = good(row(), row(cabang='{ ya = "berikut", tidak = "1" }'), row())

    assert [one.keputusan for one in sop.langkah] == [False, True, False]


def test_outcomes_of_a_butir_choose_the_rows_after_it() -> None:
    sop = good(
        row(untuk='"butir"', cabang='{ terbuka = "berikut", tertutup = "berikut" }'),
        row(hanya='["terbuka"]', keluaran='["dip"]'),
        row(kelengkapan='[{ bahan = "dip", bila = ["terbuka"] }, "surat"]'),
    )

    assert sop.row("2").hanya == ("terbuka",)
    assert sop.row("3").kelengkapan[0].bila == ("terbuka",)


def test_parts_walk_their_own_rows_in_their_own_order() -> None:
    head = HEAD + (
        '[[bagian]]\nid = "bulanan"\nnama = "Bulanan"\nberkala = "1 bulan"\n'
        '[[bagian]]\nid = "monev"\nnama = "Monev"\nlangkah = ["3", "2"]\n'
    )
    sop, found = read(
        row(bagian='"bulanan"'), row(bagian='"monev"'), row(bagian='"monev"'), head=head
    )

    assert sop, found
    assert [one.id for one in sop.rows("monev")] == ["3", "2"]
    assert sop.part("bulanan").berkala.jumlah == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "SOP belum punya langkah"),
        ((row(pelaksana='["kasir"]'),), "pelaksana 'kasir' tidak dikenal"),
        ((row(bersama='["kasir"]'),), "pelaksana 'kasir' tidak dikenal"),
        ((row(keluaran='["faktur"]'),), "keluaran 'faktur' belum dinyatakan di bahan.toml"),
        ((row(kelengkapan='["faktur"]'),), "kelengkapan 'faktur' belum dinyatakan"),
        ((row(kelengkapan="[3]"),), "Isi kelengkapan harus teks"),
        ((row(cukup='{ memo = "konsep" }'),), "cukup 'memo' bukan kelengkapan atau keluaran"),
        (
            (row(keluaran='["memo"]', cukup='{ memo = "terbit" }'),),
            "cukup 'terbit' tidak dikenal bagi memo. Pilihan: konsep, disetujui",
        ),
        ((row(keluaran='["memo"]', cukup="{ memo = 3 }"),), "memo harus berupa teks"),
        ((row(kelengkapan='"surat"'),), "kelengkapan harus berupa daftar"),
        ((row(id='"a"'), row(id='"a"')), "dipakai lebih dari sekali"),
        ((row(id='"A b"'),), "harus huruf kecil"),
        ((row(id='"selesai"'),), "harus huruf kecil"),
        ((row(tafsir="true"),), "Langkah tafsir perlu id sendiri"),
        ((row(cabang='{ ya = "berikut", tidak = "9" }'),), "menuju langkah '9' yang tidak ada"),
        ((row(cabang='{ ya = "1", tidak = "1" }'),), "tidak ada jalan sampai selesai"),
        (
            (row(), row(cabang='{ ya = "1", tidak = "2" }'), row()),
            "Langkah '3' tidak pernah dicapai",
        ),
        ((row(hanya='["terbuka"]'),), "Hasil 'terbuka' tidak diberikan"),
        ((row(untuk='"butir"'),), "perlu cabang"),
        ((row(untuk='"meja"'),), "untuk 'meja' tidak dikenal"),
        ((row(rujukan='"lain"'),), "SOP 'lain' tidak ada di instansi ini. Yang ada: rapat"),
        ((row(lembar='["catur"]'),), "lembar 'catur' tidak dikenal"),
        ((row(bagian='"x"'),), "bagian 'x' tidak dikenal"),
        (
            (row(untuk='"unit"'), row(), row(untuk='"unit"')),
            "Langkah per unit harus berurutan",
        ),
        (
            (row(kelengkapan='["nomor_register"]'), row(keluaran='["nomor_register"]')),
            "baru dibuat langkah sesudahnya",
        ),
        ((row(kelengkapan='["nomor_register"]'),), "tidak dibuat langkah mana pun"),
        (
            (
                row(cabang='{ ya = "berikut", lompat = "3" }'),
                row(keluaran='["nomor_register"]'),
                row(kelengkapan='["nomor_register"]'),
            ),
            "'nomor_register' dapat terlewat sebelum langkah ini",
        ),
        (
            (row(untuk='"butir"', cabang='{ ya = "berikut", tidak = "selesai" }'), row()),
            "Hasil butir tidak melompat ke 'selesai'",
        ),
        (
            (row(keluaran='["memo"]'), TAHAP),
            "keluaran 'memo' belum disebut keluaran salah satu tahapnya",
        ),
        ((row(kunci='"x"'),), "Kunci 'kunci' tidak dikenal"),
        ((row(tafsir='["waktu"]'),), "tafsir 'waktu' tidak menunjuk isian langkah ini"),
    ],
)
def test_each_fault_is_told_so_that_its_author_can_mend_it(
    rows: tuple[str, ...], said: str
) -> None:
    assert said in why(*rows)


def test_all_faults_are_told_at_once_each_at_its_line() -> None:
    told = why(row(pelaksana='["kasir"]'), row(keluaran='["faktur"]'), row(waktu='"besok"'))

    lines = [line.split(":")[1] for line in told.splitlines()]
    assert len(lines) == 3
    assert len(set(lines)) == 3
    assert "Waktu 'besok' tidak terbaca" in told


def test_an_actor_without_a_known_peran_is_told_how_to_name_it() -> None:
    head = 'nama = "SOP Contoh"\n[pelaksana]\nkasir = "Kasir"\n'

    assert 'tulis kasir = { sebutan = "Kasir", peran = "…" }' in why(row(), head=head)


def test_a_file_that_is_no_toml_is_told_with_its_line() -> None:
    one, found = read_text("contoh", "contoh.toml", 'nama = "a\n', BAHAN)

    assert one is None
    assert found[0].baris == 1


def test_a_table_of_hundreds_of_rows_is_refused_in_words() -> None:
    assert f"paling banyak {TERBANYAK}" in why(*(row() for _ in range(500)))


def test_a_long_table_of_many_returns_is_read_at_once() -> None:
    back = [row(cabang=f'{{ ya = "berikut", tidak = "{n}" }}') for n in range(1, TERBANYAK + 1)]

    assert len(good(*back).langkah) == TERBANYAK


def test_a_thing_counts_from_the_state_it_names() -> None:
    things, found = read_bahan(
        "bahan.toml",
        '[memo]\nnama = "Memorandum"\nwujud = "naskah"\n'
        '[undangan]\nnama = "Undangan"\nwujud = "naskah"\ncukup = "disetujui"\n',
    )

    assert found == []
    assert not things["memo"].is_enough("disetujui")
    assert things["memo"].is_enough("terkirim")
    assert things["undangan"].is_enough("disetujui")
    assert not things["undangan"].is_enough("konsep")
    assert not things["undangan"].is_enough("entah")


def test_a_thing_that_is_declared_wrongly_is_told() -> None:
    _, found = read_bahan(
        "bahan.toml",
        '[memo]\nnama = "M"\nwujud = "kertas"\n[Surat]\nnama = "S"\nwujud = "tanda"\n'
        '[dip]\nwujud = "edisi"\ncukup = "ditandatangani"\n',
    )
    told = "\n".join(str(one) for one in found)

    assert "wujud 'kertas' tidak dikenal" in told
    assert "Nama bahan 'Surat' harus huruf kecil" in told
    assert "cukup 'ditandatangani' tidak dikenal" in told
    assert "nama belum diisi" in told
