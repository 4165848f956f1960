extension Language {
    static let polish = Language(
        name: "Polish",
        greetings: """
            cześć, dzień dobry, dobry wieczór, hej, witam, witaj, witajcie, siema, szanowni, szanowny, drogi, droga
            """,
        addressees: "wszystkim, wszyscy, zespół, zespole, ludzie, państwo, koledzy, wam, kochani, panie, pani",
        openings: """
            proszę, proszę o, bardzo proszę, czy możesz, czy mógłbyś, czy mogłabyś, czy możecie, czy moglibyście,
            czy może pan, czy może pani, czy mógłby pan, możesz, mógłbyś, mogłabyś, możecie, moglibyście,
            czy ktoś może, czy ktoś mógłby, czy dałoby się, czy da się, trzeba, należy, musimy, chcę, chciałbym,
            chciałabym, chcielibyśmy, czy moglibyśmy, pomóż mi, uprzejmie proszę o
            """,
        keepsOpening: "żeby, aby, że",
        fillers: """
            przy okazji, poza tym, dodatkowo, pytanie, szybkie pytanie, mam pytanie, jeszcze jedno, więc, a więc
            """,
        acknowledgements: "super, świetnie, dobrze, ok super, doskonale, w porządku, tak",
        closings: """
            dziękuję, dzięki, dzięki wielkie, bardzo dziękuję, z góry dziękuję, z góry dzięki, pozdrawiam,
            pozdrowienia, z poważaniem, miłego dnia, miłego weekendu, mam nadzieję, przepraszam, jak się masz,
            co słychać
            """,
        politeness: """
            proszę, dziękuję, dzięki, z góry dziękuję, z góry dzięki, dziękuję z góry, pozdrawiam, jeśli to możliwe,
            jak możesz
            """,
        requestEndings: "dla mnie, dla nas",
        subjectHeaders: "temat, tytuł, dotyczy, podsumowanie",
        otherHeaders: "od, do, dw, udw, data, wysłano, wysłane, priorytet, status, nadawca, odbiorca",
        mailPrefixes: "odp, pd, przek",
        quotationLines: "w dniu … napisał, dnia … napisał",
        requestLabels: """
            zadanie, zadania, problem, opis, opis problemu, opis błędu, opisz problem, cel, prośba, podsumowanie,
            błąd, co się stało, co się dzieje, obecne zachowanie, aktualne zachowanie, proponowane rozwiązanie,
            pytanie, sugestia
            """,
        backgroundLabels: """
            kontekst, środowisko, wersja, kroki, kroki do odtworzenia, kroki reprodukcji, odtworzenia, reprodukcja,
            oczekiwane zachowanie, oczekiwany wynik, oczekiwane, dlaczego, uwagi, kryteria akceptacji, ograniczenia,
            alternatywy, system, przeglądarka, zrzuty ekranu, dodatkowe informacje
            """,
        emptyAnswers: "tak, nie, brak, nic, żadne, nie dotyczy, nie wiem, nieznane, bez odpowiedzi",
        questions: """
            dlaczego, czemu, jak, gdzie, kiedy, który, która, które, jaki, jaka, jakie, kto, ile, co to, po co
            """,
        failures: """
            błąd, błędy, błędna, błędny, błędne, nie działa, nie działają, zepsuty, zepsuta, zawiesza, wolno, wolny,
            powolny, awaria, crashuje, źle, zły, zła, brakuje, brak, znika, pusty, pusta, podwójnie, nie
            """,
        pointing: """
            to, tego, temu, tym, tę, ten, ta, te, się, na, napraw, naprawić, naprawcie, popraw, poprawić, sprawdź,
            sprawdzić, sprawdzenie, pilne, pilnie, zobacz, zobaczyć, spójrz, spojrzeć, rzuć, rzucić, okiem, rozwiąż,
            rozwiązać, zajmij, zająć, pomóż, pomóc, pomoc, dziś, dzisiaj, jutro, teraz, szybko, zrób, zrobić, dalej,
            kontynuuj, tutaj, tu, poniżej, następujące, mi, nam, jeszcze, możesz, możecie, czy
            """,
        marks: "jest, nie, się, na, do, że, przez, dla, oraz, lub, gdy, kiedy, po, ze, są, jako, przy, od, za",
        articles: .none
    )
}
