"""The forms about a ruling: to record and correct it, when it came, that it is rejected."""

from __future__ import annotations

from service.acts.register.sengketa_putusan import testing
from service.domain import sengketa as d
from service.domain.sengketa import Putusan, Sengketa
from service.domain.sengketa_putusan import likely
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.auth import house
from service.web.kiriman import pindaian
from service.web.register.sengketa_isian import at, letter, stage, versi

ORDERS = "Berkas uji konsekuensi dibuka bersamaan dengan dicatatnya putusan ini"
BINDS = f"Final dan mengikat, tidak dapat ditolak ({d.MENGIKAT})"
REJECTABLE = f"Dapat ditolak secara tertulis ({d.MENOLAK_PUTUSAN.dasar})"


def forms(one: Sengketa) -> list[Formulir]:
    """Those about a dispute that make sense now, the likeliest first."""
    found = []
    if d.LANJUT.get(one.tahap):
        found.append(stage(one))
    if one.tahap in d.DIPUTUS_DARI:
        found.append(ruling(one))
    if one.tahap == d.PUTUSAN:
        found += [received(one), *([rejecting(one)] if rejectable(one) else []), correcting(one)]
    return [*found, letter(one)]


def rejectable(one: Sengketa) -> bool:
    """Whether the office may want to reject its ruling."""
    return not one.putusan.mengikat and one.putusan.akibat != d.MENOLAK


def ruling(one: Sengketa) -> Formulir:
    """What the Komisi ruled, and what it orders to be tested."""
    effects = tuple(
        Pilihan(key, kata, ORDERS if key == d.UJI_ULANG else "") for key, kata in d.AKIBAT.items()
    )
    known = testing(house().packs, one.instansi)
    sops = tuple(Pilihan(kode, sop.judul) for kode, sop in known.items())
    said = (
        versi(one, "putusan"),
        *_said(Putusan(dari=likely(one)), ""),
        Ruas("akibat", "Akibatnya", "", "radio", pilihan=effects),
        pindaian.ruas("Salinan putusan", "Pindaian putusannya, bila sudah ada."),
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40, kunci="tanda-putusan"),
    )
    tested = (
        Ruas("sop", "SOP uji konsekuensi", next(iter(known), ""), "pilih", pilihan=sops)
        if sops
        else Ruas("sop", "SOP uji konsekuensi", "", "tersembunyi", wajib=False),
        Ruas(
            "butir",
            "Informasi yang diperintahkan diuji",
            jenis="panjang",
            petunjuk="Satu baris untuk satu informasi. Kosongkan bila tidak ada perintah menguji.",
            wajib=False,
            batas=15_000,
        ),
    )
    return Formulir(
        at(one, "putusan"),
        "Catat putusan",
        (Kelompok("Putusan", said), Kelompok("Bila diperintahkan uji konsekuensi", tested)),
        berlampiran=True,
    )


def _said(it: Putusan, kunci: str) -> tuple[Ruas, ...]:
    """What a ruling says, but for what follows from it."""
    stages = (
        Pilihan(d.AJUDIKASI, d.ASAL[d.AJUDIKASI], REJECTABLE),
        Pilihan(d.MEDIASI, d.ASAL[d.MEDIASI], BINDS),
    )
    return (
        Ruas(
            "nomor", "Nomor putusan", it.nomor, batas=120, lebar="sedang", kunci=f"nomor{kunci}-p"
        ),
        Ruas("tanggal", "Tanggal putusan", it.tanggal, "tanggal", kunci=f"tanggal{kunci}"),
        _received(it.diterima, f"diterima{kunci}"),
        Ruas("dari", "Putusan dari", it.dari, "radio", pilihan=stages, kunci=f"dari{kunci}"),
        Ruas(
            "amar",
            "Amar putusan",
            it.amar,
            "panjang",
            petunjuk="Intinya saja.",
            batas=5000,
            kunci=f"amar{kunci}",
        ),
    )


def _received(nilai: str, kunci: str) -> Ruas:
    return Ruas(
        "diterima",
        "Tanggal putusan diterima",
        nilai,
        "tanggal",
        petunjuk="Kosongkan bila belum diketahui; tenggatnya lalu dihitung dari tanggal putusan.",
        wajib=False,
        kunci=kunci,
    )


def received(one: Sengketa) -> Formulir:
    """When the ruling was in hand."""
    fields = (versi(one, "terima"), _received(one.putusan.diterima, "diterima-putusan"))
    named = Kelompok("Putusan diterima", fields)
    return Formulir(at(one, "diterima"), "Catat tanggal putusan diterima", (named,))


def rejecting(one: Sengketa) -> Formulir:
    """The office rejects its ruling by a letter; where it did, that is corrected or taken back."""
    it = one.putusan
    more = "Kosongkan bila ternyata tidak ditolak, lalu tulis alasannya." if it.ditolak else ""
    fields = (
        versi(one, "tolak"),
        Ruas(
            "ditolak",
            "Tanggal surat penolakan",
            it.ditolak,
            "tanggal",
            petunjuk=more or "Surat kita yang menyatakan tidak menerima putusan.",
            wajib=not it.ditolak,
        ),
        Ruas("alasan", "Alasan", jenis="panjang", wajib=False, batas=1000, kunci="alasan-tolak"),
    )
    title = "Betulkan penolakan putusan" if it.ditolak else "Kita menolak putusan"
    button = "Betulkan penolakan" if it.ditolak else "Catat penolakan putusan"
    return Formulir(at(one, "tolak"), button, (Kelompok(title, fields),))


def correcting(one: Sengketa) -> Formulir:
    """The ruling as it stands in its scan, where it was mistyped."""
    it = one.putusan
    few = tuple(Pilihan(key, d.AKIBAT[key]) for key in (d.MEMBUKA, d.MENOLAK))
    effect = (
        Ruas("akibat", "Akibatnya", it.akibat, "tersembunyi", kunci="akibat-betul")
        if it.akibat == d.UJI_ULANG
        else Ruas("akibat", "Akibatnya", it.akibat, "radio", pilihan=few, kunci="akibat-betul")
    )
    fields = (
        versi(one, "betul"),
        *_said(it, "-betul"),
        effect,
        pindaian.ruas("Salinan putusan", "Kosongkan bila salinannya tetap."),
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40, kunci="tanda-betul"),
        Ruas("alasan", "Alasan pembetulan", batas=500, kunci="alasan-betul"),
    )
    named = Kelompok(
        "Betulkan putusan",
        fields,
        "Tenggatnya dihitung ulang. Berkas uji yang sudah dibuka tetap seperti adanya.",
    )
    return Formulir(at(one, "betul"), "Betulkan putusan", (named,), berlampiran=True)
