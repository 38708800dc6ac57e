"""A clerk who changed a template in Word is told what is wrong with it, where, and what to do."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from service.acts.pasangan.klinik import examine
from service.domain.klinik.laporan import Laporan
from service.domain.klinik.templat import ISI, KAKI, KEPALA
from tests import contoh_buruk
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import WORD, XML, W, docx, docx_parts, paragraph, types, zipped
from tests.klinik import PASANGAN, Alat, body, bound, report
from tests.klinik import paragraph as cut
from tests.papers import UMUM, altered

PAIRS = sorted(path.stem for path in UMUM.glob("*.docx"))
WHOLE = (
    "Yth. {{ nama }}",
    "{{ hari_ini|panjang }}",
    "{%p for satu in rincian %}",
    "{{ satu.judul }}",
    "{%p endfor %}",
)


def faults(one: Laporan) -> list[str]:
    return [cacat.sebab for cacat in one.salah]


@pytest.mark.parametrize("jenis", PAIRS)
def test_every_pair_that_comes_with_berkas_is_healthy(jenis: str) -> None:
    declared = (UMUM / f"{jenis}.toml").read_text()

    told = examine(Alat(), UMUM / f"{jenis}.docx", declared, jenis, "umum")

    assert [str(one) for one in (*told.salah, *told.ingat)] == []
    assert all(one.tempat for one in told.ruas)


def test_a_small_template_without_a_fault_is_told_so(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE))

    assert told.sehat
    assert told.ingat == ()


def test_all_faults_are_told_at_once_each_with_its_paragraph_and_neighbours(
    tmp_path: Path,
) -> None:
    told = report(tmp_path, body("Kepada", "Yth. {{ nma }}", "di {{ kota }}", *WHOLE[1:]))

    assert faults(told) == [
        "Ruas 'nma' pada {{ nma }} tidak ada dalam daftar ruas.",
        "Ruas 'kota' pada {{ kota }} tidak ada dalam daftar ruas.",
    ]
    first = told.salah[0]
    assert first.saran == "Mungkin yang dimaksud 'nama'."
    place = first.tempat
    assert (place.bagian, place.alinea, place.teks) == (ISI, 2, "Yth. {{ nma }}")
    assert (place.sebelum, place.sesudah) == ("Kepada", "di {{ kota }}")
    assert str(place) == "isi naskah, alinea 2"


def test_a_fault_in_a_table_is_told_by_its_row_and_column(tmp_path: Path) -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    rows = (
        f"<w:tr>{cell.format(paragraph('No.'))}{cell.format(paragraph('Nama'))}</w:tr>"
        f"<w:tr>{cell.format(paragraph('1'))}{cell.format(paragraph('{{ entah }}'))}</w:tr>"
    )
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    table = f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>"

    (fault,) = report(tmp_path, body(*WHOLE) + table + paragraph()).salah

    assert str(fault.tempat) == "isi naskah, alinea 9 (tabel 1, baris 2, kolom 2)"


def test_a_fault_above_or_below_the_page_is_told_so(tmp_path: Path) -> None:
    parts = docx_parts(body(*WHOLE), ("header", "kepala.xml", ""), ("footer", "kaki.xml", ""))
    for name, tag in (("kepala", "hdr"), ("kaki", "ftr")):
        text = paragraph(f"{{{{ {name} }}}}")
        parts[f"word/{name}.xml"] = f'{XML}<w:{tag} xmlns:w="{W}">{text}</w:{tag}>'
    parts["[Content_Types].xml"] = types(
        main=f"word/document.xml={WORD}.document.main+xml",
        kepala=f"word/kepala.xml={WORD}.header+xml",
        kaki=f"word/kaki.xml={WORD}.footer+xml",
    )
    path = tmp_path / "surat.docx"
    path.write_bytes(zipped(parts))

    told = examine(Alat(), path, PASANGAN, "surat", "contoh")

    assert [one.tempat.bagian for one in told.salah] == [KEPALA, KAKI]


def test_a_tag_that_word_cut_into_runs_can_be_mended_and_stops_nothing(tmp_path: Path) -> None:
    told = report(tmp_path, cut("Yth. {{ na", "ma }", "}") + body(*WHOLE[1:]))

    assert told.sehat
    (one,) = told.ingat
    assert one.perbaiki
    assert "Word memecah tanda {{ nama }}" in one.sebab


def test_a_tag_cut_in_two_by_a_tracked_change_stops_the_template_and_can_be_mended(
    tmp_path: Path,
) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    torn = f'<w:p><w:ins w:id="1" w:author="Contoh">{run.format("Yth. {{ na")}</w:ins>'
    torn += f"{run.format('ma }}')}</w:p>"

    told = report(tmp_path, torn + body(*WHOLE[1:]))

    (one,) = told.salah
    assert one.perbaiki
    assert told.terbelah


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("{% if nama %}ya",), "Syarat {% if nama %} tidak ditutup."),
        (("ya{% endif %}",), "menutup syarat yang tidak pernah dibuka"),
        (("{% else %}",), "berdiri tanpa syarat di depannya"),
        (
            ("{%p for satu in rincian %}", "{%p if nama %}", "{%p endfor %}", "{%p endif %}"),
            "bersilangan dengan {%p endfor %}",
        ),
        (("{%p if nama %}", "x{% endif %}"), "tidak setara"),
        (("Yth. {{ nama",), "tutupnya tidak ada pada alinea ini"),
        (("Yth. nama }}",), "pembukanya tidak ada pada alinea ini"),
        (("{{ nama|besr }}",), "Saringan 'besr'"),
        (("{{ nama| }}",), "tidak lengkap atau salah tulis"),
        (("{% iff nama %}",), "Perintah 'iff'"),
        (("{% p if nama %}",), "ada spasi sebelum p"),
        (("{%p if nama %} hilang", "{%p endif %}"), "hilang: «hilang»"),
        (("{%tr if nama %}", "{%tr endif %}"), "hanya berlaku di dalam tabel"),
        (("{%p for satu in rincian %}", "{{ satu.judl }}", "{%p endfor %}"), "Bagian 'judl'"),
        (("{{ ''.__class__.__mro__ }}",), "memuat perintah program"),
        (("{{ nama.__class__.__base__.__subclasses__() }}",), "memuat perintah program"),
        (("{{ cycler.__init__.__globals__.os.popen('id').read() }}",), "memuat perintah program"),
        (("{% include '/etc/passwd' %}",), "memuat perintah program (include)"),
        (("{{ nama|safe }}",), "meloloskan isian tanpa dijaga"),
        (("{% for i in range(1000000000) %}x{% endfor %}",), "terlalu banyak"),
        (("{{ " + "(" * 3000 + "nama" + ")" * 3000 + " }}",), "bersarang terlalu dalam"),
        (("{% if nama %}a{% else %}b{% else %}c{% endif %}",), "sudah memiliki {% else %}"),
    ],
)
def test_a_tag_that_is_wrong_is_told_with_its_place(
    tmp_path: Path, lines: tuple[str, ...], wanted: str
) -> None:
    told = report(tmp_path, body(*WHOLE, *lines))

    assert any(wanted in one for one in faults(told)), faults(told)
    assert all(one.tempat.alinea > len(WHOLE) for one in told.salah)
    assert all(one.saran for one in told.salah)


def test_the_nearest_name_is_offered_for_a_filter(tmp_path: Path) -> None:
    (one,) = report(tmp_path, body(*WHOLE, "{{ hari_ini|pajang }}")).salah

    assert one.saran == "Mungkin yang dimaksud 'panjang'."


def test_a_loop_that_never_ends_is_ended_and_told(tmp_path: Path) -> None:
    nested = "{% for a in range(9000) %}" * 4 + "x" + "{% endfor %}" * 4

    (one,) = report(tmp_path, body(*WHOLE, nested)).salah

    assert "Diisi dengan contohnya sendiri, templat ini gagal" in one.sebab


def test_a_ruas_that_nobody_prints_is_a_warning(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE[1:]))

    assert told.sehat
    (one,) = told.ingat
    assert "Ruas 'nama' (Nama pemohon) dideklarasikan, tetapi templat tidak memakainya" in one.sebab


def test_every_ruas_is_listed_with_the_places_that_use_it(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE, "Salam, {{ nama }}"))

    used = {one.ruas.nama: [place.alinea for place in one.tempat] for one in told.ruas}
    assert used == {"nama": [1, 6], "rincian": [3], "hari_ini": [2]}


def test_a_keputusan_without_its_blocks_names_each(tmp_path: Path) -> None:
    pair = PASANGAN.replace("lembar", "keputusan").replace('"tanpa"', '"tunggal"')
    pair = pair.replace(
        "[[ruas]]", 'penandatangan = ["ppid"]\n[buku]\nseri = "sk"\npola = "{NOMOR}"\n[[ruas]]', 1
    )

    told = faults(report(tmp_path, body(*WHOLE), pair))

    for block in ("Menimbang", "Mengingat", "MEMUTUSKAN", "Menetapkan", "diktum KESATU"):
        assert f"Keputusan ini tidak memuat {block}." in told
    assert "Naskah ini bernomor, tetapi templat tidak mencetak nomornya." in told
    assert "Tanggal naskah tidak tercetak pada templat." in told
    assert "Penanda tangan tidak tercetak pada templat." in told


def test_a_number_that_stands_in_the_properties_alone_is_not_printed(tmp_path: Path) -> None:
    pair = UMUM / "memorandum.toml"
    torn = altered(
        UMUM / "memorandum.docx", tmp_path / "memo.docx", was="{{ nomor }}", becomes="Nomor"
    )

    told = faults(examine(Alat(), torn, pair.read_text(), "memorandum", "umum"))

    assert told == ["Naskah ini bernomor, tetapi templat tidak mencetak nomornya."]


def test_a_font_the_machine_does_not_have_is_told_with_its_paragraph(tmp_path: Path) -> None:
    odd = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Huruf Contoh" w:hAnsi="Arial"/></w:rPr>'
        "<w:t>Salam</w:t></w:r></w:p>"
    )

    (one,) = report(tmp_path, body(*WHOLE) + odd).salah

    assert "Huruf Huruf Contoh dan huruf yang sama ukurannya tidak ada" in one.sebab
    assert one.tempat.teks == "Salam"


def test_styles_that_nothing_uses_are_a_warning(tmp_path: Path) -> None:
    parts = docx_parts(body(*WHOLE), ("styles", "styles.xml", ""))
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/></w:style>'
    parts["word/styles.xml"] = (
        f'{XML}<w:styles xmlns:w="{W}">{style.format("Satu")}{style.format("Dua")}</w:styles>'
    )
    parts["[Content_Types].xml"] = types(
        main=f"word/document.xml={WORD}.document.main+xml",
        gaya=f"word/styles.xml={WORD}.styles+xml",
    )
    path = tmp_path / "surat.docx"
    path.write_bytes(zipped(parts))

    told = examine(Alat(), path, PASANGAN, "surat", "contoh")

    assert told.sehat
    assert [one.sebab for one in told.ingat] == [
        "2 gaya tidak dipakai apa pun (Satu, Dua) dan memperlambat pencetakan."
    ]


def test_a_declaration_with_faults_is_told_by_its_line(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE), PASANGAN.replace('jenis = "tanggal"', 'jenis = "hari"'))

    assert not told.sehat
    assert "daftar ruas (.toml), baris " in str(told.salah[0])


@pytest.mark.parametrize(
    ("nama", "wanted"),
    [
        ("makro.docx", "jenis Word bermakro"),
        ("makro-diam.docx", "memuat makro"),
        ("gambar.docx", "mengambil gambar dari http://contoh.example/a.png"),
        ("templat.docx", "mengambil templat Word lain"),
        ("ole.docx", "membawa file lain"),
        ("dde.docx", "menjalankan program lain"),
        ("bom.docx", "membengkak"),
        ("kontrol.docx", "tombol atau kontrol"),
    ],
)
def test_a_template_that_carries_more_than_words_is_refused(
    tmp_path: Path, nama: str, wanted: str
) -> None:
    sample = next(one for one in contoh_buruk.semua() if one.nama == nama)
    path = tmp_path / nama
    path.write_bytes(sample.bita)

    assert any(wanted in one for one in faults(examine(Alat(), path, PASANGAN, "surat", "contoh")))


@pytest.mark.parametrize("sample", contoh_buruk.semua(), ids=lambda one: one.nama)
def test_no_bad_file_ends_the_examination(tmp_path: Path, sample: Contoh) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(sample.bita)

    told = examine(Alat(), path, PASANGAN, "surat", "contoh")

    assert told.salah or told.ingat
    assert all(one.sebab and one.saran for one in (*told.salah, *told.ingat))


@pytest.mark.parametrize("brackets", ["{{", "{%", "}}", "{{ nama %}", "{# {{"])
def test_brackets_without_end_cost_no_time_and_are_told_once(tmp_path: Path, brackets: str) -> None:
    begun = time.monotonic()
    told = report(tmp_path, body(*WHOLE, brackets * 50_000))

    assert time.monotonic() - begun < 5
    assert told.salah
    assert len(told.salah) <= 3


def test_of_faults_without_end_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE, *["{{ nama"] * 3_000))

    assert len(told.salah) == 201
    assert told.salah[-1].sebab == "Masih ada 2800 kesalahan lain."


def test_rows_without_end_that_order_something_cost_no_time(tmp_path: Path) -> None:
    row = '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p></w:tc></w:tr>'
    rows = row.format("{%tr if nama %}x") * 6_000
    begun = time.monotonic()

    told = report(tmp_path, body(*WHOLE) + f"<w:tbl>{rows}</w:tbl>" + body(""))

    assert time.monotonic() - begun < 8
    assert len(told.salah) == 201


def test_tags_without_end_in_one_row_cost_no_time(tmp_path: Path) -> None:
    runs = '<w:r><w:t xml:space="preserve">{%tr if nama %}</w:t></w:r>' * 6_000
    table = f"<w:tbl><w:tr><w:tc><w:p>{runs}</w:p></w:tc></w:tr></w:tbl>"
    begun = time.monotonic()

    told = report(tmp_path, body(*WHOLE) + table + body(""))

    assert time.monotonic() - begun < 8
    assert not told.sehat


def field(code: str, words: str, kind: str = "fldChar") -> str:
    """A paragraph with one field of Word, its code and the words that stand for it."""
    text = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    if kind == "fldSimple":
        return f'<w:p><w:fldSimple w:instr="{code}">{text}</w:fldSimple></w:p>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    half = len(code) // 2
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{one}</w:instrText></w:r>'
        for one in (code[:half], code[half:])
    )
    begins, parts, ends = (mark.format(one) for one in ("begin", "separate", "end"))
    return f"<w:p>{begins}{codes}{parts}{text}{ends}</w:p>"


@pytest.mark.parametrize("kind", ["fldChar", "fldSimple"])
@pytest.mark.parametrize(
    "code", ["TITLE", "DATE \\@ yyyy", "REF adaapa", "IF 1 = 2 A B", "= 1 + 1"]
)
def test_a_field_that_prints_other_words_is_refused_at_its_place(
    tmp_path: Path, kind: str, code: str
) -> None:
    told = report(tmp_path, body(*WHOLE) + field(f" {code} ", "Hal surat", kind))

    (one,) = told.salah
    assert f"Kode bidang Word ({code.split()[0]})" in one.sebab
    assert one.tempat.teks == "Hal surat"
    assert not one.berkas


@pytest.mark.parametrize("code", ["TITLE", "PAGE", "SEQ Tabel"])
def test_a_tag_within_a_field_is_refused(tmp_path: Path, code: str) -> None:
    told = report(tmp_path, body(*WHOLE) + field(f" {code} ", "{{ nama }}"))

    assert any("Tanda isian berdiri di dalam kode bidang" in one for one in faults(told))


def test_a_tag_in_the_code_of_a_link_is_refused(tmp_path: Path) -> None:
    told = report(tmp_path, body(*WHOLE) + field(" HYPERLINK mailto:{{ nama }} ", "surel"))

    assert "Tanda isian berdiri di dalam kode bidang Word (HYPERLINK)" in faults(told)[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (" PAGE ", "1"),
        ("NUMPAGES \\* MERGEFORMAT", "2"),
        (" SECTIONPAGES ", "2"),
        (" SEQ Tabel \\* ARABIC ", "1"),
        (" TOC \\o 1-3 ", "{{ nama }}"),
        (" HYPERLINK https://contoh.example ", "{{ nama }}"),
    ],
)
def test_fields_of_pages_counting_and_links_are_welcome(
    tmp_path: Path, code: str, words: str
) -> None:
    assert report(tmp_path, body(*WHOLE) + field(code, words)).salah == ()


def test_a_control_bound_to_stored_data_is_refused_at_its_place(tmp_path: Path) -> None:
    told = report(tmp_path, bound("Hal {{ nama }}") + body(*WHOLE))

    (one,) = told.salah
    assert "terikat pada data" in one.sebab
    assert one.tempat.alinea == 1
    assert told.terbelah


@pytest.mark.parametrize("nama", ["word/a.html", "word/afchunk1.docx"])
def test_a_file_that_is_taken_in_when_it_is_printed_is_refused(tmp_path: Path, nama: str) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    taken = f'<w:altChunk xmlns:r="{office}" r:id="rId7"/>'
    parts = docx_parts(body(*WHOLE) + taken + body(""))
    parts[nama] = "<html><body>Teks lain</body></html>"
    rels = "word/_rels/document.xml.rels"
    parts[rels] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{office}/aFChunk" Target="/{nama}"/></Relationships>'
    )
    path = tmp_path / "surat.docx"
    path.write_bytes(zipped(parts))

    found = faults(examine(Alat(), path, PASANGAN, "surat", "contoh"))

    assert found == [f"Templat membawa file lain di dalamnya ({nama})."]


def test_a_bomb_of_entities_is_refused_unread(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    parts = docx_parts(body(*WHOLE))
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace(XML, XML + bomb)
    path = tmp_path / "surat.docx"
    path.write_bytes(zipped(parts))

    assert (
        "perintah tersembunyi (DTD)"
        in faults(examine(Alat(), path, PASANGAN, "surat", "contoh"))[0]
    )


def test_a_file_of_fifty_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(docx(body(*WHOLE)))
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("word/media/besar.bin", b"\0" * 50_000_000)

    (one,) = examine(Alat(), path, PASANGAN, "surat", "contoh").salah

    assert "File ini 50 MB; templat paling besar 20 MB." in one.sebab
