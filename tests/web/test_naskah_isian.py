"""The form of a naskah: made from its declaration, read back letter for letter, mended in place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, render_template_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from service.config import CODE
from service.domain.paper import checked, complete, kept
from service.domain.ruas import DAFTAR_TEKS, GIVEN_LATER, PEJABAT, Pasangan
from service.face.door import dress
from service.face.isi import Muka, Tautan
from service.face.isi_formulir import Formulir, Ruas
from service.web.naskah.isian import Bahan, form_of, most_rows, shown
from service.web.naskah.kirim import Dibaca, read, reshaped
from service.web.naskah.ruas import hint
from tests.domain.naskah_contoh import KEPALA, SEMUA, undangan

PAIRS = sorted((CODE / "templates_docx").glob("*/naskah/*.toml"))
PASANGAN = undangan()
KOP = {"kop": PASANGAN.contoh["kop"]}
MEJA = {"butir": Tautan("Buka meja uji", "/berkas/contoh/uji")}
AT = "/naskah/contoh"


class Isian(HTMLParser):
    """What a browser would send of a form that nobody touched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: MultiDict[str, str] = MultiDict()
        self.labels: list[str] = []
        self._area = self._choice = ""
        self._words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        name, kind = told.get("name", ""), told.get("type", "")
        if tag == "input" and kind in ("radio", "checkbox"):
            if "checked" in told:
                self.sent.add(name, told["value"])
        elif tag == "input" and kind not in ("file", "submit"):
            self.sent.add(name, told.get("value", ""))
        elif tag == "textarea":
            self._area, self._words = name, []
        elif tag == "select":
            self._choice = name
            self.sent.add(name, "")
        elif tag == "option" and "selected" in told:
            self.sent[self._choice] = told["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser drops the first line break, and sends the others as CR LF.
            whole = "".join(self._words).removeprefix("\n").replace("\n", "\r\n")
            self.sent.add(self._area, whole)
            self._area = ""


@pytest.fixture(scope="module")
def app() -> Flask:
    """An app with nothing in it but the face."""
    one = Flask("formulir")
    dress(one)
    return one


def page(app: Flask, formulir: Formulir) -> str:
    with app.test_request_context():
        words = '{% import "macros.html" as m %}{{ m.formulir(f, muka) }}'
        return render_template_string(words, f=formulir, muka=Muka())


def bahan(
    isian: Mapping[str, Any], pasangan: Pasangan = PASANGAN, tetap: Mapping[str, Any] = KOP
) -> Bahan:
    return Bahan(pasangan, isian, tetap, MEJA)


def names(formulir: Formulir) -> list[str]:
    return [one.nama for one in formulir.ruas]


def at(formulir: Formulir, nama: str) -> Ruas:
    return next(one for one in formulir.ruas if one.nama == nama)


def faults(one: Dibaca) -> dict[str, str]:
    return {ruas.nama: ruas.galat for ruas in one.formulir.ruas if ruas.galat}


def blank(known: Bahan) -> MultiDict[str, str]:
    """The form as it is sent when nothing was filled in."""
    return MultiDict({one.nama: "" for one in form_of(known, AT).ruas if one.jenis != "file"})


def type_in(sent: MultiDict[str, str], words: Mapping[str, str]) -> None:
    for nama, word in words.items():
        sent[nama] = word


def test_every_ruas_is_asked_for_in_its_own_way_and_in_the_order_of_the_pair() -> None:
    found = form_of(bahan(PASANGAN.contoh), AT)

    kinds = {one.nama: one.jenis for one in found.ruas}
    assert [one for one in names(found) if "-acara-" not in one and "mengetahui" not in one] == [
        *("isi-hal", "isi-pembuka", "isi-hari_rapat", "isi-peserta", "isi-biaya", "isi-sifat"),
        *("isi-peta", "isi-tembusan"),
    ]
    assert kinds["isi-hari_rapat"] == "tanggal"
    assert kinds["isi-pembuka"] == kinds["isi-tembusan"] == "panjang"
    assert kinds["isi-biaya"] == kinds["isi-peserta"] == "angka"
    assert kinds["isi-sifat"] == "radio"
    assert kinds["isi-peta"] == "file"
    assert kinds["isi-acara-1-catatan"] == "panjang"
    assert found.berlampiran
    assert at(found, "isi-biaya").nilai == "1.500.000"
    assert at(found, "isi-hari_rapat").nilai == "2026-11-23"


def test_a_field_carries_its_help_its_sample_and_its_limit(app: Flask) -> None:
    found = form_of(bahan({}), AT)

    hal, day = at(found, "isi-hal"), at(found, "isi-hari_rapat")
    assert (hal.petunjuk, hal.contoh) == ("Singkat, tanpa titik di akhir.", "Undangan rapat contoh")
    assert (hal.batas, hal.wajib, at(found, "isi-tembusan").wajib) == (60, True, False)
    assert (day.contoh, day.petunjuk) == ("23-11-2026", "Diambil dari berkas; betulkan bila perlu.")
    told = page(app, found)
    assert 'maxlength="60"' in told
    assert "Contoh: Undangan rapat contoh" in told
    assert "Alinea dipisah dengan satu baris kosong." in told
    assert 'enctype="multipart/form-data"' in told


def test_what_comes_from_elsewhere_is_shown_with_a_link_and_not_typed() -> None:
    known = bahan(PASANGAN.contoh)

    told = {one.label: one for one in shown(known)}

    assert list(told) == ["Kepala surat", "Nomor", "Tanggal surat", "Butir yang diuji"]
    assert told["Kepala surat"].kata == "DINAS CONTOH"
    assert told["Nomor"].kata == "Diberikan saat naskah disetujui."
    assert told["Butir yang diuji"].kata == "1 butir: Rencana contoh"
    assert told["Butir yang diuji"].tautan == MEJA["butir"]
    nothing = {one.label: one.kata for one in shown(bahan({}, tetap={}))}
    assert nothing["Butir yang diuji"] == nothing["Kepala surat"] == "Belum ada."


def test_an_official_is_typed_only_where_the_instansi_names_nobody() -> None:
    named = PASANGAN.contoh["mengetahui"]

    asked, given_ = bahan({}), bahan({}, tetap={**KOP, "mengetahui": named})

    assert "isi-mengetahui-nama" in names(form_of(asked, AT))
    assert "isi-mengetahui-nama" not in names(form_of(given_, AT))
    told = {one.label: one.kata for one in shown(given_)}
    assert told["Mengetahui"] == "Dra. Contoh Dua, M.Si., Sekretaris Contoh"
    assert read(given_, AT, blank(given_), lengkap=False).isian["mengetahui"] == named


def test_a_form_that_nobody_touched_brings_back_the_same_isian(app: Flask) -> None:
    whole = complete(PASANGAN, PASANGAN.contoh)
    known = bahan(whole)

    sent = Isian(page(app, form_of(known, AT))).sent
    back = read(known, AT, sent)

    assert faults(back) == {}
    again = complete(PASANGAN, back.isian)
    officer = again.pop("mengetahui")
    assert again == {key: value for key, value in whole.items() if key != "mengetahui"}
    assert {key: value for key, value in officer.items() if value} == whole["mengetahui"]


@pytest.mark.parametrize("toml", PAIRS, ids=lambda path: path.stem)
def test_the_help_of_a_field_says_nothing_twice(toml: Path) -> None:
    for ruas in checked(toml.stem, toml.read_text(), toml.name).ruas:
        told = hint(ruas).casefold()
        assert told.count("baris kosong") <= 1
        assert told.count("satu baris") <= 1 or ruas.jenis != DAFTAR_TEKS
        # What may be left empty already says so beside its name.
        assert "boleh kosong." not in told


@pytest.mark.parametrize("toml", PAIRS, ids=lambda path: path.stem)
def test_the_form_of_every_pair_we_ship_brings_back_its_own_samples(app: Flask, toml: Path) -> None:
    one = checked(toml.stem, toml.read_text(), toml.name)
    known = Bahan(one, one.contoh, {}, {})

    formulir = form_of(known, AT)
    back = read(known, AT, Isian(page(app, formulir)).sent)

    assert faults(back) == {}
    after, before = complete(one, back.isian), complete(one, one.contoh)
    for ruas in one.ruas:
        if ruas.jenis != PEJABAT and ruas.asal not in GIVEN_LATER:
            assert after[ruas.nama] == before[ruas.nama]
    assert all(field.label for field in formulir.ruas)


LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    "\ufffe\uffff",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    hal=st.text(LETTERS, max_size=60),
    pembuka=st.lists(st.text(LETTERS | st.just("\n"), max_size=80), max_size=4),
    tembusan=st.lists(st.text(LETTERS, max_size=40), max_size=4),
    acara=st.lists(st.fixed_dictionaries({"pokok": st.text(LETTERS, max_size=40)}), max_size=4),
    biaya=st.integers(0, 10**15),
)
def test_whatever_is_kept_comes_back_letter_for_letter(app: Flask, **isian: Any) -> None:
    whole = kept(PASANGAN, isian | {"pembuka": "\n\n".join(isian["pembuka"])})
    known = bahan(whole)

    sent = Isian(page(app, form_of(known, AT))).sent
    back = kept(PASANGAN, read(known, AT, sent, lengkap=False).isian)

    for nama in isian:
        assert back[nama] == whole[nama]


