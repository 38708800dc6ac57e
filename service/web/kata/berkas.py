"""What matters and their steps are called on pages."""

from __future__ import annotations

from datetime import date, datetime

from service.domain import tanggal
from service.domain.berkas import BERJALAN, DIARSIPKAN, DIBATALKAN, SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.pengecualian import Terang
from service.domain.sop import tampak as t
from service.domain.sop.bahan import CUKUP, Bahan
from service.domain.tanggal import hari_tanggal
from service.domain.uji import DITUTUP, KESIMPULAN
from service.face.isi import Bentuk

BENTUK: dict[str, Bentuk] = {
    t.BARU: "baru",
    t.BERJALAN: "berjalan",
    t.SEGERA: "menunggu",
    t.LEWAT: "lewat",
    t.DITUNDA: "menunggu",
    t.SELESAI: "selesai",
}
KEADAAN = {
    BERJALAN: "Berjalan",
    SELESAI: "Selesai",
    DIBATALKAN: "Dibatalkan",
    DIARSIPKAN: "Diarsipkan",
}


def stands(berkas: Berkas, hari: t.Hari) -> tuple[str, Bentuk]:
    """How a matter stands, in a word and a shape."""
    if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        return KEADAAN[berkas.keadaan], "selesai"
    jam = t.Jam(
        berkas.jatuh,
        tersentuh=berkas.versi > 1,
        ditunda=berkas.ditunda is not None,
        selesai=berkas.keadaan != BERJALAN,
    )
    now = t.tampak(jam, hari)
    return t.SEBUTAN[now], BENTUK[now]


def words(code: str) -> str:
    """A key of an SOP as people read it."""
    return code.replace("_", " ").capitalize()


def outcome(terang: Terang, butir: Butir) -> tuple[str, Bentuk]:
    """What became of an item: a closing is a proposal until every proof is there."""
    if butir.dicabut:
        return "Dikeluarkan dari berkas", "selesai"
    if not butir.hasil:
        return "Belum diputus", "baru"
    kata = KESIMPULAN.get(butir.hasil) or words(butir.hasil)
    if butir.hasil not in DITUTUP:
        return kata, "selesai"
    if terang.proved(butir):
        return kata, "dikecualikan"
    return f"Diusulkan {kata.lower()}", "menunggu"


def states(thing: Bahan) -> dict[str, str]:
    """The states in which a thing can be laid down."""
    return {one: words(one) for one in CUKUP[thing.wujud]}


def moment(at: datetime, zona: str) -> str:
    """Day and hour on the clock of an office."""
    return tanggal.moment(at, zona)


def day(on: date | None) -> str:
    """A day, or a dash."""
    return hari_tanggal(on) if on else "–"
