"""What every page carries: whose house it is, who looks, where they may go."""

from __future__ import annotations

from flask import Flask, current_app, g, request, url_for

from service.domain.catatan import RUMAH
from service.domain.refusals import Refusal, Unavailable
from service.domain.setelan import Setelan
from service.domain.wewenang import PERAN, Act, Hadir
from service.face.isi import Menu, Muka, Pemberitahuan
from service.web.dasar import kenangan
from service.web.dasar.auth import csrf_for_page, house
from service.web.dasar.sekali import at_work

# In groups: words, endpoint, and one of the acts it needs; a page that is not there is not named.
MENU: tuple[tuple[tuple[str, str, tuple[Act, ...]], ...], ...] = (
    (
        ("Beranda", "beranda.show", (Act.STATUS,)),
        ("Pengingat", "pengingat.show", (Act.LOOK,)),
        ("Kalender tenggat", "tenggat.show", (Act.LOOK,)),
        ("Gambaran", "dasbor.show", (Act.LOOK,)),
        ("Laporan", "laporan.listing", (Act.LOOK,)),
        ("Monev", "monev.listing", (Act.PUBLISH,)),
        ("Cari", "cari.show", (Act.LOOK,)),
    ),
    (
        ("Unggah", "unggah.show", (Act.RECEIVE,)),
        ("Folder tunggu", "tunggu.show", (Act.RECEIVE,)),
        ("Meja", "meja.listing", (Act.IDENTIFY,)),
        ("Kiriman", "kiriman.listing", (Act.LOOK, Act.PEOPLE)),
    ),
    (
        ("Register", "register.index", (Act.LOOK,)),
        ("Sengketa", "sengketa.listing", (Act.DISPUTE,)),
        ("Buku nomor", "nomor.listing", (Act.LOOK,)),
        ("Berkas", "berkas.listing", (Act.LOOK,)),
        ("SOP", "sop.listing", (Act.LOOK,)),
        ("Naskah", "naskah.listing", (Act.LOOK,)),
        ("Tanda tangan", "meja_ttd.desk", (Act.LOOK,)),
        ("Meja tinta", "meja_tinta.desk", (Act.LOOK,)),
        ("File kembali", "kembali.desk", (Act.SIGN, Act.PEOPLE)),
        ("Periksa PDF", "periksa.ask", (Act.LOOK,)),
        ("Tembusan", "tembusan.listing", (Act.LOOK,)),
        ("Templat", "pasangan.listing", (Act.LOOK,)),
        ("Informasi", "informasi.listing", (Act.LOOK,)),
        ("Daftar", "daftar.listing", (Act.LOOK,)),
        ("Putaran", "putaran.listing", (Act.LOOK,)),
        ("Edisi", "edisi.listing", (Act.LOOK,)),
        ("Dikecualikan", "dikecualikan.listing", (Act.SECRET,)),
        ("Arsip", "arsip.listing", (Act.LOOK,)),
    ),
    (
        ("Orang", "orang.listing", (Act.PEOPLE,)),
        ("Token program", "token.listing", (Act.PEOPLE,)),
        ("Webhook", "webhook.listing", (Act.PEOPLE,)),
        ("Instansi dan unit", "unit.listing", (Act.INSTANSI, Act.LOOK)),
        ("Kalender", "kalender.show", (Act.STATUS,)),
    ),
    (
        ("Jurnal", "jurnal.show", (Act.JOURNAL,)),
        ("Keadaan", "keadaan.show", (Act.STATUS,)),
        ("Gagal, perlu tindakan", "gagal.listing", (Act.WORK,)),
    ),
)

