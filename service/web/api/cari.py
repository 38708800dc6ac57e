"""The search, for programs: the same question, the same answer as on its page."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from service.acts.cari.ringkas import Ringkas, brief
from service.acts.cari.tanya import asked_for
from service.acts.cari.temukan import search as find
from service.domain.bentuk_json import rincian
from service.domain.wewenang import Act
from service.web.api.jalan import Jalan, Lanjut, mark, skipped
from service.web.dasar.auth import hadir, house
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

TERJAUH = 1_000  # hits: who needs more narrows the search


@dataclass(frozen=True)
class TanyaCari(Lanjut):
    """Yang dicari; semua kata harus ada."""

    kata: str = field(metadata=rincian(terpendek=1, terpanjang=200), kw_only=True)
    instansi: str = field(default="", metadata=rincian(terpanjang=80))
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    jenis: str = field(
        default="",
        metadata=rincian(kata="Jenis yang masuk, naskah, atau naskah.JENIS.", terpanjang=80),
    )
    keadaan: str = field(
        default="", metadata=rincian(kata="Keadaan, atau naskah.KEADAAN.", terpanjang=80)
    )
    sop: str = field(default="", metadata=rincian(terpanjang=80))
    nomor: str = field(default="", metadata=rincian(terpanjang=200))
    orang: str = field(default="", metadata=rincian(terpanjang=200))
    dari: str = field(default="", metadata=rincian(kata="Hari: 2026-11-30.", terpanjang=10))
    sampai: str = field(default="", metadata=rincian(kata="Hari: 2026-11-30.", terpanjang=10))


@dataclass(frozen=True)
class HalamanCari:
    """Sebagian yang ditemukan, yang terbaru lebih dahulu."""

    isi: tuple[Ringkas, ...]
    berikut: str | None
    ragu: tuple[str, ...] = field(
        default=(), metadata=rincian(kata="Yang tidak dipakai seperti tertulis.")
    )


def search(tanya: TanyaCari) -> HalamanCari:
    """Files and papers that hold all that is asked for."""
    told = {name: str(value) for name, value in asdict(tanya).items()}
    told["unit"] = f"{tanya.instansi}/{tanya.unit}"
    asked, skip = asked_for(house(), told, zona_of(hadir(), at_work())), skipped(tanya)
    if skip > TERJAUH:
        return HalamanCari((), None, asked.ragu)
    found, more = find(house(), hadir(), asked, skip, tanya.banyak)
    isi = tuple(brief(one) for one in found)
    return HalamanCari(isi, mark(skip + tanya.banyak) if more else None, asked.ragu)


JALAN = (
    Jalan(
        "GET",
        "/cari",
        "cari",
        "Kata dalam file yang masuk dan dalam naskah, halaman demi halaman.",
        search,
        HalamanCari,
        tanya=TanyaCari,
        acts=(Act.LOOK,),
    ),
)
