"""Several papers signed in one sitting, one after the other, each counted by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from service.acts.lihat.berkas import mine
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd.tandatangani import Diminta, sign
from service.domain.esign.galat import PerluDicek, TotpSalah
from service.domain.frasa_sandi import TOTP, FrasaSandi
from service.domain.kunci_ttd import BSRE, KunciDilepas, KunciMenolak
from service.domain.refusals import Refusal, Unavailable
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.signing import Penandatangan
from service.ports.tanda_tangan import BarisTtd

TERBANYAK = 200  # papers of one sitting
KODE_BARU = "Menunggu kode sekali pakai yang baru."
SATU_KODE = "Menunggu kode baru: layanan ini meminta satu kode untuk setiap naskah."


class TiadaDipilih(Refusal):
    """No paper was chosen."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada naskah yang dicentang, atau yang dicentang sudah tidak menunggu Anda lagi. "
            "Belum ada yang ditandatangani."
        )


@dataclass(frozen=True)
class Nasib:
    """What became of one paper of a sitting."""

    baris: BarisTtd
    jadi: bool
    kata: str = ""  # why not
    dicoba: bool = True


@dataclass(frozen=True)
class Duduk:
    """What a person signs in one sitting: which of the papers they looked at, with which key."""

    kunci: str
    pilih: Sequence[str]  # as `mark` says


def looked(house: House, oleh: Hadir) -> list[BarisTtd]:
    """What this person looked at and may sign now, matter by matter, in the order of writing."""
    return house.ttd.to_sign(mine(oleh), oleh.orang.id, 0, TERBANYAK, dilihat=True)


def mark(one: BarisTtd) -> str:
    """By what a paper is chosen: which one, and how it stood."""
    return f"{one.naskah.id}.{one.naskah.versi}"


@contextmanager
def sitting(
    house: House, oleh: Hadir, asked: Duduk, frasa: FrasaSandi
) -> Iterator[Iterator[Nasib]]:
    """One paper after the other as somebody asks for the next; a Refusal where the key does not
    open, and then none."""
    chosen = [one for one in looked(house, oleh) if mark(one) in asked.pilih]
    if not chosen:
        raise TiadaDipilih
    with house.ledger.read() as reading:
        kunci = kunci_ttd.one_of(reading, oleh, asked.kunci)
    if not kunci.terpakai:
        raise KunciDilepas
    with house.room() as room:
        who = Penandatangan(oleh.orang.nama, kunci_ttd.opened(house, kunci, room))
        with house.signer.opened(who, frasa) as held:
            by_code = kunci.jenis == BSRE and frasa.macam == TOTP
            once = by_code and not house.esign.codes_for_many
            meja = Meja(chosen, kunci.id, house.new_id(), held, sekali=once)
            yield _each(house, oleh, meja, frasa)


@dataclass(frozen=True)
class Meja:
    """What lies on the desk in a sitting."""

    naskah: Sequence[BarisTtd]
    kunci: str
    id: str
    pegang: Penandatangan
    sekali: bool = False  # what was typed signs one paper and no more


def _each(house: House, oleh: Hadir, meja: Meja, frasa: FrasaSandi) -> Iterator[Nasib]:
    """What the key or a service outside refuses once, it refuses for all: no other is tried. A
    code that is over ends the sitting, and what it signed stays. What one paper is refused for
    holds back those of its matter that come after it."""
    over, held = "", dict[str, str]()
    for one in meja.naskah:
        if why := over or held.get(one.naskah.berkas, ""):
            yield Nasib(one, jadi=False, kata=why, dicoba=False)
            continue
        asked = Diminta(one.naskah.id, one.naskah.versi, one.tempat.id, meja.kunci, meja.id)
        try:
            sign(house, oleh, asked, frasa, meja.pegang)
        except (KunciMenolak, PerluDicek, Unavailable) as no:
            over = "Tidak dicoba lagi sesudah kegagalan di atas."
            over = KODE_BARU if isinstance(no, TotpSalah) else over
            yield Nasib(one, jadi=False, kata=str(no))
        except Refusal as no:
            held[one.naskah.berkas] = "Menunggu naskah sebelumnya dari berkas yang sama."
            yield Nasib(one, jadi=False, kata=str(no))
        else:
            over = SATU_KODE if meja.sekali else ""
            yield Nasib(one, jadi=True)
