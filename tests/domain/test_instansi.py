"""An agency as its author wrote it: read whole, with every fault at once."""

from datetime import date

import pytest

from service.domain.instansi_baca import read_text
from service.domain.instansi_tulis import write
from service.domain.kesalahan import grave
from service.domain.seri import Perkara, PolaBelumLengkap

UTUH = """
nama = "Dinas Contoh"
kota = "Kota Contoh"
zona = "WITA"
tafsir = ["kota", "unit.dua.kode", "pejabat.Contoh Satu.nip"]

[kop]
induk = ["PEMERINTAH KOTA CONTOH"]
nama = "DINAS CONTOH"

[[unit]]
id = "satu"
nama = "Bidang Contoh Satu"
kode = "DC.1"

[[unit]]
id = "dua"
nama = "Bidang Contoh Dua"
kode = "DC.2"
zona = "WIT"

[[pejabat]]
nama = "Contoh Satu"
gelar_belakang = "S.H."
nip = "197001011995032001"
jabatan = "Kepala Dinas Contoh"
mulai = 2024-01-02

[peran.atasan_ppid]
sebutan = "Pengarah"
jabatan = "Kepala Dinas Contoh"

[peran.ppid]
sebutan = "PPID Utama"
jabatan = "Kepala Dinas Contoh"

[kalender]
cuti_bersama_libur = false

[kalender.jam]
senin = "08.00-12.00"

[kalender.jam_ramadan]
senin = "08.00-11.00"

[seri.sk]
nama = "Keputusan"
pola = "{NOMOR:3}/{KODE_UNIT}/{KODE_KLASIFIKASI}/{TAHUN}"
kode_klasifikasi = "066"
lanjut = { tahun = 2026, nomor = 15 }

[tenggat.permohonan]
jumlah = 10
dasar = "UU 14 Tahun 2008 Pasal 22"

[naskah]
kertas = "F4"
margin = { kiri = 2.5 }
"""


def faults(text):
    _, found = read_text("contoh", "contoh/instansi.toml", text)
    return found


def with_(before, after):
    assert before in UTUH
    return UTUH.replace(before, after, 1)


def line_of(text, mark):
    return next(n for n, line in enumerate(text.splitlines(), 1) if mark in line)


def test_a_whole_file_has_no_fault_and_is_read_whole():
    one, found = read_text("contoh", "contoh/instansi.toml", UTUH)

    assert found == []
    assert one.pejabat[0].nip == "19700101 199503 2 001"
    assert one.kalender.hari_kerja == {0}
    assert not one.kalender.cuti_bersama_libur
    assert one.naskah.margin.kiri == 2.5
    assert one.naskah.margin.bawah == 2.5
    assert one.inbox == ["contoh/satu", "contoh/dua"]


def test_where_the_public_writes_to_is_one_address_or_a_fault():
    text = with_('zona = "W', 'surel = "ppid@Contoh.go.id"\nzona = "W')
    one, found = read_text("contoh", "contoh/instansi.toml", text)

    assert (one.surel, found) == ("ppid@contoh.go.id", [])
    for wrong in ("ppid", "a@contoh.go.id, b@contoh.go.id", "a@b\\nBcc: c@contoh.go.id"):
        told = "".join(map(str, faults(text.replace("ppid@Contoh.go.id", wrong))))
        assert "surel harus satu alamat lengkap" in told


def test_the_agency_answers_by_its_own_names():
    one, _ = read_text("contoh", "contoh/instansi.toml", UTUH)

    assert one.sebutan("atasan_ppid") == "Pengarah"
    assert one.sebutan("tim_sekretariat") == "Tim Sekretariat"
    assert one.holder("ppid", date(2026, 1, 1)).nama == "Contoh Satu"
    assert one.holder("ppid", date(2023, 1, 1)) is None
    assert one.holder("unit", date(2026, 1, 1)) is None
    assert [p.nama for p in one.signers("ppid", date(2026, 1, 1))] == ["Contoh Satu"]


def test_a_book_is_of_the_year_of_the_letter_or_of_all_years():
    text = with_('pola = "', 'reset = "terus"\npola = "')
    one, _ = read_text("contoh", "contoh/instansi.toml", UTUH)
    always, _ = read_text("contoh", "contoh/instansi.toml", text)
    letters = [date(2026, 12, 31), date(2027, 1, 1)]

    assert [(one.buku("sk", on).tahun, one.buku("sk", on).mulai) for on in letters] == [
        (2026, 15),
        (2027, 1),
    ]
    assert [(always.buku("sk", on).tahun, always.buku("sk", on).mulai) for on in letters] == [
        (0, 15),
        (0, 15),
    ]
    assert one.buku("lain", letters[0]).id == "contoh/lain/2026"


