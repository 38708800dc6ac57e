"""What signatures are judged by: roots, and lists of what was withdrawn; how long they last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.kunci_ttd import KunciTtd
from service.domain.tanda_tangan import SEGERA, Masa, Sertifikat


@dataclass(frozen=True)
class DaftarCabut:
    """A list of certificates that its issuer withdrew."""

    penerbit: str
    terbit: datetime
    berikut: datetime | None  # when the next one is due; None: its issuer does not say

    def lewat(self, now: datetime) -> bool:
        """Whether a newer one should be here by now."""
        return self.berikut is not None and self.berikut < now


@dataclass(frozen=True)
class Kepercayaan:
    """All that the office laid down to judge signatures by."""

    akar: tuple[Sertifikat, ...] = ()
    daftar: tuple[DaftarCabut, ...] = ()


def of_roots(known: Kepercayaan, now: datetime) -> tuple[bool | None, str]:
    """How it stands with the roots, and what to do; None: there are none."""
    if not known.akar:
        return None, (
            "Tidak ada. Naskah yang kembali bertanda tangan elektronik selalu diperiksa orang. "
            "Isi BERKAS_AKAR dengan folder sertifikat induk penerbitnya."
        )
    lasting = [x for x in known.akar if x.masa(now) is Masa.BERLAKU]
    soon = [x for x in lasting if x.sampai - now <= SEGERA]
    if not lasting:
        return False, (
            f"Di luar masa berlakunya: {_each(known.akar)}. Letakkan sertifikat induk yang baru di "
            "folder BERKAS_AKAR; yang lama tetap di sana untuk tanda tangan terdahulu."
        )
    if soon:
        return False, f"Segera berakhir: {_each(soon)}. Mintalah yang baru kepada penerbitnya."
    # Those that are over stay: earlier signatures are judged by them.
    return True, f"{len(lasting)} dipercaya: {', '.join(x.pemilik for x in lasting)}."


def of_lists(known: Kepercayaan, now: datetime) -> tuple[bool | None, str]:
    """How it stands with the lists; an office that is connected needs none."""
    if not known.daftar:
        return None, (
            "Tidak ada. Pencabutan hanya diketahui dari bukti di dalam tanda tangannya sendiri."
        )
    late = sorted({x.penerbit for x in known.daftar} - _fresh(known.daftar, now))
    if late:
        return False, (
            f"Sudah lewat masanya: {', '.join(late)}. Ambil daftar yang baru (.crl) dari "
            "penerbitnya dan letakkan di folder BERKAS_AKAR."
        )
    return True, f"{len(known.daftar)} daftar, semuanya masih berlaku."


def _fresh(some: Iterable[DaftarCabut], now: datetime) -> set[str]:
    return {one.penerbit for one in some if not one.lewat(now)}


def ending(keys: Iterable[KunciTtd], now: datetime) -> list[KunciTtd]:
    """Certificates that end soon or are over, of people who hold none that lasts longer."""
    used = [one for one in keys if one.terpakai]
    lasting = {one.orang for one in used if not one.warning(now)}
    last = dict[str, KunciTtd]()
    for one in sorted(used, key=lambda one: (one.sampai or now, one.id)):
        if one.orang not in lasting:
            last[one.orang] = one
    return list(last.values())


def of_people(keys: Sequence[KunciTtd], now: datetime) -> tuple[bool | None, str]:
    """How it stands with the certificates that people sign with here."""
    used = [one for one in keys if one.terpakai]
    if not used:
        return None, "Belum ada yang menambahkan sertifikat di akunnya."
    late = [one for one in ending(used, now) if one.sampai]
    if not late:
        return True, f"{len(used)} sertifikat, tidak ada yang segera berakhir."
    told = ", ".join(f"{x.pemilik} ({x.sampai:%d-%m-%Y})" for x in late)
    return False, f"Berakhir atau segera berakhir: {told}. Pemiliknya diberi tahu di berandanya."


def _each(some: Iterable[Sertifikat]) -> str:
    return ", ".join(f"{one.pemilik} ({one.sampai:%d-%m-%Y})" for one in some)
