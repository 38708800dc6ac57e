"""A list's address says what is sorted and where one stands."""

from service.face.alamat import columns, link, page_of, pages

HEADS = [("nama", "Nama"), ("jumlah", "Jumlah"), ("", "Keadaan")]


def test_a_head_sorts_upwards_first_and_turns_when_asked_again():
    nama, jumlah, _ = columns("/orang", {}, HEADS)
    assert (nama.alamat, nama.arah) == ("/orang?urut=nama", "")

    nama, jumlah, _ = columns("/orang", {"urut": "nama"}, HEADS)
    assert (nama.alamat, nama.arah) == ("/orang?urut=nama&arah=turun", "naik")
    assert (jumlah.alamat, jumlah.arah) == ("/orang?urut=jumlah", "")

    nama, _, _ = columns("/orang", {"urut": "nama", "arah": "turun"}, HEADS)
    assert (nama.alamat, nama.arah) == ("/orang?urut=nama", "turun")


def test_a_column_without_a_name_cannot_be_sorted():
    assert columns("/orang", {}, HEADS)[2].alamat == ""


def test_numbers_stand_to_the_right():
    _, jumlah, _ = columns("/orang", {}, HEADS, angka=frozenset({"jumlah"}))

    assert jumlah.angka


def test_sorting_keeps_the_filter_and_returns_to_the_first_page():
    nama, *_ = columns("/orang", {"cari": "a & b", "halaman": "3"}, HEADS)

    assert nama.alamat == "/orang?cari=a+%26+b&urut=nama"


def test_one_page_needs_no_pages():
    assert pages("/jurnal", {}, jumlah=50, per=50, apa="catatan") is None
    assert pages("/jurnal", {}, jumlah=0, per=50, apa="catatan") is None


def test_in_the_middle_the_ends_and_the_neighbours_are_shown():
    here = pages("/jurnal", {"cari": "x", "halaman": "10"}, jumlah=1204, per=50, apa="catatan")

    assert here.kata == "451 sampai 500 dari 1.204 catatan"
    assert [number for number, _ in here.nomor] == [1, 0, 9, 10, 11, 0, 25]
    assert here.sebelum == "/jurnal?cari=x&halaman=9"
    assert here.nomor[0] == (1, "/jurnal?cari=x")


def test_a_page_beyond_the_last_is_the_last():
    here = pages("/jurnal", {"halaman": "99"}, jumlah=120, per=50, apa="catatan")

    assert (here.ini, here.sesudah) == (3, "")
    assert here.kata == "101 sampai 120 dari 120 catatan"


def test_nonsense_for_a_page_is_the_first():
    for text in ("", "-1", "dua", "²", "9" * 30):
        assert page_of({"halaman": text}) == 1


def test_an_address_without_questions_stands_bare():
    assert link("/orang", {"cari": ""}) == "/orang"
