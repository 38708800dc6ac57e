"""What an officer filled in: kept in one form, refused where it is wrong, shown to a template."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.domain.instansi_baca import read_text
from service.domain.isian import of_instansi
from service.domain.isian_cetak import seen
from service.domain.kurang import KOSONG, Kurang
from service.domain.paper import (
    RuasKosong,
    RuasSalah,
    complete,
    kept,
    missing,
    printed,
    resep,
    sample,
)
from service.domain.ruas import JENIS, PARAGRAF, TULIS_TANGAN, Ruas
from service.domain.ruas_baku import baku, empty
from service.domain.ruas_periksa import fault
from service.domain.tapis import TAPIS
from tests.domain.naskah_contoh import SEMUA, naskah, undangan

SABTU = date(2026, 11, 21)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def render(words: str, told: dict[str, Any]) -> str:
    """What a template says, with the filters of the house."""
    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    sandbox.filters |= TAPIS
    return sandbox.from_string(words).render(told)


def test_the_samples_of_a_pair_are_a_complete_isian_and_stay_as_they_are() -> None:
    one = undangan()

    whole = complete(one, one.contoh)

    assert whole == {nama: one.contoh[nama] for nama in whole}
    assert set(one.contoh) - set(whole) == {"nomor", "tanggal"}
    assert json.loads(json.dumps(whole)) == whole


def test_a_template_sees_days_paragraphs_and_whole_tables() -> None:
    told = sample(undangan())

    assert render("{{ hari_rapat }}, {{ hari_rapat|hari }}", told) == "23 November 2026, Senin"
    assert told["pembuka"] == ["Alinea pertama contoh.", "Alinea kedua contoh."]
    assert render("{{ biaya|rupiah }}", told) == "Rp1.500.000,00"
    assert render("{{ acara[0].hari|panjang }}{{ acara[1].hari }}", told) == "23 November 2026"
    assert told["acara"][1]["catatan"] == ["Lembar uji dibawa."]
    assert render("{{ butir[0].judul }}{{ butir[0].kepatutan }}", told) == "Rencana contoh"
    assert told["butir"][0]["dasar"] == ["Pasal 17 huruf a"]
    assert render("{{ mengetahui.nama }}{{ mengetahui.nip }}", told) == "Dra. Contoh Dua, M.Si."
    assert (told["nomor"], str(told["tanggal"])) == ("3/DC/XI/2026", "21 November 2026")
    assert told["peta"] == ""


def test_number_and_date_are_empty_places_until_they_are_given() -> None:
    one = undangan()
    isian = complete(one, one.contoh)

    before = printed(one, naskah(isian))
    after = printed(one, naskah(isian, "3/DC/XI/2026", SABTU))

    assert (before["nomor"], before["tanggal"]) == (KOSONG, KOSONG)
    assert render("{{ tanggal|panjang }}|{{ nomor|besar }}", before) == f"{KOSONG}|{KOSONG}"
    assert isinstance(after["tanggal"], date)
    assert render("{{ tanggal|tanggal_terbilang }}", after).startswith("Sabtu, tanggal dua puluh")
    assert resep("t", before) != resep("t", after) == resep("t", copy.deepcopy(after))


def test_the_date_of_a_paper_for_ink_is_left_to_the_hand() -> None:
    one = undangan(SEMUA.replace('tanda_tangan = "tabel"', 'tanggal = "tulis_tangan"'))
    assert one.tanggal == TULIS_TANGAN

    told = printed(one, naskah(complete(one, one.contoh), "3/DC/XI/2026", SABTU))

    assert (told["tanggal"], told["nomor"]) == (KOSONG, "3/DC/XI/2026")
    assert sample(one)["tanggal"] == KOSONG


def test_an_unfinished_paper_is_kept_and_shows_what_it_lacks() -> None:
    one = undangan()

    unfinished = kept(one, {"hal": "Undangan", "acara": [{"pokok": "Pembukaan"}]})
    told = printed(one, naskah(unfinished))

    assert missing(one, unfinished)[:3] == ["Kepala surat", "Pembuka", "Hari rapat"]
    assert isinstance(told["pembuka"], Kurang)
    assert told["pembuka"].label == "Pembuka"
    assert (told["tembusan"], told["peserta"], told["peta"]) == ([], "", "")
    assert told["acara"] == [{"pokok": "Pembukaan", "hari": "", "catatan": []}]
    with pytest.raises(RuasKosong, match="Belum diisi: Kepala surat, Pembuka, Hari rapat"):
        complete(one, unfinished)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("{{ pembuka }}", "«Pembuka»"),
        ("{% for x in pembuka %}[{{ x }}]{% endfor %}", "[«Pembuka»]"),
        ("{{ kop.nama|upper }} {{ kop.induk[0] }}", "«Kepala surat» «Kepala surat»"),
        ("{{ hari_rapat|panjang }}, {{ hari_rapat|hari }}", "«Hari rapat», «Hari rapat»"),
        ("{{ biaya|rupiah }} ({{ biaya|terbilang }})", "«Biaya rapat» («Biaya rapat»)"),
        ("{{ biaya + 1 }} {{ 2 * biaya }} {{ biaya // 3 }}", "«Biaya rapat» " * 3),
        ("{% if biaya > 3 %}mahal{% else %}murah{% endif %}", "murah"),
        ("{% for b in butir %}{{ b.no }} {{ b.dasar|join(', ') }}{% endfor %}", "«Butir yang"),
        ("{{ butir|length|daftar_huruf }}", "huruf a"),
        ("{{ mengetahui.nama|besar|replace('a', 'b') }}", "«Mengetahui»"),
    ],
)
def test_a_draft_never_fails_over_what_is_missing(words: str, written: str) -> None:
    told = printed(undangan(), naskah({}))

    assert render(words, told).startswith(written.strip())


def test_what_is_missing_stays_so_on_its_way_to_another_process() -> None:
    lack = Kurang("Nama pemohon")

    for one in (pickle.loads(pickle.dumps(lack)), copy.deepcopy(lack)):
        assert isinstance(one, Kurang)
        assert (one, one.label) == ("«Nama pemohon»", "Nama pemohon")
    told = printed(undangan(), naskah({}, tanggal=SABTU))
    assert pickle.loads(pickle.dumps(told)) == told
    assert str(pickle.loads(pickle.dumps(told))["tanggal"]) == "21 November 2026"


def test_every_isian_that_will_not_do_is_named_at_once() -> None:
    one = undangan()
    wrong = one.contoh | {
        "hal": "x" * 61,
        "sifat": "Rahasia",
        "hari_rapat": "31 Februari 2026",
        "biaya": -1,
        "acara": [{"pokok": "a"}, {"pokok": "b", "hari": "besok"}],
        "peta": "/etc/passwd",
    }

    with pytest.raises(RuasSalah) as no:
        complete(one, wrong)

    assert no.value.faults == (
        "Hal paling banyak 60 huruf, sekarang 61.",
        "Hari rapat bukan tanggal yang ada; tulis seperti 2026-11-21.",
        "Biaya rapat harus antara 0 dan 1.000.000.000.000.000.",
        "Sifat harus salah satu dari: Biasa, Segera, Sangat Segera.",
        "Susunan acara baris 2, Hari bukan tanggal yang ada; tulis seperti 2026-11-21.",
        "Peta lokasi bukan gambar yang sudah disimpan; unggah gambarnya.",
    )
    assert str(no.value).endswith("Perbaiki lalu simpan lagi.")


def test_a_row_and_an_official_may_be_unfinished_in_a_draft_and_in_no_other_paper() -> None:
    one = undangan()
    half = {"acara": [{"hari": "2026-11-23"}], "mengetahui": {"jabatan": "Sekretaris Contoh"}}

    whole = kept(one, one.contoh | half)
    told = printed(one, naskah(whole))

    assert render("{{ acara[0].pokok }}, {{ acara[0].hari }}", told) == (
        "«Pokok acara», 23 November 2026"
    )
    assert told["mengetahui"]["nama"] == "«Mengetahui: nama»"
    with pytest.raises(RuasKosong) as no:
        complete(one, whole)
    assert "Mengetahui (nama), Susunan acara baris 1 (Pokok acara)" in str(no.value)


@pytest.mark.parametrize(
    ("nama", "came", "stays"),
    [
        ("hari_rapat", date(2026, 11, 23), "2026-11-23"),
        ("hari_rapat", datetime(2026, 11, 23, 9), "2026-11-23"),
        ("hari_rapat", "Senin, 23 November 2026", "2026-11-23"),
        ("hari_rapat", "23/11/2026", "2026-11-23"),
        ("biaya", 1_500_000.0, 1_500_000),
        ("biaya", "Rp 1.500.000,-", 1_500_000),
        ("peserta", 0, 0),
        ("peserta", "", None),
        ("pembuka", ["Satu.", "", "Dua."], "Satu.\n\nDua."),
        ("pembuka", "Satu.\r\n\r\nDua.\r\n", "Satu.\n\nDua."),
        ("hal", "  Undangan  ", "Undangan"),
        ("tembusan", ["", " Arsip "], ["Arsip"]),
        ("acara", [{"pokok": " a "}, {"pokok": "", "hari": ""}], None),
    ],
)
def test_a_value_from_a_form_or_a_spreadsheet_is_kept_in_one_form(
    nama: str, came: object, stays: object
) -> None:
    if nama == "acara":
        stays = [{"pokok": "a", "hari": "", "catatan": ""}]

    assert kept(undangan(), {nama: came})[nama] == stays


def test_a_zero_is_an_answer_and_spaces_are_none() -> None:
    one = undangan(SEMUA.replace('jenis = "bilangan"\nwajib = false', 'jenis = "bilangan"'))

    assert "Jumlah peserta" in missing(one, kept(one, {"peserta": " "}))
    assert "Jumlah peserta" not in missing(one, kept(one, {"peserta": 0}))
    assert seen(one.ruas_of("peserta") or one.ruas[0], 0) == 0


@pytest.mark.parametrize(
    "letters",
    [
        "A & B <c> {{ 7*7 }} {% raw %}",
        "محمد contoh 😀",
        'Nama d\'Contoh, S.H., "M.H."',
        "=HYPERLINK(1)",
        "é ü ñ",
    ],
)
def test_letters_of_a_name_are_kept_one_by_one(letters: str) -> None:
    assert kept(undangan(), {"hal": letters})["hal"] == letters


@pytest.mark.parametrize("letters", ["a\x00b", "a\x1bb", "\ud800", "a\u202eb", "a\u2028b"])
def test_signs_that_nobody_sees_are_refused_wherever_they_stand(letters: str) -> None:
    places: list[dict[str, Any]] = [
        {"hal": letters},
        {"pembuka": letters},
        {"tembusan": [letters]},
        {"acara": [{"pokok": letters}]},
        {"mengetahui": {"nama": letters}},
        {"butir": [{"judul": letters}]},
        {"butir": [{"dasar": ["a", letters]}]},
        {"kop": {"nama": "a", "alamat": [letters]}},
    ]
    for one in places:
        with pytest.raises(RuasSalah, match="tidak terlihat"):
            kept(undangan(), one)


def test_a_hundred_thousand_letters_are_counted_and_refused() -> None:
    with pytest.raises(RuasSalah, match=r"Pembuka paling banyak 20\.000 huruf, sekarang 100\.000"):
        kept(undangan(), {"pembuka": "a" * 100_000})


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(undangan().contoh)), JSON, max_size=4))
def test_whatever_comes_for_a_ruas_is_kept_shown_or_refused(isian: dict[str, Any]) -> None:
    one = undangan()
    try:
        whole = kept(one, isian)
    except RuasSalah as no:
        assert no.faults
        return
    assert kept(one, whole) == whole
    assert set(printed(one, naskah(whole))) == set(one.contoh)


@pytest.mark.parametrize("jenis", JENIS)
@settings(deadline=None)
@given(value=JSON)
def test_what_an_older_declaration_kept_is_shown_as_it_is(jenis: str, value: Any) -> None:
    one = Ruas("x", "X", jenis, kolom=(Ruas("y", "Y", PARAGRAF),))

    assert isinstance(seen(one, value), Kurang) == empty(value)
    assert isinstance(fault(one, baku(one, value)), str)


def test_an_instansi_fills_in_whoever_holds_the_peran_that_a_ruas_names() -> None:
    instansi, found = read_text(
        "contoh",
        "contoh/instansi.toml",
        """nama = "Dinas Contoh"
singkatan = "DC"
kota = "Kota Contoh"
[[unit]]
id = "sekretariat"
nama = "Sekretariat"
kode = "SEK"
[[pejabat]]
nama = "Contoh Satu"
jabatan = "Kepala Dinas Contoh"
[[pejabat]]
nama = "Contoh Dua"
gelar_depan = "Dra."
jabatan = "Sekretaris Contoh"
sebagai = "Plt."
mulai = 2026-01-01
sampai = 2026-12-31
dasar = "SP-1/2026"
[peran.ppid]
sebutan = "PPID"
jabatan = "Kepala Dinas Contoh"
[peran.atasan_ppid]
sebutan = "Atasan PPID"
jabatan = "Sekretaris Contoh"
""",
    )
    assert instansi is not None, found

    own = of_instansi(instansi, undangan(), SABTU)

    assert set(own) == {"kop", "mengetahui"}
    assert own["mengetahui"]["nama"] == "Dra. Contoh Dua"
    assert own["mengetahui"]["sebagai"] == "Plt. "
    assert of_instansi(instansi, undangan(), date(2027, 1, 1))["mengetahui"] == {}
