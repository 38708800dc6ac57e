"""One paper after another: templates are made ready once, faults become sentences."""

from __future__ import annotations

import io
import re
import zipfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from docx.opc.exceptions import OpcError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from lxml.etree import LxmlError

from service.adapters.docx import pasir, rupa
from service.adapters.docx.kalimat import TerlaluLama, Terpotong, place, sentence
from service.adapters.docx.kompilasi import Kompilasi
from service.adapters.docx.pasir import TidakDiisi
from service.adapters.docx.pesan import Hasil, Tugas
from service.adapters.docx.salah import GambarSalah, TemplateSalah
from service.domain.refusals import Refusal

KEPT = 64  # templates ready at the same time
UNPACKED = 100_000_000  # bytes of all parts of a template
EXTERNAL = re.compile(
    rb'<Relationship\b(?=[^>]*TargetMode="External")[^>]*\bType="[^"]*/([A-Za-z]+)"'
)
LEFT_OUTSIDE = {b"hyperlink"}  # what may lead out: a link that a reader opens, or not
WRONG_USE = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)
USED_UP = (TerlaluLama, MemoryError, RecursionError, SyntaxError)


class Pengisi:
    """Templates ready to be filled, the ones used last."""

    def __init__(self) -> None:
        self._ready = OrderedDict[str, Kompilasi]()
        self._strict, self._lenient = pasir.strict(), pasir.lenient()

    def answer(self, tugas: Tugas) -> tuple[Hasil, bytes]:
        """The paper, or why there is none."""
        try:
            ready = self._known(tugas)
            if ready is None:
                return Hasil.BELUM_KENAL, b""
            return Hasil.JADI, self._filled(ready, tugas)
        except GambarSalah as wrong:
            return Hasil.GAMBAR, wrong.ruas.encode()
        except TemplateSalah as wrong:
            used_up = isinstance(wrong.__cause__, TerlaluLama | MemoryError)
            return Hasil.HABIS if used_up else Hasil.SALAH, str(wrong).encode()

    def _known(self, tugas: Tugas) -> Kompilasi | None:
        if (ready := self._ready.get(tugas.kunci)) is not None:
            self._ready.move_to_end(tugas.kunci)
            return ready
        if not tugas.templat:
            return None
        with _opened(tugas.nama):
            _looked_over(tugas)
            template = rupa.dressed(tugas.templat, tugas.wujud) if tugas.wujud else tugas.templat
            ready = Kompilasi(template, self._strict, self._lenient)
        self._ready[tugas.kunci] = ready
        if len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        return ready

    def _filled(self, ready: Kompilasi, tugas: Tugas) -> bytes:
        TidakDiisi.dipakai.clear()
        if tugas.kurang and not tugas.konsep:
            # Told before it is printed: in the midst of other words it would pass for a value.
            named = list(dict.fromkeys((*tugas.kurang, *self._missed(ready, tugas))))
            raise TemplateSalah(sentence(tugas.nama, UndefinedError(), "", named))
        try:
            return ready.fill(tugas.isian, konsep=tugas.konsep)
        except Refusal:
            raise
        except LxmlError as wrong:
            raise _unopened(tugas.nama) from wrong
        except (TemplateError, Terpotong, *WRONG_USE, *USED_UP) as wrong:
            missed = self._missed(ready, tugas) if _is_missing(wrong) else []
            where = place(wrong, *ready.at_work)
            raise TemplateSalah(sentence(tugas.nama, wrong, where, missed)) from wrong

    @staticmethod
    def _missed(ready: Kompilasi, tugas: Tugas) -> list[str]:
        """The names of all that is missing, as a draft would miss them."""
        TidakDiisi.dipakai.clear()
        try:
            ready.fill(tugas.isian, konsep=True)
        except (TemplateError, LxmlError, Terpotong, *WRONG_USE, *USED_UP):
            return []  # the first of them is known, and told
        return list(TidakDiisi.dipakai)


def _is_missing(wrong: Exception) -> bool:
    return isinstance(wrong, UndefinedError) and not isinstance(wrong, SecurityError)


@contextmanager
def _opened(nama: str) -> Iterator[None]:
    """Faults of a file that is no template, in words."""
    try:
        yield
    except Refusal:
        raise
    except (OpcError, LxmlError, zipfile.BadZipFile, EOFError, OSError, *WRONG_USE) as wrong:
        raise _unopened(nama) from wrong
    except USED_UP as wrong:
        raise TemplateSalah(sentence(nama, wrong, "")) from wrong


def _unopened(nama: str) -> TemplateSalah:
    return TemplateSalah(
        f"Template {nama} tidak dapat dibuka sebagai dokumen Word. Simpan ulang dari Word "
        "sebagai .docx."
    )


def _looked_over(tugas: Tugas) -> None:
    """Refused before anything of it is read: what unpacks without end, runs or leads outside."""
    with zipfile.ZipFile(io.BytesIO(tugas.templat)) as whole:
        if sum(one.file_size for one in whole.infolist()) > UNPACKED:
            raise TemplateSalah(
                f"Template {tugas.nama} terlalu besar setelah dibuka. Perkecil gambarnya, lalu "
                "simpan ulang dari Word sebagai .docx."
            )
        for name in whole.namelist():
            if name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
                raise TemplateSalah(
                    f"Template {tugas.nama} memuat makro ({name}). Simpan ulang dari Word sebagai "
                    ".docx tanpa makro."
                )
            if name.endswith(".rels"):
                _no_way_out(tugas.nama, name, whole.read(name))


def _no_way_out(nama: str, part: str, rels: bytes) -> None:
    for kind in EXTERNAL.findall(rels):
        if kind not in LEFT_OUTSIDE:
            raise TemplateSalah(
                f"Template {nama} memakai isi dari luar ({kind.decode()}, pada {part}). "
                "Sisipkan isinya ke dalam dokumen, jangan menautkannya."
            )
