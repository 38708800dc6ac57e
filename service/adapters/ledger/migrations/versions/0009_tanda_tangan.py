"""Each who signs a paper has a place of their own."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tempat_ttd",
        sa.Column("id", sa.String(64), nullable=False),
        _text("naskah"),
        sa.Column("ajuan", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        *(_text(name) for name in ("peran", "jalan", "keadaan", "oleh")),
        sa.Column("pada", Instant(), nullable=True),
        *(_text(name) for name in ("sebelum", "sesudah", "alasan", "cara", "penyewa")),
        sa.Column("sewa_sampai", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tempat_ttd")),
    )
    named = op.f("ix_tempat_ttd_naskah_ajuan_urut")
    op.create_index(named, "tempat_ttd", ["naskah", "ajuan", "urut"], unique=True)
    op.create_index(op.f("ix_tempat_ttd_keadaan_peran"), "tempat_ttd", ["keadaan", "peran"])
    op.create_index(op.f("ix_tempat_ttd_sesudah"), "tempat_ttd", ["sesudah"])
    op.create_table(
        "kunci_ttd",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("orang", "jenis", "nama")),
        sa.Column("dibuat", Instant(), nullable=False),
        *(
            _text(name)
            for name in ("file", "token", "label", "nik", "pemilik", "penerbit", "sidik")
        ),
        *(sa.Column(name, Instant(), nullable=True) for name in ("dari", "sampai", "dilepas")),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kunci_ttd")),
    )
    op.create_index(op.f("ix_kunci_ttd_orang"), "kunci_ttd", ["orang"])
    op.create_index(op.f("ix_kunci_ttd_file"), "kunci_ttd", ["file"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("kunci_ttd")
    op.drop_table("tempat_ttd")
