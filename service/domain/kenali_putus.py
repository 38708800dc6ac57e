"""What follows from the proposals: registered by itself, or a person decides and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace

from service.domain.akibat import arti, worst
from service.domain.aturan import LAINNYA, TANDA, Aturan
from service.domain.kiriman import (
    BERKAS,
    DIDAFTAR,
    DITERIMA,
    KARANTINA,
    MENUNGGU_PETUGAS,
    PENGANTAR,
    File,
    Kiriman,
    Surat,
    Usul,
)
from service.domain.mutu_teks import RUSAK
from service.domain.slip import SALAH
from service.domain.temuan import (
    BERAT,
    DISIMPAN_SAJA,
    MENUNGGU_PEMERIKSAAN,
    TIDAK_DAPAT_DIPROSES,
)
from service.domain.temuan import DITERIMA as AKHIR_DITERIMA

AMBANG_NILAI = 70  # from which a value is written down as read
SELISIH = 10  # two kinds nearer than this are not told apart
ARSIP = ("application/zip", "application/vnd.rar", "application/x-7z-compressed")
RAHASIA = ("rahasia", "sangat_rahasia")
PASTI = 100  # known by its bytes, not by a rule
MUTU = "mutu"  # the ruas in which a reading says how well a file's text reads


@dataclass(frozen=True)
class Putusan:
    """Where a kiriman stands after the look, why, and what is known of it."""

    keadaan: str
    akhir: str
    kode: str = ""
    alasan: str = ""
    jenis: str = ""
    surat: Surat = field(default_factory=Surat)


@dataclass(frozen=True)
class Perkara:
    """All that a verdict rests on, and the verdict where nothing speaks against it."""

    kiriman: Kiriman
    files: Sequence[File]
    usul: Sequence[Usul]
    aturan: Aturan
    akhir: str

    def waits(self, kode: str, alasan: str) -> Putusan:
        """A person decides; what was read stays a proposal until then."""
        one = self.kiriman
        return Putusan(MENUNGGU_PETUGAS, self.akhir, kode, alasan, one.jenis, one.surat)

    def because(self, kode: str, **told: object) -> Putusan:
        """The same, for a reason of SEBAB."""
        return self.waits(kode, SEBAB[kode].format(**told))


# Short codes, and what is said of each to whoever decides.
SEBAB: dict[str, str] = {
    "tanpa_folder": "File ini diletakkan di folder yang tidak dikenal. File tersimpan aman; "
    "pilih unit yang menerimanya.",
    "slip_salah": "Slip yang menyertai kiriman ini belum benar: {salah} File tersimpan aman; "
    "lengkapi keterangannya.",
    "jenis_tak_dikenal": "Jenis kiriman ini tidak dikenali. File tersimpan aman; pilih jenisnya.",
    "jenis_ragu": "Kiriman ini cocok dengan lebih dari satu jenis: {jenis}. Pilih yang benar.",
    "jenis_belum_pasti": "Kiriman ini mungkin {jenis}, tetapi belum pasti ({yakin}%). "
    "Periksa jenisnya.",
    "teks_rusak": "Tulisan pada file ini tidak terbaca dengan baik. Periksa setiap isian dengan "
    "gambar halamannya.",
    "teks_sedikit": "Pada file ini tidak ada tulisan yang dapat dibaca mesin. Isi keterangannya "
    "dari gambar halaman.",
    "mungkin_rahasia": "Surat ini bertanda {sifat}. Bila benar, begitu ditetapkan kiriman pindah "
    "ke buku agenda rahasia; bila tidak, ubah sifatnya dahulu.",
}


def putuskan(
    kiriman: Kiriman, files: Sequence[File], usul: Sequence[Usul], aturan: Aturan
) -> Putusan:
    """The verdict on what arrived together: the worst of its files, then what they say."""
    akhir = max((one.akhir or AKHIR_DITERIMA for one in files), key=BERAT.__getitem__, default="")
    at = Perkara(kiriman, files, usul, aturan, akhir)
    # Whoever laid it down for a matter said what it is.
    own = kiriman.pintu == BERKAS
    asked = (_held, _unusable, _homeless, _slip, _asked, _unreadable, _secret, _unknown)
    for look in (_held, _unusable, _asked, _secret) if own else asked:
        if verdict := look(at):
            return verdict
    jenis = kiriman.jenis or ("" if own else kinds_of(at)[0].nilai)
    return Putusan(DIDAFTAR, akhir, "", "", jenis, _letter(at))


def chosen(files: Sequence[File], usul: Sequence[Usul]) -> dict[str, Usul]:
    """The first proposal of each ruas: of the covering letter before all others."""
    first = covering(files)
    ranked = sorted(
        (one for one in usul if one.nilai),
        key=lambda one: (one.file == first or one.keyakinan >= 95, one.keyakinan),
        reverse=True,
    )
    kept: dict[str, Usul] = {}
    for one in ranked:
        kept.setdefault(one.ruas, one)
    return kept


def covering(files: Sequence[File]) -> str:
    """The file that speaks for the kiriman: the covering letter, else the first that came."""
    # What lies in an archive speaks for it; a letter by mail speaks for itself.
    own = [one for one in files if not one.dari and one.mime not in ARSIP] or list(files)
    said = [one for one in own if one.peran == PENGANTAR]
    return min(said or own, key=lambda one: (one.urut, one.id)).id if own else ""


def letter(kiriman: Kiriman, proposed: dict[str, Usul]) -> Surat:
    """What the letter says of itself; what the bringer said stays as they said it."""
    read = {
        one.name: proposed[one.name].nilai
        for one in fields(Surat)
        if not getattr(kiriman.surat, one.name)
        and one.name in proposed
        and proposed[one.name].keyakinan >= AMBANG_NILAI
    }
    return replace(kiriman.surat, **read)


def _letter(at: Perkara) -> Surat:
    return letter(at.kiriman, chosen(at.files, at.usul))


def _slip(at: Perkara) -> Putusan | None:
    """What the bringer meant to say cannot be read: a person says it."""
    salah = at.kiriman.asal.get(SALAH)
    return at.because("slip_salah", salah=salah) if salah else None


def _held(at: Perkara) -> Putusan | None:
    """Not looked at yet: it stays where it is."""
    for file in at.files:
        if file.akhir == MENUNGGU_PEMERIKSAAN and (bad := worst(file.temuan)):
            one = at.kiriman
            return Putusan(DITERIMA, at.akhir, bad.kode, arti(bad).kata, one.jenis, one.surat)
    return None


def _unusable(at: Perkara) -> Putusan | None:
    """A file that cannot be used: alone it is kept apart, among others a person decides."""
    alone = len([one for one in at.files if not one.dari]) <= 1
    for end in (TIDAK_DAPAT_DIPROSES, DISIMPAN_SAJA):
        for file in at.files:
            if file.akhir != end or not (bad := worst(file.temuan)):
                continue
            kata, one = arti(bad).kata, at.kiriman
            if end == TIDAK_DAPAT_DIPROSES and alone and not file.dari:
                return Putusan(KARANTINA, at.akhir, bad.kode, kata, one.jenis, one.surat)
            return at.waits(bad.kode, f"{file.nama}: {kata}" if len(at.files) > 1 else kata)
    return None


def _asked(at: Perkara) -> Putusan | None:
    """Something was found that only a person can weigh, however sure the rules are."""
    for file in at.files:
        if bad := next((one for one in file.temuan if arti(one).tanya_orang), None):
            kata = arti(bad).kata
            return at.waits(bad.kode, f"{file.nama}: {kata}" if len(at.files) > 1 else kata)
    return None


def _homeless(at: Perkara) -> Putusan | None:
    return None if at.kiriman.instansi else at.because("tanpa_folder")


def _unreadable(at: Perkara) -> Putusan | None:
    """A text that no machine should trust itself to read; a bringer's own word needs no reading."""
    first = covering(at.files)
    poor = [one for one in at.usul if one.ruas == MUTU and one.file == first]
    if at.kiriman.jenis or not poor or _ours(at, first):
        return None
    return at.because("teks_rusak" if poor[0].nilai == RUSAK else "teks_sedikit")


