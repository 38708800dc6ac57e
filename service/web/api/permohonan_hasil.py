"""What follows on a request: its number, its answer, more time, an end, a new start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from service.acts.lihat.terlihat import line_for
from service.acts.register import jawaban, permohonan_tutup, perpanjangan
from service.acts.register import permohonan as permohonans
from service.acts.register.perpanjangan import Perpanjang
from service.domain.bentuk_json import rincian
from service.domain.permohonan import (
    BENTUK,
    DIKUASAI,
    JENIS_PERMINTAAN,
    KEPUTUSAN,
    TUTUP,
    Keputusan,
    Permohonan,
)
from service.domain.perpanjangan import ALASAN, SURAT
from service.domain.wewenang import Act
from service.web.api.bagian import hari, salah_satu
from service.web.api.jalan import Jalan
from service.web.api.permohonan import SATU, BarisPermohonan, show
from service.web.api.pindaian import id_unggahan, laid_down
from service.web.dasar.auth import hadir, house

TERMAHAL = 999_999_999  # rupiah


@dataclass(frozen=True)
class IsianJawaban:
    """Apa yang dijawab, kapan, dan dengan biaya berapa."""

    dikuasai: str = field(metadata=salah_satu(DIKUASAI))
    keputusan: str = field(metadata=salah_satu(KEPUTUSAN))
    pemberitahuan: date = field(metadata=rincian(kata="Hari pemberitahuan tertulisnya."))
    bentuk: str = field(default="", metadata=salah_satu(BENTUK, kosong=True))
    jenis: str = field(default="", metadata=salah_satu(JENIS_PERMINTAAN, kosong=True))
    alasan: str = field(
        default="",
        metadata=rincian(kata="Wajib bila ada informasi yang tidak diberikan.", terpanjang=2000),
    )
    pemberian: date | None = field(
        default=None, metadata=rincian(kata="Hari informasinya diberikan.")
    )
    biaya: int = field(
        default=0, metadata=rincian(kata="Rupiah.", paling_kecil=0, paling_besar=TERMAHAL)
    )
    cara_bayar: str = field(default="", metadata=rincian(terpanjang=200))


@dataclass(frozen=True)
class IsianPerpanjangan:
    """Mengapa jawabannya memerlukan waktu lebih lama; hanya sekali."""

    alasan: str = field(metadata=salah_satu(ALASAN))
    uraian: str = field(metadata=rincian(terpendek=1, terpanjang=2000))
    surat: str = field(metadata=salah_satu(SURAT))
    nomor: str = field(default="", metadata=rincian(kata="Nomor suratnya.", terpanjang=120))
    unggahan: str = field(default="", metadata=id_unggahan())


@dataclass(frozen=True)
class IsianTutup:
    """Mengapa permohonannya berakhir tanpa jawaban."""

    sebab: str = field(metadata=salah_satu(TUTUP))
    alasan: str = field(metadata=rincian(terpendek=1, terpanjang=2000))


@dataclass(frozen=True)
class IsianBukaKembali:
    """Mengapa permohonannya dikerjakan lagi."""

    alasan: str = field(metadata=rincian(terpendek=1, terpanjang=2000))


def number(permohonan_id: str, versi: int) -> BarisPermohonan:
    """The legal number, where it waited for somebody to give it."""
    _mine(permohonan_id, Act.IDENTIFY)
    permohonans.give_number(house(), hadir(), permohonan_id, versi)
    return show(permohonan_id)


def answer(permohonan_id: str, versi: int, isi: IsianJawaban) -> BarisPermohonan:
    """How it was answered; written anew, the last word stands."""
    _mine(permohonan_id, Act.IDENTIFY)
    said = Keputusan(
        isi.dikuasai,
        isi.bentuk,
        isi.jenis,
        isi.keputusan,
        isi.alasan,
        hari(isi.pemberitahuan),
        hari(isi.pemberian),
        isi.biaya,
        isi.cara_bayar,
    )
    jawaban.answer(house(), hadir(), permohonan_id, versi, said)
    return show(permohonan_id)


def more_time(permohonan_id: str, versi: int, isi: IsianPerpanjangan) -> BarisPermohonan:
    """The answer may take longer, once; of the matter about it as well."""
    one = _mine(permohonan_id, Act.APPROVE)
    said = Perpanjang(isi.alasan, isi.uraian, isi.surat, isi.nomor, isi.unggahan)
    perpanjangan.look_request(house(), hadir(), permohonan_id, versi, said)
    said = replace(said, file=laid_down(isi.unggahan, one, "Surat perpanjangan waktu jawaban"))
    perpanjangan.of_request(house(), hadir(), permohonan_id, versi, said)
    return show(permohonan_id)


def close(permohonan_id: str, versi: int, isi: IsianTutup) -> BarisPermohonan:
    """Ended without an answer."""
    _mine(permohonan_id, Act.IDENTIFY)
    permohonan_tutup.close(house(), hadir(), permohonan_id, versi, isi.sebab, isi.alasan)
    return show(permohonan_id)


def reopen(permohonan_id: str, versi: int, isi: IsianBukaKembali) -> BarisPermohonan:
    """In work again; its term is what it was."""
    _mine(permohonan_id, Act.APPROVE)
    permohonan_tutup.reopen(house(), hadir(), permohonan_id, versi, isi.alasan)
    return show(permohonan_id)


def _mine(permohonan_id: str, act: Act) -> Permohonan:
    """The line; one in which this caller has no part is as if there were none."""
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), Permohonan, permohonan_id, (act,))


def _does(
    apa: str,
    kata: str,
    view: Callable[..., BarisPermohonan],
    act: Act,
    isi: type | None = None,
) -> Jalan:
    return Jalan(
        "POST",
        f"{SATU}/{apa}",
        f"{apa.replace('-', '_')}_permohonan",
        kata,
        view,
        BarisPermohonan,
        isi,
        acts=(act,),
        bersyarat=True,
    )


JALAN = (
    _does("nomor", "Memberi nomor pendaftaran yang menunggu petugas.", number, Act.IDENTIFY),
    _does("jawaban", "Mencatat jawaban.", answer, Act.IDENTIFY, IsianJawaban),
    _does(
        "perpanjangan",
        "Memperpanjang waktu jawaban, satu kali.",
        more_time,
        Act.APPROVE,
        IsianPerpanjangan,
    ),
    _does("tutup", "Menutup tanpa jawaban, dengan sebabnya.", close, Act.IDENTIFY, IsianTutup),
    _does(
        "buka-kembali",
        "Mengerjakan lagi yang sudah berakhir.",
        reopen,
        Act.APPROVE,
        IsianBukaKembali,
    ),
)
