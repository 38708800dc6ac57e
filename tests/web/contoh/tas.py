"""Sample values for the page of a bag."""

from __future__ import annotations

from datetime import UTC, datetime

from service.domain.tas.tas import JADI, TasBerkas
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok
from service.web.tas import isi
from tests.web.contoh.rangka import BERANDA, Pages, at

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
TAS = TasBerkas(
    "t1",
    "a",
    "b1",
    "o1",
    NOW,
    4_812,
    "f" * 64,
    JADI,
    terbuka="a" * 64,
    ukuran_terbuka=1_234_567,
    banyak_terbuka=7,
    tertutup="b" * 64,
    ukuran_tertutup=45_678_901,
    banyak_tertutup=3,
    jadi=NOW,
)

KOSONG = Kelompok("", ())
PAGES: Pages = {
    "tas_serah": (
        "tas/serah.html",
        {
            **at("daftar"),
            "judul": "Paket penyerahan",
            "jejak": [BERANDA, Tautan("Usul penyerahan contoh 2026", "/arsip/usul/u1")],
            "tabel": Tabel(
                "tas",
                "Tas dari usul ini",
                (Kolom("Tas"), Kolom("Arsip")),
                ((Sel("Siap"), Sel("12")), (Sel("Belum ada"), Sel("3"))),
            ),
            "boleh": True,
            "formulir": [
                Formulir("/kirim/tas", "Susun tas yang belum ada", (KOSONG,), jaga=False),
                Formulir("/kirim/paket", "Unduh paket penyerahan", (KOSONG,), jaga=False),
            ],
        },
    ),
    "tas": (
        "tas/berkas.html",
        {
            **at("berkas"),
            "judul": "Tas arsip",
            "jejak": [BERANDA, Tautan("Permohonan laporan contoh", "/berkas/b1")],
            "kabar_tas": isi.notice(TAS, "WIB"),
            "tabel": isi.parts(TAS, "/berkas/b1/tas/t1"),
            "belum": False,
            "musnah": False,
            "formulir": {
                "susun": isi.ask_form("/berkas/b1/tas", "x", lagi=True),
                "kunci": isi.lock_form("/berkas/b1/tas/t1"),
            },
        },
    ),
}
