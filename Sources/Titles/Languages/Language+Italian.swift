extension Language {
    static let italian = Language(
        name: "Italian",
        greetings: """
            ciao, buongiorno, buonasera, buon pomeriggio, salve, buondì, gentile, gentili, egregio, egregi, caro,
            cara, cari, care
            """,
        addressees: "a tutti, a tutte, tutti, ragazzi, team, squadra, gente, colleghi, amici, signori",
        openings: """
            per favore, per piacere, per cortesia, puoi, potresti, può, potrebbe, potete, potreste, mi puoi,
            mi potresti, qualcuno può, qualcuno potrebbe, vorrei, voglio, vorremmo, dobbiamo, devo, bisogna,
            sarebbe possibile, è possibile, ho bisogno di, abbiamo bisogno di, ti dispiacerebbe, aiutami a
            """,
        keepsOpening: "che, sapere se",
        fillers: "a proposito, inoltre, una domanda, domanda veloce, allora, poi, dunque, comunque",
        acknowledgements: "perfetto, ottimo, va bene, benissimo, ok perfetto, d'accordo, eccellente, sì",
        closings: """
            grazie, grazie mille, molte grazie, tante grazie, grazie in anticipo, cordiali saluti, distinti saluti,
            saluti, un saluto, buona giornata, buona serata, buon lavoro, buon fine settimana, spero che, scusa,
            scusate, mi scusi, come va, come stai
            """,
        politeness: """
            per favore, per piacere, per cortesia, grazie, grazie mille, grazie in anticipo, molte grazie,
            se possibile, saluti
            """,
        requestEndings: "per me, per noi",
        subjectHeaders: "oggetto, titolo, riepilogo, tema",
        otherHeaders: "da, a, cc, ccn, data, inviato, inviata, priorità, stato, mittente, destinatario, rispondi a",
        mailPrefixes: "r, i, inoltro, rif",
        quotationLines: "il … ha scritto",
        requestLabels: """
            compito, attività, problema, descrizione, descrizione del problema, descrivi il problema, obiettivo,
            richiesta, riepilogo, errore, cosa succede, cosa è successo, comportamento attuale, soluzione proposta,
            domanda, suggerimento, miglioramento
            """,
        backgroundLabels: """
            contesto, ambiente, versione, passi, passaggi, passi per riprodurre, passaggi per riprodurre,
            riprodurre, riproduzione, comportamento atteso, risultato atteso, atteso, perché, note,
            criteri di accettazione, vincoli, alternative, sistema, schermate, informazioni aggiuntive, cercato
            """,
        emptyAnswers: "sì, no, nessuno, nessuna, niente, non applicabile, non lo so, sconosciuto, nessuna risposta",
        questions: "perché, dove, quando, quale, quali, chi, quanto, quanti, che cosa, cosa, com'è",
        failures: """
            errore, errori, fallisce, falliscono, non funziona, rotto, rotta, blocca, bloccato, lento, lenta,
            non carica, sbagliato, sbagliata, errato, manca, mancano, sparisce, vuoto, vuota, duplicato, rifiutato,
            non
            """,
        pointing: """
            lo, la, li, le, questo, questa, quello, quella, ciò, correggere, correggi, correggilo, sistemare,
            sistema, sistemalo, risolvere, risolvi, risolverlo, controllare, controlla, controllate, verificare,
            verifica, guardare, guarda, guardarci, dare, dai, date, dateci, dacci, dargli, un'occhiata, occhiata,
            un, una, vedere, vedi, oggi, domani, ora, adesso, subito, presto, urgente, aiuto, aiutami, aiutarmi,
            fare, fai, fallo, continua, qui, sotto, seguente, potete, puoi, ci, mi, a
            """,
        marks: """
            il, lo, gli, un, una, di, del, della, dei, delle, che, per, con, nel, nella, al, alla, è, e, non, si,
            da
            """,
        articles: .kept
    )
}