def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(app: Flask) -> None:
    known = bahan({})
    sent = blank(known)
    type_in(
        sent,
        {
            "isi-hal": "x" * 61,
            "isi-hari_rapat": "2026-02-31",
            "isi-biaya": "satu juta",
            "isi-sifat": "Rahasia",
            "isi-mengetahui-nama": "Dra. Contoh Dua",
            "isi-mengetahui-nip": "198613292004121001",
            "isi-acara-2-hari": "besok",
            "isi-tembusan": "Arsip\nDinas\u202eContoh",
        },
    )

    back = read(known, AT, sent)

    assert faults(back) == {
        "isi-hal": "Hal paling banyak 60 huruf, sekarang 61.",
        "isi-pembuka": "Pembuka belum diisi.",
        "isi-hari_rapat": "Hari rapat bukan tanggal yang ada; tulis seperti 2026-11-21.",
        "isi-biaya": "Biaya rapat harus berupa bilangan bulat rupiah, tanpa sen.",
        "isi-sifat": "Sifat harus salah satu dari: Biasa, Segera, Sangat Segera.",
        "isi-mengetahui-jabatan": "Jabatan Mengetahui belum diisi.",
        "isi-mengetahui-nip": "Mengetahui memuat NIP yang keliru: delapan angka pertama NIP harus "
        "tanggal lahir (tahun, bulan, tanggal).",
        "isi-acara-2-pokok": "Pokok acara belum diisi.",
        "isi-acara-2-hari": "Hari bukan tanggal yang ada; tulis seperti 2026-11-21.",
        "isi-tembusan": "Tembusan butir 2 memuat tanda yang tidak terlihat; ketik ulang tanpa "
        "tanda itu.",
    }
    told = page(app, back.formulir)
    assert told.count("Biaya rapat harus berupa bilangan bulat rupiah") == 2  # on top, and there
    assert 'href="#r-isi-acara-2-pokok"' in told
    assert 'value="satu juta"' in told
    assert "x" * 61 in told