def test_a_unit_in_another_zone_has_its_own_clock():
    one, _ = read_text("contoh", "contoh/instansi.toml", UTUH)

    assert one.kalender_of("satu").zona == "WITA"
    assert one.kalender_of("dua").zona == "WIT"
    assert one.kalender_of("").zona == "WITA"


def test_a_book_goes_on_from_paper_in_its_year_only():
    one, _ = read_text("contoh", "contoh/instansi.toml", UTUH)
    sk = one.seri_of("sk")

    assert (sk.first(2026), sk.first(2027)) == (15, 1)
    tetap = one.tetap(sk, Perkara("dua"))
    assert (tetap["KODE_KLASIFIKASI"], tetap["KODE_UNIT"]) == ("066", "DC.2")


@pytest.mark.parametrize(
    ("before", "after", "mark", "why"),
    [
        ('nama = "Dinas Contoh"', "", "", "nama belum diisi"),
        ('zona = "WITA"', 'zona = "WIBB"', "WIBB", "mungkin maksud Anda 'WIB'"),
        ('zona = "WITA"', "", "", "WIB, WITA, atau WIT"),
        ('kota = "Kota Contoh"', "kota = 7", "kota = 7", "harus berupa teks"),
        ('"unit.dua.kode"', '"unit.lima"', "tafsir", "tidak menunjuk apa pun"),
        ('id = "dua"', 'id = "satu"', "", "sudah dipakai"),
        ('id = "dua"', 'id = "Unit Dua"', "Unit Dua", "huruf kecil"),
        ('kode = "DC.2"', "", "", "kode belum diisi"),
        ('zona = "WIT"\n', 'zona = "GMT"\n', "GMT", "tidak dikenal"),
        ("197001011995032001", "19700101", "19700101", "18 angka"),
        ("mulai = 2024-01-02", 'mulai = "2024"', "mulai", "tanpa tanda kutip"),
        ("mulai = 2024-01-02", 'unit = "tiga"\nmulai=2024-01-02', "tiga", "tidak ada di antara"),
        ("mulai = 2024-01-02", 'sebagai = "Pjs."\nmulai=2024-01-02', "Pjs.", "salah satu"),
        ("[peran.ppid]", "[peran.pipid]", "[peran.pipid]", "tidak dikenal"),
        ('senin = "08.00-12.00"', 'senin = "8-12"', "8-12", "07.30-12.00"),
        ('senin = "08.00-12.00"', "", "[kalender.jam]", "Belum ada hari kerja"),
        ('senin = "08.00-11.00"', "", "[kalender.jam_ramadan]", "Ramadan hari Senin"),
        ("{NOMOR:3}", "{NOMER:3}", "NOMER", "harus memuat {NOMOR}"),
        ("{NOMOR:3}", "{NOMOR:3", "{NOMOR:3/", "tidak berpasangan"),
        ('kode_klasifikasi = "066"', "", "pola", "kode_klasifikasi belum diisi"),
        ("jumlah = 10", "jumlah = 0", "jumlah = 0", "antara 1 dan 999"),
        ("jumlah = 10", "", "[tenggat.permohonan]", "belum diisi"),
        ('kertas = "F4"', 'kertas = "Folio"', "Folio", "Pilihan: A4, F4"),
        ("kiri = 2.5", "kiri = 25", "margin", "antara 0 dan 10"),
        ('kertas = "F4"', 'unit = "tiga"', '"tiga"', "tidak ada di antara"),
        ('kertas = "F4"', 'memorandum = "nota"', '"nota"', "Pilihan: memorandum, nota dinas"),
        ("kiri = 2.5", "kirri = 2.5", "margin", "mungkin maksud Anda 'kiri'"),
        ("[kop]", "[kopp]", "[kopp]", "mungkin maksud Anda 'kop'"),
    ],
)
def test_each_fault_is_named_where_it_stands(before, after, mark, why):
    text = with_(before, after)
    found = [one for one in faults(text) if why in one.sebab]

    assert found
    if mark:
        assert line_of(text, mark) in {one.baris for one in found}


def test_every_fault_of_a_file_is_named_at_once():
    text = with_('zona = "WITA"', 'zona = "W"').replace("jumlah = 10", "jumlah = -1")
    text = text.replace('id = "dua"', 'id = "satu"').replace("197001011995032001", "1")

    found = grave(faults(text))

    assert len(found) == 5  # and the tafsir that pointed at unit.dua
    assert [one.baris for one in found] == sorted(one.baris for one in found)


