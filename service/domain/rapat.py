"""A meeting: who is asked to come, to what, and what came of it; one form before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from service.domain.tanggal import hari_tanggal

LURING, DARING, CAMPURAN = "luring", "daring", "campuran"
CARA = {LURING: "Tatap muka", DARING: "Daring", CAMPURAN: "Tatap muka dan daring"}
PIMPINAN, NOTULIS, PESERTA = "pimpinan", "notulis", "peserta"
SEBAGAI = {PIMPINAN: "Pimpinan rapat", NOTULIS: "Notulis", PESERTA: "Peserta"}
TERBANYAK = 500  # people


@dataclass(frozen=True)
class Peserta:
    """Somebody who is asked to come."""

    nama: str
    jabatan: str = ""
    unit: str = ""
    sebagai: str = PESERTA
    hadir: bool | None = None  # None until somebody says so
    diwakili: str = ""  # who came in their place


@dataclass(frozen=True)
class Acara:
    """One item of the agenda, and what was said and agreed on it."""

    judul: str
    pembahasan: str = ""
    putusan: str = ""


@dataclass(frozen=True)
class Rapat:
    """One meeting of one matter."""

    judul: str = ""
    tanggal: date | None = None
    mulai: time | None = None
    selesai: time | None = None
    cara: str = LURING
    tempat: str = ""
    tautan: str = ""
    acara: tuple[Acara, ...] = ()
    peserta: tuple[Peserta, ...] = ()

    @property
    def yang_hadir(self) -> tuple[Peserta, ...]:
        """Those who came, or sent somebody."""
        return tuple(one for one in self.peserta if one.hadir or one.diwakili)

    @property
    def kapan(self) -> str:
        """Day and hours, as an invitation has them."""
        if self.tanggal is None or self.mulai is None:
            return ""
        end = f"{self.selesai:%H.%M}" if self.selesai else "selesai"
        return f"{hari_tanggal(self.tanggal)}, pukul {self.mulai:%H.%M} sampai {end}"


def before(one: Rapat) -> dict[str, str]:
    """What is missing before people can be invited."""
    found = {}
    if not one.judul.strip():
        found["judul"] = "Tulis acara pokok rapatnya."
    if one.tanggal is None:
        found["tanggal"] = "Isi tanggal rapat."
    if one.mulai is None:
        found["mulai"] = "Isi jam mulai rapat."
    elif one.selesai and one.selesai <= one.mulai:
        found["selesai"] = "Jam selesai harus sesudah jam mulai."
    if one.cara not in CARA:
        found["cara"] = "Pilih cara rapatnya."
    if one.cara != DARING and not one.tempat.strip():
        found["tempat"] = "Isi tempat rapat."
    if one.cara in (DARING, CAMPURAN) and not one.tautan.strip():
        found["tautan"] = "Isi tautan rapat daringnya."
    if not any(each.judul.strip() for each in one.acara):
        found["acara"] = "Tulis sedikitnya satu pokok acara."
    return found | _people(one.peserta)


def _people(peserta: tuple[Peserta, ...]) -> dict[str, str]:
    if len(peserta) < 2:
        return {"peserta": "Undang sedikitnya dua orang."}
    if len(peserta) > TERBANYAK:
        return {"peserta": f"Paling banyak {TERBANYAK} orang dalam satu undangan."}
    if any(not one.nama.strip() for one in peserta):
        return {"peserta": "Setiap peserta perlu nama."}
    if sum(one.sebagai == PIMPINAN for one in peserta) > 1:
        return {"peserta": "Pimpinan rapat hanya satu orang."}
    names = [" ".join(one.nama.lower().split()) for one in peserta]
    if twice := next((one for one in names if names.count(one) > 1), ""):
        who = next(one.nama for one, name in zip(peserta, names, strict=True) if name == twice)
        return {"peserta": f"{who} tertulis dua kali."}
    return {}


def after(one: Rapat, today: date) -> dict[str, str]:
    """What is missing before its report can be written."""
    found = before(one)
    if one.tanggal and one.tanggal > today:
        found["tanggal"] = "Rapat ini belum berlangsung."
    if unsaid := [each.nama for each in one.peserta if each.hadir is None and not each.diwakili]:
        found["hadir"] = f"Tandai hadir atau tidaknya: {', '.join(unsaid[:5])}."
    elif len(one.yang_hadir) < 2:
        found["hadir"] = "Rapat dihadiri sedikitnya dua orang."
    elif not any(each.sebagai == PIMPINAN for each in one.yang_hadir):
        found["hadir"] = "Pimpinan rapat harus hadir atau diwakili."
    if bare := [each.judul for each in one.acara if not each.putusan.strip()]:
        found["putusan"] = f"Tulis hasil untuk: {bare[0]}."
    return found


def again(one: Rapat) -> Rapat:
    """The next meeting of the same people on the same matter, nothing said yet."""
    return replace(
        one,
        tanggal=None,
        mulai=None,
        selesai=None,
        acara=tuple(Acara(each.judul) for each in one.acara),
        peserta=tuple(replace(each, hadir=None, diwakili="") for each in one.peserta),
    )
