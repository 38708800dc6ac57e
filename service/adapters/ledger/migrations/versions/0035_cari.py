"""Our own papers can be searched, a text knows its pages, and a search can be kept.

What lies there is read anew by the job `teks`, which the clock owes: not here, for it takes long.
"""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

LAMA = sa.text("tata < 1")
KELUAR = """INSERT INTO cari_teks(cari_teks, rowid, akar)
    SELECT 'delete', urut, akar FROM teks WHERE naskah <> ''"""


def upgrade() -> None:
    op.add_column("teks", _text("naskah"))
    for name in ("halaman", "sumber", "tata"):
        op.add_column("teks", sa.Column(name, sa.Integer(), server_default="0", nullable=False))
    for name in ("turut", "tertutup"):
        bare = sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)
        op.add_column("teks", bare)
    op.create_index(op.f("ix_teks_naskah"), "teks", ["naskah"])
    op.create_index("ix_teks_lama", "teks", ["file"], sqlite_where=LAMA, postgresql_where=LAMA)
    op.create_table(
        "pencarian",
        sa.Column("id", sa.String(length=64), nullable=False),
        *(_text(name) for name in ("orang", "instansi", "unit", "nama")),
        sa.Column("bersama", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("saring", Json, server_default=sa.text("'{}'"), nullable=False),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pencarian")),
    )
    op.create_index(op.f("ix_pencarian_orang"), "pencarian", ["orang"])
    op.create_index(op.f("ix_pencarian_instansi_bersama"), "pencarian", ["instansi", "bersama"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("pencarian")
    if op.get_bind().dialect.name == "sqlite":  # what it does not know is not in its index
        op.execute(KELUAR)
    op.execute("DELETE FROM teks WHERE naskah <> ''")
    op.drop_index("ix_teks_lama", "teks")
    op.drop_index(op.f("ix_teks_naskah"), "teks")
    for name in ("tertutup", "turut", "tata", "sumber", "halaman", "naskah"):
        op.drop_column("teks", name)
