"""The parts of a report: a table each, and which of its columns a picture shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from service.acts.laporan.hitung import Hitung
from service.domain.laporan import ketersediaan as k
from service.domain.laporan.ketersediaan import Ketersediaan
from service.domain.tanggal import local, panjang
from service.web.laporan.bagian_layanan import of_service
from service.web.laporan.satuan import JUMLAH, Angka, Bagian, Nama


def parts(angka: Hitung, unit: Nama) -> list[Bagian]:
    """The whole report as this person may know it."""
    return [*of_lists(angka, unit), *(of_service(angka) if angka.semua else ())]


def of_lists(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """What the lists hold, and what became of their lines."""
    yield from coverage(angka, unit)
    yield _both(angka.ketersediaan, unit)
    yield from changes(angka, unit)
    yield from editions(angka)


def coverage(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """How much is there: by kategori, and by unit."""
    rows = angka.ketersediaan
    yield _available("kategori", "Ketersediaan per kategori", "Kategori", k.by_kategori(rows), _kat)
    yield _available(
        "unit", "Ketersediaan per unit", "Unit", k.by_unit(rows), lambda x: _unit(x.unit, unit)
    )


def changes(angka: Hitung, unit: Nama) -> Iterator[Bagian]:
    """What came into the public list and left it, and what was found when it was looked at."""
    moved = angka.gerak
    yield Bagian(
        "gerak",
        "Perubahan Daftar Informasi Publik",
        ("Perubahan", "Banyaknya"),
        (
            ("Ditambahkan", moved.ditambah),
            ("Diubah", moved.diubah),
            ("Dikeluarkan", moved.dikeluarkan),
        ),
        (1,),
        catatan="Yang masuk dan keluar lagi dalam masa yang sama tidak dihitung.",
    )
    yield Bagian(
        "verifikasi",
        "Hasil verifikasi",
        ("Unit", "Diperiksa", "Sesuai", "Dikembalikan"),
        tuple(
            (_unit(x.unit, unit), x.diperiksa, x.sesuai, x.dikembalikan) for x in angka.verifikasi
        ),
        (2, 3),
    )


def editions(angka: Hitung) -> Iterator[Bagian]:
    """What was published of the lists, for who sees the whole of them."""
    if not angka.utuh:
        return
    head = ("Edisi", "Surat keputusan", "Terbit", "Baris", "Ditambah", "Diubah", "Dihapus")
    yield Bagian(
        "edisi",
        "Edisi daftar yang terbit",
        head,
        tuple(
            (
                x.edisi.nama,
                x.edisi.sk.nomor,
                panjang(local(x.edisi.terbit, angka.instansi.zona).date()),
                x.edisi.banyak,
                x.ditambah,
                x.diubah,
                x.dihapus,
            )
            for x in angka.edisi
            if x.edisi.terbit
        ),
        (4, 5, 6),
        catatan=f"Setiap edisi dibandingkan dengan edisi sebelumnya.{_unread(angka)}",
    )


def _unread(angka: Hitung) -> str:
    """Which editions could not be compared, and what helps."""
    lost = ", ".join(x.edisi.nama for x in angka.edisi if x.hilang)
    if not lost:
        return ""
    return (
        f" Yang berubah pada {lost} tidak dapat dihitung: isi edisinya, atau isi edisi sebelumnya, "
        "tidak terbaca lagi di penyimpanan. Pulihkan dari cadangan."
    )


def _available(
    nama: str,
    judul: str,
    first: str,
    rows: Sequence[Ketersediaan],
    called: Callable[[Ketersediaan], str],
) -> Bagian:
    told = [(called(x), *_many(x)) for x in rows]
    more = [(JUMLAH, *_many(k.whole(rows)))] if rows else []
    head = (first, "Seharusnya tersedia", "Tersedia", "Belum tersedia", "Persen")
    return Bagian(nama, judul, head, tuple(told + more), (2, 3), jumlah=bool(rows))


def _both(rows: Sequence[Ketersediaan], unit: Nama) -> Bagian:
    head = ("Unit", "Kategori", "Seharusnya tersedia", "Tersedia", "Belum tersedia", "Persen")
    told = tuple((_unit(x.unit, unit), _kat(x), *_many(x)) for x in rows)
    return Bagian("rinci", "Ketersediaan per unit dan kategori", head, told)


def _many(one: Ketersediaan) -> tuple[Angka, ...]:
    return one.seluruh, one.tersedia, one.belum, one.persen


def _kat(one: Ketersediaan) -> str:
    return k.KATEGORI.get(one.kategori, k.TANPA_KATEGORI)


def _unit(id_: str, unit: Nama) -> str:
    return unit(id_) or k.TANPA_UNIT
