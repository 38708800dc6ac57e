"""What the page of an instansi lists: units, officials, peran, number series and terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from service.domain.instansi import Instansi, Peran, UnitKerja
from service.domain.orang import DEFINITIF
from service.domain.pejabat import TERTULIS, Pejabat
from service.domain.seri import BULANAN, TERUS, Seri
from service.domain.tanggal import nip_berkelompok, panjang
from service.domain.tenggat_kata import SATUAN
from service.domain.waktu_ttd import id_of, term
from service.domain.wewenang import PERAN
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.web.instansi.naskah import written

Ubah = Callable[[str, str], str]  # the address where a piece is changed; '' where one may not
Baris = tuple[tuple[Sel, ...], ...]


@dataclass(frozen=True)
class Seksi:
    """One part of the page: its table, and the one thing to do there."""

    nama: str
    judul: str
    tabel: Tabel
    tindakan: Tautan | None = None
    kosong: Kosong | None = None


def sections(agency: Instansi, today: date, ubah: Ubah) -> tuple[Seksi, ...]:
    """Every list of an instansi, each row leading to where it is changed."""
    return (
        _units(agency, today, ubah),
        _officials(agency, today, ubah),
        _peran(agency, today, ubah),
        _series(agency, ubah),
        _terms(agency, ubah),
        _looks(agency, ubah),
    )


def _section(
    nama: str, judul: str, kolom: tuple[str, ...], baris: Baris, tindakan: Tautan, kosong: str = ""
) -> Seksi:
    tabel = Tabel(f"daftar-{nama}", judul, tuple(Kolom(one) for one in kolom), baris)
    none = Kosong(f"Belum ada {judul.lower()}", kosong) if kosong else None
    return Seksi(nama, judul, tabel, tindakan if tindakan.alamat else None, none)


def _units(agency: Instansi, today: date, ubah: Ubah) -> Seksi:
    baris = tuple(
        (
            Sel(one.nama, ubah("unit", one.id), catatan=_closed(one, today)),
            Sel(one.kode),
            Sel(f"inbox/{agency.kode}/{one.id}"),
        )
        for one in agency.unit
    )
    add = Tautan("Tambah unit kerja", ubah("unit-baru", ""))
    return _section("unit", "Unit kerja", ("Nama", "Kode", "Kotak masuk"), baris, add)


def _closed(one: UnitKerja, today: date) -> str:
    if one.sampai is None:
        return ""
    return f"{'sampai' if one.open_on(today) else 'ditutup sejak akhir'} {panjang(one.sampai)}"


def _officials(agency: Instansi, today: date, ubah: Ubah) -> Seksi:
    baris = tuple(
        (
            Sel(one.nama_lengkap, ubah("pejabat", str(n))),
            Sel(one.jabatan, catatan="" if one.sebagai == DEFINITIF else TERTULIS[one.sebagai]),
            Sel(nip_berkelompok(one.nip) or "–"),
            Sel(_term(one), bentuk="berjalan" if one.serves(today) else "selesai"),
        )
        for n, one in enumerate(agency.pejabat, 1)
    )
    add = Tautan("Tambah pejabat", ubah("pejabat-baru", ""))
    kata = "Tambahkan pejabat agar naskah tahu siapa yang menandatangani."
    return _section("pejabat", "Pejabat", ("Nama", "Jabatan", "NIP", "Masa"), baris, add, kata)


def _term(one: Pejabat) -> str:
    start = f"sejak {panjang(one.mulai)}" if one.mulai else ""
    end = f"sampai {panjang(one.sampai)}" if one.sampai else ""
    return f"{start} {end}".strip() or "masa belum diisi"


def _peran(agency: Instansi, today: date, ubah: Ubah) -> Seksi:
    baris = tuple(
        (
            Sel(PERAN.get(one.id, one.id)),
            Sel(one.sebutan),
            Sel(one.jabatan or "–"),
            Sel(_holder(agency, one, today)),
        )
        for one in agency.peran
    )
    change = Tautan("Atur peran dan jabatan", ubah("peran", ""))
    kolom = ("Peran", "Sebutan di sini", "Jabatan", "Pemegang hari ini")
    return _section("peran", "Peran dan jabatan", kolom, baris, change)


def _holder(agency: Instansi, one: Peran, today: date) -> str:
    if not one.jabatan:
        return "–"
    found = agency.holder(one.id, today)
    if found is None:
        return "tidak ada"
    kata = "" if found.sebagai == DEFINITIF else f"{TERTULIS[found.sebagai]} "
    return f"{kata}{found.nama_lengkap}"


def _series(agency: Instansi, ubah: Ubah) -> Seksi:
    baris = tuple(
        (Sel(one.nama, ubah("seri", one.id)), Sel(one.pola), Sel(_start(one)))
        for one in agency.seri
    )
    kolom = ("Seri", "Pola", "Mulai")
    add = Tautan("Tambah seri nomor", ubah("seri-baru", ""))
    return _section("seri", "Seri nomor", kolom, baris, add, "Paketnya tidak memuat.")


def _start(one: Seri) -> str:
    ulang = {TERUS: "terus", BULANAN: "dari 1 setiap bulan"}.get(one.reset, "dari 1 setiap tahun")
    if one.per:
        ulang += (
            f", satu buku tiap {' dan '.join(one.per).replace('penandatangan', 'penanda tangan')}"
        )
    if one.lanjut is None:
        return ulang
    return f"{ulang}; tahun {one.lanjut.tahun} dari {one.lanjut.nomor}"


def _terms(agency: Instansi, ubah: Ubah) -> Seksi:
    baris = tuple(
        (
            Sel(one.keterangan or one.id.replace("_", " "), ubah("tenggat", one.id)),
            Sel(f"{one.jumlah} {SATUAN[one.satuan]}"),
            Sel(one.dasar),
        )
        for one in agency.tenggat
    )
    kolom = ("Tenggat", "Lama", "Dasar")
    return _section("tenggat", "Tenggat", kolom, baris, Tautan("", ""), "Paketnya tidak memuat.")


def _looks(agency: Instansi, ubah: Ubah) -> Seksi:
    now, margin = agency.naskah, agency.naskah.margin
    sides = (margin.atas, margin.bawah, margin.kiri, margin.kanan)
    printed = [name for name, on in (("NIP", now.cetak_nip), ("pangkat", now.cetak_pangkat)) if on]
    unit = agency.unit_of(now.unit)
    told = {
        "Kertas": now.kertas,
        "Huruf naskah dinas": f"{now.huruf}, ukuran {now.ukuran}",
        "Huruf keputusan": now.huruf_keputusan,
        "Tepi atas, bawah, kiri, kanan": f"{'; '.join(map(written, sides))} cm",
        "Surat intern antarpejabat": now.memorandum.capitalize(),
        "Dicetak di bawah nama": " dan ".join(printed) or "–",
        "Unit bagi surat instansi seutuhnya": unit.nama if unit else "–",
    }
    rows = [(Sel(name), Sel(value)) for name, value in told.items()]
    baris = (*rows, (Sel("Batas menandatangani", ubah("batas-ttd", "")), Sel(_signing(agency))))
    change = Tautan("Ubah rupa naskah", ubah("naskah", ""))
    return _section("naskah", "Rupa naskah", ("Hal", "Isi"), baris, change)


def _signing(agency: Instansi) -> str:
    """Within what time papers are signed, and for how many kinds there is another."""
    all_ = term(agency)
    own = sum(one.id.startswith(id_of("_")[:-1]) for one in agency.tenggat)
    more = f"; lain bagi {own} jenis naskah" if own else ""
    return f"{all_.jumlah} {SATUAN[all_.satuan].lower()}{more}"
