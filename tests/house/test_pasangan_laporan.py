"""Papers of the test and of the reports are right by construction."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest

from service.domain.paper import missing, sample
from tests.pasangan import Meja, declared, pages

BA, LEMBAR = "berita_acara_kesepakatan", "lembar_uji_konsekuensi"
UBAH, UJI = "sk_perubahan_klasifikasi", "laporan_uji"
BULANAN, KELOLA, MONEV = "laporan_bulanan", "laporan_pengelolaan", "laporan_monev"
TAHUNAN = "laporan_tahunan"


def told(meja: Meja, jenis: str, name: str, **other: Any) -> str:
    """All the words of the paper, without the spaces."""
    return "".join(pages(meja.pdf(jenis, f"{jenis}_{name}", **other)))


def golongan(kategori: str, banyak: int) -> dict[str, Any]:
    row = sample(declared(BA))["daftar"][0]["baris"][0]
    baris = [{**row, "no": n, "ringkasan": f"Contoh {n:03d}"} for n in range(1, banyak + 1)]
    return {"kategori": kategori, "baris": baris}


def test_an_agreement_counts_what_its_lampiran_lists(meja: Meja) -> None:
    daftar = [golongan("Setiap Saat", 17), golongan("Berkala", 4)]

    said = told(meja, BA, "hitung", daftar=daftar)

    assert "1setiapsaat172berkala4jumlah21" in said
    assert "daftarinimemuat21(duapuluhsatu)informasipublik," in said
    assert "terdiriatassetiapsaatsebanyak17danberkalasebanyak4." in said
    assert "contoh017" in said


def test_an_agreement_without_who_corrected_the_lists_is_between_two(meja: Meja) -> None:
    three, two = told(meja, BA, "tiga"), told(meja, BA, "dua", koreksi={})

    assert "selanjutnyadisebutpihakketiga." in three
    assert "disebutpihakketiga" not in two
    assert "contohpengelola,s.sos.,m.a.p.,nip197402022000031002,kepalabiroumumselakuppid" in two
    assert "2.contohpengelola" in two


def test_what_all_agreed_on_leaves_no_heading_of_disagreement_behind(meja: Meja) -> None:
    said = told(meja, BA, "sepakat", belum_sepakat=[], mengetahui={})

    assert "belumdisepakati" not in said
    assert "mengetahui" not in said


@pytest.mark.parametrize("people", [1, 7, 14])
def test_the_parties_of_an_agreement_sign_on_one_page_to_the_last(meja: Meja, people: int) -> None:
    one = sample(declared(BA))["pihak"][0]
    pihak = [{**one, "nama": f"Contoh Pihak {n:02d}"} for n in range(1, people + 1)]

    read = pages(meja.pdf(BA, f"{BA}_{people}", pihak=pihak))

    (second,) = [text for text in read if "pihakkedua,sekretaris" in text]
    assert f"contohpihak{people:02d}" in second
    (closing,) = [text for text in read if "demikianberitaacara" in text]
    assert "tandatangan" in closing.split("demikianberitaacara")[1]


def test_each_worksheet_begins_on_a_page_of_its_own_and_one_can_be_had_alone(meja: Meja) -> None:
    every = pages(meja.pdf(LEMBAR, LEMBAR))
    alone = told(meja, LEMBAR, "dua", hanya_butir=2)

    assert [text.count("pemicupengujian") for text in every] == [1, 1, 1]
    assert "butir2.nomorrekening" in alone
    assert not [one for one in ("butir1.", "butir3.") if one in alone]
    part = "hanyamemuatbutir2dari3butiryangdiujipadaberkasini"
    assert part in alone
    assert not [text for text in every if "hanyamemuat" in text]
    assert "contohpenguji" in alone


def test_a_number_of_a_worksheet_that_is_not_there_is_said(meja: Meja) -> None:
    assert "butirnomor9tidakada" in told(meja, LEMBAR, "tiada", hanya_butir=9)
    pair = declared(LEMBAR)
    lacks = missing(pair, pair.contoh | {"hanya_butir": 9})
    assert lacks == ["Hanya butir nomor (butir 9 tidak ada)"]
    assert missing(pair, pair.contoh | {"hanya_butir": 2}) == []


def test_what_a_worksheet_lacks_is_said_where_it_lacks(meja: Meja) -> None:
    full = sample(declared(LEMBAR))["butir"][0]
    blocks = ("pemicu", "dokumen", "unit", "uraian", "dibuka", "ditutup", "kepatutan", "jangka")
    bare_one = {**full, **dict.fromkeys(blocks, ""), "dasar": []}

    assert "(belumdiisi)" not in told(meja, LEMBAR, "penuh", butir=[full])
    assert told(meja, LEMBAR, "kosong", butir=[bare_one]).count("(belumdiisi)") == len(blocks) + 1


def test_an_open_item_has_no_term_and_an_excluded_one_no_kategori(meja: Meja) -> None:
    closed, _, opened = sample(declared(LEMBAR))["butir"]

    of_open = told(meja, LEMBAR, "buka", butir=[{**opened, "jangka": "5 tahun"}])
    of_closed = told(meja, LEMBAR, "tutup", butir=[{**closed, "kategori": "Berkala"}])

    assert "jangkawaktupengecualian" not in of_open
    assert "tidakadaundang-undangyangmengecualikannya" in of_open
    assert "kategoriyangterbuka" not in of_closed


def test_a_decree_of_change_counts_what_becomes_of_each_and_names_the_decree_it_changes(
    meja: Meja,
) -> None:
    opened, part = sample(declared(UBAH))["perubahan"]
    closed = {**part, "kesimpulan": "Dikecualikan", "jangka": ""}

    said = told(meja, UBAH, "hitung", perubahan=[opened, part, part, closed])

    counted = "memuat4(empat)informasi:1menjaditerbuka,2terbukasebagian,dan1dikecualikan."
    assert counted in said
    assert "keputusansekretarisdaerahprovinsicontohnomor13tahun2025tanggal21november2025" in said
    assert "tidakberubah" in said  # the term of what stays closed, where none is written
    assert "karenahasilpengujiankonsekuensiyangbaru,berdasarkanberitaacara" in said


def test_what_a_decree_opens_keeps_neither_law_nor_term_nor_black_bars(meja: Meja) -> None:
    _, part = sample(declared(UBAH))["perubahan"]

    said = told(meja, UBAH, "terbuka", perubahan=[{**part, "kesimpulan": "Terbuka"}])

    lampiran = said.split("dikecualikansekretariatdaerahprovinsicontohno.")[-1]
    assert "dihitamkan:" not in lampiran
    assert "pasal17hurufh" not in lampiran
    assert "sampaipemiliknya" not in lampiran


@pytest.mark.parametrize("rows", [2, 3, 4, 5, 40])
def test_a_decree_of_change_is_signed_under_the_count_of_what_it_changes(
    meja: Meja, rows: int
) -> None:
    one = sample(declared(UBAH))["perubahan"][1]
    perubahan = [{**one, "judul": f"Contoh Informasi {n:02d}"} for n in range(1, rows + 1)]

    read = pages(meja.pdf(UBAH, f"{UBAH}_{rows}", perubahan=perubahan))

    counted = f"daftarinimemuat{rows}("
    assert counted in read[-1]
    assert "nip197001011995032001" in read[-1].split(counted)[1]


def test_a_report_on_a_test_counts_its_items_and_names_no_applicant(meja: Meja) -> None:
    closed, part, opened = sample(declared(UJI))["butir"]

    said = told(meja, UJI, "hitung", butir=[closed, closed, part, opened])

    assert "sebanyak4(empat),terdiriatas1(satu)terbuka,1(satu)terbukasebagian,dan2(dua)" in said
    sources = {ruas.isi for ruas in declared(UJI).ruas}
    assert not sources & {"permohonan.pemohon", "permohonan.alamat"}


def test_a_report_on_a_test_without_papers_says_that_there_are_none(meja: Meja) -> None:
    papers = dict.fromkeys(("ba_nomor", "sk_nomor", "dip_nomor", "laman"), "")

    said = told(meja, UJI, "tanpa", **papers, lampiran=[], tindak_lanjut=[], permohonan_nomor="")

    assert "belumadanaskahpenetapan." in said
    assert "tidakadatindaklanjut" in said
    assert "f.lampiran" not in said
    assert "ataspermohonan" not in said


def test_a_step_that_is_not_over_has_no_end(meja: Meja) -> None:
    assert "60menit20november2026--" in told(meja, UJI, "langkah")


def test_a_monthly_report_adds_up_what_is_there_and_what_is_not(meja: Meja) -> None:
    row = sample(declared(BULANAN))["ketersediaan"][0]
    there = [{**row, "tersedia": 1200, "belum": 300}, {**row, "tersedia": 0, "belum": 0}]

    said = told(meja, BULANAN, "jumlah", ketersediaan=there, ditolak=4, diproses=0)

    assert "1.5001.20030080%" in said
    assert "000-jumlah1.5001.20030080%" in said  # of nothing there is no share
    assert "jumlahpermohonan13" in said  # 6 + 2 + 4 + 1 + 0


def test_a_monthly_report_says_none_where_there_was_none(meja: Meja) -> None:
    nothing: dict[str, Any] = {"verifikasi": [], "kendala": [], "tindak_lanjut": [], "laman": ""}

    said = told(meja, BULANAN, "nihil", **nothing, mengetahui={}, kepala_jurnal="")

    for words in ("tidakadainformasiyangdiverifikasi", "daftarnyabelumdisajikan"):
        assert words in said
    assert "tidakadakendalapadabulanini." in said
    assert "keutuhancatatan" not in said
    assert "mengetahui" not in said
    assert "dibuatdikotacontoh" in said


def test_the_requests_of_a_monthly_report_stand_on_one_page_with_their_sum(meja: Meja) -> None:
    (page,) = [x for x in pages(meja.pdf(BULANAN, "utuh")) if "jumlahpermohonan" in x]

    for row in ("d.permohonandankeberatan", "1dikabulkanseluruhnya6", "6masihdiproses3"):
        assert row in page


@pytest.mark.parametrize("jenis", [BULANAN, TAHUNAN])
def test_the_requests_of_a_year_are_drawn_by_month_where_there_were_any(
    meja: Meja, jenis: str
) -> None:
    read = pages(meja.pdf(jenis, f"{jenis}_bulan"))

    (page,) = [text for text in read if "januari" in text and "oktober" in text]
    assert "menurutbulan:" in page
    assert "menurutbulan" not in told(meja, jenis, "tanpa_bulan", permohonan_bulan=[])


def test_links_that_were_never_looked_at_are_not_said_to_open(meja: Meja) -> None:
    assert "tautan" not in told(meja, BULANAN, "tautan", tautan_rusak="")
    whole = told(meja, BULANAN, "utuh", tautan_rusak=0)
    assert "semuatautannyadapatdibuka" in whole
    assert "berakhirpadacatatan1234:0f3a9b0c11d2e4f50f3a9b0c11d2e4f5." in whole


@pytest.mark.parametrize("jenis", [KELOLA, MONEV])
def test_what_the_law_asks_for_is_counted_by_how_it_stands(meja: Meja, jenis: str) -> None:
    here, part, _, absent = sample(declared(jenis))["capaian"]
    late = {**sample(declared(jenis))["waktu"][0], "tepat": 2, "terlambat": 1}

    said = told(meja, jenis, "capaian", capaian=[here, part, part, absent], waktu=[late])

    counted = "dari4(empat)kewajibanmenyediakandanmengumumkaninformasi,1(satu)telahtersedia,"
    assert f"{counted}2(dua)tersediasebagian,dan1(satu)belumtersedia." in said
    assert "32166,7%" in said  # rounded, and 100% of all alone


@pytest.mark.parametrize("jenis", [KELOLA, MONEV])
def test_a_report_says_none_under_every_heading_where_there_was_none(
    meja: Meja, jenis: str
) -> None:
    free = {x.nama for x in declared(jenis).ruas if not x.wajib and isinstance(x.contoh, list)}

    said = told(meja, jenis, "nihil", **{nama: [] for nama in free})

    for words in ("tidakadapelayananyangdiukur", "tidakadamasukanpublik", "tidakadatemuan"):
        assert words in said


def test_open_information_that_no_list_names_is_proposed_for_the_next(meja: Meja) -> None:
    row = sample(declared(MONEV))["belum_masuk"][0]

    assert "2(dua)informasiberikutbersifatterbuka" in told(meja, MONEV, "x", belum_masuk=[row, row])
    assert "semuainformasiterbuka" in told(meja, MONEV, "semua", belum_masuk=[])


def test_a_yearly_report_adds_up_requests_money_and_people(meja: Meja) -> None:
    row = sample(declared(TAHUNAN))["jawaban"][0]
    jawaban = [{**row, "dikabulkan": 900, "sebagian": 90, "ditolak": 10}] * 2
    uang = [{"uraian": "Contoh", "pagu": 3_000_000, "realisasi": 2_000_000}] * 2

    said = told(meja, TAHUNAN, "jumlah", jawaban=jawaban, anggaran=uang, diproses=5)

    assert "diterima2.008permohonaninformasipublik:2.000telahdijawab,2tidakdikuasai" in said
    assert "jumlah1.800180202.000" in said
    assert "jumlahrp6.000.000,00rp4.000.000,0066,7%" in said
    assert "jumlah8" in said


def test_a_yearly_report_says_both_numbers_where_reasons_and_refusals_differ(meja: Meja) -> None:
    row = sample(declared(TAHUNAN))["alasan_tolak"][0]

    said = told(meja, TAHUNAN, "beda", alasan_tolak=[{**row, "banyak": 7}])

    assert "menurutalasanseluruhnya7,sedangkanpermohonanyangditolak4." in said
    assert "menurutalasanseluruhnya" not in told(meja, TAHUNAN, "sama")


def test_a_yearly_report_is_told_to_the_commission_and_signed_beside_the_head(meja: Meja) -> None:
    read = pages(meja.pdf(TAHUNAN, f"{TAHUNAN}_ttd"))

    (signed,) = [text for text in read if "mengetahui:" in text]
    assert "pertanggungjawabankepadamasyarakat." in signed
    assert "nip197402022000031002" in signed
    assert "tembusan:1.komisiinformasi" in signed


# Lines at which paragraphs that should keep together came apart, and some around them.
@pytest.mark.parametrize("lines", [0, 3, 4, 5, 13])
@pytest.mark.parametrize("jenis", [UJI, MONEV, TAHUNAN])
def test_who_signs_a_report_stands_under_its_closing_words(
    meja: Meja, jenis: str, lines: int
) -> None:
    name = {UJI: "tindak_lanjut", MONEV: "masukan_tim", TAHUNAN: "rekomendasi"}[jenis]
    other: dict[str, Any] = {name: ["Satu baris contoh yang pendek saja."] * lines}
    if lines % 2 and jenis != UJI:  # who signs alone, too
        other["mengetahui"] = {}

    read = pages(meja.pdf(jenis, f"{jenis}_{lines}", **other))

    (signed,) = [text for text in read if "dibuatdikotacontoh" in text]
    before, _, after = signed.partition("dibuatdikotacontoh")
    assert "demikianlaporan" in before
    assert "nip19" in after


@pytest.mark.parametrize("points", [12, 13, 14])
def test_who_takes_note_of_an_agreement_signs_with_the_last_parties(
    meja: Meja, points: int
) -> None:
    kesepakatan = ["Satu baris contoh pendek."] * points

    read = pages(meja.pdf(BA, f"{BA}_butir_{points}", kesepakatan=kesepakatan))

    (noted,) = [text for text in read if "mengetahui:" in text]
    assert "pihakketiga,kepalabiroumum" in noted


@pytest.mark.parametrize("lines", [1, 4, 7])
def test_who_takes_note_of_a_test_signs_with_the_last_who_tested(meja: Meja, lines: int) -> None:
    one = sample(declared(LEMBAR))["butir"][0]
    uraian = "Satu baris contoh yang panjangnya cukup untuk satu baris tabel. " * lines

    read = pages(meja.pdf(LEMBAR, f"{LEMBAR}_{lines}", butir=[{**one, "uraian": uraian}]))

    (noted,) = [text for text in read if "mengetahui:" in text]
    assert "contohpenguasa" in noted


@pytest.mark.parametrize("jenis", [UBAH, UJI, "laporan_pengumpulan"])
def test_the_number_of_a_decree_is_written_as_in_a_sentence(meja: Meja, jenis: str) -> None:
    pdf = meja.pdf(jenis, f"{jenis}_nomor_kalimat")
    said = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True).stdout

    assert re.search(r"Nomor\s+1[23]\s+Tahun\s+202[56]", said)
    assert not re.search(r"Nomor\s+1[23]\s+TAHUN", said)
