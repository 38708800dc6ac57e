"""What every form of a signer stands on: their place on the paper, their key, and its secret."""

from __future__ import annotations

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.baca import Terbuka
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.face.isi_formulir import Pilihan, Ruas
from service.web.auth import hadir, house


def my_turn(naskah_id: str) -> tuple[Terbuka, TempatTtd]:
    """The paper, and this person's place on it that may be signed now."""
    one = naskah_baca.read(house(), hadir(), naskah_id)
    mine = one.giliran_ttd
    if mine is None:
        raise TidakAda("Tempat tanda tangan Anda pada naskah itu")
    return one, mine


def key_and_secret(offered: tuple[Pilihan, ...], petunjuk: str) -> tuple[Ruas, Ruas]:
    """With which key, and what opens it: typed each time, and never shown again."""
    key = Ruas("kunci", "Sertifikat", offered[0].nilai if offered else "", "pilih", pilihan=offered)
    secret = Ruas(
        "frasa",
        "Frasa sandi atau PIN sertifikat",
        jenis="sandi",
        isi_otomatis="off",
        petunjuk=petunjuk,
    )
    return key, secret
