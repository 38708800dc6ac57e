"""The size of a file may be past 2 GiB; SQLite keeps any whole number as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

UKURAN = {
    "simpanan": ("ukuran",),
    "file": ("ukuran",),
    "file_keluar": ("ukuran", "hasil_ukuran"),
    "ekspor_monev": ("ukuran",),
    "jilidan": ("ukuran",),
}


def upgrade() -> None:
    _all_to("BIGINT")


def downgrade() -> None:
    _all_to("INTEGER")


def _all_to(kind: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, columns in UKURAN.items():
        # In one line, so that a long table is written anew once.
        op.execute(sa.text(f"ALTER TABLE {table} " + ", ".join(_to(x, kind) for x in columns)))


def _to(column: str, kind: str) -> str:
    return f"ALTER COLUMN {column} TYPE {kind}"
