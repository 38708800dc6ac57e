"""CKAN by its Action API: one data set to a thing, one resource in it to a format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from service.adapters.dorong.badan import Badan, form, plain_json
from service.adapters.dorong.saluran import Jawaban, Sabar, Saluran, alone
from service.adapters.dorong.tolak import anothers, each_sent, odd, refused
from service.domain.edisi.dorong import Dorongan, FileDorong
from service.domain.edisi.tujuan import Tujuan
from service.ports.dorong import Fetch

API = "/api/3/action/"
TANDA, BENTUK = "berkas", "berkas_bentuk"  # what says that a data set, or a resource, is ours
SIDIK = "berkas_sha256"  # CKAN's own `hash` is written over by what loads tables into it
Isi = Mapping[str, Any]


class Ckan:
    """One CKAN, or one organisation in it."""

    def __init__(self, tujuan: Tujuan, kunci: Path, sabar: Sabar) -> None:
        self.tujuan, self._folder = tujuan, kunci
        self._line = Saluran(tujuan, ("Authorization", tujuan.sandi), sabar)

    def alone(self) -> AbstractContextManager[None]:
        return alone(self._folder, self.tujuan)

    def bring(self, one: Dorongan, fetch: Fetch) -> None:
        shown = self._shown(one.nama) or self._created(one)
        if _mark(shown) != one.tanda:
            raise anothers(self.tujuan, f"himpunan data {one.nama}")
        there = {x[BENTUK]: x for x in _ours(self._set_right(shown, one))}
        due = [x for x in one.file if there.get(x.bentuk, {}).get(SIDIK) != x.file.sha256]
        each_sent(due, lambda x: self._upload(shown["id"], there.get(x.bentuk), x, fetch))
        # What a killed sender had on its way may have come to stand beside ours.
        if due and (after := self._shown(one.nama)):
            self._set_right(after, one)

    def withdraw(self, nama: str) -> None:
        shown = self._shown(nama)
        if shown is None or not _mark(shown):
            return
        for one in _ours(shown):
            self._told("resource_delete", {"id": one["id"]}, "menghapus file yang ditarik")
        if shown.get("state") != "deleted":
            self._told("package_delete", {"id": shown["id"]}, "menarik himpunan data")

    def _created(self, one: Dorongan) -> Isi:
        """Made now; or as it is there where an answer was lost."""
        told = {**self._words(one), "resources": [], "name": one.nama}
        answer = self._ask("package_create", plain_json(told))
        if answer.baik:
            return self._result(answer, "membuat himpunan data")
        shown = self._shown(one.nama) if answer.kode == 409 else None
        if shown is None:
            raise refused(self.tujuan, answer, "membuat himpunan data")
        return shown

    def _set_right(self, shown: Isi, one: Dorongan) -> Isi:
        """Its words are ours of today, and no file stands in it that may not, nor any twice."""
        kept = _kept(shown, one)
        for each in _ours(shown):
            if each not in kept:
                told = {"id": each["id"]}
                self._told("resource_delete", told, "menghapus file yang tidak berlaku")
        words = self._words(one)
        extras = [x for x in _rows(shown, "extras") if x.get("key") != TANDA]
        words["extras"] = [*extras, *words["extras"]]
        if all(_same(_said(shown, name), value) for name, value in words.items()):
            return {**shown, "resources": kept}
        foreign = [x for x in _rows(shown, "resources") if not x.get(BENTUK)]
        whole = {**shown, **words, "resources": [*foreign, *kept]}
        return self._told("package_update", whole, "memperbarui himpunan data")

    def _words(self, one: Dorongan) -> dict[str, Any]:
        return {
            "title": one.judul,
            "notes": one.kata,
            "url": one.alamat,
            "author": one.lembaga,
            "author_email": one.surel,
            "owner_org": self.tujuan.organisasi,
            "private": False,
            "state": "active",
            "tags": [{"name": name} for name in one.kategori],
            "extras": [{"key": TANDA, "value": one.tanda}],
        }

    def _upload(self, package: str, before: Isi | None, one: FileDorong, fetch: Fetch) -> None:
        told = {
            "package_id": package,
            "name": one.judul,
            "format": one.file.nama.rpartition(".")[2].upper(),
            "mimetype": one.file.mime.partition(";")[0],
            "size": str(one.file.ukuran),
            "hash": one.file.sha256,
            "url": one.file.nama,
            BENTUK: one.bentuk,
            SIDIK: one.file.sha256,
        }
        action = "resource_create"
        if before is not None:
            action, told["id"] = "resource_update", before["id"]
        path = fetch(one.file.sha256)
        body = form(told, "upload", one.file.nama, told["mimetype"], path)
        self._result(self._ask(action, body), f"mengirim {one.file.nama}")

    def _shown(self, nama: str) -> Isi | None:
        """As it is there; None where it is not."""
        answer = self._ask("package_show", plain_json({"id": nama}))
        told = answer.told
        if answer.kode == 404 and isinstance(told, dict) and told.get("success") is False:
            return None
        return self._result(answer, "melihat isinya")

    def _told(self, action: str, isi: Isi, apa: str) -> Isi:
        answer = self._ask(action, plain_json(isi))
        gone = action.endswith("_delete") and answer.kode == 404 and isinstance(answer.told, dict)
        return {} if gone else self._result(answer, apa)

    def _ask(self, action: str, body: Badan) -> Jawaban:
        return self._line.ask("POST", f"{API}{action}", body)

    def _result(self, answer: Jawaban, apa: str) -> Isi:
        told = answer.told
        if not answer.baik:
            raise refused(self.tujuan, answer, apa)
        if not isinstance(told, dict) or told.get("success") is not True:
            raise odd(self.tujuan, apa)
        found = told.get("result")
        return found if isinstance(found, dict) else {}


def _rows(shown: Isi, name: str) -> Sequence[Isi]:
    found = shown.get(name)
    return [x for x in found if isinstance(x, dict)] if isinstance(found, list) else []


def _ours(shown: Isi) -> list[Isi]:
    return [x for x in _rows(shown, "resources") if x.get(BENTUK) and x.get("id")]


def _kept(shown: Isi, one: Dorongan) -> list[Isi]:
    """Of each format that is wanted one: that which is right already, else the first."""
    found = []
    for file in one.file:
        those = [x for x in _ours(shown) if x[BENTUK] == file.bentuk]
        right = [x for x in those if x.get(SIDIK) == file.file.sha256]
        found += (right or those)[:1]
    return found


def _mark(shown: Isi) -> str:
    found = (x.get("value") for x in _rows(shown, "extras") if x.get("key") == TANDA)
    return str(next(found, "") or "")


def _said(shown: Isi, name: str) -> Any:
    """What stands there; an organisation is told by its name, and kept by its id."""
    organisation = shown.get("organization")
    if name == "owner_org" and isinstance(organisation, dict):
        return organisation.get("name")
    return shown.get(name)


def _same(there: Any, ours: Any) -> bool:
    """Whether it says the same; CKAN adds fields of its own to what it was told."""
    if isinstance(ours, list) and isinstance(there, list):
        return len(ours) == len(there) and all(
            any(isinstance(x, dict) and one.items() <= x.items() for x in there) for one in ours
        )
    return bool(there == ours or (not there and not ours))
