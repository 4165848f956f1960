extension Language {
    static let french = Language(
        name: "French",
        greetings: "bonjour, salut, bonsoir, coucou, bjr, cher, chère, chers, chères, rebonjour, allô",
        addressees: """
            à tous, à toutes et à tous, tous, tout le monde, l'équipe, équipe, les amis, collègues, chers collègues,
            madame, monsieur, madame monsieur
            """,
        openings: """
            peux-tu, pouvez-vous, pourrais-tu, pourriez-vous, tu peux, tu pourrais, vous pouvez, vous pourriez,
            s'il te plaît, s'il vous plaît, stp, svp, merci de, est-ce que tu peux, est-ce que vous pouvez,
            est-ce que tu pourrais, est-ce que vous pourriez, est-ce que quelqu'un peut, quelqu'un peut,
            quelqu'un pourrait, serait-il possible de, serait-il possible d', est-il possible de, veuillez,
            prière de, j'aimerais, je voudrais, je veux, je souhaite, il faut, il faudrait, on doit, on devrait,
            nous devons, je dois, j'ai besoin de, on a besoin de, aurais-tu le temps de, pourrait-on, peut-on,
            pouvons-nous
            """,
        keepsOpening: "que, qu'il, qu'elle, qu'on, qu'ils, me, nous",
        fillers: """
            au fait, sinon, petite question, une question, aussi, bref, du coup, en fait, et aussi, ensuite, puis
            """,
        acknowledgements: "super, parfait, génial, très bien, ok super, d'accord, nickel, ok parfait, oui, non",
        closings: """
            merci, merci d'avance, merci beaucoup, un grand merci, cordialement, bien cordialement, bien à vous,
            bien à toi, bonne journée, bonne soirée, bon week-end, salutations, amicalement, à bientôt,
            j'espère que, désolé, désolée, comment ça va, ça va
            """,
        politeness: """
            svp, stp, s'il te plaît, s'il vous plaît, merci, merci d'avance, merci beaucoup, merci à tous,
            si possible, par avance merci
            """,
        requestEndings: "pour moi, pour nous",
        subjectHeaders: "objet, sujet, titre, résumé",
        otherHeaders: """
            de, à, cc, cci, date, envoyé, envoyé le, priorité, statut, expéditeur, destinataire, pour, répondre à
            """,
        mailPrefixes: "tr, rép, réf",
        quotationLines: "le … a écrit",
        requestLabels: """
            problème, problème rencontré, tâche, tâches, description, description du problème, décrivez le problème,
            demande, objectif, résumé, bogue, anomalie, comportement actuel, comportement observé,
            que se passe-t-il, solution proposée, question, fonctionnalité, suggestion
            """,
        backgroundLabels: """
            contexte, environnement, version, étapes, étapes pour reproduire, étapes de reproduction, reproduction,
            reproduire, comportement attendu, résultat attendu, attendu, pourquoi, remarques,
            critères d'acceptation, contraintes, alternatives, système, navigateur, captures d'écran,
            pièces jointes, informations complémentaires
            """,
        emptyAnswers: """
            oui, non, aucun, aucune, rien, néant, sans objet, s.o, inconnu, je ne sais pas, pas de réponse
            """,
        questions: """
            pourquoi, comment puis-je, comment faire, comment on, comment peut-on, comment est-ce, comment je, où,
            quand, quel, quelle, quels, quelles, qui, combien, est-ce que, qu'est-ce que, quoi
            """,
        failures: """
            erreur, erreurs, plante, plantent, cassé, cassée, bloque, bloqué, échoue, échouent, lent, lente, bogue,
            ne marche, ne fonctionne, ne s'affiche, faux, fausse, manque, disparaît, vide, ne, impossible
            """,
        pointing: """
            le, la, les, ça, cela, ceci, ce, cette, ces, y, en, moi, me, m'aider, aider, aide, aide-moi, corriger,
            corrige, réparer, répare, résoudre, regarder, regarde, regardez, voir, vérifier, vérifie, jeter, jette,
            jetez, un, œil, coup, d'œil, dessus, matin, soir, aujourd'hui, demain, vite, urgent, s'en, occuper,
            t'en, faire, fais, suite, continue, ci-dessous, ci-joint, suivant, peux-tu, peux, pouvez, ici, voici,
            je, tu, vous, nous, s'il
            """,
        marks: """
            le, la, les, des, du, de, un, une, et, est, pour, dans, au, aux, avec, sur, que, qui, pas, ne, en, je,
            nous, il
            """,
        articles: .kept
    )
}
