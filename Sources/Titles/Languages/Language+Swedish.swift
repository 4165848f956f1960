extension Language {
    static let swedish = Language(
        name: "Swedish",
        greetings: """
            hej, hejsan, hallå, god morgon, godmorgon, god dag, god kväll, god eftermiddag, tjena, tja, bästa, kära,
            hej hej
            """,
        addressees: "alla, allihopa, allihop, team, teamet, gänget, kollegor, igen, vänner, på er",
        openings: """
            snälla, kan du, kan ni, kan någon, skulle du kunna, skulle ni kunna, skulle någon kunna, kunde du,
            kunde ni, kan du snälla, vill du, vänligen, var snäll och, var god, vore det möjligt att,
            är det möjligt att, vi måste, vi behöver, jag skulle vilja, jag vill, hjälp mig att, kan vi
            """,
        keepsOpening: "att, om",
        fillers: "förresten, dessutom, också, en fråga, snabb fråga, en sak till, alltså, för övrigt",
        acknowledgements: "toppen, perfekt, jättebra, okej, strålande, grymt, ja",
        closings: """
            tack, tack så mycket, tack på förhand, stort tack, tackar, med vänlig hälsning, med vänliga hälsningar,
            vänliga hälsningar, mvh, hälsningar, hälsning, ha en bra, ha det bra, trevlig helg, jag hoppas, hoppas,
            ursäkta, förlåt, hur är läget
            """,
        politeness: "tack, tack på förhand, snälla, mvh, om möjligt, tack så mycket, är du snäll, när du hinner",
        requestEndings: "åt mig, för mig, åt oss",
        subjectHeaders: "ämne, rubrik, titel, sammanfattning, angående",
        otherHeaders: "från, till, kopia, hemlig kopia, datum, skickat, prioritet, status, avsändare, mottagare",
        mailPrefixes: "sv, vb",
        quotationLines: "den … skrev",
        requestLabels: """
            uppgift, uppgifter, problem, beskrivning, problembeskrivning, beskriv problemet, felbeskrivning, mål,
            önskemål, sammanfattning, fel, vad hände, vad händer, nuvarande beteende, faktiskt beteende,
            föreslagen lösning, fråga, förslag
            """,
        backgroundLabels: """
            bakgrund, sammanhang, miljö, version, steg, steg för att återskapa, återskapa, förväntat beteende,
            förväntat resultat, förväntat, varför, anmärkningar, acceptanskriterier, begränsningar, alternativ,
            webbläsare, skärmbilder, ytterligare information, övrigt
            """,
        emptyAnswers: "ja, nej, ingen, inga, inget, inte tillämpligt, vet inte, vet ej, okänt, inget svar",
        questions: "varför, hur, var finns, när, vilken, vilket, vilka, vem, vad är, hur många, vart",
        failures: """
            fel, felaktig, felaktigt, fungerar inte, funkar inte, trasig, trasigt, kraschar, hänger, långsam,
            långsamt, misslyckas, saknas, saknar, försvinner, dubbelt, inte, går inte
            """,
        pointing: """
            det, detta, den, denna, dessa, här, på, titta, kolla, kolla på, se, granska, kontrollera, fixa, fixar,
            laga, lösa, lös, rätta, hjälp, hjälpa, mig, oss, idag, imorgon, nu, snart, snabbt, genast, brådskande,
            göra, gör, fortsätt, vidare, nedan, följande, även, en, ett, ni, du, kan, gärna
            """,
        marks: "och, att, en, ett, är, inte, för, med, som, på, av, när, till, från, om, det, den, vi, jag, vid, i",
        articles: .kept
    )
}
