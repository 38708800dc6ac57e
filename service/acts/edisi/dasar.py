"""An edition that rests on the signed decree of a test: what that found is listed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.acts.berkas import sk_uji
from service.acts.edisi.baca import noted
from service.acts.edisi.rancang import FormulirLama
from service.acts.edisi.susun import laid, last, standing, withheld_rows
from service.acts.edisi.tetap import decree_of
from service.acts.lihat.berkas import berkas_for
from service.acts.orang import izin
from service.acts.simpan.keep import hold
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.edisi import jalan
from service.domain.edisi.edisi import DAFTAR, DIK, DIP, PEMUTAKHIRAN, RANCANGAN, Edisi
from service.domain.edisi.susun import joined
from service.domain.ids import is_id
from service.domain.informasi.baris import dip_row
from service.domain.informasi.beda import Baris
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.kode import spoken
from service.domain.informasi.riwayat import SkBelumSah
from service.domain.naskah import Naskah
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


class TanpaTambahan(Refusal):
    """Nothing is put into the list."""

    def __init__(self) -> None:
        super().__init__(
            "Pilih sedikitnya satu informasi terverifikasi yang dibuka oleh surat keputusan ini. "
            "Tidak ada yang diubah."
        )


class TambahanBerubah(Refusal):
    """What was chosen is no longer verified, or not of this agency."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Ada pilihan yang tidak lagi terverifikasi. Muat ulang halamannya, lalu pilih lagi. "
            "Tidak ada yang diubah."
        )


class BukanSkUji(Refusal):
    """The paper decrees something else than what a test found."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini bukan surat keputusan klasifikasi hasil uji, jadi edisi tidak dapat "
            "bersandar padanya. Untuk SK penetapan, susun edisi penetapan. Tidak ada yang diubah."
        )


class BukanHasilUji(Refusal):
    """A piece that no test of the matter found open is listed by a decree of the whole list."""

    status = 409

    def __init__(self, kode: str) -> None:
        super().__init__(
            f"Informasi {kode} tidak dibuka oleh uji di berkas ini, jadi SK ujinya tidak dapat "
            "memasukkannya ke DIP. Masukkan lewat edisi penetapan. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Dasar:
    """What is asked for; its id makes a second try the same edition."""

    id: str
    berkas: str
    naskah: str  # the signed decree of the test
    daftar: str = DIP
    tambahan: Sequence[str] = ()  # the ids of the pieces that it found open


def rest_on(house: House, oleh: Hadir, asked: Dasar) -> Edisi:
    """The edition is frozen at once, and established on that decree."""
    if not is_id(asked.id) or asked.daftar not in DAFTAR:
        raise FormulirLama
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, asked.berkas)
        if same := reading.find(Edisi, id=asked.id, berkas=berkas.id):
            return same[0]
        rows = _rows(house, reading, berkas, asked)
    kept = laid(house, rows)
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, asked.berkas)
        tx.hold_editions(berkas.instansi)
        given = izin.need(tx, oleh, Act.VERIFY, izin.Tempat(berkas.instansi, ""))
        if _rows(house, tx, berkas, asked) != rows:
            raise Overtaken("edisi", asked.id)
        draft = Edisi(
            asked.id,
            berkas.instansi,
            asked.daftar,
            PEMUTAKHIRAN,
            berkas=berkas.id,
            naskah=asked.naskah,
            penyusun=(given.siapa,),
        )
        one = jalan.frozen_with(draft, kept.sha256, len(rows), house.clock.now())
        tx.add(one)
        hold(tx, kept)
        told = {"berkas": berkas.id, "naskah": asked.naskah, "isi": kept.sha256}
        noted(house, tx, one, given, "edisi_dirancang", told)
        tx.plan("tetapkan", one.id)
    return one


def decrees(reading: Reading, berkas: Berkas) -> list[Naskah]:
    """The signed and numbered decrees of the tests of a matter, on which an edition may rest."""
    jalan = walked(reading, berkas)
    found = reading.find(Naskah, berkas=berkas.id, keadaan=list(sk_uji.BERTANDA_TANGAN))
    tests = {one.id for one in sk_uji.signed(reading, jalan, [berkas.id])}
    mine = (one for one in found if one.id in tests or sk_uji.changes(jalan, one))
    return [one for one in mine if one.nomor and one.tanggal]


def _rows(house: House, reading: Reading, berkas: Berkas, asked: Dasar) -> tuple[Baris, ...]:
    if asked.naskah not in {one.id for one in reading.find(Naskah, berkas=berkas.id)}:
        raise TidakAda("Surat keputusan itu")
    if not decree_of(reading, asked.naskah).sah:
        raise SkBelumSah
    if asked.naskah not in {one.id for one in decrees(reading, berkas)}:
        raise BukanSkUji
    if reading.find(Edisi, naskah=asked.naskah, daftar=asked.daftar, keadaan=RANCANGAN):
        raise Overtaken("edisi", asked.naskah)
    if asked.daftar == DIK:
        return withheld_rows(house, reading, berkas.instansi)[0]
    if not asked.tambahan:
        raise TanpaTambahan
    chosen = reading.find(
        Informasi, id=list(asked.tambahan), instansi=berkas.instansi, keadaan=TERVERIFIKASI
    )
    if len(chosen) != len(set(asked.tambahan)):
        raise TambahanBerubah
    found = {one.id for one in sk_uji.opened(reading, berkas)}
    for one in chosen:
        if one.id not in found:
            raise BukanHasilUji(spoken(one.kode))
    before = standing(house, last(reading, berkas.instansi, DIP))
    return tuple(joined(before, (dip_row(one) for one in chosen)))
