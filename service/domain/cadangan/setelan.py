"""Which settings go into a backup: those that say how the office works, none that is a secret."""

from __future__ import annotations

from collections.abc import Mapping

TERISI = "(terisi; tidak ikut dicadangkan)"
POLOS = frozenset(
    {
        "BERKAS_ABAIKAN",
        "BERKAS_ANGGOTA",
        "BERKAS_BIND",
        "BERKAS_CADANGAN",
        "BERKAS_CLAMD",
        "BERKAS_FILE_SEKIRIMAN",
        "BERKAS_FIXITY_HARI",
        "BERKAS_FOLDER_PUBLIK",
        "BERKAS_HALAMAN",
        "BERKAS_HOME",
        "BERKAS_INBOX",
        "BERKAS_ISI_MB",
        "BERKAS_JEDA",
        "BERKAS_MAPAN",
        "BERKAS_PACKS",
        "BERKAS_PEKERJA",
        "BERKAS_PERIKSA_ALAMAT",
        "BERKAS_PORT",
        "BERKAS_PORT_PUBLIK",
        "BERKAS_PUBLIK_NIK",
        "BERKAS_SESI",
        "BERKAS_SEWA",
        "BERKAS_TINJAU",
        "BERKAS_TSA",
        "BERKAS_UKURAN_MB",
        "BERKAS_URL",
    }
)


def kept(env: Mapping[str, str]) -> dict[str, str]:
    """Each setting that was made; of one that may hold a secret, only that it was made."""
    return {
        name: value if name in POLOS and "@" not in value else TERISI
        for name, value in sorted(env.items())
        if name.startswith("BERKAS_") and value
    }
