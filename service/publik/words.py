"""What the public is told when something cannot be done."""

from __future__ import annotations

KEDALUWARSA = (
    "Formulir belum disimpan, karena halaman ini terlalu lama terbuka atau dikirim dari tempat "
    "lain. Isian Anda masih ada; periksa lalu kirim sekali lagi."
)
GANGGUAN = (
    "Formulir belum disimpan, karena tampak diisi oleh program. "
    "Isian Anda masih ada; kirim sekali lagi."
)
TERLALU_SERING = (
    "Formulir belum disimpan, karena terlalu banyak formulir datang dari jaringan Anda. "
    "Isian Anda masih ada; tunggu sepuluh menit lalu kirim sekali lagi."
)
RAMAI = (
    "Formulir belum disimpan, karena saat ini terlalu banyak formulir datang sekaligus. "
    "Isian Anda masih ada; tunggu sepuluh menit lalu kirim sekali lagi."
)
BELUM_DIBUKA = (
    "Formulirnya belum tersedia di sini, karena badan publik yang melayaninya belum selesai "
    "disiapkan. Tidak ada yang dapat dikirim dari halaman ini."
)
KE_MEJA = "Sampaikan {} Anda langsung ke meja layanan informasi, atau buka lagi halaman ini nanti."
BELUM_DISIMPAN = (
    "Formulir ini belum disimpan, karena badan publik yang melayaninya belum selesai disiapkan. "
    "Coba kirim lagi nanti, atau sampaikan langsung ke meja layanan informasi."
)
TERLALU_BANYAK_TANYA = (
    "Dari jaringan Anda terlalu banyak kode yang tidak dikenal dicoba. Tidak ada yang berubah."
)
PENUH = (
    "Formulir belum dapat disimpan karena gangguan pada server kami. Isian Anda masih ada; "
    "coba kirim lagi nanti, atau sampaikan langsung ke meja layanan informasi."
)
# judul, what happened, what to do; by the code of the answer
GALAT = {
    400: (
        "Permintaan tidak terbaca",
        "Peramban mengirim permintaan yang tidak dapat kami baca. Tidak ada yang disimpan.",
        "Kembali ke halaman sebelumnya dan coba sekali lagi.",
    ),
    404: (
        "Halaman tidak ditemukan",
        "Tidak ada halaman di alamat ini.",
        "Periksa alamatnya, atau mulai dari beranda.",
    ),
    405: (
        "Cara meminta tidak dikenal",
        "Halaman ini tidak menerima permintaan dengan cara itu. Tidak ada yang disimpan.",
        "Buka halaman ini dari menu.",
    ),
    413: (
        "Isian terlalu panjang",
        "Isian atau lampirannya melampaui batas yang dapat diterima, maka tidak ada yang disimpan.",
        "Kembali ke formulir dengan tombol kembali, lalu persingkat isian atau kecilkan file.",
    ),
    429: (
        "Terlalu sering",
        "Terlalu banyak formulir berlampiran datang dari jaringan Anda. Tidak ada yang disimpan.",
        "Kembali ke formulir dengan tombol kembali, tunggu sepuluh menit, lalu kirim lagi.",
    ),
    500: (
        "Ada gangguan pada server kami",
        "Halaman ini tidak dapat ditampilkan. Tidak ada yang berubah.",
        "Coba lagi beberapa saat lagi, atau datangi meja layanan informasi.",
    ),
    503: (
        "Sedang tidak dapat dilayani",
        "Halaman ini untuk sementara tidak dapat ditampilkan. Tidak ada yang berubah.",
        "Coba lagi beberapa saat lagi, atau datangi meja layanan informasi.",
    ),
}
