extension Language {
    static let turkish = Language(
        name: "Turkish",
        greetings: """
            merhaba, merhabalar, selam, selamlar, günaydın, iyi günler, iyi akşamlar, iyi çalışmalar, kolay gelsin,
            sayın, sevgili, değerli
            """,
        addressees: "herkese, arkadaşlar, ekip, millet, hocam, size, sizlere, tekrar, hepinize",
        openings: "lütfen, rica etsem, zahmet olmazsa, mümkünse, senden ricam, sizden ricam, rica ediyorum",
        keepsOpening: "mi, mı, mu, mü",
        fillers: "bu arada, ayrıca, bir soru, kısa bir soru, bir sorum var, yani, bir de, son olarak",
        acknowledgements: "harika, süper, tamam, güzel, mükemmel, çok iyi, peki, evet",
        closings: """
            teşekkürler, teşekkür ederim, çok teşekkürler, şimdiden teşekkürler, sağ ol, sağ olun, sağolun,
            saygılar, saygılarımla, iyi günler dilerim, iyi çalışmalar dilerim, kolay gelsin, iyi hafta sonları,
            umarım, kusura bakma, özür dilerim, nasılsın, nasılsınız
            """,
        politeness: """
            lütfen, teşekkürler, teşekkür ederim, şimdiden teşekkürler, sağ ol, sağolun, mümkünse, rica ederim,
            saygılarımla
            """,
        requestEndings: "benim için, bizim için",
        subjectHeaders: "konu, başlık, özet",
        otherHeaders: """
            kimden, kime, bilgi, gizli, tarih, gönderildi, gönderme tarihi, öncelik, durum, gönderen, alıcı
            """,
        mailPrefixes: "ynt, ilt, yan",
        quotationLines: "… şunu yazdı, … yazdı",
        requestLabels: """
            görev, görevler, sorun, problem, açıklama, sorun açıklaması, sorunu açıklayın, hata açıklaması, hedef,
            amaç, talep, istek, özet, hata, ne oldu, ne oluyor, mevcut davranış, önerilen çözüm, soru, öneri
            """,
        backgroundLabels: """
            bağlam, ortam, sürüm, adımlar, yeniden üretme adımları, tekrar adımları, üretme, beklenen davranış,
            beklenen sonuç, beklenen, neden, notlar, kabul kriterleri, kısıtlar, alternatifler, sistem, tarayıcı,
            ekran görüntüleri, ek bilgi, arka plan
            """,
        emptyAnswers: "evet, hayır, yok, hiçbiri, hiç, bilmiyorum, bilinmiyor, geçerli değil, cevap yok",
        questions: "neden, niye, nasıl, nerede, hangi, hangisi, kaç, ne zaman, nereye, niçin",
        failures: """
            hata, hatası, hatalı, çalışmıyor, bozuk, bozuldu, çöküyor, donuyor, takılıyor, yavaş, başarısız, yanlış,
            eksik, kayboluyor, boş, siliniyor, açılmıyor, görünmüyor, yüklenmiyor, olmuyor, gelmiyor
            """,
        pointing: """
            bu, bunu, buna, şu, şunu, şuna, o, onu, ona, bak, bakın, bakar, bakabilir, bakabilirmisin, misin, mısın,
            misiniz, mısınız, kontrol, et, edin, eder, edebilir, incele, inceleyin, düzelt, düzeltin, düzeltir,
            düzeltebilir, çöz, çözün, çözer, onar, yardım, bugün, yarın, şimdi, hemen, acil, acilen, yap, yapın,
            devam, burada, aşağıda, aşağıdaki, bana, bize, bir, göz, at, atar, atın, atabilir, halledin, hallet
            """,
        marks: """
            ve, bir, bu, için, ile, de, da, değil, olarak, gibi, daha, sonra, ama, veya, çok, var, yok, ne, her
            """,
        articles: .none
    )
}