# What a page says after a redirect, by the word in its address.
KABAR = {
    "tas-diminta": "Tas arsip sedang disusun. Muat ulang halaman ini sebentar lagi.",
    "bahan": "Bahan tercatat di berkas ini.",
    "berkas-baru": "Berkas dibuka dan berdiri di langkah pertamanya.",
    "butir": "Butir ditambahkan.",
    "butir-butir": "Butir dalam daftar Anda sudah ditambahkan.",
    "butir-disalin": "Isian tersalin ke butir yang dipilih. Setiap salinan tercatat di jurnal.",
    "diputus": "Butir yang lembarnya lengkap sudah ditetapkan sesuai kesimpulan rapat.",
    "disetujui": "Persetujuan Anda atas pengecualian tercatat.",
    "persetujuan-ditarik": "Persetujuan ditarik. Butirnya kembali menjadi usulan.",
    "ditunda": "Berkas ditunda. Kedua jamnya berhenti sampai dilanjutkan.",
    "dilanjutkan": "Berkas dilanjutkan. Hari yang terhenti dikembalikan.",
    "batal": "Berkas dibatalkan. Semua yang sudah dibuat tetap tersimpan.",
    "dibuka": "Berkas dibuka kembali.",
    "unit-nihil": "Tercatat: tidak ada perubahan. Bagian unit ini selesai untuk putaran ini.",
    "tidak-ditunggu": "Unit ini tidak ditunggu lagi. Yang sudah dibuatnya tetap tersimpan.",
    "dikesampingkan": "Kelengkapan dikesampingkan; alasannya tercatat di jurnal.",
    "diminta-lagi": "Kelengkapan itu diminta lagi.",
    "diperpanjang": "Tenggat hukum diperpanjang.",
    "langkah": "Langkah selesai.",
    "pencarian-disimpan": "Pencarian disimpan.",
    "pencarian-dihapus": "Pencarian dihapus. Yang pernah ditemukannya tidak berubah.",
    "alamat-diperiksa": "Alamat yang tidak menjawab diperiksa lagi. Muat ulang sebentar lagi.",
    "dorong-lagi": "Semuanya dikirim lagi ke situs itu. Muat ulang sebentar lagi.",
    "edisi-dirancang": "Rancangan edisi disusun. Lanjutkan dengan naskah surat keputusannya.",
    "edisi-disusun": "Edisi disusun dan dibekukan; penetapannya sedang dicatat.",
    "edisi-diperbarui": "Daftar pada naskah sudah diperbarui. Pratinjaunya sedang disiapkan.",
    "edisi-batal": "Rancangan edisi dibatalkan.",
    "edisi-terbit": "Edisi diterbitkan. Publik membacanya begitu waktunya tiba.",
    "edisi-ditarik": "Edisi ditarik. Publik membaca alasannya di tempat yang sama.",
    "dikembalikan-langkah": "Berkas dikembalikan bersama alasannya.",
    "dipindah": "Berkas sudah dipindah ke unit itu.",
    "diserahkan": "Langkah diserahkan.",
    "komentar": "Komentar terkirim.",
    "komentar-ditarik": "Komentar ditarik.",
    "diikuti": "Anda mengikuti berkas ini.",
    "tidak-diikuti": "Anda tidak lagi mengikuti berkas ini.",
    "dititipkan": "Langkah dititipkan atas nama Anda, untuk langkah ini saja.",
    "diambil": "Langkah ini sekarang Anda kerjakan.",
    "rujukan": "Berkas rujukan terbuka.",
    "disimpan": "Perubahan tersimpan.",
    "jilid-diminta": "Jilidannya sedang disiapkan. Muat ulang halaman ini sebentar lagi.",
    "monev-diminta": "ZIP bukti sedang disusun. Muat ulang halaman ini sebentar lagi.",
    "bukti-dipilih": "Bukti dipilih.",
    "bukti-dilepas": "Bukti dilepas dari pertanyaan ini.",
    "informasi-diusulkan": "Informasi diusulkan dan mendapat kodenya.",
    "disposisi_dikirim": "Disposisi terkirim. Penerima melihatnya di beranda.",
    "disposisi_diterima": "Disposisi diterima.",
    "disposisi_selesai": "Disposisi ditandai selesai.",
    "sop-terbaca": "Tabel terbaca menjadi konsep. Bandingkan dengan tabelnya sebelum diberlakukan.",
    "sop-dibuka": "SOP dibuka sebagai konsep. Yang berlaku tidak berubah.",
    "sop-siap": "Konsep dinyatakan siap diberlakukan.",
    "sop-tidak-siap": "Pernyataan siap ditarik. Konsep tidak tampil lagi di beranda siapa pun.",
    "sop-dicabut": "SOP dicabut. Berkas yang berjalan tetap mengikutinya sampai selesai.",
    "sop-dibuang": "Konsep dibuang. SOP yang berlaku tidak berubah.",
    "sop-berlaku": "SOP berlaku. Berkas yang dibuka sesudah ini mengikutinya.",
    "templat-diterima": "File diterima sebagai konsep. Contoh cetakannya sedang dibuat.",
    "templat-dicetak-lagi": "Contoh cetakannya dibuat lagi.",
    "templat-siap": "Konsep templat dinyatakan siap diberlakukan.",
    "templat-tidak-siap": "Pernyataan siap ditarik. Konsep tidak tampil di beranda siapa pun.",
    "templat-dibuang": "Konsep dibuang. Templat yang berlaku tidak berubah.",
    "templat-berlaku": "Templat berlaku. Naskah yang belum disetujui dicetak ulang dengannya.",
    "templat-kembali": "Versi terdahulu berlaku lagi. Naskah yang belum disetujui dicetak ulang.",
    "templat-dicabut": "Templat dicabut. Naskah yang sudah disetujui tidak berubah.",
    "terkirim": "Kiriman diterima dan tersimpan aman. Nomor agenda dan hasil pemeriksaan tiap file "
    "tampil di halaman ini.",
    "bernomor": "Nomor diberikan dan tercatat di register.",
    "peran": "Peran diberikan.",
    "webhook-dicabut": "Webhook dicabut. Tidak ada lagi yang dikirim ke sana.",
    "webhook-ulang": "Yang tidak terkirim dikirim lagi. Muat ulang sebentar lagi.",
    "kabar-ulang": "Kabar ini dikirim lagi. Muat ulang sebentar lagi.",
    "token-dicabut": "Token dicabut. Program yang memakainya tidak dapat masuk lagi.",
    "dicabut": "Peran dicabut dan tidak berlaku lagi.",
    "delegasi": "Delegasi tercatat dan berlaku pada masanya.",
    "nonaktif": "Akun dinonaktifkan. Orang ini tidak dapat masuk lagi.",
    "surel": "Alamat dan pilihan surel tersimpan.",
    "sandi": "Sandi baru berlaku. Sesi Anda di perangkat lain sudah diakhiri.",
    "contoh-diminta": "Rumah contoh sedang disusun. Kantor Anda sendiri tidak disentuh.",
    "contoh-dihapus": "Rumah contoh sedang dihapus.",
    "selamat": "Sandi tersimpan dan Anda sudah masuk.",
    "keluar": "Anda sudah keluar.",
    "masukan-diusulkan": "Masukan menjadi butir usulan berkas ini.",
    "masukan-disisihkan": "Masukan disisihkan; alasannya tersimpan di riwayat berkas ini.",
    "masukan-direkap": "Rekap masukan publik tercatat di berkas ini.",
    "waktu-diperpanjang": "Waktu jawaban diperpanjang; pemohon melihatnya di halaman pelacakan.",
    "ditutup": "Permohonan ditutup tanpa jawaban.",
    "dibuka-kembali": "Permohonan dibuka kembali. Waktu jawabannya tidak berubah.",
    "sengketa": "Sengketa tercatat dengan tenggatnya.",
    "rapat-diundang": "Undangan ditetapkan. Lembarnya siap dicetak.",
    "rapat-hasil": "Hasil rapat ditetapkan. Notulanya siap dicetak.",
    "rapat-lagi": "Rapat berikutnya disiapkan. Isi hari dan jamnya.",
    "siap": "Instansi siap dipakai dan kotak masuknya sudah dibuat.",
    "dikembalikan": "File dipindahkan ke folder tunggu/dikembalikan bersama alasannya.",
    "dicoba": "File dipindahkan ke folder unitnya dan diambil dalam beberapa detik.",
    "coba": "Pekerjaan dijadwalkan lagi.",
    "ditetapkan": "Kiriman ditetapkan.",
    "disisihkan": "Kiriman disisihkan; alasannya tersimpan bersamanya.",
    "dirahasiakan": "Kiriman ditandai rahasia dan pindah ke buku agenda rahasia.",
    "ditempatkan": "Kiriman ditempatkan di unitnya dan sedang diperiksa.",
    "diperiksa_ulang": "Kiriman sedang diperiksa ulang.",
    "dinomori": "Nomor pendaftaran diberikan.",
    "diajarkan": "Aturan tersimpan dan berlaku untuk kiriman berikutnya.",
    "aturan_dicabut": "Aturan dicabut dan tidak berlaku lagi.",
    "naskah-ajukan": "Naskah diajukan. Selama diajukan isinya tidak dapat diubah.",
    "naskah-paraf": "Paraf Anda tercatat.",
    "naskah-setujui": "Naskah disetujui. Cetakan akhirnya sedang disusun.",
    "naskah-kembalikan": "Naskah dikembalikan bersama alasannya. Nomornya tetap.",
    "naskah-batalkan": "Naskah dibatalkan. Isinya tetap tersimpan.",
    "naskah-lihat": "Isian lengkap dan tersimpan. Lihat pratinjaunya, lalu tekan Ajukan.",
    "naskah-simpan": "Isian tersimpan. Pratinjaunya sedang disiapkan.",
    "naskah-ttd": "Tanda tangan Anda terbubuh pada naskah ini.",
    "tinta-diserahkan": "Tercatat: naskah cetak ada pada yang menandatangani.",
    "tinta-kembali": "Tercatat: kertasnya kembali. Pindai semua halamannya.",
    "kembali-terima": "File diterima sebagai naskah bertanda tangan, bersama alasan Anda.",
    "sesat-pasang": "File dipasangkan dengan naskah itu dan sedang diperiksa.",
    "sesat-sisih": "File disisihkan bersama alasan Anda; filenya tetap tersimpan.",
    "kembali-tolak": "File ditolak bersama alasan Anda. Naskahnya tetap menunggu tanda tangan.",
    "sertifikat-bsre": "Sertifikat BSrE tersimpan. Passphrase-nya tidak disimpan.",
    "kode-ttd": "Kode sekali pakai dikirim BSrE kepada Anda. Ketik kode itu di bawah.",
    "periksa-ttd": "Tercatat. Naskah ini sudah ditandatangani.",
    "periksa-ttd-simpan": "File tersimpan, tetapi belum diterima. Baca yang ditemukan.",
    "periksa-ttd-nihil": "Tercatat. Tempat tanda tangannya kosong lagi dan dapat ditandatangani.",
    "sertifikat-tambah": "Sertifikat tersimpan. Frasa sandinya tidak disimpan.",
    "sertifikat-token": "Token dikenal. PIN-nya tidak disimpan.",
    "sertifikat-lepas": "Sertifikat dilepas dari akun Anda.",
    "naskah-baru": "Konsep naskah dibuat. Lengkapi isiannya, lalu ajukan.",
    "templat-diperbaiki": "Tanda yang terpecah sudah disambung. Periksa hasilnya di bawah ini.",
    "nomor-batal": "Nomor dibatalkan. Barisnya tetap di buku dengan alasannya.",
    "nomor-pesan": "Nomor dipesan. Yang tidak dipakai sampai batas waktunya menjadi batal.",
    "nomor-pakai": "Nomor pesanan sudah dipakai untuk surat itu.",
    "nomor-sisip": "Nomor sisipan tercatat.",
    "nomor-setuju": "Nomor sisipan disetujui.",
    "nomor-luar": "Nomor dari luar tercatat di samping buku.",
    "nomor-tetap": "Nomor ditetapkan dan tidak lagi sementara.",
    "nomor-luar-batal": "Catatan nomor dari luar dibatalkan. Barisnya tetap dengan alasannya.",
    "nomor-salin": "Buku lama tersalin. Nomor berikutnya melanjutkan nomor terakhirnya.",
    "dikecualikan-diusulkan": "Usulan pengecualian tercatat; hanya terbaca yang berwenang.",
    "dikecualikan-diterapkan": "Hasil uji diterapkan menurut surat keputusannya.",
    "dikecualikan-diuji": "Informasi menjadi butir berkas uji itu.",
    "dikecualikan-keluar": "Pengecualian batal. Informasinya kembali menjadi usulan biasa.",
    "dikecualikan-aman": "Ringkasan untuk umum tersimpan dan dinyatakan aman.",
    "dikecualikan-ditinjau": "Tinjauan tercatat. Peristiwanya ditanyakan lagi kemudian.",
    "dikecualikan-diminta": "Keputusan Anda tercatat. Orang kedua perlu menyetujuinya.",
    "dikecualikan-dipastikan": "File dan kategori dipastikan untuk rancangan DIP berikutnya.",
    "dikecualikan-salinan": "Salinan terbuka diusulkan sebagai baris DIP.",
    "dikecualikan-setuju": "Pembukaan disetujui. Pastikan file yang diumumkan.",
    "dikecualikan-tolak": "Pembukaan tidak disetujui. Informasinya tetap dikecualikan.",
    "abai": "Pekerjaan diabaikan; alasannya tercatat di jurnal.",
}


