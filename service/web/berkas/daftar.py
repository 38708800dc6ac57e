"""The list of matters: those under way by when they are due, the others newest first."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.berkas.banyak import TERBANYAK
from service.acts.berkas.titip import given_to
from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import mine
from service.acts.lihat.terlihat import reach
from service.domain.berkas import BERJALAN, Berkas
from service.domain.sop import tampak as t
from service.domain.wewenang import Act, Hadir
from service.face.alamat import link
from service.face.isi import Halaman, Kolom, Sel, Tabel
from service.face.isi_formulir import Pilihan, Ruas
from service.ports import House
from service.ports.berkas import SaringBerkas
from service.web.berkas.banyak_isi import mark
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import KEADAAN, day, stands

ALAMAT = "/berkas"
SEHALAMAN = 50
BARIS = tuple(Pilihan(str(many), str(many)) for many in (SEHALAMAN, TERBANYAK))
SAYA = "saya"
TAMPIL = {
    SAYA: "Menunggu saya",
    BERJALAN: "Semua yang berjalan",
    t.LEWAT: t.SEBUTAN[t.LEWAT],
    t.SEGERA: t.SEBUTAN[t.SEGERA],
    t.DITUNDA: t.SEBUTAN[t.DITUNDA],
    **{nama: kata for nama, kata in KEADAAN.items() if nama != BERJALAN},
}
KOLOM = (
    Kolom("Berkas"),
    Kolom("SOP"),
    Kolom("Langkah"),
    Kolom("Unit"),
    Kolom("Jatuh tempo"),
    Kolom("Keadaan"),
)


def table(
    house: House, oleh: Hadir, asked: Mapping[str, str], judul: Mapping[tuple[str, str], str]
) -> tuple[Tabel, Halaman | None]:
    """One page of the list, and the way to the next."""
    size = _size(asked)
    skip = _page(asked) * size
    found = _found(house, oleh, asked, skip)
    some = found[:size]
    hari = today(house, oleh)
    rows = tuple(_row(one, hari, judul) for one in some)
    boxes = tuple(map(mark, some)) if oleh.may(Act.COMPLETE) and _open(asked) else ()
    tabel = Tabel("berkas", "Berkas", KOLOM, rows, pilih=boxes)
    return tabel, _pages(asked, len(found) > size, skip)


def _open(asked: Mapping[str, str]) -> bool:
    """Whether the list shows matters with which something can still be done."""
    return shown(asked) not in KEADAAN or shown(asked) == BERJALAN


def _size(asked: Mapping[str, str]) -> int:
    """How many lines on one page."""
    return TERBANYAK if asked.get("baris") == str(TERBANYAK) else SEHALAMAN


def _found(house: House, oleh: Hadir, asked: Mapping[str, str], skip: int) -> list[Berkas]:
    if shown(asked) == SAYA:
        most = skip + _size(asked) + 1
        return [*given_to(house, oleh), *house.perkara.waiting(mine(oleh), most)][skip:most]
    hari = today(house, oleh)
    places = reach(house, oleh)
    saring = wanted(asked)
    return house.perkara.listed(places, saring, (hari.ini, hari.segera), skip, _size(asked) + 1)


def today(house: House, oleh: Hadir) -> t.Hari:
    """The days by which a person's lists are asked for."""
    kode = next(iter(oleh.instansi), "") or next((one.id for one in at_work()), "")
    with house.ledger.read() as reading:
        days = kalender(house, reading, kode)
    return t.days(days, days.tanggal(house.clock.now()))


def _row(one: Berkas, hari: t.Hari, judul: Mapping[tuple[str, str], str]) -> tuple[Sel, ...]:
    kata, bentuk = stands(one, hari)
    return (
        Sel(one.judul, f"{ALAMAT}/{one.id}", bentuk="dikecualikan" if one.rahasia else None),
        Sel(judul.get((one.instansi, one.sop), one.sop) or "Tanpa SOP", catatan=one.masa),
        Sel(one.langkah.replace("_", " ").capitalize() or "–"),
        Sel(unit_name(one.instansi, one.unit) or "–"),
        Sel(day(one.jatuh), iso=one.jatuh.isoformat() if one.jatuh else ""),
        Sel(kata, bentuk=bentuk),
    )


def shown(asked: Mapping[str, str]) -> str:
    """Which matters the address asks for; those that wait for the person where it says nothing."""
    value = asked.get("tampil", SAYA)
    return value if value in TAMPIL else SAYA


def wanted(asked: Mapping[str, str]) -> SaringBerkas:
    """What the list is narrowed to."""
    what = shown(asked)
    derived = what in (t.LEWAT, t.SEGERA, t.DITUNDA)
    return SaringBerkas(
        keadaan=BERJALAN if derived or what == BERJALAN else what,
        tampak=what if derived else "",
        unit=asked.get("unit", "")[:80],
        cari=asked.get("cari", "").strip()[:200],
    )


def filters(asked: Mapping[str, str]) -> tuple[Ruas, ...]:
    """The fields above the list."""
    choices = tuple(Pilihan(nama, kata) for nama, kata in TAMPIL.items())
    return (
        Ruas("tampil", "Tampilkan", shown(asked), "pilih", pilihan=choices),
        Ruas("cari", "Judul memuat", asked.get("cari", ""), wajib=False),
        Ruas("baris", "Baris", str(_size(asked)), "pilih", pilihan=BARIS, lebar="sempit"),
    )


def _page(asked: Mapping[str, str]) -> int:
    text = asked.get("halaman", "1")
    return min(int(text), 200) - 1 if text.isascii() and text.isdigit() and int(text) else 0


def _pages(asked: Mapping[str, str], more: bool, skip: int) -> Halaman | None:
    here = skip // _size(asked) + 1
    if here == 1 and not more:
        return None
    return Halaman(
        ini=here,
        banyak=here + more,
        kata=f"Halaman {here}",
        sebelum=link(ALAMAT, asked, halaman=str(here - 1) if here > 2 else "") if here > 1 else "",
        sesudah=link(ALAMAT, asked, halaman=str(here + 1)) if more else "",
    )
