extension Language {
    static let finnish = Language(
        name: "Finnish",
        greetings: """
            hei, moi, moikka, terve, huomenta, hyvää huomenta, hyvää päivää, hyvää iltaa, päivää, iltaa, heippa,
            hyvä, hyvät
            """,
        addressees: "kaikki, kaikille, tiimi, porukka, kaverit, taas, vastaanottaja, kollegat, teille",
        openings: """
            voisitko, voitko, voisitteko, voitteko, voisiko joku, voiko joku, pystytkö, pystyisitkö, ehtisitkö,
            ole hyvä ja, olkaa hyvä ja, olisiko mahdollista, onko mahdollista, haluaisin, haluan, haluamme,
            meidän pitää, meidän pitäisi, meidän täytyy, minun pitää, viitsitkö, viitsisitkö
            """,
        keepsOpening: "että, jos",
        fillers: "muuten, lisäksi, myös, kysymys, nopea kysymys, yksi kysymys, eli, siis, vielä yksi asia",
        acknowledgements: "hienoa, loistavaa, selvä, okei, mahtavaa, hyvä juttu, joo",
        closings: """
            kiitos, kiitos paljon, paljon kiitoksia, kiitoksia, kiitos etukäteen, kiitti, terveisin,
            ystävällisin terveisin, terv, yst terv, hyvää päivänjatkoa, hyvää viikonloppua, mukavaa päivää,
            toivottavasti, anteeksi, mitä kuuluu
            """,
        politeness: """
            kiitos, kiitti, kiitos etukäteen, kiitos paljon, terveisin, jos mahdollista, kun ehdit,
            ystävällisin terveisin
            """,
        requestEndings: "minulle, meille, puolestani",
        subjectHeaders: "aihe, otsikko, yhteenveto, asia",
        otherHeaders: """
            lähettäjä, vastaanottaja, kopio, piilokopio, päiväys, päivämäärä, lähetetty, prioriteetti, tila
            """,
        mailPrefixes: "vs, vl",
        quotationLines: "… kirjoitti",
        requestLabels: """
            tehtävä, tehtävät, ongelma, kuvaus, ongelman kuvaus, virheen kuvaus, kuvaile ongelma, tavoite, pyyntö,
            yhteenveto, virhe, mitä tapahtui, mitä tapahtuu, nykyinen toiminta, ehdotettu ratkaisu, kysymys, toive,
            ehdotus
            """,
        backgroundLabels: """
            tausta, ympäristö, versio, vaiheet, vaiheet toistamiseen, toistaminen, odotettu toiminta,
            odotettu tulos, odotettu, miksi, huomautukset, hyväksymiskriteerit, rajoitukset, vaihtoehdot,
            järjestelmä, selain, kuvakaappaukset, lisätiedot, konteksti
            """,
        emptyAnswers: "kyllä, joo, ei, ei mitään, ei ole, en tiedä, tuntematon, ei sovellu, ei vastausta",
        questions: "miksi, miten, kuinka, missä, milloin, mikä, mitkä, kuka, mitä on, montako, mihin, mistä",
        failures: """
            virhe, virheitä, virheellinen, ei toimi, eivät toimi, rikki, kaatuu, jumiutuu, hidas, hitaasti,
            epäonnistuu, väärin, väärä, puuttuu, puuttuvat, katoaa, tyhjä, kahdesti, ei, eivät
            """,
        pointing: """
            tämä, tämän, tätä, tähän, se, sen, sitä, siihen, nämä, ne, katso, katsoa, katsoisitko, vilkaise,
            vilkaista, tarkista, tarkistaa, tarkastaa, tutki, tutkia, korjaa, korjata, ratkaise, ratkaista, auta,
            auttaa, apua, tänään, huomenna, nyt, pian, heti, kiire, kiireellinen, tee, tehdä, jatka, eteenpäin,
            tässä, alla, seuraava, seuraavat, vielä, minua, meitä, voitteko
            """,
        marks: "ja, ei, on, että, kun, jos, sekä, tai, mutta, ovat, myös, joka, jossa, kuin, vain, sitten, niin",
        articles: .none
    )
}
