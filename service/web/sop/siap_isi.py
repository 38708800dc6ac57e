"""Whether a draft of an SOP is ready, and who can put it in force, in words."""

from __future__ import annotations

from collections.abc import Iterator

from flask import url_for

from service.acts.sop.konsep import Terbaca
from service.acts.sop.siap import who_can_use
from service.domain.setelan import Setelan
from service.domain.sop.konsep import GUGUR, KONSEP, SopKonsep
from service.domain.sop.konsep_siap import is_ready
from service.domain.wewenang import BEBAS, PERAN, WAJIB, Act, Hadir, grounds
from service.face.isi import Bentuk, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.face.isi_sop import Kesiapan
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import known
from service.web.kata.berkas import moment

BELUM_ADA = (
    "Belum ada orang kedua yang dapat memberlakukannya. SOP diberlakukan oleh PPID atau Atasan "
    "PPID tingkat instansi, bukan satu unit saja, yang tidak ikut menulisnya. Mintalah "
    "administrator memberi peran itu kepada orang lain di halaman Orang, bagian Beri peran."
)


def readiness(found: Terbaca) -> Kesiapan | None:
    """Where a draft stands, what its writer can say now, and whom it calls; None once it ended."""
    konsep = found.konsep
    if konsep.keadaan != KONSEP:
        return None
    ready, mine = is_ready(konsep), hadir().orang.id in konsep.penyiap
    people, rule = _called(konsep)
    second = hadir().may(Act.SOP_USE, konsep.instansi)
    return Kesiapan(
        "menunggu" if ready else "lewat" if konsep.siap == GUGUR else None,
        tuple(_told(found, mine=mine)),
        tuple(_named(one, konsep.instansi) for one in people),
        "" if people else f"{BELUM_ADA}{_alone(konsep, rule, mine=mine)}",
        _people_page(konsep.instansi) if not people else None,
        _declare(konsep) if mine and not ready and not found.periksa.berat else None,
        url_for("sop_siap.take_back", konsep_id=konsep.id) if ready and (mine or second) else "",
        siap=ready,
    )


def badge(konsep: SopKonsep) -> tuple[Bentuk, str]:
    """The state of a draft that is being written, as lists show it."""
    if is_ready(konsep):
        return "menunggu", "Siap diberlakukan"
    return "berjalan", "Ditulis lagi, belum siap" if konsep.siap == GUGUR else "Sedang ditulis"


def declared(konsep: SopKonsep) -> str:
    """Who called it ready, and when."""
    names = house().lists.nama_orang([konsep.siap_oleh])
    return f"{names.get(konsep.siap_oleh, '–')} pada {declared_at(konsep)}"


def declared_at(konsep: SopKonsep) -> str:
    """When it was called ready, on the clock of its office."""
    agency = known(konsep.instansi)
    return moment(konsep.siap_sejak or konsep.dibuat, agency.zona if agency else "WIB")


def for_second(konsep: SopKonsep) -> str:
    """What the person who puts it in force should know of it; '' for who wrote it."""
    if konsep.keadaan != KONSEP or hadir().orang.id in konsep.penyiap:
        return ""
    if is_ready(konsep):
        return f"Dinyatakan siap oleh {declared(konsep)}."
    names = house().lists.nama_orang(konsep.penyiap)
    who = ", ".join(names.get(one, "–") for one in konsep.penyiap)
    return (
        "Penulisnya belum menyatakan konsep ini siap, jadi mungkin masih ditulis. Tanyakan dahulu "
        f"kepada {who}."
    )


def _told(found: Terbaca, *, mine: bool) -> Iterator[str]:
    konsep, many = found.konsep, len(found.periksa.berat)
    if is_ready(konsep):
        yield f"Dinyatakan siap oleh {declared(konsep)}."
        yield (
            "Bila konsep ditulis lagi, pernyataan ini gugur dengan sendirinya dan konsep tidak "
            "tampil lagi di beranda siapa pun sampai dinyatakan siap sekali lagi."
        )
        return
    if konsep.siap == GUGUR:
        yield (
            f"Pernyataan siap oleh {declared(konsep)} sudah gugur karena konsep ditulis lagi "
            "sesudahnya. Konsep tidak tampil lagi di beranda siapa pun."
        )
    if not mine:
        yield "Penulisnya belum menyatakan konsep ini siap, jadi mungkin masih ditulis."
    elif many:
        yield f"Konsep ini dapat dinyatakan siap setelah {many} kesalahan di atas dibetulkan."
    else:
        yield (
            "Bila konsep ini selesai ditulis, nyatakan siap. Sejak itu konsep tampil di beranda "
            "orang yang dapat memberlakukannya. Konsep masih dapat diubah sesudahnya."
        )


def _called(konsep: SopKonsep) -> tuple[list[Hadir], str]:
    with house().ledger.read() as reading:
        rule = reading.get(Setelan, konsep.instansi).empat_mata
        return who_can_use(house(), reading, konsep), rule


def _named(one: Hadir, instansi: str) -> str:
    held = grounds(one.peran, Act.SOP_USE, instansi, "")
    return f"{one.orang.nama} ({PERAN[held[0].peran]})"


def _alone(konsep: SopKonsep, rule: str, *, mine: bool) -> str:
    """What is left to a writer who decides on SOPs, too."""
    if not mine or rule == WAJIB or not hadir().may(Act.SOP_USE, konsep.instansi):
        return ""
    how = "" if rule == BEBAS else " dengan menulis alasannya"
    return f" Di kantor ini Anda juga dapat memberlakukannya sendiri{how}."


def _people_page(instansi: str) -> Tautan | None:
    may = hadir().may(Act.PEOPLE, instansi)
    return Tautan("Buka halaman Orang", url_for("orang.listing")) if may else None


def _declare(konsep: SopKonsep) -> Formulir:
    return Formulir(
        url_for("sop_siap.declare", konsep_id=konsep.id),
        "Nyatakan siap",
        (Kelompok("", (Ruas("versi", "Versi", str(konsep.versi), "tersembunyi"),)),),
        jaga=False,
    )
