"""Reading the block above the table."""

from __future__ import annotations

from service.domain.lembar import Lembar
from service.domain.sop.identitas import Identitas, Pengesah


def read_identitas(sheet: Lembar) -> Identitas:
    """The block as the source has it; nothing in it is compulsory."""
    return Identitas(
        instansi=sheet.texts("instansi"),
        dibuat=sheet.text("dibuat"),
        direvisi=sheet.text("direvisi"),
        efektif=sheet.text("efektif"),
        disahkan=sheet.text("disahkan"),
        pengesah=_pengesah(sheet.table("pengesah")),
        judul_tabel=sheet.text("judul_tabel"),
        dasar_hukum=sheet.texts("dasar_hukum"),
        kualifikasi=sheet.texts("kualifikasi"),
        keterkaitan=sheet.texts("keterkaitan"),
        peralatan=sheet.texts("peralatan"),
        peringatan=sheet.texts("peringatan"),
        pencatatan=sheet.texts("pencatatan"),
        tanda_tangan=tuple(_pengesah(one) for one in sheet.tables("tanda_tangan")),
    )


def _pengesah(sheet: Lembar) -> Pengesah:
    return Pengesah(
        nama=sheet.text("nama"),
        jabatan=sheet.text("jabatan"),
        nip=sheet.text("nip"),
        pangkat=sheet.text("pangkat"),
        sebagai=sheet.text("sebagai"),
    )
