"""The tables that the public pages read; made anew at every publication, never altered."""

from __future__ import annotations

BENTUK = 1  # raised when a table changes; pages and publisher must agree
TABEL = f"""
PRAGMA user_version = {BENTUK};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE badan (kode TEXT PRIMARY KEY, nama TEXT, zona TEXT, laman TEXT, surel TEXT);
CREATE TABLE edisi (
    id INTEGER PRIMARY KEY, badan TEXT, daftar TEXT, tahun INTEGER, urut INTEGER, jenis TEXT,
    keadaan TEXT, nama TEXT, sk_nomor TEXT, sk_tanggal TEXT, terbit TEXT, ditarik TEXT,
    alasan TEXT, banyak INTEGER, kini INTEGER, beda TEXT, tetap INTEGER,
    UNIQUE (badan, daftar, tahun, urut));
CREATE TABLE baris (id INTEGER PRIMARY KEY, kode TEXT, isi TEXT);
CREATE TABLE isi (edisi INTEGER, urut INTEGER, baris INTEGER, PRIMARY KEY (edisi, urut))
    WITHOUT ROWID;
CREATE TABLE beda (
    edisi INTEGER, urut INTEGER, jenis TEXT, kode TEXT, ruas TEXT, sebelum TEXT, sesudah TEXT,
    PRIMARY KEY (edisi, urut)) WITHOUT ROWID;
CREATE TABLE file (
    edisi INTEGER, kode TEXT, sha256 TEXT, nama TEXT, mime TEXT, ukuran INTEGER,
    PRIMARY KEY (edisi, kode)) WITHOUT ROWID;
CREATE TABLE unduhan (
    edisi INTEGER, bentuk TEXT, sha256 TEXT, nama TEXT, mime TEXT, ukuran INTEGER, resep TEXT,
    PRIMARY KEY (edisi, bentuk)) WITHOUT ROWID;
CREATE TABLE ditarik (badan TEXT, edisi INTEGER, kode TEXT, pada TEXT, alasan TEXT);
CREATE TABLE kini (
    daftar TEXT, urut INTEGER, badan TEXT, edisi INTEGER, baris INTEGER, kode TEXT, pada TEXT,
    PRIMARY KEY (daftar, urut)) WITHOUT ROWID;
CREATE TABLE pilah (daftar TEXT, nama TEXT, nilai TEXT, sebutan TEXT, banyak INTEGER, bit BLOB);
CREATE TABLE akar (akar TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE cari_dip USING fts5(kata, akar, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE cari_dik USING fts5(kata, akar, content='', tokenize='unicode61');
CREATE TABLE tanda (badan TEXT PRIMARY KEY, sidik TEXT);
"""
INDEKS = """
CREATE INDEX baris_kode ON baris (kode);
CREATE INDEX isi_baris ON isi (baris);
CREATE INDEX kini_kode ON kini (kode);
CREATE INDEX kini_pada ON kini (daftar, pada);
CREATE INDEX ditarik_kode ON ditarik (kode);
"""