def faced(app: Flask) -> None:
    """Hand `muka` to every template."""
    app.context_processor(lambda: {"muka": muka()})


def muka() -> Muka:
    """The frame of this page; bare where the ledger cannot be asked."""
    hadir: Hadir | None = g.get("hadir")
    try:
        names = at_work()
    except (Unavailable, Refusal):
        names = []
    if hadir is None:
        return Muka(
            instansi=_name(names, ()), csrf=csrf_for_page(), kabar=_kabar(), contoh=_contoh()
        )
    return Muka(
        instansi=_name(names, hadir.instansi),
        rupa=_rupa(names, hadir.instansi),
        menu=tuple(_menu(hadir)),
        orang=hadir.orang.nama,
        peran=peran_of(hadir),
        akun=url_for("akun.show"),
        keluar=url_for("masuk.leave"),
        unggah=url_for("unggah.show") if hadir.may(Act.RECEIVE) else "",
        csrf=hadir.csrf,
        kabar=(*_kabar(), *kenangan.notice()),
        contoh=_contoh(),
        pintu=url_for("pintu_contoh.show", pintu=house().samples.kunci) if _contoh() else "",
    )


def _contoh() -> bool:
    return bool(house().samples.kunci)


def peran_of(hadir: Hadir) -> str:
    """What the person is here, in one line."""
    return ", ".join(dict.fromkeys(PERAN[one.peran] for one in hadir.peran))