def test_an_unfinished_form_is_kept_and_its_empty_fields_are_no_fault() -> None:
    known = bahan({})
    sent = blank(known)
    type_in(sent, {"isi-hal": "Undangan", "isi-acara-1-hari": "2026-11-23"})

    back = read(known, AT, sent, lengkap=False)

    assert faults(back) == {}
    assert kept(PASANGAN, back.isian)["acara"] == [
        {"pokok": "", "hari": "2026-11-23", "catatan": ""}
    ]
    assert back.formulir.lain[0].nilai == "sementara"


def test_a_field_that_the_form_did_not_carry_keeps_what_it_had() -> None:
    known = bahan(PASANGAN.contoh)

    back = read(known, AT, MultiDict({"isi-hal": "Lain"}))

    assert faults(back) == {}
    assert back.isian == complete(PASANGAN, PASANGAN.contoh) | {"hal": "Lain"}


def test_rows_are_added_and_taken_out_without_any_script(app: Flask) -> None:
    known = bahan({})
    sent = Isian(page(app, form_of(known, AT))).sent
    assert [one for one in sent if one.endswith("-pokok")] == [
        *("isi-acara-1-pokok", "isi-acara-2-pokok", "isi-acara-3-pokok")
    ]
    type_in(sent, {"isi-acara-1-pokok": "Satu", "isi-acara-2-pokok": "Dua", "isi-hal": "Rapat"})

    more = reshaped(known, AT, sent, "tambah-acara")
    less = reshaped(known, AT, sent, "hapus-acara-1")

    assert at(more, "isi-acara-4-pokok").nilai == ""
    assert [at(less, f"isi-acara-{n}-pokok").nilai for n in (1, 2)] == ["Dua", ""]
    assert "isi-acara-3-pokok" not in names(less)
    assert at(more, "isi-hal").nilai == at(less, "isi-hal").nilai == "Rapat"
    assert not more.keliru
    assert 'name="ubah" value="tambah-acara">Tambah baris: Susunan acara' in page(app, more)
    assert read(known, AT, sent, lengkap=False).isian["acara"] == [
        {"pokok": "Satu", "hari": "", "catatan": ""},
        {"pokok": "Dua", "hari": "", "catatan": ""},
    ]


