"""Who may do what: peran, acts, delegation for a term, and the second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from service.domain.catatan import RUMAH
from service.domain.orang import DEFINITIF, DELEGASI, PLH, PLT, Orang, Pemegang
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang

ADMINISTRATOR = "administrator"
PETUGAS = "petugas"
PERAN: dict[str, str] = {
    "atasan_ppid": "Atasan PPID",
    "ppid": "PPID",
    "ppid_pelaksana": "PPID Pelaksana",
    "tim_sekretariat": "Tim Sekretariat",
    "pengelola_arsip": "Pengelola Arsip",
    "unit": "Unit Kerja",
    "tim_pertimbangan": "Tim Pertimbangan",
    "fasilitasi_sengketa": "Fasilitasi Sengketa",
    PETUGAS: "Petugas",
    ADMINISTRATOR: "Administrator",
}
_KERJA = frozenset(PERAN) - {ADMINISTRATOR}
_PIMPINAN = frozenset({"atasan_ppid", "ppid", "ppid_pelaksana"})
_PENETAP = frozenset({"atasan_ppid", "ppid"})
_KEPALA = frozenset({ADMINISTRATOR})


class Act(StrEnum):
    """What a person may ask of the house."""

    LOOK = "look"
    RECEIVE = "receive"
    IDENTIFY = "identify"
    SECRET = "secret"  # noqa: S105 (sees what is withheld)
    DISPOSE = "dispose"  # says who works on what came in
    NUMBER = "number"  # void, reserve, insert and import numbers
    COMPLETE = "complete"
    FILL = "fill"
    SUBMIT = "submit"
    APPROVE = "approve"
    SIGN = "sign"
    DECIDE = "decide"
    RESPOND = "respond"  # answers an objection in their own name
    DISPUTE = "dispute"  # keeps what runs before the Komisi Informasi
    DECLASSIFY = "declassify"
    ARCHIVE = "archive"  # keeps what is closed: its code, its place, its loans
    DESTROY = "destroy"  # lets archives move, be handed over or destroyed
    VERIFY = "verify"  # finds a line of the lists right, or sends it back to its unit
    PUBLISH = "publish"
    JOURNAL = "journal"
    CALENDAR = "calendar"
    PEOPLE = "people"
    INSTANSI = "instansi"
    SOP = "sop"  # writes drafts of SOPs
    SOP_USE = "sop_use"  # puts an SOP in force
    PASANGAN = "pasangan"  # writes drafts of templates and what they ask for
    PASANGAN_USE = "pasangan_use"  # puts a template in force
    WORK = "work"  # failed work: retry or dismiss
    STATUS = "status"


# The keeper of the machine is no officer: an administrator alone reads no matter of the office.
MAY: dict[Act, frozenset[str]] = {
    Act.LOOK: _KERJA,
    Act.RECEIVE: _KERJA,
    Act.IDENTIFY: frozenset({PETUGAS, "tim_sekretariat", "ppid_pelaksana", "pengelola_arsip"}),
    Act.SECRET: _PIMPINAN | {"tim_sekretariat", "pengelola_arsip"},
    Act.DISPOSE: _PIMPINAN,
    Act.NUMBER: _PIMPINAN | {"tim_sekretariat", "pengelola_arsip"},
    Act.COMPLETE: _KERJA,
    Act.FILL: _KERJA,
    Act.SUBMIT: _KERJA,
    Act.APPROVE: _PIMPINAN,
    Act.SIGN: _PIMPINAN,
    Act.DECIDE: _PENETAP,
    Act.RESPOND: frozenset({"atasan_ppid"}),
    Act.DISPUTE: _PENETAP | {"fasilitasi_sengketa"},
    Act.DECLASSIFY: _PENETAP,
    Act.ARCHIVE: frozenset({"tim_sekretariat", "ppid_pelaksana", "pengelola_arsip"}),
    Act.DESTROY: _PENETAP | {"pengelola_arsip"},
    Act.VERIFY: _PIMPINAN | {"tim_sekretariat"},
    Act.PUBLISH: frozenset({"ppid", "ppid_pelaksana", "tim_sekretariat"}),
    Act.JOURNAL: _PENETAP | {"pengelola_arsip", ADMINISTRATOR},
    Act.CALENDAR: frozenset({"tim_sekretariat", ADMINISTRATOR}),
    Act.PEOPLE: _KEPALA,
    Act.INSTANSI: _KEPALA,
    Act.SOP: _PIMPINAN | {"tim_sekretariat"},
    Act.SOP_USE: _PENETAP,
    Act.PASANGAN: _PIMPINAN | {"tim_sekretariat"},
    Act.PASANGAN_USE: _PENETAP,
    Act.WORK: _KEPALA,
    Act.STATUS: frozenset(PERAN),
}
SELALU_DUA = frozenset({Act.DECLASSIFY, Act.DESTROY})

PERINGATKAN, WAJIB, BEBAS = "peringatkan", "wajib", "bebas"
EMPAT_MATA = (PERINGATKAN, WAJIB, BEBAS)


class DelegasiTidakSah(Refusal):
    """What may not be lent, or not so."""


class MasaBerakhir(TidakBerwenang):
    """Who held the peran holds it no more."""

    def __init__(self, sebutan: str, kapan: str) -> None:
        super().__init__(
            f"Masa Anda sebagai {sebutan} {kapan}. Tidak ada yang diubah. Mintalah yang sekarang "
            "memegang peran itu melanjutkannya."
        )


class PerluOrangKedua(Refusal):
    """The rule asks for two different people."""

    def __init__(self) -> None:
        super().__init__(
            "Langkah ini harus dilakukan orang lain, bukan orang yang menyiapkannya. "
            "Tidak ada yang berubah. Mintalah rekan yang berwenang melanjutkannya."
        )


class PerluAlasan(Refusal):
    """One person prepares and decides: allowed here, with a reason that is recorded."""

    def __init__(self) -> None:
        super().__init__(
            "Anda juga yang menyiapkannya. Tulis alasan mengapa tidak ada orang kedua; "
            "alasan itu dicatat di jurnal."
        )


@dataclass(frozen=True)
class Hadir:
    """A person who is in, with the peran that count today."""

    orang: Orang
    peran: tuple[Pemegang, ...]
    sesi: str = ""
    csrf: str = ""

    @property
    def instansi(self) -> tuple[str, ...]:
        """The agencies where the person holds a peran, in a steady order."""
        return tuple(sorted({one.instansi for one in self.peran} - {RUMAH}))

    def may(self, act: Act, instansi: str | None = None, unit: str = "") -> bool:
        """Whether the act is theirs; without an instansi: anywhere at all."""
        return bool(grounds(self.peran, act, instansi, unit))

    def need(self, act: Act, instansi: str | None = None, unit: str = "") -> Pemegang:
        """The peran the act rests on, or TidakBerwenang."""
        found = grounds(self.peran, act, instansi, unit)
        if not found:
            raise TidakBerwenang
        return found[0]

    def sees(self, instansi: str, unit: str = "", *, rahasia: bool = False) -> bool:
        """Whether a matter of this place may be shown to the person at all."""
        return self.may(Act.SECRET if rahasia else Act.LOOK, instansi, unit)

    def reach(self, act: Act, instansi: str, unit: str = "") -> None:
        """Ask for the act where the person named the thing; beyond their reach it is not there."""
        if not self.may(act, instansi, unit):
            raise TidakAda


def grounds(peran: Iterable[Pemegang], act: Act, instansi: str | None, unit: str) -> list[Pemegang]:
    """The peran that allow an act, the person's own before what was lent to them."""
    found = [one for one in peran if one.peran in MAY[act] and _reaches(one, instansi, unit)]
    return sorted(found, key=lambda one: (one.sebagai == DELEGASI, one.id))


