"""The bags of matters."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

KATA = (
    "instansi",
    "berkas",
    "oleh",
    "rantai",
    "keadaan",
    "resep",
    "terbuka",
    "tertutup",
    "pesan",
)
ANGKA = ("urut", "ukuran_terbuka", "banyak_terbuka", "ukuran_tertutup", "banyak_tertutup")


def upgrade() -> None:
    op.create_table(
        "tas_berkas",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(x, sa.Text(), server_default="", nullable=False) for x in KATA),
        *(
            sa.Column(x, sa.BigInteger(), server_default=sa.text("0"), nullable=False)
            for x in ANGKA
        ),
        sa.Column("diminta", Instant(), nullable=False),
        sa.Column("jadi", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tas_berkas")),
    )
    op.create_index(op.f("ix_tas_berkas_berkas"), "tas_berkas", ["berkas"])


def downgrade() -> None:
    op.drop_table("tas_berkas")
