"""The one list of tables, and the columns that most of them have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Text, text

from service.adapters.ledger.types import Json

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_() -> Column[str]:
    """The name of a row."""
    return Column("id", String(64), primary_key=True)


def text_(name: str, *, index: bool = False) -> Column[str]:
    """Words; none by default."""
    return Column(name, Text, nullable=False, server_default="", index=index)


def json_(name: str, empty: str) -> Column[Any]:
    """What nests inside a row."""
    return Column(name, Json, nullable=False, server_default=text(f"'{empty}'"))


def versi_() -> Column[int]:
    """How often the row was written."""
    return Column("versi", Integer, nullable=False)