def _ours(at: Perkara, file: str) -> bool:
    """Whether a file carries the code printed on our own papers, which needs no words."""
    marks = {one.id for one in at.aturan.kenali if one.di in TANDA}
    told = [one for one in at.usul if one.file == file and one.ruas == "jenis"]
    return any(one.aturan in marks or one.keyakinan == PASTI for one in told)


def _secret(at: Perkara) -> Putusan | None:
    sifat = _letter(at).sifat
    if at.kiriman.rahasia or sifat not in RAHASIA:
        return None
    return at.because("mungkin_rahasia", sifat=sifat.replace("_", " "))


def _unknown(at: Perkara) -> Putusan | None:
    """No kind is sure enough, or two are."""
    if at.kiriman.jenis:
        return None
    kinds, aturan = kinds_of(at), at.aturan
    if not kinds or kinds[0].nilai == LAINNYA:
        return at.because("jenis_tak_dikenal")
    best = kinds[0]
    if best.keyakinan < aturan.ambang:
        nama = aturan.nama_jenis(best.nilai)
        return at.because("jenis_belum_pasti", jenis=nama, yakin=best.keyakinan)
    near = max(aturan.ambang, best.keyakinan - SELISIH)
    if rivals := [one for one in kinds[1:] if one.keyakinan > near]:
        names = ", ".join(aturan.nama_jenis(one.nilai) for one in (best, *rivals))
        return at.because("jenis_ragu", jenis=names)
    return None


def kinds_of(at: Perkara) -> list[Usul]:
    """The kinds proposed for the covering letter; for all files where it says nothing."""
    first = covering(at.files)
    own = ranked(at.aturan, [one for one in at.usul if one.file == first])
    return own or ranked(at.aturan, at.usul)


def ranked(aturan: Aturan, usul: Sequence[Usul]) -> list[Usul]:
    """The kinds that were proposed, each once, surest first; a matter goes before a mere form."""
    kept: dict[str, Usul] = {}
    for one in usul:
        if one.ruas == "jenis" and one.keyakinan > (
            kept[one.nilai].keyakinan if one.nilai in kept else 0
        ):
            kept[one.nilai] = one
    taught = [one for one in kept.values() if one.aturan.startswith("pengirim:")]
    if taught:
        return taught[:1]
    matters = [one for one in kept.values() if not _form(aturan, one)]
    sure = any(one.keyakinan >= aturan.ambang for one in matters)
    counted = matters if sure else list(kept.values())
    return sorted(counted, key=lambda one: (one.keyakinan, not _form(aturan, one)), reverse=True)


def _form(aturan: Aturan, one: Usul) -> bool:
    kind = aturan.jenis_of(one.nilai)
    return kind is not None and kind.cadangan
