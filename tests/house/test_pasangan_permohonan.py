"""Letters to who asked for information, and papers of the desk, are right by construction."""

from __future__ import annotations

import re
from typing import Any

import pytest

from service.domain import ruas as r
from service.domain.disposisi import ISI
from service.domain.keberatan import ALASAN as ALASAN_KEBERATAN
from service.domain.keberatan import PUTUSAN
from service.domain.paper import missing, sample
from service.domain.permohonan import TUTUP
from service.domain.perpanjangan import ALASAN
from service.domain.uji import KESIMPULAN
from tests.pasangan import Meja, bare, declared, pages

JAWABAN, TOLAK, PANJANG = "surat_pemberitahuan", "surat_penolakan", "surat_perpanjangan"
TUTUPAN, BUKA = "surat_penutupan", "surat_pembukaan_kembali"
BUKTI, FORMULIR, TANGGAPAN = "tanda_bukti", "formulir_keberatan", "tanggapan_keberatan"
LEMBAR, ANTAR, KEMBALI = "lembar_disposisi", "nota_pengantar", "nota_pengembalian"
MASUKAN = "masukan_tim_pertimbangan"
SURAT = (JAWABAN, TOLAK, PANJANG, TUTUPAN, BUKA)
KEPADA_PEMOHON = (*SURAT, BUKTI, FORMULIR, TANGGAPAN)


def told(meja: Meja, jenis: str, name: str, **other: Any) -> str:
    """All the words of the paper, without the spaces."""
    return "".join(pages(meja.pdf(jenis, f"{jenis}_{name}", **other)))


def shown(jenis: str, ruas: str) -> Any:
    return sample(declared(jenis))[ruas]


def choices(jenis: str, ruas: str, kolom: str = "") -> tuple[str, ...]:
    one = declared(jenis).ruas_of(ruas)
    assert one
    return next((x.pilihan for x in one.kolom if x.nama == kolom), one.pilihan)


@pytest.mark.parametrize("jenis", KEPADA_PEMOHON)
def test_no_letter_to_who_asked_has_a_place_for_the_nik(jenis: str) -> None:
    named = [f"{one.nama} {one.label} {one.isi}" for one in declared(jenis).ruas]

    assert not [one for one in named if re.search(r"\bnik\b", one.casefold())]
    assert any(one.endswith(".pemohon") for one in named)


def test_a_notice_counts_what_is_given_and_what_is_not(meja: Meja) -> None:
    said = told(meja, JAWABAN, "hitung")

    assert (
        "berjumlah5(lima):1(satu)diberikanseluruhnya,1(satu)diberikansebagian,1(satu)tidak"
        "diberikankarenadikecualikan,1(satu)tidakkamikuasai,dan1(satu)belumdidokumentasikan."
        in said
    )
    assert "tidakkamikuasai;dikuasaikantorpertanahankotacontoh" in said


def test_the_fee_of_a_notice_is_worked_out_from_its_rows(meja: Meja) -> None:
    rows = [
        {"uraian": f"Salinan {n}", "banyaknya": n, "satuan": "", "tarif": 500} for n in range(1, 41)
    ]

    said = told(meja, JAWABAN, "biaya", biaya=rows)

    assert "jumlahrp410.000,00" in said
    assert "40rp500,00rp20.000,00" in said
    assert "tanpabiaya" not in said


def test_a_notice_that_gives_everything_withholds_nothing_and_costs_nothing(meja: Meja) -> None:
    row = {**shown(JAWABAN, "informasi")[1], "penguasa": ""}
    empty: dict[str, Any] = {"ditutup": [], "biaya": [], "keterangan": [], "tembusan": []}

    said = told(meja, JAWABAN, "terbuka", informasi=[row], **empty)

    assert "berjumlah1(satu):1(satu)diberikanseluruhnya." in said
    assert "biaya:tanpabiaya" in said
    for gone in ("dihitamkan", "keteranganlain", "tembusan", "carapembayaran", "didokumentasikan"):
        assert gone not in said


def test_a_notice_of_what_others_hold_says_nothing_of_fees(meja: Meja) -> None:
    row = shown(JAWABAN, "informasi")[3]

    said = told(meja, JAWABAN, "tidak_dikuasai", informasi=[row], ditutup=[])

    assert "berjumlah1(satu):1(satu)tidakkamikuasai." in said
    assert "caramemperoleh" not in said


def test_no_refusal_goes_out_without_its_law_and_its_harm() -> None:
    pair = declared(TOLAK)
    whole = dict(pair.contoh)
    bare_row = [{"judul": "Contoh", "dasar": "", "dibuka": ""}]

    assert missing(pair, whole) == []
    assert missing(pair, whole | {"ditolak": []}) == ["Informasi yang ditolak"]
    assert missing(pair, whole | {"ditolak": bare_row}) == [
        "Informasi yang ditolak baris 1 (Dasar hukum)",
        "Informasi yang ditolak baris 1 (Akibat bila dibuka)",
    ]


