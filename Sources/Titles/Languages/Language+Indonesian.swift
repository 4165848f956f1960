extension Language {
    static let indonesian = Language(
        name: "Indonesian",
        greetings: """
            halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, assalamualaikum, permisi, salam,
            yth, kepada yth, dear, apa kabar
            """,
        addressees: """
            semua, semuanya, tim, teman-teman, rekan-rekan, rekan, kak, pak, bu, mas, mbak, bapak, ibu, gan
            """,
        openings: """
            tolong, mohon, silakan, harap, bisakah, bisakah anda, bisakah kamu, bisa tolong, bisa anda, bisa kamu,
            bisa bantu, dapatkah anda, dapatkah kamu, dapatkah, apakah anda bisa, apakah kamu bisa, apakah bisa,
            maukah anda, maukah kamu, bantu saya, bantu, saya ingin, saya mau, kami ingin, saya perlu, kami perlu,
            kita perlu, kita harus, minta tolong, bolehkah
            """,
        keepsOpening: "agar, supaya, bahwa, untuk",
        fillers: """
            omong-omong, selain itu, juga, satu pertanyaan, pertanyaan, pertanyaan singkat, mau tanya, jadi, oh ya,
            lalu
            """,
        acknowledgements: "bagus, oke, baik, mantap, sip, sempurna, hebat",
        closings: """
            terima kasih, terima kasih banyak, terimakasih, makasih, terima kasih sebelumnya, trims, hormat saya,
            salam hormat, salam, semoga, maaf, mohon maaf, selamat bekerja, semoga harimu
            """,
        politeness: """
            terima kasih, terimakasih, makasih, terima kasih sebelumnya, terima kasih banyak, ya, dong, tolong,
            trims, jika memungkinkan, kalau bisa, kalau sempat
            """,
        requestEndings: "untuk saya, buat saya, untuk kami",
        subjectHeaders: "subjek, perihal, judul, ringkasan, hal",
        otherHeaders: """
            dari, kepada, untuk, tembusan, tanggal, dikirim, terkirim, prioritas, status, pengirim, penerima
            """,
        mailPrefixes: "bls, trs, balas, fw",
        quotationLines: "pada … menulis",
        requestLabels: """
            tugas, masalah, deskripsi, deskripsi masalah, jelaskan masalah, uraian masalah, tujuan, permintaan,
            ringkasan, kesalahan, apa yang terjadi, perilaku saat ini, solusi yang diusulkan, pertanyaan, saran,
            usulan
            """,
        backgroundLabels: """
            konteks, latar belakang, lingkungan, versi, langkah, langkah-langkah, langkah reproduksi,
            langkah untuk mereproduksi, reproduksi, mereproduksi, perilaku yang diharapkan, hasil yang diharapkan,
            diharapkan, mengapa, kenapa, catatan, kriteria penerimaan, batasan, alternatif, sistem operasi,
            peramban, tangkapan layar, informasi tambahan
            """,
        emptyAnswers: "ya, tidak, tidak ada, nihil, tidak tahu, tidak berlaku, belum, sudah",
        questions: "mengapa, kenapa, bagaimana, di mana, dimana, kapan, yang mana, siapa, berapa, apa itu, apakah",
        failures: """
            kesalahan, galat, gagal, tidak berfungsi, tidak bisa, tidak jalan, rusak, macet, lambat, lemot, salah,
            hilang, kosong, ganda, tidak
            """,
        pointing: """
            ini, itu, nya, tersebut, lihat, dilihat, cek, dicek, periksa, diperiksa, perbaiki, diperbaiki, benahi,
            selesaikan, bantu, bantuan, hari, hari ini, besok, sekarang, segera, cepat, mendesak, kerjakan, lakukan,
            lanjutkan, lanjut, di sini, di, sini, bawah, berikut, saya, kami, kita, dulu, coba, ditindaklanjuti
            """,
        marks: "yang, dan, di, ke, dari, untuk, dengan, pada, ini, itu, tidak, saat, jika, atau, akan, dalam, agar",
        articles: .none
    )
}
