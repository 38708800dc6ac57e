"""The parts of a report about service: requests, objections, tests, and what is withheld."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.laporan.hitung import Hitung
from service.domain.laporan import layanan, sanggahan
from service.domain.rekap_permohonan import NASIB
from service.domain.tenggat_kata import SATUAN
from service.web.laporan.satuan import JUMLAH, Bagian

NASIB_KATA: dict[str, str] = {
    "dikabulkan": "Dikabulkan seluruhnya",
    "sebagian": "Dikabulkan sebagian",
    "ditolak": "Ditolak",
    "tidak_dikuasai": "Tidak dikuasai badan publik",
    "ditutup": "Ditutup tanpa jawaban",
    "diproses": "Masih diproses",
}


def tests(angka: Hitung) -> Iterator[Bagian]:
    """The tests of consequence that ended, and what they found."""
    held = angka.pengujian
    if held is None:
        return
    yield Bagian(
        "pengujian",
        "Pengujian konsekuensi",
        ("Kesimpulan", "Banyaknya informasi"),
        held.hasil,
        (1,),
        catatan=f"Pengujian yang selesai pada masa ini: {held.berkas}.",
    )


def of_service(angka: Hitung) -> Iterator[Bagian]:
    """How people were served, for who may count all of it."""
    asked = angka.permohonan
    if asked is None:
        return
    nasib = angka.nasib
    yield Bagian(
        "permohonan",
        "Permohonan informasi",
        ("Hasil", "Banyaknya"),
        (*((NASIB_KATA[x], nasib[x]) for x in NASIB), (JUMLAH, len(asked))),
        (1,),
        jumlah=True,
    )
    yield Bagian(
        "bulan",
        "Permohonan per bulan",
        ("Bulan", "Banyaknya"),
        tuple(angka.per_bulan),
        (1,),
        catatan="Sejak Januari tahun itu, menurut hari diterimanya.",
    )
    mean = layanan.mean(layanan.working_days(asked, angka.kalender))
    words = angka.jangka.kata
    yield Bagian(
        "jawaban",
        "Waktu jawaban",
        ("Waktu jawaban", "Dikabulkan seluruhnya", "Dikabulkan sebagian", "Ditolak"),
        tuple(
            (words[x.rentang], x.dikabulkan, x.sebagian, x.ditolak) for x in layanan.answered(asked)
        ),
        (1, 2, 3),
        catatan=f"Rata-rata {mean}." if mean else "",
    )
    yield Bagian(
        "waktu",
        "Ketepatan waktu",
        ("Kegiatan", "Norma waktu", "Tepat waktu", "Terlambat"),
        tuple(
            (name, f"{rule.jumlah} {SATUAN[rule.satuan]}", how.tepat, how.terlambat)
            for name, rule, how in angka.kept_terms()
        ),
        (2, 3),
        catatan="Yang lewat tenggat dan belum dijawab terhitung terlambat.",
    )
    yield Bagian(
        "penolakan",
        "Alasan penolakan",
        ("Alasan", "Banyaknya"),
        tuple(layanan.refused_on(asked)),
        (1,),
    )
    yield Bagian(
        "keberatan",
        "Keberatan",
        ("Alasan keberatan", "Diterima seluruhnya atau sebagian", "Ditolak", "Masih diproses"),
        tuple(
            (x.alasan, x.terima, x.tolak, x.proses)
            for x in sanggahan.objected(angka.keberatan or [])
        ),
        (1, 2, 3),
    )
    yield Bagian(
        "sengketa",
        "Sengketa informasi",
        ("Nomor register", "Pokok", "Tahap"),
        tuple((x.nomor, x.pokok, x.tahap) for x in angka.disputes()),
    )
    yield from tests(angka)
    yield from withheld(angka)


def withheld(angka: Hitung) -> Iterator[Bagian]:
    """What stands in the DIK today: how many, on which law, for how long yet."""
    held = angka.pengecualian
    if held is None:
        return
    now = f"Keadaan hari ini, {held.banyak} informasi."
    yield Bagian(
        "pengecualian",
        "Pengecualian menurut undang-undang",
        ("Dasar", "Banyaknya"),
        held.huruf,
        (1,),
        catatan=f"{now} Satu informasi dapat berdasar lebih dari satu huruf.",
    )
    sisa = ("Jangka waktu", "Banyaknya")
    yield Bagian("sisa", "Sisa jangka waktu pengecualian", sisa, held.sisa, (1,), catatan=now)
