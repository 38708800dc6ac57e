"""What is withheld has its tests, its opening by two persons, its looks and its closed files."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "pengujian",
        *_texts("informasi", "instansi", "berkas"),
        sa.Column("sejak", Instant(), nullable=False),
        *_texts("hasil"),
        sa.Column("diterapkan", Instant(), nullable=True),
    )
    _index("pengujian", "berkas")
    _table(
        "pembukaan",
        *_texts("informasi", "instansi", "unit", "pengujian", "oleh"),
        sa.Column("pada", Instant(), nullable=False),
        *_texts("alasan"),
        sa.Column("sk", Json, server_default=sa.text("'{}'"), nullable=False),
        *_texts("keadaan", "penjawab"),
        sa.Column("dijawab", Instant(), nullable=True),
        *_texts("jawaban"),
    )
    _index("pembukaan", "instansi", "keadaan")
    _table(
        "tinjauan",
        *_texts("informasi", "instansi"),
        sa.Column("hari", sa.Date(), nullable=False),
        *_texts("siapa"),
        sa.Column("pada", Instant(), nullable=False),
        *_texts("alasan"),
    )
    _table(
        "tutupan",
        *_texts("informasi", "instansi", "sidik", "nama"),
        *(sa.Column(name, Instant(), nullable=True) for name in ("sejak", "dibuka")),
    )
    _index("tutupan", "sidik")


def _table(name: str, *columns: "sa.Column[object]") -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(64), nullable=False),
        *columns,
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    _index(name, "informasi")


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _texts(*names: str) -> "list[sa.Column[str]]":
    return [sa.Column(name, sa.Text(), server_default="", nullable=False) for name in names]


def downgrade() -> None:
    for name in ("tutupan", "tinjauan", "pembukaan", "pengujian"):
        op.drop_table(name)