def test_a_refusal_names_the_decree_it_rests_on_where_there_is_one(meja: Meja) -> None:
    named = told(meja, TOLAK, "sk")
    bare_ = told(meja, TOLAK, "tanpa_sk", nomor_sk="", tanggal_sk="")

    assert "keputusannomor13tahun2026tanggal18november2026." in named
    assert "konsekuensinyadengansaksama." in bare_


def test_a_refusal_says_of_each_thing_how_long_it_stays_withheld(meja: Meja) -> None:
    rows = [{**row, "jangka": f"{n} tahun"} for n, row in enumerate(shown(TOLAK, "ditolak"), 3)]

    said = told(meja, TOLAK, "jangka", ditolak=rows)

    assert "jangkawaktu" in said
    assert "3tahun" in said
    assert "4tahun" in said


def test_a_refusal_takes_what_is_withheld_whole_and_a_notice_also_what_is_partly_open() -> None:
    sources = [declared(x).ruas_of(y) for x, y in ((TOLAK, "ditolak"), (JAWABAN, "ditutup"))]

    assert [one and one.isi for one in sources] == ["permohonan.ditolak", "permohonan.ditutup"]


@pytest.mark.parametrize("putusan", ["Keberatan ditolak", "Keberatan tidak dapat diterima"])
def test_an_objection_that_is_refused_orders_nothing(meja: Meja, putusan: str) -> None:
    refused = told(meja, TANGGAPAN, f"putusan_{len(putusan)}", putusan=putusan)
    granted = told(meja, TANGGAPAN, "dikabulkan", putusan="Keberatan dikabulkan")

    assert "kamimemerintahkan" not in refused
    assert "palinglambathari" not in refused
    assert "kamimemerintahkan" in granted


@pytest.mark.parametrize(
    ("sebab", "kata"),
    [
        ("Ditarik pemohon", "karenaditarikolehpemohon."),
        (
            "Tidak dilengkapi pemohon sampai batas waktunya",
            "karenatidakdilengkapipemohonsampaibataswaktunya.",
        ),
    ],
)
def test_a_closing_says_why_in_a_sentence(meja: Meja, sebab: str, kata: str) -> None:
    assert {*choices(TUTUPAN, "sebab")} >= {sebab}
    assert kata in told(meja, TUTUPAN, f"sebab_{len(sebab)}", sebab=sebab)


@pytest.mark.parametrize(
    ("jenis", "hak"), [(JAWABAN, "keberatan"), (TOLAK, "keberatan"), (TANGGAPAN, "sengketa")]
)
def test_the_way_to_object_stands_on_the_page_of_the_signature(
    meja: Meja, jenis: str, hak: str
) -> None:
    read = pages(meja.pdf(jenis, f"{jenis}_hak_bersama"))
    (signed,) = [one for one in read if "ucapkanterimakasih" in one]

    assert "apabilasaudara" in signed
    assert hak in signed


@pytest.mark.parametrize("jenis", [JAWABAN, TOLAK, TUTUPAN])
def test_who_is_told_no_is_told_how_and_until_when_to_object(meja: Meja, jenis: str) -> None:
    said = told(meja, jenis, "hak", batas_keberatan="20 (dua puluh) hari kerja")

    assert "mengajukankeberatansecaratertuliskepadaatasanpejabatpengelola" in said
    assert "palinglambat20(duapuluh)harikerjasejak" in said


def test_an_extension_says_once_and_names_the_new_day(meja: Meja) -> None:
    said = told(meja, PANJANG, "sekali")

    assert "diperpanjang7(tujuh)harikerja" in said
    assert "palinglambathariRabu,2Desember2026".casefold() in said
    assert "hanyadilakukansatukali" in said


def test_letters_offer_the_very_words_of_the_registers() -> None:
    assert {*choices(PANJANG, "alasan")} == {*ALASAN.values()}
    assert {*choices(TUTUPAN, "sebab")} == {*TUTUP.values()}
    assert {*choices(TANGGAPAN, "putusan")} == {*PUTUSAN.values()}
    assert {*KESIMPULAN.values()} <= {*choices(JAWABAN, "informasi", "kesimpulan")}


@pytest.mark.parametrize("jenis", SURAT)
def test_the_closing_words_of_a_letter_stand_above_its_signature(meja: Meja, jenis: str) -> None:
    line = "Uraian contoh yang memenuhi satu baris penuh pada surat dinas ini kiranya."
    texts = [x.nama for x in declared(jenis).ruas if x.jenis == r.PARAGRAF and x.nama != "alamat"]

    for lines in (8, 9, 10, 13):
        long = {nama: [line] * lines for nama in texts}
        read = pages(meja.pdf(jenis, f"{jenis}_{lines}", **long))
        (signed,) = [one for one in read if "nip197402022000031002" in one]
        assert bare("kami ucapkan terima kasih.") in signed


