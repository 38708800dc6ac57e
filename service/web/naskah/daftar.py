"""The list of papers: newest first, what is asked for stands in the address."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.lihat.terlihat import reach
from service.acts.naskah.jenis import kinds
from service.domain import naskah as n
from service.domain.tanggal import hari_tanggal, local, panjang
from service.domain.wewenang import Act, Hadir
from service.face.alamat import onward, page_of
from service.face.isi import Halaman, Kolom, Sel, Tabel
from service.face.isi_formulir import Pilihan, Ruas
from service.ports import House
from service.ports.naskah import BarisNaskah, SaringNaskah
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work, known
from service.web.kata.naskah import BENTUK

ALAMAT = "/naskah"
SEHALAMAN = 50
TERJAUH = 50  # pages; who looks for more narrows the list
JALAN, SEMUA = "jalan", "semua"
TAMPIL: dict[str, tuple[str, ...]] = {
    JALAN: (n.KONSEP, n.DIAJUKAN, n.DIKEMBALIKAN, n.DISETUJUI, n.DIKIRIM),
    **{one: (one,) for one in n.KATA},
    SEMUA: tuple(n.KATA),
}
KATA = {JALAN: "Yang belum selesai", **n.KATA, SEMUA: "Semua naskah"}
KOLOM = (
    *(Kolom("Naskah"), Kolom("Berkas"), Kolom("Nomor")),
    *(Kolom("Unit"), Kolom("Dibuat"), Kolom("Keadaan")),
)


def table(
    house: House, oleh: Hadir, asked: Mapping[str, str], names: Mapping[tuple[str, str], str]
) -> tuple[Tabel, Halaman | None]:
    """One page of the list, and the way to the next; `names`: of kinds, by agency."""
    here = min(max(page_of(asked), 1), TERJAUH)
    skip = (here - 1) * SEHALAMAN
    found = house.naskah.listed(reach(house, oleh), wanted(asked), skip, SEHALAMAN + 1)
    zona = zona_of(oleh, at_work())
    rows = tuple(_row(one, names, zona) for one in found[:SEHALAMAN])
    more = len(found) > SEHALAMAN and here < TERJAUH
    return Tabel("naskah", "Naskah", KOLOM, rows), onward(ALAMAT, asked, here, more=more)


def _row(one: BarisNaskah, names: Mapping[tuple[str, str], str], zona: str) -> tuple[Sel, ...]:
    naskah = one.naskah
    nama = names.get((naskah.instansi, naskah.jenis), naskah.jenis.replace("_", " ").capitalize())
    made = local(naskah.dibuat, zona).date()
    return (
        Sel(nama, f"{ALAMAT}/{naskah.id}", bentuk="dikecualikan" if one.rahasia else None),
        Sel(one.judul, f"/berkas/{naskah.berkas}"),
        Sel(naskah.nomor or "–", catatan=panjang(naskah.tanggal) if naskah.tanggal else ""),
        Sel(unit_name(naskah.instansi, one.unit) or "–"),
        Sel(hari_tanggal(made), iso=made.isoformat()),
        Sel(n.KATA[naskah.keadaan], bentuk=BENTUK[naskah.keadaan]),
    )


def shown(asked: Mapping[str, str]) -> str:
    """Which papers the address asks for; those not yet done where it says nothing."""
    value = asked.get("keadaan", JALAN)
    return value if value in TAMPIL else JALAN


def wanted(asked: Mapping[str, str]) -> SaringNaskah:
    """What the list is narrowed to."""
    words = asked.get("cari", "").replace("\0", "").strip()[:200]
    jenis, unit = asked.get("jenis", "")[:80], asked.get("unit", "")[:80]
    return SaringNaskah(TAMPIL[shown(asked)], jenis, unit, words)


def narrowed(asked: Mapping[str, str]) -> bool:
    """Whether anything but the plain list is asked for."""
    return shown(asked) != JALAN or any(asked.get(x) for x in ("jenis", "unit", "cari"))


def named(house: House, oleh: Hadir) -> dict[tuple[str, str], str]:
    """What kinds are called, by agency and jenis, in every agency of the person."""
    here = [one.id for one in at_work() if oleh.may(Act.LOOK, one.id)] or list(oleh.instansi)
    return {(kode, one): nama for kode in here for one, nama in kinds(house, kode).items()}


def filters(
    oleh: Hadir, asked: Mapping[str, str], names: Mapping[tuple[str, str], str]
) -> tuple[Ruas, ...]:
    """The fields above the list."""
    jenis = {one: nama for (_, one), nama in names.items()}
    states = tuple(Pilihan(one, KATA[one]) for one in TAMPIL)
    return (
        Ruas("keadaan", "Tampilkan", shown(asked), "pilih", pilihan=states),
        _choice("jenis", "Jenis", asked, jenis),
        _choice("unit", "Unit", asked, _units(oleh)),
        Ruas("cari", "Judul berkas memuat", asked.get("cari", ""), wajib=False),
    )


def _choice(nama: str, label: str, asked: Mapping[str, str], told: Mapping[str, str]) -> Ruas:
    every = (Pilihan("", "Semua"), *(Pilihan(one, kata) for one, kata in told.items()))
    return Ruas(nama, label, asked.get(nama, ""), "pilih", pilihan=every, wajib=False)


def _units(oleh: Hadir) -> dict[str, str]:
    return {
        unit.id: unit.nama
        for kode in oleh.instansi
        if (agency := known(kode))
        for unit in agency.unit
        if oleh.may(Act.LOOK, kode, unit.id)
    }