@pytest.mark.parametrize(
    "ubah", ["tambah-lain", "hapus-acara-99", "hapus-acara-0", "hapus-acara", "x", "tambah-hal"]
)
def test_a_button_that_nobody_showed_changes_nothing(ubah: str) -> None:
    known = bahan(PASANGAN.contoh)
    sent = MultiDict({one.nama: one.nilai for one in form_of(known, AT).ruas})

    assert reshaped(known, AT, sent, ubah) == reshaped(known, AT, sent, "")


def test_a_table_too_long_for_a_form_is_shown_by_its_count_and_stays_whole() -> None:
    acara = PASANGAN.ruas_of("acara")
    assert acara is not None
    rows = [{"pokok": f"Acara {n}", "hari": "", "catatan": ""} for n in range(300)]
    known = bahan(PASANGAN.contoh | {"acara": rows})

    assert not [one for one in names(form_of(known, AT)) if "-acara-" in one]
    told = {one.label: one.kata for one in shown(known)}
    assert told["Susunan acara"].startswith("300 baris; terlalu banyak untuk formulir ini")
    assert read(known, AT, MultiDict({"isi-hal": "a"})).isian["acara"] == rows
    full = bahan(PASANGAN.contoh | {"acara": rows[: most_rows(acara)]})
    assert [one.nilai for one in form_of(full, AT).lain] == ["sementara"]


def test_a_picture_is_asked_for_as_a_file_and_kept_until_it_is_replaced() -> None:
    sha = "a" * 64
    known = bahan(PASANGAN.contoh | {"peta": sha})
    sent = MultiDict({"isi-hal": "a"})

    assert "Sudah ada: satu gambar." in at(form_of(known, AT), "isi-peta").petunjuk
    assert read(known, AT, sent).isian["peta"] == sha
    chosen = read(known, AT, sent, files={"isi-peta"})
    assert (chosen.isian["peta"], chosen.unggahan) == (sha, ("peta",))
    gone = read(known, AT, MultiDict({"isi-peta-hapus": "ya"}))
    assert gone.isian["peta"] is None
    needed = undangan(SEMUA.replace("wajib = false\nlebar", "lebar"))
    missing = read(bahan({}, needed), AT, MultiDict())
    assert faults(missing)["isi-peta"] == "Peta lokasi belum diunggah."


