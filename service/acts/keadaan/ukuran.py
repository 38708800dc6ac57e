"""The house in figures: what is owed, since when, how much room, what was proved; no names."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.cadangan import hasil
from service.domain.denyut import Denyut
from service.domain.pekerjaan import JALUR
from service.domain.refusals import Refusal, Unavailable
from service.domain.ukuran import Label, Ukuran, one
from service.ports import House


def figures(house: House) -> list[Ukuran]:
    """Every figure that can be had now; one that cannot be had ends none of the others."""
    found = list[Ukuran]()
    for each in (_lanes, _work, _oldest, _disk, _beats):
        try:
            found += each(house)
        except (Refusal, Unavailable):
            continue
    answered = len({x.nama for x in found if x.nilai})
    return [*found, one("berkas_ukuran_terjawab", "Ukuran yang dapat dijawab.", answered)]


def _lanes(house: House) -> list[Ukuran]:
    depth: dict[Label, float] = {(("jalur", x),): float(house.post.depth(x)) for x in JALUR}
    return [Ukuran("berkas_antrean_panjang", "Yang menunggu di antrean.", nilai=depth)]


def _work(house: House) -> list[Ukuran]:
    told: dict[Label, float] = {
        (("keadaan", keadaan), ("pekerjaan", job)): float(many)
        for job, keadaan, many in house.lists.work()
    }
    return [Ukuran("berkas_pekerjaan", "Pekerjaan yang terutang.", nilai=told)]


def _oldest(house: House) -> list[Ukuran]:
    since, now = house.lists.oldest_owed(), house.clock.now()
    age = (now - since).total_seconds() if since else 0.0
    kata = "Umur pekerjaan tertua yang sudah waktunya dan belum dimulai."
    return [one("berkas_pekerjaan_tertua_detik", kata, max(0.0, age))]


def _disk(house: House) -> list[Ukuran]:
    left = house.sisa()
    return [
        one("berkas_disk_bebas_bita", "Yang tersisa di disk penyimpanan.", left.bebas),
        one("berkas_disk_bita", "Besar disk penyimpanan.", left.seluruh),
    ]


def _beats(house: House) -> list[Ukuran]:
    """When the last backup was made and the last restore was proved, where those went well."""
    beats = house.pulse.beats()
    return [
        _when(beats, hasil.DIBUAT, "berkas_cadangan_dibuat_detik", "Saat cadangan terakhir"),
        _when(
            beats, hasil.TERBUKTI, "berkas_cadangan_terbukti_detik", "Saat pemulihan yang terbukti"
        ),
    ]


def _when(beats: Iterable[Denyut], jenis: str, nama: str, kata: str) -> Ukuran:
    good = [
        x.waktu.timestamp()
        for x in beats
        if x.jenis == jenis and (told := hasil.read(x.rincian)) and told.baik
    ]
    return one(nama, f"{kata}, detik sejak 1970.", max(good, default=None))
