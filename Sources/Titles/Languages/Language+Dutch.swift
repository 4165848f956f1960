extension Language {
    static let dutch = Language(
        name: "Dutch",
        greetings: """
            hoi, hallo, goedemorgen, goedemiddag, goedenavond, goedendag, dag, beste, geachte, lieve, goeiemorgen,
            hai
            """,
        addressees: "allemaal, iedereen, team, collega's, mensen, jongens, allen, heer, mevrouw, heer mevrouw",
        openings: """
            alsjeblieft, alstublieft, graag, kun je, kunt u, kunnen jullie, kan je, kan iemand, zou je, zou u,
            zouden jullie, wil je, wilt u, willen jullie, kun je me, kunnen we, we moeten, ik wil graag,
            ik zou graag, zou iemand, is het mogelijk om, help me, zou het mogelijk zijn om
            """,
        keepsOpening: "dat, of, met",
        fillers: "trouwens, daarnaast, nog een vraag, een vraag, vraagje, korte vraag, ook, dus, overigens, verder",
        acknowledgements: "top, prima, perfect, oké, geweldig, mooi, goed zo, ja",
        closings: """
            bedankt, dank je, dank je wel, dank u, dank u wel, dankjewel, hartelijk dank, veel dank, alvast bedankt,
            groet, groeten, groetjes, met vriendelijke groet, met vriendelijke groeten, mvg, vriendelijke groet,
            fijne dag, fijn weekend, ik hoop dat, sorry, excuses, hoe gaat het
            """,
        politeness: """
            alsjeblieft, alstublieft, aub, svp, graag, bedankt, alvast bedankt, dank je, dank je wel, dank u,
            indien mogelijk, als het kan, mvg
            """,
        requestEndings: "voor mij, voor ons",
        subjectHeaders: "onderwerp, titel, samenvatting, betreft",
        otherHeaders: "van, aan, cc, bcc, datum, verzonden, prioriteit, status, afzender, ontvanger",
        mailPrefixes: "betr, antw, doorst, fw",
        quotationLines: "op … schreef",
        requestLabels: """
            taak, taken, probleem, omschrijving, beschrijving, beschrijf het probleem, probleemomschrijving, doel,
            verzoek, samenvatting, fout, wat gebeurt er, wat is er gebeurd, huidig gedrag, voorgestelde oplossing,
            vraag, wens, idee
            """,
        backgroundLabels: """
            achtergrond, omgeving, versie, stappen, stappen om te reproduceren, reproduceren, reproductie,
            verwacht gedrag, verwacht resultaat, verwacht, waarom, opmerkingen, acceptatiecriteria, randvoorwaarden,
            alternatieven, besturingssysteem, schermafbeeldingen, aanvullende informatie, gezocht
            """,
        emptyAnswers: "ja, nee, geen, niets, n.v.t, niet van toepassing, weet ik niet, onbekend, geen antwoord",
        questions: "waarom, hoe, waar, wanneer, welke, welk, wie, wat is, wat zijn, hoeveel, waarvoor",
        failures: """
            fout, fouten, kapot, werkt niet, doet het niet, crasht, crashen, hangt, vastgelopen, traag, mislukt,
            mislukken, verkeerd, verkeerde, ontbreekt, ontbreken, verdwijnt, leeg, lege, dubbel, scheef, niet, geen
            """,
        pointing: """
            dit, dat, deze, die, het, er, ernaar, naar, even, eens, kijken, kijk, bekijken, bekijk, nakijken,
            checken, check, controleren, controleer, oplossen, los, repareren, repareer, herstellen, herstel,
            verbeteren, helpen, help, vandaag, morgen, snel, dringend, nu, doen, doe, verder, ga, hier, hieronder,
            volgende, kunnen, jullie, je, u, me, mij, ons, graag, zo
            """,
        marks: """
            de, het, een, van, voor, en, met, niet, dat, op, te, zijn, wordt, worden, naar, bij, aan, als, ik, je,
            we, uit
            """,
        articles: .kept
    )
}
