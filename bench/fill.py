"""Filling a letter and a table of 5,000 rows: ours, docxtpl as it is, and the npm peers in turn."""

from __future__ import annotations

import io
import json
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Pt
from docxtpl import DocxTemplate
from lxml import etree

from bench.figures import Figure
from service.adapters.docx import Docx

PEERS = Path(__file__).parent / "peers"
ROUNDS, TABLES, ROWS = 8, 5, 5_000
MANY, FEW = 20, 3  # letters a round: of the fast, of the slow
NPM = {"easy-template-x": MANY, "docxtemplater": MANY, "carbone": FEW, "docx-templates": FEW}
BODY, OURS, THEIRS = "word/document.xml", "kami.docx", "docxtpl.docx"
KEPT = {"Normal", "Header", "Table Grid", "Heading 1", "Title", "Default Paragraph Font"}
ISIAN = {
    "instansi": "PEMERINTAH KOTA CONTOH",
    "unit": "DINAS KOMUNIKASI & INFORMATIKA",
    "alamat": "Jalan Contoh Nomor 1, Kota Contoh 10110",
    "nomor": "012/PPID/XI/2026",
    "sifat": "Biasa",
    "lampiran": "1 (satu) berkas",
    "hal": "Undangan rapat pengujian konsekuensi <contoh>",
    "tanggal": "21 November 2026",
    "yth": "Kepala Bagian Umum Sekretariat Contoh",
    "hari": "Senin, 23 November 2026",
    "jam": "09.00 WIB",
    "tempat": "Ruang Rapat Contoh, Lantai 2",
    "acara": "Pengujian konsekuensi atas 12 butir informasi",
    "jabatan": "Pejabat Pengelola Informasi dan Dokumentasi",
    "nama": "Dr. Siti Contoh, S.H., M.H.",
    "nip": "19700101 199503 2 001",
}
LETTER = (
    "{{ instansi }}",
    "{{ unit }}",
    "{{ alamat }}",
    "Nomor\t: {{ nomor }}",
    "Sifat\t: {{ sifat }}",
    "Lampiran\t: {{ lampiran }}",
    "Hal\t: {{ hal }}",
    "{{ tanggal }}",
    "Yth. {{ yth }}",
    "Dalam rangka pelaksanaan tugas layanan informasi publik, kami mengundang Saudara pada:",
    "Hari, tanggal\t: {{ hari }}",
    "Waktu\t: {{ jam }}",
    "Tempat\t: {{ tempat }}",
    "Acara\t: {{ acara }}",
    "Mengingat pentingnya acara tersebut, kehadiran Saudara sangat diharapkan tepat waktu. "
    "Bahan rapat dapat diminta kepada sekretariat sebelum rapat dimulai.",
    "Atas perhatian Saudara, kami ucapkan terima kasih.",
    "{{ jabatan }},",
    "{{ nama }}",
    "NIP {{ nip }}",
)
COLUMNS = ("no", "ringkasan", "pejabat", "penanggung", "waktu", "format", "jangka")


@dataclass(frozen=True)
class Way:
    """One way of filling: so many papers, and the milliseconds each took."""

    name: str
    papers: Callable[[int], list[float]]
    many: int = 1


def measure(room: Path) -> list[Figure]:
    """Ratios of medians, each taken in turn in the same run, and whether the papers are equal."""
    letter, table = _letter(room / "surat.docx"), _table(room / "tabel.docx")
    rows = {"baris": [_row(n) for n in range(1, ROWS + 1)]}
    filler = Docx()
    with ExitStack() as open_:
        open_.callback(filler.close)
        both = _both(filler, letter, ISIAN, MANY)
        peers = [open_.enter_context(_peer(name, letter, room)) for name in _installed(room)]
        letters = _in_turn([*both, *peers], ROUNDS)
        unequal = _unequal(room)
        tables = _in_turn(_both(filler, table, rows, 1), TABLES)
        unequal += _unequal(room)
    found = [Figure(f"letter, {name}", ms, "ms") for name, ms in letters.items()]
    found += [Figure(f"{ROWS} rows, {name}", ms, "ms") for name, ms in tables.items()]
    found.append(
        Figure("letter, docxtpl / Berkas", letters["docxtpl"] / letters["Berkas"], "x", 20)
    )
    found.append(Figure("rows, docxtpl / Berkas", tables["docxtpl"] / tables["Berkas"], "x", 5))
    if peers:
        fastest = min(letters[one.name] for one in peers)
        found.append(
            Figure("letter, fastest npm peer / Berkas", fastest / letters["Berkas"], "x", 4)
        )
    found.append(Figure(f"{BODY} that differ from docxtpl's", unequal, "", 0, atleast=False))
    return found