def _reaches(one: Pemegang, instansi: str | None, unit: str) -> bool:
    if instansi is None or one.instansi == RUMAH:
        return True
    return one.instansi == instansi and one.unit in ("", unit)


def counts(one: Pemegang, on: date) -> bool:
    """Whether a peran is held on a day, taken by itself."""
    return one.dicabut is None and one.mulai <= on and (one.sampai is None or on <= one.sampai)


def ended(one: Pemegang, on: date) -> bool:
    """Whether a peran will never count again, from a day on."""
    return one.dicabut is not None or (one.sampai is not None and one.sampai < on)


def effective(
    held: Sequence[Pemegang], lent: Mapping[str, Pemegang], on: Mapping[str, date]
) -> tuple[Pemegang, ...]:
    """What counts today; a lent peran counts only while the lender's own does."""
    return tuple(one for one in held if _stands(one, lent, on[one.instansi]))


def _stands(one: Pemegang, lent: Mapping[str, Pemegang], today: date) -> bool:
    if not counts(one, today):
        return False
    if one.sebagai != DELEGASI:
        return True
    source = lent.get(one.dari)
    return source is not None and counts(source, today) and _within(one, source)


def _within(one: Pemegang, source: Pemegang) -> bool:
    return (
        source.sebagai != DELEGASI
        and source.peran == one.peran
        and source.instansi == one.instansi
        and source.unit in ("", one.unit)
    )


