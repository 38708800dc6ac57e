"""An edition for machines that read tables: CSV that no spreadsheet runs, and JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DIP
from service.domain.edisi.lajur import KODE, LAJUR, SK
from service.domain.edisi.terbitan import Terbitan
from service.domain.informasi.beda import Baris
from service.domain.informasi.sumbu import KATEGORI_DIP

RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula


def to_csv(one: Terbitan, url: str) -> bytes:
    """One line to a row, under the legal heads; begins with the mark by which Excel knows UTF-8."""
    daftar = one.edisi.daftar
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    more = ("Kategori", "Alamat", "File", "SHA-256") if daftar == DIP else (SK, "Alamat")
    writer.writerow(["No", KODE, *LAJUR[daftar].values(), *more])
    for n, line in enumerate(one.baris, 1):
        writer.writerow([_safe(x) for x in (str(n), *_csv_row(one, line, url))])
    return ("\ufeff" + out.getvalue()).encode()


def to_json(one: Terbitan, url: str) -> bytes:
    """The edition and its lines by the names of their fields."""
    edisi = one.edisi
    whole = {
        "daftar": edisi.daftar,
        "nama": edisi.nama,
        "badan": {"kode": one.badan.kode, "nama": one.badan.nama, "laman": one.badan.laman},
        "tahun": edisi.tahun,
        "urut": edisi.urut,
        "sk": _decree(one, url),
        "terbit": edisi.terbit.isoformat() if edisi.terbit else "",
        "alamat": alamat.whole(url, alamat.edisi(edisi)),
        "baris": [_line(one, n, line, url) for n, line in enumerate(one.baris, 1)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _decree(one: Terbitan, url: str) -> dict[str, str]:
    """The decree, and where its signed paper is, as far as it went out."""
    sk = one.edisi.sk
    told = {"nomor": sk.nomor, "tanggal": str(sk.tanggal or "")}
    if one.sk_pdf is None:
        return told
    where = alamat.whole(url, alamat.unduhan(one.edisi, one.sk_pdf.nama))
    return told | {"alamat": where, "sha256": one.sk_pdf.sha256}


def _csv_row(one: Terbitan, line: Baris, url: str) -> tuple[str, ...]:
    kode, daftar = line["kode"], one.edisi.daftar
    words = (kode, *(line.get(name, "") for name in LAJUR[daftar]))
    page = alamat.whole(url, alamat.item(daftar, kode))
    if daftar != DIP:
        return (*words, line.get("sk", ""), page)
    kategori = KATEGORI_DIP.get(line.get("kategori", ""), "")
    file = one.file.get(kode)
    where = alamat.whole(url, alamat.file(kode, file.nama)) if file else line.get("alamat", "")
    return (*words, kategori, page, where, file.sha256 if file else "")


def _line(one: Terbitan, n: int, line: Baris, url: str) -> dict[str, Any]:
    kode, daftar = line["kode"], one.edisi.daftar
    told: dict[str, Any] = {"no": n, "kode": kode}
    told |= {name: line.get(name, "") for name in LAJUR[daftar]}
    told["alamat"] = alamat.whole(url, alamat.item(daftar, kode))
    if daftar != DIP:
        return told | {"sk": line.get("sk", "")}
    told |= {"kategori": line.get("kategori", ""), "laman": line.get("alamat", "")}
    if file := one.file.get(kode):
        told["file"] = {
            "alamat": alamat.whole(url, alamat.file(kode, file.nama)),
            "mime": file.mime,
            "ukuran": file.ukuran,
            "sha256": file.sha256,
        }
    return told


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(RUMUS) else text
