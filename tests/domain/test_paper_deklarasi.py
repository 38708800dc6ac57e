"""What an author may declare, and what a page says of a declaration that will not do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.kesalahan import grave
from service.domain.paper import read
from service.domain.pasangan_baca import RUAS_TERBANYAK
from service.domain.ruas import KORESPONDENSI, TABEL, TULIS_TANGAN
from tests.domain.naskah_contoh import FILE, KEPALA, SEMUA, undangan, with_ruas

LABEL = ('nama = "hal"', 'label = "Hal"')


def said(text: str) -> list[str]:
    usable, found = read("undangan", text, FILE)
    assert (usable is None) == bool(grave(found))
    return [str(one).removeprefix("contoh/naskah/undangan.toml:") for one in found]


def test_a_declaration_of_every_kind_is_read_without_a_fault() -> None:
    one = undangan()

    assert (one.bentuk, one.tanda_tangan, one.bernomor) == (KORESPONDENSI, TABEL, True)
    assert (one.penandatangan, one.paraf) == (("ppid", "atasan_ppid"), ("tim_sekretariat",))
    hal, acara = one.ruas_of("hal"), one.ruas_of("acara")
    assert hal is not None
    assert acara is not None
    assert (hal.batas, hal.petunjuk) == (60, "Singkat, tanpa titik di akhir.")
    assert [kolom.nama for kolom in acara.kolom] == ["pokok", "hari", "catatan"]


def test_samples_are_kept_as_an_isian_is_kept_however_the_author_wrote_them() -> None:
    contoh = undangan().contoh

    assert contoh["tanggal"] == "2026-11-21"
    assert contoh["hari_rapat"] == "2026-11-23"
    assert contoh["biaya"] == 1_500_000
    assert contoh["acara"] == [
        {"pokok": "Pembukaan", "hari": "2026-11-23", "catatan": ""},
        {"pokok": "Uji konsekuensi", "hari": "", "catatan": "Lembar uji dibawa."},
    ]
    assert contoh["peta"] == ""


def test_a_paper_for_ink_and_without_a_book_carries_no_number_and_no_date() -> None:
    text = 'nama = "Lembar"\nbentuk = "lembar"\ntanda_tangan = "tanpa"\ntanggal = "tulis_tangan"\n'

    usable, found = read("lembar", text, FILE)

    assert found == []
    assert usable is not None
    assert (usable.bernomor, usable.penandatangan, usable.ruas) == (False, (), ())
    assert usable.tanggal == TULIS_TANGAN


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((*LABEL, 'jenis = "teksx"', 'contoh = "a"'), "13: jenis 'teksx' tidak dikenal; mungkin"),
        ((*LABEL, 'asal = "langit"', 'contoh = "a"'), "13: asal 'langit' tidak dikenal"),
        (LABEL, "10: contoh belum ada; tulis contoh isian Hal."),
        ((*LABEL, 'contoh = "  "'), "13: contoh belum ada"),
        ((*LABEL, 'contoh = ["a"]'), "13: contoh harus berupa teks."),
        ((*LABEL, 'contoh = """a\nb"""'), "13: contoh harus satu baris."),
        ((*LABEL, "batas = 3", 'contoh = "abcd"'), "14: contoh paling banyak 3 huruf, sekarang 4."),
        ((*LABEL, "batas = -1", 'contoh = "a"'), "13: batas harus antara 0 dan 100000."),
        ((*LABEL, 'jenis = "tanggal"', 'contoh = "31 Februari 2026"'), "14: contoh bukan tanggal"),
        ((*LABEL, 'jenis = "tanggal"', "contoh = 2026"), "14: contoh harus berupa tanggal"),
        ((*LABEL, 'jenis = "bilangan"', 'contoh = "dua"'), "14: contoh harus berupa bilangan"),
        ((*LABEL, 'jenis = "bilangan"', "contoh = true"), "14: contoh harus berupa bilangan"),
        ((*LABEL, 'jenis = "bilangan"', "contoh = -5"), "14: contoh harus antara 0 dan"),
        ((*LABEL, 'jenis = "rupiah"', "contoh = 10.5"), "14: contoh harus berupa bilangan bulat r"),
        ((*LABEL, 'jenis = "pilihan"', 'contoh = "a"'), "10: pilihan belum diisi."),
        (
            (*LABEL, 'jenis = "pilihan"', 'pilihan = ["a"]', 'contoh = "a"'),
            "14: pilihan harus 2 sampai 60 jawaban.",
        ),
        (
            (*LABEL, 'jenis = "pilihan"', 'pilihan = ["a", "b", "a"]', 'contoh = "a"'),
            "14: pilihan memuat jawaban kosong atau yang sama dua kali.",
        ),
        (
            (*LABEL, 'jenis = "pilihan"', 'pilihan = ["a", "b"]', 'contoh = "c"'),
            "15: contoh harus salah satu dari: a, b.",
        ),
        (
            (*LABEL, 'pilihan = ["a", "b"]', 'contoh = "a"'),
            "13: pilihan hanya untuk jenis pilihan, bukan teks.",
        ),
        (
            (*LABEL, 'contoh = "a"', "[[ruas.kolom]]", 'nama = "x"', 'label = "X"'),
            "14: kolom hanya untuk jenis daftar, bukan teks.",
        ),
        (
            (*LABEL, 'jenis = "daftar"', 'contoh = [{ x = "a" }]'),
            "10: Ruas berjenis daftar memerlukan 1",
        ),
        (
            (
                *(*LABEL, 'jenis = "daftar"', 'contoh = [{ y = "a" }]', "[[ruas.kolom]]"),
                *('nama = "x"', 'label = "X"', "wajib = false"),
            ),
            "14: contoh baris 1 memuat kolom yang tidak ada: y.",
        ),
        (
            (
                *(*LABEL, 'jenis = "daftar"', 'contoh = [{ x = "", y = "a" }]', "[[ruas.kolom]]"),
                *('nama = "x"', 'label = "X"', "[[ruas.kolom]]", 'nama = "y"', 'label = "Y"'),
            ),
            "14: contoh belum lengkap: Hal baris 1 (X).",
        ),
        (
            (
                *(*LABEL, 'jenis = "daftar"', 'contoh = [{ x = "a" }]', "[[ruas.kolom]]"),
                *('nama = "x"', 'label = "X"', 'jenis = "daftar"'),
            ),
            "18: jenis 'daftar' tidak dikenal. Pilihan: teks, paragraf, tanggal, bilangan, rupiah",
        ),
        (
            (
                *(*LABEL, 'jenis = "daftar"', 'contoh = [{ x = "a" }]', "[[ruas.kolom]]"),
                *('nama = "x"', 'label = "X"', "[[ruas.kolom]]", 'nama = "x"', 'label = "X"'),
            ),
            "15: Kolom 'x' ditulis lebih dari sekali.",
        ),
        ((*LABEL, 'asal = "berkas"', 'contoh = "a"'), "10: Ruas yang berasal dari berkas"),
        (
            (*LABEL, 'asal = "berkas"', 'isi = "permohonan.nomr"', 'contoh = "a"'),
            "14: Sumber 'permohonan.nomr' tidak dikenal; mungkin maksud Anda 'permohonan.nomor'.",
        ),
        (
            (*LABEL, 'asal = "berkas"', 'isi = "rapat.tanggal"', 'contoh = "a"'),
            "14: Sumber 'rapat.tanggal' hanya cocok untuk ruas berjenis tanggal.",
        ),
        ((*LABEL, 'isi = "butir"', 'contoh = "a"'), "13: isi hanya untuk asal berkas"),
        ((*LABEL, 'asal = "nomor"', 'contoh = "a"'), "13: asal nomor hanya untuk ruas berjenis no"),
        (
            (*LABEL, 'jenis = "nomor"', 'asal = "petugas"', 'contoh = "a"'),
            "14: Ruas berjenis nomor harus berasal dari nomor.",
        ),
        (
            (*LABEL, 'jenis = "gambar"', 'contoh = "peta.png"'),
            "14: Ruas berjenis gambar tidak memerlukan contoh",
        ),
        (
            (*LABEL, 'jenis = "pejabat"', 'contoh = { nama = "A", nip = "19861329 200412 1 001" }'),
            "14: contoh memuat NIP yang keliru: delapan angka pertama",
        ),
        (
            (
                *LABEL,
                'jenis = "pejabat"',
                'asal = "instansi"',
                'isi = "raja"',
                "contoh = {nama='a'}",
            ),
            "15: peran 'raja' tidak dikenal.",
        ),
        (
            (*LABEL, 'jenis = "butir"', 'contoh = [{ judl = "a" }]'),
            "14: contoh butir 1 memuat kunci yang tidak dikenal: judl.",
        ),
        (
            (*LABEL, 'jenis = "daftar_teks"', 'contoh = ["a", 2]'),
            "14: contoh butir 2 harus berupa teks.",
        ),
        (
            (*LABEL, 'jenis = "daftar_dip"', "contoh = [{ baris = 3 }]"),
            "14: contoh golongan 1 harus memuat kategori dan baris.",
        ),
        (('nama = "for"', 'label = "Hal"', 'contoh = "a"'), "11: nama 'for' milik bahasa templat"),
        (('nama = "items"', 'label = "Hal"', 'contoh = "a"'), "11: nama 'items' milik bahasa"),
        (('nama = "2hal"', 'label = "Hal"', 'contoh = "a"'), "11: nama ruas '2hal' hanya boleh"),
        (('nama = "h al"', 'label = "Hal"', 'contoh = "a"'), "11: nama ruas 'h al' hanya boleh"),
        (('nama = "_x"', 'label = "Hal"', 'contoh = "a"'), "11: nama ruas '_x' hanya boleh huruf"),
        ((*LABEL, 'wajib = "ya"', 'contoh = "a"'), "13: wajib harus berupa true atau false."),
        ((*LABEL, 'contoh = "a"', 'warna = "biru"'), "14: Kunci 'warna' tidak dikenal di sini."),
    ],
)
def test_each_fault_is_said_at_its_line_and_alone(lines: tuple[str, ...], fault: str) -> None:
    found = said(with_ruas(*lines))

    assert len(found) == 1
    assert found[0].startswith(fault)


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ('"korespondensi"', '"surat"', "2: bentuk 'surat' tidak dikenal"),
        ('"tabel"', '"cap"', "5: tanda_tangan 'cap' tidak dikenal"),
        ('["ppid", "atasan_ppid"]', "[]", "3: penandatangan belum diisi."),
        ('["tim_sekretariat"]', '["satpam"]', "4: peran 'satpam' tidak dikenal."),
        ("{NOMOR}", "{NOMER}", "9: Tanda NOMER tidak dikenal pada pola nomor."),
        ('seri = "keluar"', "", "7: seri belum diisi."),
        ("[buku]", "[buku.lama]", "7: Kunci 'lama' tidak dikenal di sini."),
    ],
)
def test_faults_of_the_head_are_said_at_their_lines(was: str, becomes: str, fault: str) -> None:
    found = said(KEPALA.replace(was, becomes))

    assert any(one.startswith(fault) for one in found)


def test_a_paper_without_a_book_cannot_ask_for_a_number() -> None:
    text = SEMUA.replace("[buku]", "").replace('seri = "keluar"', "")
    text = text.replace('pola = "{NOMOR}/{KODE_UNIT}/{BULAN_ROMAWI}/{TAHUN}"', "")

    assert [one.partition(": ")[2] for one in said(text)] == [
        "Ruas 'nomor' meminta nomor, tetapi [buku] belum ada."
    ]


def test_all_faults_of_a_declaration_are_said_at_once() -> None:
    text = SEMUA.replace('"korespondensi"', '"surat"').replace('"Biasa"\n', '"Rahasia"\n')
    text = text.replace('"rapat.tanggal"', '"rapat.hari"').replace("lebar = 120", "lebar = 9000")

    found = said(text)

    assert len(found) == 4
    assert [int(one.partition(":")[0]) for one in found] == sorted(
        [2, *(n for n, line in enumerate(text.splitlines(), 1) if _wrong(line))]
    )


def _wrong(line: str) -> bool:
    return line in ('isi = "rapat.hari"', 'contoh = "Rahasia"', "lebar = 9000")


def test_a_form_that_nobody_can_fill_in_is_refused_with_what_to_write_instead() -> None:
    one = '[[ruas]]\nnama = "r{n}"\nlabel = "R{n}"\ncontoh = "a"\n'
    text = KEPALA + "".join(one.replace("{n}", str(n)) for n in range(500))

    (found,) = said(text)

    assert f"paling banyak {RUAS_TERBANYAK} ruas, di sini 500" in found
    assert "berjenis daftar" in found


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + KEPALA,
        SEMUA.encode("utf-16").decode("latin-1"),
        'nama = "a\x00b"',
        "ruas = 3\n" + KEPALA,
        'ruas = ["a"]\n' + KEPALA,
        "buku = 5\nnama = 4\npenandatangan = 3",
        "[ruas]\nnama = 3",
        "nama",
        "",
    ],
)
def test_what_is_no_declaration_is_refused_with_a_sentence(text: str) -> None:
    usable, found = read("undangan", text, FILE)

    assert usable is None
    assert found
    assert all(one.sebab.endswith(".") for one in found)


@settings(deadline=None)
@given(st.text(st.sampled_from('nama=ruslbejtgko[]{}"\'. \n0123"-:'), max_size=200))
def test_whatever_an_author_writes_is_answered(rest: str) -> None:
    usable, found = read("undangan", KEPALA + rest, FILE)

    assert (usable is None) == bool(grave(found))