def test_an_empty_file_says_what_is_missing_and_nothing_breaks():
    one, found = read_text("contoh", "contoh/instansi.toml", "")

    assert one.kode == "contoh"
    assert {"nama belum diisi.", "Bagian [kop] belum ada."} <= {fault.sebab for fault in found}


def test_a_file_that_is_no_toml_gives_no_agency_but_its_line():
    one, found = read_text("contoh", "contoh/instansi.toml", 'nama = "Contoh"\nkota Contoh\n')

    assert one is None
    assert str(found[0]).startswith("contoh/instansi.toml:2: File tidak terbaca")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("mulai = 2024-01-02", "", "Masa jabatan Contoh Satu belum diisi"),
        ('jabatan = "Kepala Dinas Contoh"\n\n[peran.ppid]', "[peran.ppid]", "peran atasan_ppid"),
        ("/{TAHUN}", "", "setiap tahun"),
        ("[tenggat.permohonan]", '[seri.b]\nnama="B"\npola="{NOMOR}"\n[tenggat.permohonan]', "B"),
    ],
)
def test_what_is_only_worth_a_look_stops_nothing(before, after, why):
    found = faults(with_(before, after))

    assert grave(found) == []
    assert found
    assert all("peringatan: " in str(one) for one in found)


def test_two_books_that_write_the_same_numbers_are_noticed():
    text = with_(
        "[tenggat.permohonan]", "[seri.b]\nnama='B'\npola='{NOMOR}/{TAHUN}'\n[tenggat.permohonan]"
    )
    text = text.replace(
        "[tenggat.permohonan]", "[seri.c]\nnama='C'\npola='{NOMOR}/{TAHUN}'\n[tenggat.permohonan]"
    )

    assert ["dapat kembar" in one.sebab for one in faults(text)] == [True]


def test_a_ramadan_of_three_months_is_a_slip_of_the_pen():
    text = UTUH + "\n[[kalender.ramadan]]\nmulai = 2026-02-19\nsampai = 2026-05-20\n"

    found = faults(text)

    assert [(one.baris, "29 atau 30 hari" in one.sebab) for one in found] == [
        (line_of(text, "sampai = 2026-05-20"), True)
    ]


def test_an_agency_may_have_a_colour_of_its_own():
    one, found = read_text("contoh", "contoh/instansi.toml", 'warna = "#7A0F14"\n' + UTUH)

    assert one.warna == "#7A0F14"
    assert grave(found) == []


def test_a_colour_that_is_none_is_named_with_its_line_and_the_house_colour_stands():
    one, found = read_text("contoh", "contoh/instansi.toml", 'warna = "merah"\n' + UTUH)

    assert one.warna == ""
    assert str(grave(found)[0]).startswith("contoh/instansi.toml:1: warna ditulis seperti")


def test_a_letter_of_the_agency_as_a_whole_is_numbered_under_the_unit_that_writes_for_it():
    plain, _ = read_text("contoh", "contoh/instansi.toml", UTUH)
    text = with_('kertas = "F4"', 'kertas = "F4"\nunit = "dua"')
    text = text.replace('pola = "', 'per = ["unit"]\npola = "', 1)
    one, found = read_text("contoh", "contoh/instansi.toml", text)
    assert one is not None
    assert plain is not None
    on, sk = date(2026, 11, 23), one.seri_of("sk")
    assert sk is not None

    assert found == []
    assert one.tulisan(sk, on).written(1, on) == "001/DC.2/066/2026"
    assert one.tulisan(sk, on, Perkara("satu")).written(1, on) == "001/DC.1/066/2026"
    assert one.buku("sk", on) == one.buku("sk", on, Perkara("dua"))
    assert one.buku("sk", on) != one.buku("sk", on, Perkara("satu"))
    with pytest.raises(PolaBelumLengkap):
        plain.tulisan(sk, on)
    assert read_text("contoh", "contoh/instansi.toml", write(one))[0] == one


def test_an_agency_writes_memoranda_or_nota_dinas_as_it_says():
    text = with_('kertas = "F4"', 'memorandum = "nota dinas"')
    one, _ = read_text("contoh", "contoh/instansi.toml", text)
    plain, _ = read_text("contoh", "contoh/instansi.toml", UTUH)

    assert [x.pasangan_of("memorandum") for x in (one, plain)] == ["nota_dinas", "memorandum"]
    assert [x.pasangan_of("undangan_rapat") for x in (one, plain)] == ["undangan_rapat"] * 2
