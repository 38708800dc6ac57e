"""Archives, places and lists of a sample office."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from service.domain.arsip.arsip import Arsip
from service.domain.arsip.jadwal import BarisJadwal, Jadwal, Retensi, jadwal_of
from service.domain.arsip.lama import Lama
from service.domain.arsip.tempat import BOKS, FOLDER, LEMARI, RAK, RUANG, Tempat
from service.domain.informasi.retensi import DINILAI, MUSNAH, PERMANEN

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DUA_TIGA = Retensi(Lama(24), Lama(36), MUSNAH)
JADWAL: Jadwal = jadwal_of(
    [
        BarisJadwal("HM", "Kehumasan"),
        BarisJadwal("HM.01", "Layanan informasi", DUA_TIGA),
        BarisJadwal("HM.01.02", "Permohonan informasi"),
        BarisJadwal("HM.01.03", "Sengketa", Retensi(Lama(24), Lama(96), PERMANEN)),
        BarisJadwal("HM.01.04", "Uji konsekuensi", Retensi(Lama(12), Lama(12), DINILAI)),
        BarisJadwal("HM.01.05", "Kontrak", Retensi(Lama(12, "kontrak berakhir"), Lama(12), MUSNAH)),
        BarisJadwal("HK", "Hukum"),
        BarisJadwal("HK.02", "Sertifikat tanah", Retensi(Lama(24), Lama(0), PERMANEN), vital=True),
    ]
)


def arsip(ditutup: date, retensi: Retensi = DUA_TIGA, **more: object) -> Arsip:
    one = Arsip("arsip-1", "dinas_contoh", ditutup, kode="HM.01.02", retensi=retensi)
    return replace(one, **more)  # type: ignore[arg-type]


def place(id_: str, macam: str, nama: str, induk: str = "", unit: str = "") -> Tempat:
    return Tempat(id_, "dinas_contoh", unit, macam, nama, induk)


PLACES: dict[str, Tempat] = {
    one.id: one
    for one in (
        place("r", RUANG, "Arsip Contoh"),
        place("l", LEMARI, "2", "r"),
        place("k", RAK, "3", "l"),
        place("b14", BOKS, "14", "k"),
        place("b2", BOKS, "2", "k"),
        place("f", FOLDER, "7", "b14"),
        place("r2", RUANG, "Ruang Tahan Api"),
        place("k2", RAK, "1", "r2"),
    )
}
