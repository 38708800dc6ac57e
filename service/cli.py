"""The command line: a table of commands, one module each."""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
from typing import NoReturn

from service.config import SettingsError
from service.domain.refusals import Refusal, Unavailable
from service.domain.sebab_disk import SEBAB

COMMANDS = {
    "run": "menyalakan Berkas: semua proses di Procfile, dijaga supaya tetap hidup",
    "test": "menjalankan semua pemeriksaan, seperti yang dijalankan CI",
    "demo": "memainkan setiap SOP dari kotak masuk sampai dossier di rumah yang baru",
    "contoh": "rumah contoh di samping rumah ini: menyusun, menunjukkan, menghapus",
    "ingest": "menerima file lewat lorong yang sama dengan kotak masuk, lalu menunggu hasilnya",
    "daftar": "memeriksa daftar informasi sebuah unit dari Excel; tidak ada yang disimpan",
    "cari": "mencari kata di dalam file yang masuk dan naskah, halaman demi halaman",
    "edisi": "edisi DIP dan DIK: melihat, menyusun rancangan, menerbitkan",
    "putaran": "menunjukkan sampai mana setiap unit dengan daftarnya, bulan demi bulan",
    "check": "memeriksa paket instansi di templates_docx/ dan menyebut setiap kesalahan",
    "letak": "menunjukkan letak tanda tangan pada naskah contoh; tidak mengirim apa pun",
    "status": "memeriksa apakah rumah ini beres",
    "audit": "menghitung setiap janji yang harus selalu benar",
    "fixity": "memeriksa ulang setiap file, baris, catatan jurnal, dan naskah bertanda tangan",
    "verify": "memeriksa tas arsip: sidik, kelengkapan, tanda tangan, dan jurnalnya",
    "number": "memeriksa kelengkapan setiap buku nomor, atau menyebut nomor berikutnya",
    "sop": "bagan alir SOP, formulir resminya, BPMN, dan membaca tabel SOP AP",
    "alamat": "menyebut alamat pada daftar yang diumumkan yang tidak menjawab",
    "dorong": "menyebut situs lain yang diberi daftar yang diumumkan, dan keadaannya",
    "monev": "bukti monev per pertanyaan: melihat, dan menulis semuanya sebagai ZIP",
    "jilid": "menjilid berkas sebagaimana adanya, atau bundel sengketa, ke satu PDF",
    "arsip": "arsip yang dapat diusulkan pindah, diserahkan, atau musnah; memeriksa JRA",
    "terbit": "menulis daftar yang diumumkan sebagai folder bagi server web mana pun",
    "stuck": "pekerjaan yang gagal dan perlu tindakan",
    "user": "orang yang boleh masuk",
    "webhook": "program lain yang diberi tahu yang terjadi di sini",
    "token": "program yang boleh masuk lewat API",
    "migrate": "memutakhirkan buku induk ke versi ini",
    "backup": "menyimpan seluruh rumah ini dalam satu file, tanpa berhenti bekerja",
    "restore": "memulihkan cadangan ke rumah yang kosong, atau membuktikan bahwa dapat pulih",
    "bench": "mengukur kecepatan terhadap batas yang dijanjikan",
    "bundle": "membuat satu file pemasangan untuk kantor tanpa internet",
    "install": "memasang Berkas supaya menyala sendiri (systemd)",
    "pack": "menulis paket instansi yang sudah diubah kembali sebagai file",
}
WRONG, BREACH = 2, 1
# What argparse says in English, in the words of the office; the names of arguments stay.
GALAT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"the following arguments are required: (.*)", r"belum disebut: \1"),
        (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
        (
            r"argument (.+?): invalid choice: (.+) \(choose from (.*)\)",
            r"\1: \2 tidak dikenal; pilihannya \3",
        ),
        (r"argument (.+?): expected .*", r"\1: nilainya belum disebut"),
        (r"argument (.+?): not allowed with argument (.*)", r"\1 tidak dapat bersama \2"),
        (r"argument (.+?): invalid \w+ value: (.*)", r"\1: \2 bukan nilai yang dapat dipakai"),
        (r"one of the arguments (.*) is required", r"sebutkan salah satu: \1"),
        (r"ambiguous option: (\S+) could match (.*)", r"\1 dapat berarti \2; tulis lengkap"),
        (r"argument (.+?): ignored explicit argument (.*)", r"\1 tidak memakai nilai \2"),
        (r"argument (.+?): (.+)", r"\1: \2"),  # what a command says of its own values
    )
)
KEPALA = (
    ("usage: ", "pemakaian: "),
    ("positional arguments:\n", "argumen:\n"),
    ("options:\n", "pilihan:\n"),
    ("show this help message and exit", "menampilkan bantuan ini"),
)


class Parser(argparse.ArgumentParser):
    """Speaks to whoever types as the pages do; a wrong line does nothing and ends with 2."""

    def format_usage(self) -> str:
        return _told(super().format_usage())

    def format_help(self) -> str:
        return _told(super().format_help())

    def error(self, message: str) -> NoReturn:
        words = next((p.sub(w, message) for p, w in GALAT if p.fullmatch(message)), message)
        self.print_usage(sys.stderr)
        bantuan = f"Lihat {self.prog} --help."
        self.exit(WRONG, f"{self.prog}: {words}. Tidak ada yang dijalankan. {bantuan}\n")


def _told(text: str) -> str:
    for english, words in KEPALA:
        text = text.replace(english, words)
    return text


def main(argv: list[str] | None = None) -> int:
    """Run one command; its exit code."""
    parser = Parser(prog="berkas", description="Otomasi naskah kantor PPID.")
    sub = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    words = sys.argv[1:] if argv is None else argv
    named = next((word for word in words if not word.startswith("-")), "")
    for name, what in COMMANDS.items():
        # Only the command that is asked for is imported, so that each starts at once.
        one = sub.add_parser(name, help=what, description=what)
        if name == named:
            importlib.import_module(f"service.commands.{name}").arguments(one)
    args, strange = parser.parse_known_args(words)
    if strange:
        sub.choices[args.command].error(f"unrecognized arguments: {' '.join(strange)}")
    command = importlib.import_module(f"service.commands.{args.command}")
    try:
        code: int = command.run(args)
        sys.stdout.flush()
    except SettingsError as wrong:
        print("Setelan belum benar:", *wrong.problems, sep="\n  ", file=sys.stderr)
        return WRONG
    except (Refusal, Unavailable) as no:
        print(no, file=sys.stderr)
        return BREACH
    except BrokenPipeError:  # who read along has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BREACH
    except OSError as wrong:
        if wrong.filename is None or wrong.errno not in SEBAB:
            raise  # no path that was typed, but a fault of ours
        print(f"{wrong.filename} {SEBAB[wrong.errno]}.", file=sys.stderr)
        return BREACH
    return code


if __name__ == "__main__":
    sys.exit(main())