def test_the_list_of_a_decree_is_asked_for_as_a_table_and_told_by_its_count() -> None:
    text = KEPALA + (
        '[[ruas]]\nnama = "daftar"\nlabel = "Daftar Informasi Publik"\njenis = "daftar_dip"\n'
        'contoh = [{ kategori = "Berkala", baris = [{ no = 1 }, { no = 2 }] }]\n'
    )
    one = undangan(text)

    empty, full = bahan({}, one, {}), bahan(one.contoh, one, {})

    assert at(form_of(empty, AT), "isi-daftar").jenis == "file"
    assert (
        "Sudah ada: 2 informasi dalam 1 golongan." in at(form_of(full, AT), "isi-daftar").petunjuk
    )
    assert faults(read(empty, AT, MultiDict())) == {
        "isi-daftar": "Daftar Informasi Publik belum diunggah."
    }
    assert read(full, AT, MultiDict()).isian == one.contoh


def test_a_stand_in_is_printed_before_the_office() -> None:
    known = bahan({})
    sent = MultiDict(
        {
            "isi-mengetahui-nama": "Contoh Tiga",
            "isi-mengetahui-jabatan": "Sekretaris Contoh",
            "isi-mengetahui-nip": "198604292004121001",
            "isi-mengetahui-sebagai": "Plt.",
        }
    )

    officer = read(known, AT, sent, lengkap=False).isian["mengetahui"]

    assert (officer["sebagai"], officer["nip"]) == ("Plt. ", "19860429 200412 1 001")
    sent["isi-mengetahui-sebagai"] = "Raja"
    assert read(known, AT, sent, lengkap=False).isian["mengetahui"]["sebagai"] == ""


def test_who_signs_for_another_says_in_which_office() -> None:
    known = bahan({})
    sent = MultiDict(
        {
            "isi-mengetahui-nama": "Contoh Tiga",
            "isi-mengetahui-jabatan": "Kepala Dinas Contoh",
            "isi-mengetahui-sebagai": "u.b.",
        }
    )

    def told() -> str:
        return " ".join(faults(read(known, AT, sent, lengkap=False)).values())

    assert "belum memuat jabatan sendiri, yang diperlukan u.b. di atas tanda tangan." in told()
    assert "belum memuat jabatan yang diberi mandat, yang diperlukan u.b." in told()
    sent["isi-mengetahui-jabatan_sendiri"] = "Kepala Bidang Contoh"
    sent["isi-mengetahui-melalui"] = "Sekretaris"
    officer = read(known, AT, sent, lengkap=False).isian["mengetahui"]
    assert (officer["sebagai"], officer["melalui"]) == ("u.b. ", "Sekretaris")


def test_what_was_typed_is_only_text_on_the_page(app: Flask) -> None:
    known = bahan({})
    sent = blank(known)
    type_in(
        sent,
        {
            "isi-hal": '"><script>alert(1)</script>',
            "isi-pembuka": "</textarea><script>alert(2)</script> {{ 7*7 }}",
        },
    )

    back = read(known, AT, sent, lengkap=False)
    told = page(app, back.formulir)

    assert not re.search(r"<script", told)
    assert "{{ 7*7 }}" in told
    assert back.isian["pembuka"].startswith("</textarea><script>")


def test_the_hidden_fields_of_a_page_travel_with_its_form() -> None:
    hidden = (Ruas("versi", "Versi", "3", "tersembunyi"),)

    found = form_of(bahan({}), AT, hidden)
    back = read(bahan({}), AT, MultiDict({"versi": "3"}), lengkap=False, tersembunyi=hidden)

    assert names(found)[0] == "versi"
    assert at(back.formulir, "versi").nilai == "3"
    assert "versi" not in back.isian
