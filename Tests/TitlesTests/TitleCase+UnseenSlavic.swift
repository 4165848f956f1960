extension TitleCase {
    /// Polish, Czech, Russian and Ukrainian.
    static let unseenSlavic: [TitleCase] = [
        .init("Cześć, czy możesz dodać eksport do PDF? Z góry dziękuję!", "Dodać eksport do PDF"),
        .init(
            """
            Od: sklep@example.pl
            Temat: Odp: Błędna waluta w koszyku

            Dzień dobry,
            proszę o pilne sprawdzenie.

            Pozdrawiam
            """,
            "Błędna waluta w koszyku"
        ),
        .init(
            """
            Synchronizacja kalendarza z telefonem

            Lekarze chcą widzieć wizyty w swoim kalendarzu. Użyj CalDAV. Odstęp powinien być konfigurowalny.
            """,
            "Synchronizacja kalendarza z telefonem"
        ),
        .init(
            "Proszę, zmień kolor przycisku na zielony i przesuń go pod listę produktów w koszyku.",
            "Zmień kolor przycisku na zielony i przesuń go pod listę…"
        ),
        .init(
            "Dobrý den, mohli byste prosím přidat hledání do seznamu smluv? Děkuji.",
            "Přidat hledání do seznamu smluv"
        ),
        .init(
            """
            Od: sklad@example.cz
            Předmět: Re: Nefunguje tisk štítků

            Ahoj,
            pořád to samé. Můžete se na to podívat?
            """,
            "Nefunguje tisk štítků"
        ),
        .init(
            """
            Záloha databáze každou noc

            Teď zálohujeme ručně. Prosím použij pg_dump a ulož výsledek do S3.
            """,
            "Záloha databáze každou noc"
        ),
        .init("Prosím, aktualizuj závislosti v package.json.", "Aktualizuj závislosti v package.json"),
        .init(
            "Здравствуйте! Не могли бы вы добавить фильтр по дате в список заказов? Заранее спасибо.",
            "Добавить фильтр по дате в список заказов"
        ),
        .init(
            """
            От: support@example.ru
            Тема: Fwd: Не приходят письма с кодом

            Коллеги, посмотрите, пожалуйста.
            """,
            "Не приходят письма с кодом"
        ),
        .init(
            """
            2026-02-03 12:00:04 ERROR queue: broker unreachable
            2026-02-03 12:00:09 ERROR queue: broker unreachable

            Сделай переподключение к брокеру с растущей паузой.
            """,
            "Сделай переподключение к брокеру с растущей паузой"
        ),
        .init(
            "Посмотри, пожалуйста. Счётчик воды показывает отрицательные значения.",
            "Счётчик воды показывает отрицательные значения"
        ),
        .init("Привіт! Чи можеш додати переклад сторінки оплати? Дякую!", "Додати переклад сторінки оплати"),
        .init(
            """
            Від: shop@example.ua
            Тема: Re: Мапа не відкривається на планшеті

            Доброго дня,
            проблема повторилася. Гляньте, будь ласка.
            """,
            "Мапа не відкривається на планшеті"
        ),
        .init(
            """
            Журнал змін для адміністраторів

            Треба бачити, хто і коли змінив права. Зберігати записи один рік.
            """,
            "Журнал змін для адміністраторів"
        ),
        .init("Будь ласка, онови залежності в go.mod.", "Онови залежності в go.mod"),
    ]
}
