"""What a program sends is read by the shape that its document shows, with every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

import pytest

from service.domain.bentuk_json import IsianJsonSalah, plain, read, rincian, schema, shape


@dataclass(frozen=True)
class Surat:
    """Contoh."""

    judul: str = field(metadata=rincian(terpendek=1, terpanjang=5))
    hari: date | None = None
    saat: datetime | None = None
    banyak: int = field(default=1, metadata=rincian(paling_kecil=1, paling_besar=9))
    sifat: Literal["biasa", "segera"] = "biasa"
    jalan: str = field(default="", metadata=rincian(pilihan=("", "surat", "surel")))
    unit: tuple[str, ...] = ()
    bentuk: tuple[str, ...] = field(default=(), metadata=rincian(pilihan=("cetak", "berkas")))
    kata: str | None = field(default=None, metadata=rincian(terpanjang=4))
    isi: Mapping[str, object] = field(default_factory=dict)
    rahasia: bool = False


def test_what_fits_is_read_and_told_again_as_it_was():
    told = {
        "judul": "Undan",
        "hari": "2026-11-21",
        "saat": "2026-11-21T08:00:00+00:00",
        "banyak": 9,
        "sifat": "segera",
        "jalan": "surat",
        "unit": ["humas"],
        "bentuk": ["berkas", "cetak"],
        "kata": None,
        "isi": {"a": [1, None]},
        "rahasia": True,
    }

    one = read(Surat, told)

    assert one.hari == date(2026, 11, 21)
    assert one.saat == datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert plain(one) == told


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("judul", "", "Paling sedikit 1"),
        ("judul", "x" * 6, "Paling banyak 5"),
        ("judul", 3, "berupa teks"),
        ("judul", None, "berupa teks"),
        ("hari", "2026-02-30", "tanggal"),
        ("hari", "20261121", "tanggal"),
        ("hari", 5, "tanggal"),
        ("saat", "kemarin", "saat"),
        ("banyak", 0, "Antara 1 dan 9"),
        ("banyak", True, "bilangan bulat"),
        ("banyak", 1.5, "bilangan bulat"),
        ("sifat", "lambat", "biasa, segera"),
        ("sifat", [], "biasa, segera"),
        ("jalan", "angin", "satu: surat, surel."),
        ("jalan", None, "berupa teks"),
        ("unit", "humas", "daftar"),
        ("bentuk", ["cetak", "angin"], "satu: cetak, berkas."),
        ("kata", "lima5", "Paling banyak 4"),
        ("unit", [1], "teks"),
        ("isi", [], "objek"),
        ("rahasia", "ya", "true atau false"),
        ("lain", 1, "tidak dikenal"),
    ],
)
def test_what_does_not_fit_is_named_with_its_reason(name, value, why):
    with pytest.raises(IsianJsonSalah) as no:
        read(Surat, {"judul": "a"} | {name: value})

    assert list(no.value.salah) == [name]
    assert why in no.value.salah[name]


def test_every_fault_is_told_at_once_and_what_is_missing_too():
    with pytest.raises(IsianJsonSalah) as no:
        read(Surat, {"hari": "x", "banyak": 99, "asing": 1})

    assert set(no.value.salah) == {"judul", "hari", "banyak", "asing"}


def test_the_schema_says_what_is_read():
    told = shape(Surat, "#/x/", masuk=True)

    assert told["required"] == ["judul"]
    assert told["additionalProperties"] is False
    assert told["properties"]["judul"] == {"type": "string", "maxLength": 5, "minLength": 1}
    assert told["properties"]["hari"] == {
        "anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]
    }
    assert told["properties"]["sifat"]["enum"] == ["biasa", "segera"]
    assert told["properties"]["jalan"]["enum"] == ["", "surat", "surel"]
    assert told["properties"]["bentuk"]["items"]["enum"] == ["cetak", "berkas"]
    assert told["properties"]["kata"] == {
        "anyOf": [{"type": "string", "maxLength": 4}, {"type": "null"}]
    }
    assert set(shape(Surat, "#/x/", masuk=False)["required"]) == set(told["properties"])
    assert schema(tuple[Surat, ...], "#/x/") == {"type": "array", "items": {"$ref": "#/x/Surat"}}
