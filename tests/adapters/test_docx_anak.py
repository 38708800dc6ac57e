"""The child that fills templates: whatever a template does, it costs one paper and is told."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from service import walls as plain
from service.adapters.docx import Docx, GambarSalah, TemplateSalah, kotak
from service.adapters.docx.kotak import INSIDE, walls
from service.config import CODE
from service.domain.refusals import BelumSiap, Unavailable
from tests.papers import letter

LAMA = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"


def boxes() -> set[int]:
    """The boxes in which papers are filled that this process started; others have theirs."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    lines = {int(one): Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0") for one in children}
    return {
        one
        for one, line in lines.items()
        if line[0].endswith(b"bwrap") and b"service.adapters.docx.anak" in line
    }


@pytest.fixture(scope="module")
def filler() -> Iterator[Docx]:
    """As the office has it: what fills the memory fills it before its time is over, on a
    machine that others use, too."""
    made = Docx()
    yield made
    made.close()


@pytest.fixture
def hasty() -> Iterator[Docx]:
    """With less patience than the office has, for what would never end."""
    made = Docx(detik=2)
    yield made
    made.close()


def filled(filler: Docx, folder: Path, *lines: str, **isian: object) -> str:
    template = letter(folder / "templat.docx", *lines)
    made = filler.fill(template, isian, folder / "naskah.docx")
    return "\n".join(one.text for one in Document(str(made)).paragraphs)


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        pytest.param(
            "{% set ns = namespace(t='x') %}{% for a in range(99) %}{% set ns.t = ns.t ~ ns.t %}"
            "{% endfor %}{{ ns.t }}",
            "menghabiskan memori",
            id="a text that doubles",
        ),
        pytest.param("{{ 'x'|center(3000000000) }}", "menghabiskan memori", id="a long filter"),
        pytest.param("{{ 'x' * 1000000000 }}", "terlalu besar", id="a long product"),
        pytest.param("{{ 9 ** 99999 }}", "terlalu besar", id="a power"),
        pytest.param(
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "terlalu dalam",
            id="a macro in itself",
        ),
        pytest.param("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "dalam", id="brackets"),
        pytest.param(
            "{% for a in [1] %}" * 25 + "{% endfor %}" * 25, "terlalu dalam", id="loops in loops"
        ),
        pytest.param("{{ ''.__class__ }}", "perintah program", id="a class"),
        pytest.param("{{ lipsum() }}", "meminta ruas lipsum", id="a function of Jinja's own"),
        pytest.param("{{ nama.x.y }}", "meminta ruas x", id="a part that is not there"),
        pytest.param("{{ nama + 1 }}", "cara yang salah", id="a sum of text"),
        pytest.param("{% if nama %}", "salah tulis", id="a condition without end"),
    ],
)
def test_a_template_that_would_take_the_machine_costs_itself_alone(
    filler: Docx, tmp_path: Path, tag: str, why: str
) -> None:
    began = time.monotonic()

    with pytest.raises(TemplateSalah, match=why) as refused:
        filled(filler, tmp_path, "Kalimat lain.", f"Di sini: {tag}", nama="Contoh")

    assert time.monotonic() - began < 10
    assert "templat.docx" in str(refused.value)
    assert filled(filler, tmp_path, "{{ nama }}", nama="Contoh") == "Contoh"


def test_a_template_that_never_ends_costs_itself_alone(hasty: Docx, tmp_path: Path) -> None:
    with pytest.raises(TemplateSalah, match="belum selesai diisi"):
        filled(hasty, tmp_path, "Kalimat lain.", f"Di sini: {LAMA}", nama="Contoh")
    assert filled(hasty, tmp_path, "{{ nama }}", nama="Contoh") == "Contoh"


def test_the_refusal_names_the_paragraph_and_the_part(filler: Docx, tmp_path: Path) -> None:
    with pytest.raises(TemplateSalah, match=r"di dekat: Kedua \{\{ alamat \}\}"):
        filled(filler, tmp_path, "Pertama {{ nama }}", "Kedua {{ alamat }}", "Ketiga", nama="A")

    paper = Document()
    paper.sections[0].header.paragraphs[0].text = "Kop {{ kop.baris }}"
    paper.save(str(tmp_path / "kop.docx"))
    with pytest.raises(TemplateSalah, match=r"pada kepala halaman, di dekat: Kop \{\{ kop\.baris"):
        filler.fill(tmp_path / "kop.docx", {}, tmp_path / "naskah.docx")


def test_all_that_is_missing_is_named_at_once(filler: Docx, tmp_path: Path) -> None:
    with pytest.raises(TemplateSalah, match="ruas alamat, kota, nomor, dan tanggal yang tidak"):
        filled(
            filler,
            tmp_path,
            "{{ nama }} {{ alamat }} {{ kota }}",
            "{%p for b in nomor %}",
            "{{ b }}",
            "{%p endfor %}",
            "{{ tanggal|panjang }} {{ kota }}",
            nama="Contoh",
        )