def _name(names: list[Setelan], mine: tuple[str, ...]) -> str:
    one = _only(names, mine)
    return one.nama if one else ""


def _rupa(names: list[Setelan], mine: tuple[str, ...]) -> str:
    one = _only(names, mine)
    return url_for("rupa.sheet_of", kode=one.id) if one else ""


def _only(names: list[Setelan], mine: tuple[str, ...]) -> Setelan | None:
    """The one instansi a page is about; none where a person serves several."""
    found = [one for one in names if one.id in mine] or names
    return found[0] if len(found) == 1 else None


def _menu(hadir: Hadir) -> list[Menu]:
    here, lines = _at(), []
    for n, group in enumerate(MENU):
        mine = [one for one in group if _offered(hadir, one[1], one[2])]
        lines += [
            Menu(words, url_for(at), di_sini=at == here, awal=bool(n) and not m)
            for m, (words, at, _) in enumerate(mine)
        ]
    return lines


def _at() -> str:
    """The one line of the menu that a page is of: `nomor_tindak` is of "Buku nomor", and `meja_ttd`
    of "Tanda tangan", not of "Meja"."""
    page = request.blueprint or ""
    lines = [at for group in MENU for _, at, _ in group if _within(page, at.split(".")[0])]
    return max(lines, key=len, default="")


def _within(page: str, room: str) -> bool:
    return page == room or page.startswith(f"{room}_")


def _offered(hadir: Hadir, endpoint: str, acts: tuple[Act, ...]) -> bool:
    return endpoint in current_app.view_functions and any(_may(hadir, act) for act in acts)


def _may(hadir: Hadir, act: Act) -> bool:
    """Somewhere; failed work belongs to the whole house, a journal to a whole instansi."""
    if act is Act.WORK:
        return hadir.may(act, RUMAH)
    if act is Act.JOURNAL:
        return any(hadir.may(act, one) for one in (*hadir.instansi, RUMAH))
    return hadir.may(act)


def _kabar() -> tuple[Pemberitahuan, ...]:
    kata = KABAR.get(request.args.get("kabar", ""))
    return (Pemberitahuan(kata, "baik"),) if kata else ()


def nama_instansi(kode: str) -> str:
    """What a page calls an instansi."""
    names = {one.id: one.nama for one in at_work()}
    return "Rumah Berkas ini" if kode == RUMAH else names.get(kode, kode)
