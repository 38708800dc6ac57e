"""Runs the migrations on the connection handed in."""

from alembic import context
from sqlalchemy import text

from service.adapters.ledger.tables import metadata

connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    # Two processes that start together must not migrate together.
    connection.execute(text("SELECT pg_advisory_xact_lock(7252759)"))
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
