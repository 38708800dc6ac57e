"""The pictures of the lists count without opening a row, and find a month in the history."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    counted = ["instansi", "keadaan", "unit", "kategori", "terbit_pada", "dimutakhirkan_pada"]
    op.create_index("ix_informasi_gambaran", "informasi", counted)
    op.create_index(op.f("ix_riwayat_informasi_pada"), "riwayat_informasi", ["pada"])


def downgrade() -> None:
    op.drop_index(op.f("ix_riwayat_informasi_pada"), "riwayat_informasi")
    op.drop_index("ix_informasi_gambaran", "informasi")
