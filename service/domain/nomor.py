"""Numbers of letters: the books they stand in, and what a book keeps of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from service.domain.catatan import MESIN
from service.domain.pola import normal, tulis, unknown_tanda
from service.domain.refusals import Refusal, Unavailable

__all__ = ["normal", "tulis", "unknown_tanda"]  # asked for here since the first release

# Where a number stands.
DIPESAN, SEMENTARA, FINAL, BATAL = "dipesan", "sementara", "final", "batal"
KEADAAN: dict[str, str] = {
    DIPESAN: "Dipesan",
    SEMENTARA: "Sementara",
    FINAL: "Dipakai",
    BATAL: "Batal",
}
# Where it comes from.
BERKAS, EKSTERNAL, IMPOR = "berkas", "eksternal", "impor"
SUMBER: dict[str, str] = {BERKAS: "Berkas", EKSTERNAL: "dari luar", IMPOR: "buku lama"}
RAHASIA = "_rahasia"  # the mate of a book, for excluded matters
MUNDUR = timedelta(minutes=2)  # so far may a clock lie behind the last number of a book


class JamMundur(Unavailable):
    """The clock of this machine lies behind the last number; giving more would turn time around."""

    def __init__(self, buku: str, behind: timedelta) -> None:
        minutes = round(behind.total_seconds() / 60)
        super().__init__(
            f"Nomor tidak diberikan: jam mesin tertinggal {minutes} menit dari nomor terakhir "
            f"buku {buku}. Tidak ada yang berubah. Minta pengelola mesin membetulkan jamnya, "
            "lalu ulangi."
        )


class NomorSudahBatal(Refusal):
    """A void number stays void."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(f"Nomor {nomor} sudah batal. Nomor batal tetap di buku dan tidak berubah.")


