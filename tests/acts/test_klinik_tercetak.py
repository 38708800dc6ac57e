"""The proof of a pair is read: a sample that is not on the paper is told with its ruas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.pasangan import klinik_meja
from service.acts.pasangan.klinik import unprinted
from service.acts.pasangan.klinik_cetak import print_all
from service.domain.paper import checked, sample
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from tests.acts.test_check import UTUH, PacksOnPaper
from tests.acts.test_pasangan import JENIS, changed, people, proved
from tests.conftest import NEW, new_sqlite
from tests.klinik import PASANGAN, Alat, body, written
from tests.office import INSTANSI, one_converter, open_house, rule
from tests.papers import UMUM
from tests.web.rumah_web import officer, rumah_web

HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>"
MORE = '[[ruas]]\nnama = "catatan"\nlabel = "Catatan"\njenis = "teks"\ncontoh = "Contoh lampau"\n'
WORDS = "Contoh kalimat panjang yang selalu tercetak, " * 30
ROWS = (WORDS, "{%p for satu in rincian %}", "{{ satu.judul }}", "{%p endfor %}")


@pytest.fixture(params=NEW)
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    with open_house(tmp_path, NEW[request.param](tmp_path)) as whole:
        rule(whole, WAJIB)
        yield whole


def missing(folder: Path, xml: str) -> list[str]:
    """The ruas that are not read on the print of a small template."""
    kind, docx, alat = checked("surat", PASANGAN, ""), written(folder, xml), Alat()
    filled = alat.filler.fill(docx, sample(kind), folder / "isi.docx")
    pdf = one_converter().pdf(filled, folder / "isi.pdf")
    return [one.nama for one in unprinted(alat, docx, pdf, kind)]


def test_all_that_is_printed_is_read_on_the_paper(tmp_path: Path) -> None:
    assert missing(tmp_path, body("Yth. {{ nama }}", "{{ hari_ini|hari_tanggal }}", *ROWS)) == []


def test_what_is_hidden_or_left_out_by_a_condition_is_told(tmp_path: Path) -> None:
    left_out = body("{%p if nama == 'lain' %}", "{{ hari_ini }}", "{%p endif %}")

    assert missing(tmp_path, HIDDEN.format("{{ nama }}") + left_out + body(*ROWS)) == [
        "nama",
        "hari_ini",
    ]


def hidden_note(folder: Path) -> tuple[Path, Path]:
    """A template with one more ruas, which is hidden in it, and its declaration."""
    toml = folder / "ruas.toml"
    toml.write_text(f"{(UMUM / f'{JENIS}.toml').read_text()}\n{MORE}")
    cut = "</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ catatan }}"
    return changed(folder, f"Contoh.{cut}"), toml


def test_a_draft_remembers_what_is_not_read_on_its_proof(house: RealHouse, tmp_path: Path) -> None:
    tim, _ = people(house)
    docx, toml = hidden_note(tmp_path)

    konsep = proved(house, tim, docx, toml=toml)

    assert konsep.tercetak, konsep.galat
    assert konsep.tak_tercetak == ("catatan",)
    again = proved(house, tim, changed(tmp_path, "{{ catatan }}"), versi=konsep.versi)
    assert again.id == konsep.id
    assert again.tak_tercetak == ()


def test_the_page_of_the_draft_and_the_clinic_name_the_ruas(tmp_path: Path) -> None:
    told = "Contoh isian ruas &#39;catatan&#39; (Catatan) tidak ditemukan pada contoh cetakan."
    docx, toml = hidden_note(tmp_path)
    with rumah_web(tmp_path) as house:
        tim = officer(house, "tim", "tim_sekretariat")
        proved(house, tim.hadir, docx, toml=toml)
        with klinik_meja.now(house, tim.hadir, INSTANSI, JENIS) as one:
            id_ = klinik_meja.lay(house, tim.hadir, one)

        assert told in tim.client.get(f"/pasangan/{INSTANSI}/{JENIS}/konsep").text
        assert told in tim.client.get(f"/pasangan/{INSTANSI}/{JENIS}/periksa/{id_}").text


class PacksWithFiles(PacksOnPaper):
    """The same with templates that can be opened."""

    def __init__(self, files: dict[str, str], docx: Path) -> None:
        super().__init__(files)
        self._docx = docx

    def file(self, instansi: str, name: str, out: Path) -> Path:
        out.write_bytes(self._docx.read_bytes())
        return out


@pytest.mark.parametrize("pemilik", ["contoh", "umum"])
def test_the_command_names_it_beside_the_print(tmp_path: Path, pemilik: str) -> None:
    docx = written(tmp_path, HIDDEN.format("{{ nama }}") + body("{{ hari_ini }}", *ROWS))
    files = {
        "contoh/instansi.toml": UTUH,
        "contoh/naskah/surat.toml": PASANGAN,
        f"{pemilik}/naskah/surat.docx": "",
    }
    out = tmp_path / "cetak"
    out.mkdir()
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        made, told = print_all(house, PacksWithFiles(files, docx), out, ["contoh"])

    assert made == out / "contoh-surat.pdf"
    assert str(told).startswith("contoh/naskah/surat.docx: peringatan: Contoh isian ruas 'nama'")


@pytest.mark.parametrize("jenis", ["memorandum", "sk_penetapan_dip", "daftar_hadir"])
def test_the_pairs_that_come_with_berkas_print_all_their_samples(
    jenis: str, tmp_path: Path
) -> None:
    kind = checked(jenis, (UMUM / f"{jenis}.toml").read_text(), "")
    alat, docx = Alat(), UMUM / f"{jenis}.docx"
    filled = alat.filler.fill(docx, sample(kind), tmp_path / "isi.docx")
    pdf = one_converter().pdf(filled, tmp_path / "isi.pdf")

    assert unprinted(alat, docx, pdf, kind) == []
