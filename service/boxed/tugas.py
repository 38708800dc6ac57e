"""What may be asked of a file in the box, by name."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, BinaryIO

from service import boxed
from service.boxed.lihat import Lihat
from service.domain.batas import Batas

TERLALU_BERAT = 3  # the exit code of a reader that ran out of memory


def warm() -> None:
    """Load every reader, so that no file waits for it."""
    for module in iter_modules(boxed.__path__):
        import_module(f"service.boxed.{module.name}")
    from service.boxed.contoh import samples

    for nama, held in samples():
        _look({"nama": nama, "batas": {}}, io.BytesIO(held))


def carry_out(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    """The answer to one errand, a part at a time."""
    return TUGAS[told["tugas"]](told, file)


def _look(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pengenal

    lihat = Lihat(Batas(**told["batas"]))
    pengenal.look(file, told["nama"], lihat)
    return [json.dumps(lihat.told()).encode()]


def _kind(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pengenal

    return [pengenal.kind(file).encode()]


def _picture(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import rupa

    return [rupa.picture(file, int(told["halaman"]), int(told["lebar"]))]


def _scan(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pindaian

    return [pindaian.ready(file, int(told["halaman"]))]


def _member(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import anggota

    return anggota.member(file, told["nama"], int(told["n"]))


def _rows(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tabel

    return [json.dumps(tabel.rows(file)).encode()]


def _filled_table(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tabel_isian

    return [json.dumps(tabel_isian.told(file)).encode()]


def _unit_table(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tabel_unit

    return tabel_unit.told(file)


def _sop_table(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tabel_sop

    return [json.dumps(tabel_sop.told(file)).encode()]


def _template(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import templat

    return [json.dumps(templat.told(file, told["nama"])).encode()]


def _places(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pdf_letak

    return [json.dumps(pdf_letak.places(file, told["frasa"])).encode()]


def _joined(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import templat_sambung

    return templat_sambung.joined(file)


def _sheets(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pisah

    return [json.dumps(pisah.sheets(file, int(told["dari"]))).encode()]


def _part(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pisah

    return pisah.part(file, int(told["dari"]), int(told["sampai"]))


def _signatures(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tanda_pdf

    with os.fdopen(told["bekal"], "rb") as bekal:
        bekal.seek(0)
        judged_by = json.load(bekal)
    now = datetime.fromisoformat(told["pada"])
    return [json.dumps(tanda_pdf.look(file, judged_by, now, int(told["dikirim"]))).encode()]


def _inked(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tinta

    with os.fdopen(told["bekal"], "rb") as cetakan:
        return [json.dumps(tinta.pages(file, cetakan, int(told["dari"]), told["tempat"])).encode()]


def _leaks(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import periksa

    return [json.dumps(periksa.leaks(file, told["nama"], Batas(**told["batas"]))).encode()]


def _blackened(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import hitamkan

    return hitamkan.blackened(file, _boxes(told))


def _leftovers(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import bukti

    boxes = _boxes(told)
    return [json.dumps([*bukti.leftovers(file, boxes), bukti.counted(file, boxes)]).encode()]


def _repeated(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import bukti

    boxes = _boxes(told)
    return [json.dumps([bukti.repeated(file, boxes), bukti.counted(file, boxes)]).encode()]


def _cleaned(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import bersih

    return bersih.cleaned(file)


def _roomy(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import lapang

    return lapang.roomy(file)


def _seen_words(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import lapang

    return [json.dumps(lapang.words(file)).encode()]


def _personal(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed.gerbang import letak_pribadi

    return [json.dumps(letak_pribadi.boxes(file, told["jenis"])).encode()]


def _bound(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import jilid_fakta

    return [json.dumps(jilid_fakta.facts(file)).encode()]


def _pictured(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import jilid_gambar

    return jilid_gambar.pictured(file)


def _attached(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import dossier_isi

    return [json.dumps(dossier_isi.held(file)).encode()]


def _one_attached(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import dossier_isi

    return dossier_isi.one(file, int(told["n"]))


def _boxes(told: Mapping[str, Any]) -> list[tuple[int, float, float, float, float]]:
    """The boxes on the pages, more of them than an errand can carry."""
    with os.fdopen(told["bekal"], "rb") as bekal:
        bekal.seek(0)
        some = json.load(bekal)
        return [(int(n), float(x), float(y), float(to), float(up)) for n, x, y, to, up in some]


TUGAS: dict[str, Callable[[Mapping[str, Any], BinaryIO], Iterable[bytes]]] = {
    "lihat": _look,
    "jenis": _kind,
    "rupa": _picture,
    "pindai": _scan,
    "anggota": _member,
    "tabel": _rows,
    "tabel_isian": _filled_table,
    "tabel_unit": _unit_table,
    "tabel_sop": _sop_table,
    "templat": _template,
    "sambung": _joined,
    "letak": _places,
    "lembar": _sheets,
    "bagian": _part,
    "tanda": _signatures,
    "tinta": _inked,
    "gerbang": _leaks,
    "hitamkan": _blackened,
    "hitam_bukti": _leftovers,
    "hitam_ulang": _repeated,
    "bersihkan": _cleaned,
    "lapangkan": _roomy,
    "kata_tampak": _seen_words,
    "kotak_pribadi": _personal,
    "jilid": _bound,
    "gambarkan": _pictured,
    "lampiran": _attached,
    "satu_lampiran": _one_attached,
}
