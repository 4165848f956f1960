extension Language {
    static let german = Language(
        name: "German",
        greetings: """
            hallo, guten tag, guten morgen, guten abend, moin, moin moin, servus, grüß gott, grüezi, hallöchen,
            mahlzeit, liebe, lieber, sehr geehrte, sehr geehrter, guten tag zusammen
            """,
        addressees: """
            zusammen, leute, ihr lieben, alle, miteinander, team, damen und herren, liebes team, kollegen,
            kolleginnen, kolleginnen und kollegen, liebe kollegen, an alle
            """,
        openings: """
            bitte, kannst du, kannst du mal, könntest du, könntest du mal, kannst du eben, kannst du mal eben,
            könntest du mal eben, können sie, könnten sie, kannst du mir,
            könntest du mir, können sie mir, könnten sie mir, würdest du, könnt ihr, könntet ihr, würden sie,
            würdet ihr, kann jemand, könnte jemand, kann bitte jemand, magst du, wärst du so nett und,
            wäre es möglich, ist es möglich, sei so gut und, bitte mal, bitte noch, kannst du uns, könntest du uns,
            ich würde gern wissen, weiß jemand, wisst ihr, weißt du, wissen sie
            """,
        keepsOpening: "dass, ob sie, ob du, sich, euch",
        fillers: """
            also, übrigens, außerdem, noch was, noch etwas, kurze frage, eine frage, mal eine frage, nur kurz
            """,
        acknowledgements: "ok, okay, super, prima, perfekt, sehr gut, toll, alles klar, klasse, ja, nein",
        closings: """
            danke, vielen dank, besten dank, herzlichen dank, lieben dank, dankeschön, mit freundlichen grüßen,
            viele grüße, liebe grüße, beste grüße, schöne grüße, freundliche grüße, grüße, gruß, lg, vg, mfg,
            schönen tag, schönes wochenende, ich hoffe, es geht, entschuldigung, sorry, tut mir leid, wie geht es
            """,
        politeness: """
            bitte, danke, danke dir, danke schön, vielen dank, vielen dank im voraus, danke im voraus, besten dank,
            danke und gruß, lg, vg, mfg, bitte schön, wenn möglich, bei gelegenheit
            """,
        requestEndings: "für mich, für uns",
        subjectHeaders: "betreff, betr, titel, zusammenfassung, thema",
        otherHeaders: """
            von, an, kopie, cc, datum, gesendet, priorität, status, ticket, absender, empfänger, antwort an
            """,
        mailPrefixes: "aw, wg, antw",
        quotationLines: "am … schrieb",
        requestLabels: """
            aufgabe, aufgaben, problem, fehler, fehlerbeschreibung, problembeschreibung, beschreibung,
            kurzbeschreibung, wunsch, ziel, anforderung, vorschlag, was ist passiert, aktuelles verhalten,
            tatsächliches verhalten, frage, was passiert, lösungsvorschlag, zusammenfassung, titel, betreff,
            funktionswunsch, verbesserungsvorschlag
            """,
        backgroundLabels: """
            kontext, hintergrund, umgebung, version, schritte, schritte zum nachstellen, schritte zur reproduktion,
            reproduktion, erwartet, erwartetes verhalten, erwartetes ergebnis, betriebssystem, browser,
            akzeptanzkriterien, randbedingungen, warum, begründung, alternativen, priorität, anhang, anhänge,
            hinweise, nachstellen, gesucht
            """,
        emptyAnswers: """
            ja, nein, keine, keiner, keines, nichts, entfällt, weiß nicht, unbekannt, k. a, nicht zutreffend
            """,
        questions: """
            warum, wieso, weshalb, wie, wo, woher, wohin, wann, welche, welcher, welches, wer, wem, wozu, was ist,
            was sind, womit, worin
            """,
        failures: """
            kaputt, fehler, fehlerhaft, fehlt, fehlen, funktioniert nicht, geht nicht, stürzt, abstürzt, absturz,
            hängt, falsch, falsche, falscher, langsam, scheitert, schlägt fehl, defekt, leer, verschwindet, doppelt,
            nicht, kein
            """,
        pointing: """
            das, dies, dieses, diese, es, ihn, sie, dazu, darum, mal, mir, uns, euch, dir, bitte, ansehen,
            anschauen, angucken, schauen, drüberschauen, prüfen, überprüfen, nachsehen, kümmern, beheben, behebe,
            reparieren, repariere, fixen, lösen, korrigieren, helfen, hilf, hilfe, heute, morgen, noch, schnell,
            gleich, dringend, kurz, einmal, erledigen, machen, mach, tun, weiter, siehe, unten, oben, hier, dafür,
            kannst, könnt, du, ihr, folgendes, folgende, sich, sieh, schau, an, vielleicht, auch, bald, diesen,
            dieser, diesem
            """,
        marks: """
            der, die, das, dem, den, des, ein, eine, einen, einer, einem, eines, und, ist, nicht, mit, auf, von, zu,
            für, wird, werden, sind, im, beim, zum, zur, wenn, ich, wir
            """,
        articles: .kept
    )
}
