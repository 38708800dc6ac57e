"""Page templates compiled once for a whole test process, however many apps it makes."""

from __future__ import annotations

import hashlib

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class Ingatan(BytecodeCache):
    """Remembers what a template was compiled to, as long as its words and its grammar stay."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        grammar = f"{environment.trim_blocks} {environment.lstrip_blocks}"
        key = hashlib.sha256(f"{name} {filename} {grammar}".encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self.known.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()
