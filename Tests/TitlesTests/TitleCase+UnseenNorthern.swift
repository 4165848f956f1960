extension TitleCase {
    /// German, Dutch, Swedish, Finnish and Hungarian.
    static let unseenNorthern: [TitleCase] = [
        .init(
            "Hallo zusammen, könntet ihr bitte den Warenkorb auch ohne Anmeldung speichern? Vielen Dank!",
            "Den Warenkorb auch ohne Anmeldung speichern"
        ),
        .init(
            """
            Sprachausgabe für Fahrplanauskunft

            Blinde Fahrgäste sollen sich die nächsten Abfahrten vorlesen lassen. Bitte die Web Speech API benutzen.
            """,
            "Sprachausgabe für Fahrplanauskunft"
        ),
        .init(
            """
            Von: Buchhaltung <buchhaltung@example.de>
            An: Entwicklung <dev@example.de>
            Betreff: AW: Rechnungen ohne Umsatzsteuer-ID

            Guten Morgen,

            könnt ihr euch das heute noch ansehen?

            Viele Grüße
            """,
            "Rechnungen ohne Umsatzsteuer-ID"
        ),
        .init(
            "Bitte mal ansehen. Der Lüfter läuft nach dem Firmware-Update dauernd.",
            "Der Lüfter läuft nach dem Firmware-Update dauernd"
        ),
        .init(
            "@app/Kasse.kt Schreibe Tests für das Runden der Beträge auf fünf Rappen.",
            "Schreibe Tests für das Runden der Beträge auf fünf Rappen"
        ),
        .init("Goedemorgen, kun je alsjeblieft de logregels inkorten? Alvast bedankt!", "De logregels inkorten"),
        .init(
            """
            Onderwerp: Etiketten worden scheef afgedrukt
            Van: magazijn@example.nl

            Beste collega's,

            sinds gisteren zitten de barcodes half buiten het papier. Kunnen jullie dit bekijken?
            """,
            "Etiketten worden scheef afgedrukt"
        ),
        .init(
            """
            Roosterwijzigingen in leraarportaal

            Docenten zien een wijziging nu pas de volgende dag. Stuur meteen een melding. De tekst moet \
            instelbaar zijn.
            """,
            "Roosterwijzigingen in leraarportaal"
        ),
        .init("Hej, kan du lägga till en sökruta i menyn? Tack på förhand!", "Lägga till en sökruta i menyn"),
        .init(
            """
            Från: butiken@example.se
            Ämne: SV: Fel moms på kvittot

            Hej igen,
            det gäller bara böcker. Kan ni titta på det?
            """,
            "Fel moms på kvittot"
        ),
        .init(
            """
            Karta över lediga laddstolpar

            Hämta data var femte minut från leverantörens API. Visa också priset.
            """,
            "Karta över lediga laddstolpar"
        ),
        .init("Hei, voisitko lisätä testit maksumoduulille? Kiitos!", "Lisätä testit maksumoduulille"),
        .init(
            """
            Lähettäjä: tuki@example.fi
            Aihe: Kirjautuminen epäonnistuu Edgessä

            Hei,
            asiakas saa tyhjän sivun. Voitteko katsoa?
            """,
            "Kirjautuminen epäonnistuu Edgessä"
        ),
        .init(
            """
            Lämpötilahälytykset kasvihuoneeseen

            Anturit lähettävät jo arvot. Lähetä tekstiviesti, kun raja ylittyy.
            """,
            "Lämpötilahälytykset kasvihuoneeseen"
        ),
        .init("Moi! Päivitä README uusilla asennusohjeilla.", "Päivitä README uusilla asennusohjeilla"),
        .init(
            "Szia! Kérlek, javítsd ki a dátumformátumot a számlákon. Köszönöm!",
            "Javítsd ki a dátumformátumot a számlákon"
        ),
        .init(
            """
            Feladó: ugyfelszolgalat@example.hu
            Tárgy: Lassú a keresés a katalógusban

            Sziasztok,
            tíz másodpercig is eltart. Meg tudnátok nézni?
            """,
            "Lassú a keresés a katalógusban"
        ),
        .init(
            """
            Sötét téma az admin felülethez

            Az éjszakai műszak kérte. A beállítást a böngésző tárolja.
            """,
            "Sötét téma az admin felülethez"
        ),
        .init("Jó napot! A kosár kiürül frissítés után. Üdvözlettel", "A kosár kiürül frissítés után"),
    ]
}
