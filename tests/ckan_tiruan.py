"""A stand-in for CKAN: it is none, but answers the Action API as 2.10 does, refusals too."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any

from service.domain.edisi.tujuan import Tujuan, targets
from tests.situs_tiruan import Situs, form

TOKEN, ORGANISASI = "eyJ0-token-contoh-rahasia", "ppid-contoh"
_NAMA = re.compile(r"[a-z0-9_-]{2,100}")
_RUAS = {"package_id", "name", "format", "mimetype", "size", "hash", "url", "id"}
_RUAS |= {"berkas_bentuk", "berkas_sha256"}


class Tolak(Exception):
    def __init__(self, kode: int, jenis: str, **told: Any) -> None:
        super().__init__(jenis)
        self.kode, self.told = kode, {"__type": jenis, **told}


@dataclass
class CkanTiruan(Situs):
    """Its data sets by name, and the bytes of its resources by id."""

    himpunan: dict[str, dict[str, Any]] = field(default_factory=dict)
    isi: dict[str, bytes] = field(default_factory=dict)
    nomor: int = 0

    def tujuan(self, **more: Any) -> Tujuan:
        told = {
            "jenis": "ckan",
            "instansi": "dinas_contoh",
            "alamat": self.url,
            "organisasi": ORGANISASI,
            "kunci": TOKEN,
            "ca": str(self.ca),
            "jaringan": "kantor",
            **more,
        }
        lines = (f"{k} = {json.dumps(v)}" for k, v in told.items() if v is not None)
        return targets("[portal]\n" + "\n".join(lines))[0]

    def files(self, nama: str) -> dict[str, bytes]:
        """What can be fetched of a data set, by format; fails where one stands there twice."""
        rows = self.himpunan[nama]["resources"]
        found = {x["berkas_bentuk"]: self.isi[x["id"]] for x in rows}
        assert len(found) == len(rows), "a format stands there twice"
        return found

    @property
    def terbuka(self) -> list[str]:
        """The data sets that the public sees."""
        return sorted(n for n, x in self.himpunan.items() if x["state"] == "active")

    def answer(self, cara: str, alamat: str, kepala: Any, isi: bytes) -> tuple[int, Any]:
        try:
            if cara != "POST" or not alamat.startswith("/api/3/action/"):
                raise Tolak(404, "Not Found")
            if kepala["Authorization"] != TOKEN:
                raise Tolak(403, "Authorization Error", message="Access denied")
            action = alamat.removeprefix("/api/3/action/")
            many = kepala.get_content_type() == "multipart/form-data"
            told = form(kepala, isi) if many else json.loads(isi)
            return 200, {"help": alamat, "success": True, "result": getattr(self, action)(told)}
        except Tolak as no:
            return no.kode, {"help": alamat, "success": False, "error": no.told}

    def package_show(self, told: dict[str, Any]) -> dict[str, Any]:
        return self._found(told["id"])

    def package_create(self, told: dict[str, Any]) -> dict[str, Any]:
        nama = told["name"]
        assert _NAMA.fullmatch(nama)
        if nama in self.himpunan:
            raise Tolak(409, "Validation Error", name=["That URL is already in use."])
        self.himpunan[nama] = self._shaped({**told, "id": self._id("p"), "name": nama})
        return self.himpunan[nama]

    def package_update(self, told: dict[str, Any]) -> dict[str, Any]:
        before = self._found(told["id"])
        self.himpunan[before["name"]] = self._shaped({**told, "name": before["name"]})
        return self.himpunan[before["name"]]

    def package_delete(self, told: dict[str, Any]) -> None:
        self._found(told["id"])["state"] = "deleted"

    def resource_create(self, told: dict[str, Any]) -> dict[str, Any]:
        made = self._kept({**told, "id": self._id("r")})
        self._found(told["package_id"])["resources"].append(made)
        return made

    def resource_update(self, told: dict[str, Any]) -> dict[str, Any]:
        owner, before = self._resource(told["id"])
        made = self._kept(told)
        owner["resources"][owner["resources"].index(before)] = made
        return made

    def resource_delete(self, told: dict[str, Any]) -> None:
        owner, before = self._resource(told["id"])
        owner["resources"].remove(before)
        del self.isi[told["id"]]

    def _shaped(self, told: dict[str, Any]) -> dict[str, Any]:
        assert told["title"]
        assert isinstance(told["notes"], str)
        if told.pop("owner_org") not in (ORGANISASI, "o1"):
            raise Tolak(409, "Validation Error", owner_org=["Organization does not exist"])
        rows = [{**x, "id": x.get("id") or self._id("r")} for x in told["resources"]]
        assert all(set(x) >= {"key", "value"} for x in told["extras"])
        tags = [{**x, "display_name": x["name"], "state": "active"} for x in told["tags"]]
        org = {"id": "o1", "name": ORGANISASI}
        return {**told, "resources": rows, "tags": tags, "owner_org": "o1", "organization": org}

    def _kept(self, told: dict[str, Any]) -> dict[str, Any]:
        nama, mime, content = told.pop("upload")
        assert set(told) == _RUAS, set(told) ^ _RUAS
        assert (mime, nama) == (told["mimetype"], told["url"])
        assert hashlib.sha256(content).hexdigest() == told["hash"]
        assert len(content) == int(told["size"])
        self.isi[told["id"]] = content
        where = f"{self.url}/dataset/{told['package_id']}/resource/{told['id']}/download/{nama}"
        return {**told, "url": where, "url_type": "upload"}

    def _found(self, what: str) -> dict[str, Any]:
        found = (x for n, x in self.himpunan.items() if what in (n, x["id"]))
        one = next(found, None)
        if one is None:
            raise Tolak(404, "Not Found Error", message="Not found")
        return one

    def _resource(self, id_: str) -> tuple[dict[str, Any], dict[str, Any]]:
        pairs = ((x, r) for x in self.himpunan.values() for r in x["resources"])
        one = next(((x, r) for x, r in pairs if r["id"] == id_), None)
        if one is None:
            raise Tolak(404, "Not Found Error", message="Not found")
        return one

    def _id(self, kind: str) -> str:
        self.nomor += 1
        return f"{kind}{self.nomor}"