def lend(source: Pemegang, lent: Pemegang, today: date) -> Pemegang:
    """A delegation for a term, or why it may not be: the lent never exceed the lender."""
    if source.sebagai == DELEGASI:
        raise DelegasiTidakSah("Wewenang yang didelegasikan tidak dapat didelegasikan lagi.")
    if source.peran == ADMINISTRATOR:
        raise DelegasiTidakSah(
            "Peran administrator tidak dapat didelegasikan. Administrator lain dapat memberikannya."
        )
    if lent.orang == source.orang:
        raise DelegasiTidakSah("Pilih orang lain; Anda sendiri sudah memegang peran ini.")
    if lent.sampai is None or lent.mulai < today or lent.sampai < lent.mulai:
        raise DelegasiTidakSah(
            "Tentukan masa delegasi: mulai paling awal hari ini, selesai tidak sebelum mulai."
        )
    if not counts(source, lent.mulai) or not counts(source, lent.sampai):
        raise DelegasiTidakSah("Masa delegasi melampaui masa Anda sendiri memegang peran ini.")
    after = replace(lent, sebagai=DELEGASI, dari=source.id)
    if not _within(after, source):
        raise DelegasiTidakSah("Delegasi tidak boleh lebih luas daripada wewenang Anda sendiri.")
    return after


def acting(one: Pemegang) -> Pemegang:
    """A peran given by an administrator; an acting official has an end and a letter."""
    if one.peran not in PERAN:
        raise DelegasiTidakSah("Peran ini tidak dikenal.")
    if one.sebagai not in (DEFINITIF, PLT, PLH):
        raise DelegasiTidakSah("Delegasi hanya dapat diberikan oleh pemegang perannya sendiri.")
    if one.sampai is not None and one.sampai < one.mulai:
        raise DelegasiTidakSah("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if one.sebagai in (PLT, PLH) and (one.sampai is None or not one.dasar.strip()):
        raise DelegasiTidakSah("Plt. dan Plh. memerlukan tanggal selesai dan nomor surat perintah.")
    return one


def withdrawn(one: Pemegang, now: datetime) -> Pemegang:
    """The peran, taken back at once; the row stays as a record."""
    return one if one.dicabut else replace(one, dicabut=now)


def four_eyes(aturan: str, act: Act, preparers: Iterable[str], orang: str, alasan: str) -> str:
    """The reason to record ('' where two people acted), or why one person may not."""
    if orang not in set(preparers):
        return ""
    if act in SELALU_DUA or aturan == WAJIB:
        raise PerluOrangKedua
    if aturan == BEBAS:
        return ""
    if not alasan.strip():
        raise PerluAlasan
    return alasan.strip()
