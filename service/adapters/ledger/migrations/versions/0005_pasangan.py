"""Pairs are written on pages: drafts, versions in force, and the version each paper was made with."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        batch_op.add_column(_text("pasangan"))
    op.create_table(
        "pasangan_konsep",
        _id(),
        *(_text(name) for name in ("instansi", "jenis", "nama", "keadaan")),
        sa.Column("dibuat", Instant(), nullable=False),
        _text("oleh"),
        sa.Column("dasar", sa.Integer(), nullable=False),
        sa.Column("teks", sa.Text(), nullable=False),
        *(
            _text(name)
            for name in ("docx", "nama_file", "ringan", "contoh", "contoh_dasar", "galat")
        ),
        _list("penyiap"),
        sa.Column("diubah", Instant(), nullable=True),
        *(_text(name) for name in ("diubah_oleh", "siap", "siap_oleh")),
        sa.Column("siap_sejak", Instant(), nullable=True),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pasangan_konsep")),
    )
    op.create_index(
        op.f("ix_pasangan_konsep_instansi_keadaan"), "pasangan_konsep", ["instansi", "keadaan"]
    )
    op.create_table(
        "pasangan_terbit",
        _id(),
        *(_text(name) for name in ("instansi", "jenis")),
        sa.Column("urut", sa.Integer(), nullable=False),
        _text("nama"),
        sa.Column("teks", sa.Text(), nullable=False),
        _text("docx"),
        sa.Column("sejak", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "asli", "contoh", "contoh_dasar")),
        _list("penyiap"),
        *(_text(name) for name in ("alasan", "konsep")),
        sa.Column("dari", sa.Integer(), server_default="-1", nullable=False),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pasangan_terbit")),
    )
    op.create_index(
        op.f("ix_pasangan_terbit_instansi_jenis_urut"),
        "pasangan_terbit",
        ["instansi", "jenis", "urut"],
        unique=True,
    )
    op.create_table(
        "pasangan_versi",
        _id(),
        *(_text(name) for name in ("instansi", "jenis")),
        sa.Column("teks", sa.Text(), nullable=False),
        *(_text(name) for name in ("docx", "asal")),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pasangan_versi")),
    )


def _id() -> "sa.Column[str]":
    return sa.Column("id", sa.String(64), nullable=False)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _list(name: str) -> "sa.Column[object]":
    return sa.Column(name, Json, server_default=sa.text("'[]'"), nullable=False)


def _versi() -> "sa.Column[int]":
    return sa.Column("versi", sa.Integer(), nullable=False)


def downgrade() -> None:
    for table in ("pasangan_versi", "pasangan_terbit", "pasangan_konsep"):
        op.drop_table(table)
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        batch_op.drop_column("pasangan")