def rezipped(docx: Path, **parts: bytes) -> None:
    """The same file with other or further parts; '__' in a name stands for '/'."""
    made = {name.replace("__", "/").replace("_xml", ".xml"): told for name, told in parts.items()}
    with zipfile.ZipFile(docx) as whole:
        kept = {one: whole.read(one) for one in whole.namelist()}
    with zipfile.ZipFile(docx, "w", zipfile.ZIP_DEFLATED) as goal:
        for name, told in (kept | made).items():
            goal.writestr(name, told)


def test_a_bomb_in_a_zip_is_not_unpacked(filler: Docx, tmp_path: Path) -> None:
    letter(tmp_path / "bom.docx", "{{ nama }}")
    rezipped(tmp_path / "bom.docx", word__kosong_xml=bytes(150_000_000))

    with pytest.raises(TemplateSalah, match="terlalu besar setelah dibuka"):
        filler.fill(tmp_path / "bom.docx", {"nama": "A"}, tmp_path / "naskah.docx")


def test_fifty_megabytes_of_nothing_are_not_even_read(filler: Docx, tmp_path: Path) -> None:
    with (tmp_path / "kosong.docx").open("wb") as empty:
        empty.truncate(50_000_000)

    with pytest.raises(TemplateSalah, match="lebih besar dari 20 MB"):
        filler.fill(tmp_path / "kosong.docx", {}, tmp_path / "naskah.docx")