def _in_turn(ways: list[Way], rounds: int) -> dict[str, float]:
    """Medians in ms; the first round warms."""
    took: dict[str, list[float]] = {one.name: [] for one in ways}
    for n in range(rounds + 1):
        for one in ways:
            told = one.papers(one.many)
            if n:
                took[one.name] += told
    return {name: statistics.median(told) for name, told in took.items()}


def _timed(fill: Callable[[Path], object], out: Path) -> Callable[[int], list[float]]:
    def papers(many: int) -> list[float]:
        took = []
        for _ in range(many):
            out.unlink(missing_ok=True)  # a file written over waits for the disk
            began = time.perf_counter()
            fill(out)
            took.append((time.perf_counter() - began) * 1e3)
        return took

    return papers


def _both(filler: Docx, template: Path, isian: dict[str, Any], many: int) -> list[Way]:
    """Ours by the port, its child and its walls included; docxtpl's in this very process."""
    ours, theirs = (template.with_name(name) for name in (OURS, THEIRS))
    return [
        Way("Berkas", _timed(lambda out: filler.fill(template, isian, out), ours), many),
        Way("docxtpl", _timed(lambda out: _docxtpl(template, isian, out), theirs), many),
    ]


def _docxtpl(template: Path, isian: dict[str, Any], out: Path) -> None:
    paper = DocxTemplate(template)
    paper.render(isian, autoescape=True)
    paper.save(out)


def _installed(room: Path) -> tuple[str, ...]:
    """The npm peers, from exact versions and their hashes; none where npm cannot be had."""
    if not (npm := shutil.which("npm")):
        print("npm belum terpasang; pembanding npm tidak diukur.", file=sys.stderr)
        return ()
    for name in ("package.json", "package-lock.json", "isi.mjs"):
        shutil.copy(PEERS / name, room / name)
    asked = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(asked, cwd=room, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        print(f"Pembanding npm tidak dapat dipasang:\n{done.stderr[-500:]}", file=sys.stderr)
        return ()
    return tuple(NPM)


@contextmanager
def _peer(name: str, letter: Path, room: Path) -> Iterator[Way]:
    """A peer in a warm process of its own, asked for papers by lines."""
    template, told, out = room / f"{name}.docx", room / f"{name}.json", room / f"{name}-jadi.docx"
    _reworded(letter, template, "d." if name == "carbone" else "")
    told.write_text(json.dumps(ISIAN))
    asked = ["node", "isi.mjs", name, str(template), str(told), str(out)]
    with subprocess.Popen(
        asked, cwd=room, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdin
        assert node.stdout
        stdin, stdout = node.stdin, node.stdout

        def papers(many: int) -> list[float]:
            stdin.write(f"{many}\n")
            stdin.flush()
            took: list[float] = json.loads(stdout.readline())
            return took

        papers(1)
        printed = "\n".join(one.text for one in Document(str(out)).paragraphs)
        assert ISIAN["nama"] in printed, f"{name} did not fill its letter:\n{printed}"
        try:
            yield Way(name, papers, NPM[name])
        finally:
            stdin.close()


def _reworded(letter: Path, out: Path, before: str) -> None:
    """The same letter with the peer's own signs around its fields."""
    paper = Document(str(letter))
    for one in paper.paragraphs:
        for run in one.runs:
            run.text = run.text.replace("{{ ", f"{{{before}").replace(" }}", "}")
    paper.save(str(out))


def _unequal(room: Path) -> int:
    bodies = []
    for name in (OURS, THEIRS):
        with zipfile.ZipFile(room / name) as whole:
            bodies.append(etree.tostring(etree.fromstring(whole.read(BODY)), method="c14n"))
    return int(bodies[0] != bodies[1])


def _letter(out: Path) -> Path:
    paper = _lean()
    for line in LETTER:
        paper.add_paragraph(line)
    paper.save(str(out))
    return out


def _table(out: Path) -> Path:
    paper = _lean()
    table = paper.add_table(4, len(COLUMNS), "Table Grid")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name.capitalize()
    table.rows[1].cells[0].text = "{%tr for b in baris %}"
    for cell, name in zip(table.rows[2].cells, COLUMNS, strict=True):
        cell.text = f"{{{{ b.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    paper.save(str(out))
    return out


def _row(n: int) -> dict[str, str]:
    return {name: f"Contoh {name} & lainnya nomor {n}" for name in COLUMNS} | {"no": str(n)}


def _lean() -> Any:
    """A new paper with no more styles in it than Word itself would leave."""
    made = io.BytesIO()
    paper = Document()
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(12)
    for style in list(paper.styles):
        if style.name not in KEPT:
            style.delete()
    paper.save(made)
    return Document(made)
