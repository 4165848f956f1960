extension Language {
    static let hungarian = Language(
        name: "Hungarian",
        greetings: """
            szia, sziasztok, helló, hello, jó napot, jó napot kívánok, jó reggelt, jó estét, üdv, üdvözlöm,
            szervusz, tisztelt, kedves, hali
            """,
        addressees: """
            mindenki, mindenkinek, csapat, srácok, emberek, kollégák, uram, hölgyem, címzett, cím, mindannyian
            """,
        openings: """
            kérlek, kérlek szépen, kérem, kérjük, légy szíves, légyszi, lécci, legyen szíves, legyetek szívesek,
            legyél szíves, megtennéd hogy, kérném
            """,
        keepsOpening: "hogy, segíts nekem",
        fillers: """
            egyébként, továbbá, amúgy, egy kérdés, gyors kérdés, lenne egy kérdésem, szóval, még valami, ezenkívül
            """,
        acknowledgements: "szuper, rendben, oké, tökéletes, nagyszerű, remek, igen",
        closings: """
            köszönöm, köszi, köszi szépen, köszönöm szépen, előre is köszönöm, előre is köszi, köszönettel,
            üdvözlettel, üdv, szép napot, szép hétvégét, tisztelettel, remélem, elnézést, bocsánat, hogy vagy
            """,
        politeness: """
            kérlek, köszönöm, köszi, előre is köszönöm, előre is köszi, köszönettel, légyszi, ha lehet, üdvözlettel
            """,
        requestEndings: "nekem, nekünk",
        subjectHeaders: "tárgy, cím, összefoglaló, téma",
        otherHeaders: """
            feladó, címzett, másolatot kap, másolat, titkos másolat, dátum, elküldve, prioritás, állapot
            """,
        mailPrefixes: "vá, továbbítás, vs",
        quotationLines: "… ezt írta",
        requestLabels: """
            feladat, feladatok, probléma, leírás, a probléma leírása, hibaleírás, hiba leírása, cél, kérés,
            összefoglaló, hiba, mi történt, mi történik, jelenlegi viselkedés, tényleges viselkedés,
            javasolt megoldás, kérdés, javaslat
            """,
        backgroundLabels: """
            háttér, környezet, verzió, lépések, a reprodukálás lépései, reprodukálás, reprodukció,
            elvárt viselkedés, várt viselkedés, elvárt, várt, miért, megjegyzések, elfogadási feltételek, korlátok,
            alternatívák, rendszer, böngésző, képernyőképek, további információ
            """,
        emptyAnswers: "igen, nem, nincs, semmi, nem tudom, ismeretlen, nem alkalmazható, nincs válasz",
        questions: "miért, hogyan, hol, mikor, melyik, milyen, ki, mennyi, hány, mi az, hová, mire",
        failures: """
            hiba, hibás, hibák, nem működik, nem működnek, elromlott, összeomlik, lefagy, lassú, lassan, rossz,
            hiányzik, hiányoznak, eltűnik, üres, kiürül, duplán, sikertelen, nem, nincs
            """,
        pointing: """
            ez, ezt, az, azt, ezen, erre, arra, meg, nézd, nézni, nézné, néznéd, nézzétek, nézze, tudnád, tudnátok,
            tudná, javítsd, javítani, ellenőrizd, ellenőrizni, oldd, megoldani, segíts, segíteni, segítség, ma, még,
            holnap, most, gyorsan, sürgős, csináld, csinálni, tovább, folytasd, itt, alább, következő, egy,
            pillantást, vess, nekem, rá
            """,
        marks: "az, egy, és, nem, hogy, ha, van, meg, is, után, között, szerint, kell, ezt, amikor, csak, vagy",
        articles: .kept
    )
}
