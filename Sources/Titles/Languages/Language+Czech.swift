extension Language {
    static let czech = Language(
        name: "Czech",
        greetings: """
            ahoj, dobrý den, dobré ráno, dobré odpoledne, dobrý večer, čau, zdravím, nazdar, vážení, vážený, milý,
            milá
            """,
        addressees: "všem, všichni, týme, lidi, přátelé, kolegové, vespolek, pane, paní, vám",
        openings: """
            prosím, prosím tě, prosím vás, můžeš, můžeš prosím, mohl bys, mohla bys, mohl byste, mohla byste,
            mohli byste, můžete, můžete prosím, mohl by někdo, může někdo, mohli bychom, bylo by možné, je možné,
            šlo by, chci, chtěl bych, chtěla bych, chceme, potřebuji, potřebujeme, je třeba, musíme, pomoz mi,
            pomozte mi
            """,
        keepsOpening: "aby, že, abych, abychom, se, si",
        fillers: "mimochodem, navíc, a také, otázka, rychlá otázka, mám otázku, ještě jedna věc, takže",
        acknowledgements: "super, skvěle, dobře, výborně, ok super, paráda, ano",
        closings: """
            děkuji, děkuju, díky, díky moc, moc děkuji, předem děkuji, předem díky, děkujeme, s pozdravem,
            hezký den, pěkný den, hezký víkend, zdraví, doufám, omlouvám se, jak se máš, jak se máte
            """,
        politeness: """
            prosím, prosím tě, děkuji, děkuju, díky, předem děkuji, předem díky, s pozdravem, pokud možno,
            až budeš moct
            """,
        requestEndings: "pro mě, pro nás",
        subjectHeaders: "předmět, název, shrnutí, věc",
        otherHeaders: "od, komu, kopie, skrytá, datum, odesláno, priorita, stav, odesílatel, příjemce",
        mailPrefixes: "odp, přep, fw",
        quotationLines: "dne … napsal",
        requestLabels: """
            úkol, úkoly, problém, popis, popis problému, popis chyby, popište problém, cíl, požadavek, shrnutí,
            chyba, co se stalo, co se děje, současné chování, aktuální chování, navrhované řešení, dotaz, návrh
            """,
        backgroundLabels: """
            kontext, prostředí, verze, kroky, kroky k reprodukci, postup, reprodukce, očekávané chování,
            očekávaný výsledek, očekávané, proč, poznámky, kritéria přijetí, omezení, alternativy, systém,
            prohlížeč, snímky obrazovky, další informace
            """,
        emptyAnswers: "ano, ne, žádné, žádný, nic, není, netýká se, nevím, neznámé, bez odpovědi",
        questions: "proč, jak, kde, kdy, který, která, které, jaký, jaká, jaké, kdo, kolik, co je, k čemu",
        failures: """
            chyba, chyby, chybí, nefunguje, nefungují, nejde, nejdou, rozbité, rozbitý, padá, spadne, zasekne,
            pomalé, pomalý, pomalá, selže, selhává, špatně, špatná, špatný, zmizí, prázdný, prázdná, dvakrát, nelze
            """,
        pointing: """
            to, toto, tohle, toho, tomu, ten, ta, ty, se, si, na, oprav, opravit, opravte, spravit, zkontroluj,
            zkontrolovat, zkontrolujte, podívej, podívat, podívejte, mrkni, mrknout, mrkněte, koukni, kouknout,
            vyřešit, vyřeš, pomoz, pomoct, pomoc, dnes, zítra, teď, rychle, naléhavé, udělej, udělat, dál, pokračuj,
            tady, níže, následující, mi, nám, ještě, můžeš, můžete
            """,
        marks: "je, se, na, do, že, pro, nebo, když, ve, ze, jsou, jako, při, od, za, není, které, který, ale",
        articles: .none
    )
}
