"""What is typed to sign: which certificate, and a passphrase, a PIN, or a code that was sent."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from service.acts.simpan.nik import masked
from service.acts.ttd import kunci as kunci_ttd
from service.domain.frasa_sandi import FRASA, TOTP, Macam
from service.domain.kunci_ttd import BSRE, JENIS, KunciTtd
from service.face.isi_formulir import Formulir, Pilihan, Ruas, Tombol
from service.web.dasar.auth import hadir, house

MINTA, KODE = "minta", "kode"
DIKIRIM = "kode-ttd"  # the news that a code was sent
MACAM = Ruas(
    "macam",
    "Yang diketik",
    FRASA,
    "pilih",
    pilihan=(
        Pilihan(FRASA, "Frasa sandi, passphrase, atau PIN"),
        Pilihan(TOTP, "Kode sekali pakai (TOTP) dari BSrE"),
    ),
)


def keys() -> list[KunciTtd]:
    """With which this person signs here."""
    with house().ledger.read() as reading:
        return kunci_ttd.to_sign_with(reading, hadir())


def by_code(mine: list[KunciTtd]) -> bool:
    """Whether a code is sent for one of them."""
    return house().esign.sends_codes and any(one.jenis == BSRE for one in mine)


def secret(mine: list[KunciTtd], hint: str) -> tuple[Ruas, ...]:
    """The fields: a certificate, and what opens it."""
    offered = tuple(
        Pilihan(x.id, f"{x.nama} ({masked(house(), x) or JENIS[x.jenis]})") for x in mine
    )
    codes = by_code(mine)
    sent = codes and request.args.get("kabar") == DIKIRIM
    first = next((x.id for x in mine if x.jenis == BSRE or not sent), "")
    return (
        Ruas("kunci", "Sertifikat", first, "pilih", pilihan=offered),
        *((replace(MACAM, nilai=TOTP if sent else FRASA),) if codes else ()),
        Ruas(
            "frasa",
            "Frasa sandi atau kode" if codes else "Frasa sandi atau PIN sertifikat",
            jenis="sandi",
            isi_otomatis="off",
            petunjuk=hint,
        ),
    )


def asks(kata: str, mine: list[KunciTtd]) -> tuple[Tombol, ...]:
    """The second button, where codes are sent: send me one."""
    return (Tombol(kata, MINTA, KODE),) if by_code(mine) else ()


def asked() -> bool:
    """Whether that button was pressed, not the one that signs."""
    return request.form.get(MINTA) == KODE and house().esign.sends_codes


def ready(form: Formulir) -> Formulir:
    """The form as it is once a code was asked for: what is typed next is the code."""
    groups = tuple(
        replace(group, ruas=tuple(_ready(one) for one in group.ruas)) for group in form.kelompok
    )
    return replace(form, kelompok=groups)


def _ready(one: Ruas) -> Ruas:
    if one.nama == "macam":
        return replace(one, nilai=TOTP, galat="")
    return replace(one, galat="") if one.nama == "frasa" else one


def macam(told: str) -> Macam:
    """What was typed, as the form says."""
    return TOTP if told == TOTP else FRASA
