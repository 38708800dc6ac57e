"""The official sheet of a register: letterhead, columns of the book, and who signs."""

from __future__ import annotations

from service.domain.tanggal import hari_tanggal, local, panjang, pukul
from service.face.isi_register import LembarCetak
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.register.baris import Baris
from service.web.register.buku import Buku
from service.web.register.saring import Diminta


def sheet_of(buku: Buku, want: Diminta, lines: list[Baris], first: int) -> LembarCetak:
    """The lines as the book prints them, under the letterhead and over a signature."""
    instansi, now = known(want.kode), house().clock.now()
    today = local(now, want.zona).date()
    kop = instansi.kop if instansi else None
    signer = next(iter(instansi.signers("ppid", today)), None) if instansi else None
    jabatan = (
        signer.baris_jabatan if signer else (instansi.sebutan("ppid") if instansi else "PPID",)
    )
    kota = f"{instansi.kota}, " if instansi and instansi.kota else ""
    told = f"Dicetak {hari_tanggal(today)} {pukul(now, want.zona)} oleh {hadir().orang.nama}."
    return LembarCetak(
        kop=(*(kop.induk if kop else ()), (kop.nama if kop else "") or nama_instansi(want.kode)),
        alamat=kop.alamat if kop else (),
        judul=buku.judul + (" Rahasia" if want.saring.rahasia else ""),
        masa=want.masa,
        kolom=buku.lajur,
        baris=tuple(one.penuh for one in lines),
        tempat_tanggal=f"{kota}{panjang(today)}",
        jabatan="\n".join(jabatan),
        nama=signer.nama_lengkap if signer else "",
        nip=signer.nip if signer else "",
        catatan=told,
        mulai=first + 1,
    )


def groups(buku: Buku) -> tuple[tuple[str, int, bool], ...]:
    """The upper row of heads: words, how many columns, and whether it stands for both rows."""
    found: list[tuple[str, int, bool]] = []
    for one in buku.lajur:
        if one.kelompok and found and found[-1][0] == one.kelompok:
            found[-1] = (one.kelompok, found[-1][1] + 1, False)
        else:
            found.append((one.kelompok or one.judul, 1, not one.kelompok))
    return tuple(found)
