"""What a row of a draft needs and makes, as it is asked for and as it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.domain.sop.bahan import CUKUP, KIRIMAN, NASKAH, Bahan
from service.domain.sop.bentuk import PER_BUTIR
from service.domain.sop.konsep import BarisKonsep, SopKonsep
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.sop.kata import WUJUD, field, many, table, text

DAFTAR_BAHAN = "daftar-bahan"
LAJUR = ("kelengkapan", "keluaran")
_KOSONG = 2  # places for what is added, in one go


def asked(
    konsep: SopKonsep, isi: Mapping[str, Any], lajur: str, bahan: Mapping[str, Bahan]
) -> Iterator[Ruas]:
    """The fields of one column: as it is written, and which things are meant."""
    written = text(table(isi.get("tertulis")).get(lajur))
    name = field(lajur)
    yield Ruas(
        f"tertulis_{lajur}",
        f"{name} sebagaimana tertulis",
        written,
        "panjang",
        "Ejaan tabelnya, untuk dicetak kembali.",
        wajib=False,
        batas=2000,
    )
    held = isi.get(lajur)
    now = held if isinstance(held, list) else []
    labels = {key: label for label, key in named(bahan).items()}
    asks = lajur == "kelengkapan" and _per_item(konsep, now)
    for n in range(1, len(now) + _KOSONG + 1):
        one = now[n - 1] if n <= len(now) else ""
        nama = one if isinstance(one, str) else text(table(one).get("bahan"))
        yield Ruas(
            f"{lajur}_{n}",
            f"{name} {n}",
            labels.get(nama, nama),
            petunjuk="Ketik sebagian namanya, lalu pilih dari daftar bahan."
            if n == len(now) + 1
            else "",
            wajib=False,
            saran=DAFTAR_BAHAN,
        )
        if asks:
            when = ", ".join(many(table(one).get("bila")))
            hint = "Kosong: selalu diperlukan."
            yield Ruas(f"bila_{n}", f"Hanya bila hasil {n}", when, "teks", hint, wajib=False)


def named(bahan: Mapping[str, Bahan]) -> dict[str, str]:
    """By what people call it, the key of each thing; where two are called alike, with its key."""
    found = dict[str, str]()
    for one in sorted(bahan.values(), key=lambda one: (one.nama.lower(), one.id)):
        label = one.nama if one.nama and one.nama not in found else f"{one.nama} [{one.id}]"
        found[label.strip()] = one.id
    return found


def unknown(row: BarisKonsep, sent: Terisi, bahan: Mapping[str, Bahan]) -> tuple[str, ...]:
    """What was typed for a thing and is none that there is."""
    known = resolved(row, bahan)
    return tuple(
        f"“{words}” belum ada di daftar bahan. Pilih dari daftar, atau tulis di Bahan baru."
        for lajur in LAJUR
        for n in counted(sent, lajur)
        if (words := sent[f"{lajur}_{n}"]) and words.lower() not in known
    )


def resolved(row: BarisKonsep, bahan: Mapping[str, Bahan]) -> dict[str, str]:
    """By the words that may be typed, the key that is meant."""
    held = [
        one for lajur in LAJUR if isinstance(row.isi.get(lajur), list) for one in row.isi[lajur]
    ]
    own = [one if isinstance(one, str) else text(table(one).get("bahan")) for one in held]
    found = {key.lower(): key for key in (*own, *bahan)}
    return found | {label.lower(): key for label, key in named(bahan).items()}


def fresh_things() -> Iterator[Ruas]:
    """The fields of things that the office does not have yet."""
    for lajur, usual in (("kelengkapan", KIRIMAN), ("keluaran", NASKAH)):
        name = field(lajur).lower()
        yield Ruas(f"baru_{lajur}", f"Bahan baru untuk {name}", wajib=False)
        yield Ruas(
            f"wujud_{lajur}",
            f"Wujud bahan baru untuk {name}",
            usual,
            "pilih",
            wajib=False,
            pilihan=tuple(Pilihan(one, WUJUD[one]) for one in CUKUP),
        )


def _per_item(konsep: SopKonsep, now: list[Any]) -> bool:
    return any(one.isi.get("untuk") == PER_BUTIR for one in konsep.langkah) or any(
        isinstance(one, dict) for one in now
    )


def counted(sent: Terisi, name: str) -> Iterator[int]:
    """The numbers of the fields of that name, as many as the form had."""
    n = 1
    while f"{name}_{n}" in sent.nilai:
        yield n
        n += 1