def test_a_receipt_names_the_day_of_the_answer_and_no_number_of_its_own(meja: Meja) -> None:
    said = told(meja, BUKTI, "terms", waktu_jawaban="12 (dua belas) hari kerja")

    assert not declared(BUKTI).bernomor
    assert "nomorpendaftaran12/reg-ppid/xi/2026" in said
    assert "hari,tanggalditerima:senin,9november2026" in said
    assert "palinglambathariSenin,23November2026,yaitu12(duabelas)harikerja".casefold() in said


def test_who_asks_for_themselves_is_nobody_s_proxy_on_paper(meja: Meja) -> None:
    for jenis in (BUKTI, FORMULIR):
        assert "kuasadari" in told(meja, jenis, "kuasa")
        assert "kuasa" not in told(meja, jenis, "sendiri", kuasa="")


def test_a_form_of_objection_has_all_seven_grounds_of_the_law(meja: Meja) -> None:
    rows = shown(FORMULIR, "alasan")

    assert {row["huruf"]: row["alasan"] for row in rows} == ALASAN_KEBERATAN
    said = told(meja, FORMULIR, "alasan")
    assert "fbiayayangdikenakantidakwajarxg" in said
    assert "epermintaaninformasitidakdipenuhif" in said


def test_an_answer_to_an_objection_tells_the_way_to_the_komisi(meja: Meja) -> None:
    refused: dict[str, Any] = {"putusan": "Keberatan ditolak", "perintah": [], "dilaksanakan": ""}

    said = told(meja, TANGGAPAN, "ditolak", **refused)

    assert "memutuskan:keberatanditolak." in said
    assert "memerintahkan" not in said
    assert "komisiinformasiprovinsicontohpalinglambat14(empatbelas)harikerja" in said


def test_a_sheet_of_disposisi_has_the_words_of_the_page_and_room_for_the_hand(meja: Meja) -> None:
    rows = shown(LEMBAR, "isi")
    blank = [{**row, "dipilih": ""} for row in rows]

    assert [row["isi"] for row in rows] == [*ISI.values()]
    filled = told(meja, LEMBAR, "isi")
    empty = told(meja, LEMBAR, "kosong", isi=blank, kepada=[], catatan=[], baris_kosong="")
    assert "xtindaklanjuti" in filled
    assert "[x]segera" in filled
    assert "xtindaklanjuti" not in empty
    assert "tanggal123dipilih" in empty
    assert empty.count("…" * 35) == 3


def test_what_goes_back_says_of_each_document_what_is_wrong_with_it() -> None:
    pair = declared(KEMBALI)
    rows = [{"uraian": "Contoh", "banyaknya": "1 berkas", "ket": ""}]

    assert missing(pair, dict(pair.contoh) | {"dokumen": rows}) == [
        "Dokumen baris 1 (Yang perlu diperbaiki)"
    ]
    assert missing(pair, dict(pair.contoh) | {"alasan": ""}) == ["Alasan pengembalian"]
    assert missing(declared(ANTAR), dict(declared(ANTAR).contoh) | {"dokumen": rows}) == []


@pytest.mark.parametrize("jenis", [ANTAR, KEMBALI])
def test_a_note_counts_its_documents_and_its_two_signatures_stand_together(
    meja: Meja, jenis: str
) -> None:
    row = shown(jenis, "dokumen")[0]
    for many in (21, 25, 40):
        read = pages(meja.pdf(jenis, f"{jenis}_{many}", dokumen=[row] * many))

        assert f"jumlahseluruhnya{many}(" in "".join(read)
        (signed,) = [one for one in read if "nip198003032005012003" in one]
        assert "yangmenerima," in signed
        assert "mohonlembarkeduanotaini" in signed


def test_counsel_without_a_remark_says_so_and_its_parts_stay_in_order(meja: Meja) -> None:
    whole = told(meja, MASUKAN, "penuh")
    bare_ = told(meja, MASUKAN, "nihil", masukan=[], catatan=[], tembusan=[], nomor_laporan="")

    assert "terdapat2(dua)masukan" in whole
    assert "b.catatan" in whole
    assert "c.simpulan" in whole
    assert "tidakmempunyaimasukan" in bare_
    assert "b.simpulan" in bare_
    assert "tembusan" not in bare_


@pytest.mark.parametrize("jenis", [LEMBAR, ANTAR, KEMBALI, MASUKAN])
def test_a_paper_of_the_desk_that_carries_what_is_withheld_says_so(meja: Meja, jenis: str) -> None:
    secret = pages(meja.pdf(jenis, f"{jenis}_rahasia", sifat="Rahasia"))
    plain = told(meja, jenis, "biasa", sifat="Biasa")

    assert "salinanke-1dari3" in secret[0]
    assert "rahasia" in secret[0].split("salinanke")[0]
    assert "salinanke" not in plain
