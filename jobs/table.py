"""Every job by name, written out by hand; nothing else can be run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jobs import (
    alamat,
    assemble,
    collect,
    daftar,
    doubt,
    draft,
    gabungan,
    gerbang,
    identify,
    ingatkan,
    jendela,
    karantina,
    kumpulan,
    lacak,
    ocr,
    papan,
    pengecualian,
    pesanan,
    pisah,
    proof,
    putaran,
    register,
    send,
    sesat,
    surel,
    sweep,
    tenggat,
    terbitkan,
    tetapkan,
    tinta,
    ubah,
    unpack,
)
from service.ports import House

JOBS: dict[str, Callable[[House, str], None]] = {
    "identify": identify.run,
    "register": register.run,
    "unpack": unpack.run,
    "pisah": pisah.run,
    "ubah": ubah.run,
    "draft": draft.run,
    "kumpulan": kumpulan.run,
    "gabungan": gabungan.run,
    "gerbang": gerbang.run,
    "proof": proof.run,
    "send": send.run,
    "collect": collect.run,
    "tinta": tinta.run,
    "sesat": sesat.run,
    "doubt": doubt.run,
    "assemble": assemble.run,
    "ocr": ocr.run,
    "pesanan": pesanan.run,
    "sweep": sweep.run,
    "putaran": putaran.run,
    "tenggat": tenggat.run,
    "pengecualian": pengecualian.run,
    "ingatkan": ingatkan.run,
    "surel": surel.run,
    "karantina": karantina.run,
    "lacak": lacak.run,
    "papan": papan.run,
    "daftar": daftar.run,
    "tetapkan": tetapkan.run,
    "terbitkan": terbitkan.run,
    "jendela": jendela.run,
    "alamat": alamat.run,
}

# Those that can be done in one stroke; where that fails, each is done by itself.
BERSAMA: dict[str, Callable[[House, Sequence[str]], None]] = {"identify": identify.run_all}