def test_a_zip_that_is_no_word_file_is_refused(filler: Docx, tmp_path: Path) -> None:
    for name, members in {
        "lain.docx": {"halo.txt": b"halo"},
        "separuh.docx": {"[Content_Types].xml": b"<Types"},
    }.items():
        with zipfile.ZipFile(tmp_path / name, "w") as whole:
            for member, told in members.items():
                whole.writestr(member, told)
        with pytest.raises(TemplateSalah, match="Simpan ulang dari Word"):
            filler.fill(tmp_path / name, {}, tmp_path / "naskah.docx")
    cut = letter(tmp_path / "utuh.docx", "{{ nama }}").read_bytes()
    (tmp_path / "potong.docx").write_bytes(cut[: len(cut) // 2])
    with pytest.raises(TemplateSalah, match="Simpan ulang dari Word"):
        filler.fill(tmp_path / "potong.docx", {}, tmp_path / "naskah.docx")


def test_macros_and_pictures_from_outside_are_refused_by_name(filler: Docx, tmp_path: Path) -> None:
    letter(tmp_path / "makro.docx", "{{ nama }}")
    rezipped(tmp_path / "makro.docx", **{"word/vbaProject.bin": b"makro"})
    with pytest.raises(TemplateSalah, match="memuat makro"):
        filler.fill(tmp_path / "makro.docx", {"nama": "A"}, tmp_path / "naskah.docx")

    paper = Document()
    outside = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    paper.part.relate_to("http://contoh.invalid/logo.png", outside, is_external=True)
    paper.save(str(tmp_path / "luar.docx"))
    with pytest.raises(TemplateSalah, match=r"isi dari luar \(image"):
        filler.fill(tmp_path / "luar.docx", {}, tmp_path / "naskah.docx")


def test_a_table_without_columns_is_refused(filler: Docx, tmp_path: Path) -> None:
    paper = Document()
    paper._body._element.insert(
        0, parse_xml(f"<w:tbl {nsdecls('w')}><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    )
    paper.save(str(tmp_path / "tabel.docx"))

    with pytest.raises(TemplateSalah, match=r"tabel\.docx"):
        filler.fill(tmp_path / "tabel.docx", {}, tmp_path / "naskah.docx")


def test_a_block_that_cuts_a_table_is_refused_rather_than_printed_in_part(
    filler: Docx, tmp_path: Path
) -> None:
    """docxtpl prints what is left, and nobody is told what was lost."""
    paper = Document()
    paper.add_paragraph("Awal")
    paper.add_table(1, 1).rows[0].cells[0].text = "{% if ya %}A"
    paper.add_paragraph("B{% endif %} akhir")
    paper.save(str(tmp_path / "potong.docx"))
    Image.new("RGB", (9, 9)).save(tmp_path / "foto.png")
    foto = {"gambar": tmp_path / "foto.png", "lebar_mm": 9}

    filler.fill(tmp_path / "potong.docx", {"ya": True}, tmp_path / "naskah.docx")
    for isian in ({"ya": False}, {"ya": False, "foto": foto}):
        with pytest.raises(TemplateSalah, match=r"potong\.docx memuat .* memotong paragraf"):
            filler.fill(tmp_path / "potong.docx", isian, tmp_path / "naskah.docx")


def test_a_picture_that_is_none_is_refused_by_the_name_of_its_ruas(
    filler: Docx, tmp_path: Path
) -> None:
    (tmp_path / "foto.png").write_bytes(b"bukan gambar")

    for path in (tmp_path / "foto.png", tmp_path / "tidak_ada.png", tmp_path):
        with pytest.raises(GambarSalah, match=r"Gambar pada isian .*foto"):
            filled(filler, tmp_path, "{{ foto }}", foto={"gambar": path, "lebar_mm": 30})


def test_a_child_that_dies_between_two_papers_is_replaced_unnoticed(
    filler: Docx, tmp_path: Path
) -> None:
    filled(filler, tmp_path, "{{ nama }}", nama="Satu")
    for pid in boxes():
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)

    assert filled(filler, tmp_path, "{{ nama }}", nama="Dua") == "Dua"


def test_a_child_that_is_slow_to_start_is_told_of_as_that_and_goes_on_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Docx()) as own:
        with monkeypatch.context() as starved:
            starved.setattr(kotak, "START", 0.0)
            with pytest.raises(BelumSiap, match=r"sangat sibuk.*belum dicetak"):
                filled(own, tmp_path, "{{ nama }}", nama="Satu")
        waiting = boxes()

        assert filled(own, tmp_path, "{{ nama }}", nama="Satu") == "Satu"
        assert boxes() == waiting


def test_a_paper_that_waits_without_end_is_left_and_the_next_is_filled(tmp_path: Path) -> None:
    hasty = Docx(detik=60, sabar=0.5)
    try:
        filled(hasty, tmp_path, "{{ nama }}", nama="Satu")
        with pytest.raises(Unavailable, match=r"belum selesai diisi setelah 0\.5 detik"):
            filled(hasty, tmp_path, LAMA)
        assert filled(hasty, tmp_path, "{{ nama }}", nama="Dua") == "Dua"
    finally:
        hasty.close()


def test_a_forked_process_has_a_child_of_its_own_and_leaves_ours_alone(
    filler: Docx, tmp_path: Path
) -> None:
    assert filled(filler, tmp_path, "{{ nama }}", nama="Satu") == "Satu"
    told, telling = os.pipe()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            os.write(telling, filled(filler, tmp_path, "{{ nama }}", nama="Anak").encode())
            filler.close()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0
    assert os.read(told, 100) == b"Anak"
    os.close(told)
    os.close(telling)

    assert filled(filler, tmp_path, "{{ nama }}", nama="Dua") == "Dua"


def test_a_closed_filler_leaves_no_process(tmp_path: Path) -> None:
    own = Docx()
    before = boxes()
    filled(own, tmp_path, "{{ nama }}", nama="Contoh")
    assert boxes() - before

    own.close()

    assert boxes() == before


def test_a_filled_paper_is_known_as_a_word_file_by_its_first_bytes(
    filler: Docx, tmp_path: Path
) -> None:
    filled(filler, tmp_path, "{{ nama }}", nama="Contoh")

    with zipfile.ZipFile(tmp_path / "naskah.docx") as whole:
        assert whole.namelist()[0] == "[Content_Types].xml"
        assert whole.testzip() is None
        assert io.BytesIO(whole.read("word/document.xml")).read(5) == b"<?xml"


def test_a_thousand_papers_leave_the_child_as_large_as_it_was(tmp_path: Path) -> None:
    template = letter(tmp_path / "templat.docx", *["{{ nama }} dan {{ kota }}"] * 40)
    before, own = boxes(), Docx()
    sizes = []
    with closing(own):
        for _ in range(3):
            for n in range(500):
                own.fill(template, {"nama": f"Contoh {n}", "kota": "A"}, tmp_path / "naskah.docx")
            (box,) = boxes() - before
            sizes.append(resident(box))

    assert sizes[2] - sizes[0] < 4_000


def resident(box: int) -> int:
    """Kilobytes in use by what runs in a box."""
    (inside,) = Path(f"/proc/{box}/task/{box}/children").read_text().split()
    told = Path(f"/proc/{inside}/status").read_text()
    return int(told.split("VmRSS:")[1].split()[0])


def test_the_child_sees_no_file_of_the_office_and_no_network(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    script = (
        "import os, socket\n"
        f"print(os.path.exists({str(tmp_path)!r}), os.path.exists('/etc/passwd'))\n"
        "print([name for _, name in socket.if_nameindex()])\n"
        "try: open('/berkas/service/baru.py', 'w')\n"
        "except OSError: print('tertutup')\n"
    )
    inside = [*walls(), "--", plain.python(INSIDE), "-c", script]

    said = subprocess.run(["bwrap", *inside], capture_output=True, text=True, check=True).stdout

    assert said.splitlines() == ["False False", "['lo']", "tertutup"]


def test_a_child_does_not_outlive_the_process_it_works_for(tmp_path: Path) -> None:
    letter(tmp_path / "templat.docx", "{{ nama }}")
    script = (
        "import os, sys, time, pathlib\n"
        "from service.adapters.docx import Docx\n"
        "room = pathlib.Path(sys.argv[1])\n"
        "filler = Docx()\n"
        "filler.fill(room / 'templat.docx', {'nama': 'A'}, room / 'naskah.docx')\n"
        "children = pathlib.Path(f'/proc/self/task/{os.getpid()}/children')\n"
        "print(children.read_text().split()[0], flush=True)\n"
        "time.sleep(60)\n"
    )
    asked = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, cwd=CODE) as worker:
        assert worker.stdout
        box = Path("/proc", worker.stdout.readline().strip())
        assert box.exists()
        worker.kill()
    until = time.monotonic() + 5
    while box.exists() and time.monotonic() < until:
        time.sleep(0.02)

    assert not box.exists()