class BukanPesanan(Refusal):
    """Only a number that is reserved can be bound to a letter."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(f"Nomor {nomor} tidak sedang dipesan. Tidak ada yang diubah.")


class BukuBerjalan(Refusal):
    """What came before is put only right below the first number of a book."""

    status = 409

    def __init__(self, buku: str, mulai: int) -> None:
        super().__init__(
            f"Buku {buku} sudah berjalan mulai nomor {mulai}. Nomor lama hanya dapat dicatat "
            f"sampai {mulai - 1}, tepat di bawahnya. Tidak ada yang diubah."
        )


class TanggalTidakRunut(Refusal):
    """The date would fall before that of an earlier number, or after that of a later one."""

    def __init__(self, nomor: str, least: date | None, most: date | None) -> None:
        told = [f"paling awal {least:%d-%m-%Y}"] if least else []
        told += [f"paling akhir {most:%d-%m-%Y}"] if most else []
        super().__init__(
            f"Tanggal nomor {nomor} harus {' dan '.join(told)}, supaya tanggal di buku tetap "
            "runut. Tidak ada yang diubah. Pakai tanggal di antaranya, atau minta nomor sisipan."
        )


@dataclass(frozen=True)
class Buku:
    """One number series of one period; the key is all that tells it from the others."""

    instansi: str
    seri: str
    tahun: int  # 0: a series that never begins anew
    mulai: int = field(default=1, compare=False)  # its first number, where paper came before
    bulan: int = 0  # for a series that begins anew each month
    bagian: str = ""  # the unit or the signer it counts for

    @property
    def id(self) -> str:
        seri = f"{self.seri}@{self.bagian}" if self.bagian else self.seri
        period = f"{self.tahun}-{self.bulan:02d}" if self.bulan else str(self.tahun)
        return f"{self.instansi}/{seri}/{period}"

    @property
    def rahasia(self) -> bool:
        """Whether it is kept for excluded matters."""
        return self.seri.endswith(RAHASIA)

    def holds(self, on: date) -> bool:
        """Whether a letter of that date belongs into it."""
        return self.tahun in (0, on.year) and self.bulan in (0, on.month)


@dataclass(frozen=True)
class Tulisan:
    """How a number that is asked for will stand in its book."""

    pola: str = ""
    tetap: Mapping[str, str] = field(default_factory=dict)
    tanggal: date | None = None  # the letter's
    oleh: str = MESIN
    keadaan: str = FINAL
    perihal: str = ""
    alasan: str = ""  # id of its Alasan
    pesanan: str = ""  # the block it was reserved in
    sampai: date | None = None  # a reserved number is kept until the end of that day
    penyetuju: str = ""

    @property
    def dated(self) -> bool:
        """Whether the number is given its date now, and not only when it is used."""
        return self.tanggal is not None and self.keadaan not in (DIPESAN, SEMENTARA)

    def written(self, urut: int, on: date | None, sisipan: str = "") -> str:
        """The number in full; '' where nobody said how it is written."""
        if not self.pola or on is None:
            return ""
        return tulis(self.pola, urut, on, dict(self.tetap), sisipan)


@dataclass(frozen=True)
class Nomor:
    """A number of a book, for one thing only; its row is never taken out."""

    id: str
    buku: str
    urut: int  # 0: a number another register gave; it leaves no gap in ours
    untuk: str
    diambil: datetime
    sisipan: str = ""
    nomor: str = ""  # as it is written
    tanggal: date | None = None  # the letter's; none while it is only reserved
    keadaan: str = FINAL
    sumber: str = BERKAS
    perihal: str = ""
    alasan: str = ""  # id of an Alasan
    oleh: str = MESIN
    penyetuju: str = ""
    pesanan: str = ""
    sampai: date | None = None
    versi: int = 1  # 0: drawn before numbers had versions

    @property
    def sebutan(self) -> str:
        """What people call it: as it is written, else its place in the book."""
        return self.nomor or tempat(self.urut, self.sisipan)

    @property
    def rahasia(self) -> bool:
        """Whether it stands in a book for excluded matters."""
        return self.buku.split("/")[1].split("@")[0].endswith(RAHASIA)


def tempat(urut: int, sisipan: str = "") -> str:
    """The place of a number in its book: `31`, `31.h`."""
    return f"{urut}.{sisipan}" if sisipan else str(urut)


def id_of(buku: str, urut: int, sisipan: str = "") -> str:
    """The id of a row; no place of a book can be taken twice."""
    return f"{buku}/{tempat(urut, sisipan)}"


def drawn(buku: Buku, urut: int, untuk: str, isi: Tulisan, on: date | None, now: datetime) -> Nomor:
    """The next number of a book as its row; `on` is the date the book gives it."""
    return Nomor(
        id=id_of(buku.id, urut),
        buku=buku.id,
        urut=urut,
        untuk=untuk,
        diambil=now,
        nomor=isi.written(urut, on),
        tanggal=on if isi.dated else None,
        keadaan=isi.keadaan,
        perihal=isi.perihal,
        alasan=isi.alasan,
        oleh=isi.oleh,
        penyetuju=isi.penyetuju,
        pesanan=isi.pesanan,
        sampai=isi.sampai,
    )


def inserted(
    buku: Buku, induk: int, sisipan: str, untuk: str, isi: Tulisan, now: datetime
) -> Nomor:
    """A number slipped in behind another, as its row."""
    row = drawn(buku, induk, untuk, isi, isi.tanggal, now)
    written = isi.written(induk, isi.tanggal, sisipan)
    id_ = id_of(buku.id, induk, sisipan)
    return replace(row, id=id_, sisipan=sisipan, nomor=written, tanggal=isi.tanggal)


def voided(before: Nomor, alasan: str, oleh: str) -> Nomor:
    """The number, void: it keeps its place, and serves nothing any more."""
    if before.keadaan == BATAL:
        raise NomorSudahBatal(before.sebutan)
    return replace(before, keadaan=BATAL, alasan=alasan, penyetuju=oleh)


def bound(
    before: Nomor, untuk: str, isi: Tulisan, on: date, least: date | None, most: date | None
) -> Nomor:
    """A reserved or provisional number, now a letter's; its date fits between its neighbours'."""
    if before.keadaan not in (DIPESAN, SEMENTARA) or before.sisipan:
        raise BukanPesanan(before.sebutan)
    if (least and on < least) or (most and on > most):
        raise TanggalTidakRunut(before.sebutan, least, most)
    return replace(
        before,
        untuk=untuk or before.untuk,
        nomor=isi.written(before.urut, on, before.sisipan) or before.nomor,
        tanggal=on,
        keadaan=FINAL,
        perihal=isi.perihal or before.perihal,
    )
