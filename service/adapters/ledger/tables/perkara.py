"""Matters and their papers."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant, Json

berkas = Table(
    "berkas",
    metadata,
    id_(),
    text_("instansi"),
    text_("unit"),
    text_("judul"),
    text_("kiriman", index=True),
    text_("keadaan"),
    Column("dibuka", Instant, nullable=False),
    text_("dossier"),
    *(text_(name) for name in ("sop", "sidik", "bagian", "langkah", "tahap")),
    Column("sejak", Instant),
    Column("putaran", Integer, nullable=False, server_default="0"),
    text_("menunggu"),
    text_("pemilik"),
    Column("norma", Instant),
    Column("diterima", Instant),
    Column("tenggat", Date),
    Column("perpanjangan", Integer, nullable=False, server_default="0"),
    Column("jatuh", Date),
    Column("ditunda", Instant),
    json_("jeda", "[]"),
    Column("ditutup", Instant),
    text_("hasil"),
    text_("induk", index=True),
    *(text_(name) for name in ("untuk", "masa")),
    Column("rahasia", Boolean, nullable=False, server_default=text("false")),
    text_("oleh"),
    text_("atas_nama"),
    versi_(),
    # What is open by when it is due, for all and for those who are waited for; what was opened.
    Index(None, "instansi", "keadaan", "jatuh", "dibuka", "id"),
    Index(None, "instansi", "keadaan", "menunggu", "jatuh", "dibuka", "id"),
    Index(None, "instansi", "dibuka", "id"),
    Index(None, "instansi", "keadaan", "dibuka", "id"),
    Index(None, "pemilik", "keadaan", "jatuh"),
    # What ends on which day, and who may see it: terms of law, and norms of steps.
    Index(None, "instansi", "keadaan", "tenggat", "rahasia", "unit"),
    Index(None, "instansi", "keadaan", "norma", "rahasia", "unit"),
    Index(None, "instansi", "sop", "masa", "untuk"),
)

naskah = Table(
    "naskah",
    metadata,
    id_(),
    text_("berkas", index=True),
    text_("instansi"),
    text_("jenis"),
    text_("keadaan"),
    Column("dibuat", Instant, nullable=False),
    Column("isian", Json, nullable=False),
    Column("penyiap", Json, nullable=False),
    text_("nomor"),
    Column("tanggal", Date),
    text_("resep"),
    text_("docx", index=True),  # a paper that comes back is known by its bytes
    text_("pdf", index=True),
    text_("bertanda_tangan", index=True),
    text_("bahan"),
    text_("token", index=True),
    Column("ajuan", Integer, nullable=False, server_default=text("0")),
    text_("pasangan"),
    versi_(),
    Index(None, "instansi", "keadaan", "dibuat"),
    Index(None, "instansi", "tanggal", "id"),
)

paraf = Table(
    "paraf",
    metadata,
    id_(),
    text_("naskah"),
    Column("ajuan", Integer, nullable=False),
    Column("urut", Integer, nullable=False),
    *(text_(name) for name in ("peran", "keadaan", "oleh")),
    Column("pada", Instant),
    text_("alasan"),
    versi_(),
    Index(None, "naskah", "ajuan", "urut", unique=True),
)
