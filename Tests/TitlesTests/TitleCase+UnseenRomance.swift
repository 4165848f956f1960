extension TitleCase {
    /// French, Spanish, Portuguese and Italian.
    static let unseenRomance: [TitleCase] = [
        .init(
            "Bonjour à tous, pourriez-vous ajouter un filtre par ville à la carte des agences ? Merci d'avance.",
            "Ajouter un filtre par ville à la carte des agences"
        ),
        .init(
            """
            De : compta@example.fr
            Objet : TR : Factures en double depuis lundi

            Bonjour,

            pouvez-vous regarder ce matin ?

            Cordialement
            """,
            "Factures en double depuis lundi"
        ),
        .init(
            """
            Profil d'altitude pour l'application de randonnée

            Les sentiers ont déjà les points GPS. Merci d'utiliser la même bibliothèque que pour les statistiques.
            """,
            "Profil d'altitude pour l'application de randonnée"
        ),
        .init("S'il te plaît, renomme la table clients en customers.", "Renomme la table clients en customers"),
        .init("WEB-412 : corriger l'alignement du pied de page", "WEB-412 : corriger l'alignement du pied de page"),
        .init(
            "Buenos días, ¿podrías actualizar Gradle a la versión 8.10, por favor? ¡Gracias!",
            "Actualizar Gradle a la versión 8.10"
        ),
        .init(
            """
            De: soporte@example.es
            Asunto: RV: El mapa no carga en Safari

            Hola,
            ¿podéis mirarlo hoy? Saludos
            """,
            "El mapa no carga en Safari"
        ),
        .init(
            "[10:02] Lucía: hola, ¿puedes quitar los avisos de depuración?\n[10:03] Lucía: gracias",
            "Quitar los avisos de depuración"
        ),
        .init(
            "Échale un vistazo, por favor. Las notificaciones llegan con una hora de retraso.",
            "Las notificaciones llegan con una hora de retraso"
        ),
        .init(
            "Oi, tudo bem? Você poderia traduzir as mensagens de erro para o inglês? Obrigado!",
            "Traduzir as mensagens de erro para o inglês"
        ),
        .init(
            """
            De: financeiro@example.com.br
            Assunto: ENC: Boleto com vencimento errado

            Bom dia,
            vocês conseguem ver isso ainda hoje?
            """,
            "Boleto com vencimento errado"
        ),
        .init(
            """
            ### Descreva o problema

            O leitor de código de barras ignora o primeiro dígito.

            ### Passos para reproduzir

            1. Abrir o inventário
            2. Ler um código

            ### Já procurou em outras issues?

            Sim
            """,
            "O leitor de código de barras ignora o primeiro dígito"
        ),
        .init("Por favor, remova o código morto do módulo de frete.", "Remova o código morto do módulo de frete"),
        .init(
            "Buongiorno, potresti sostituire i font di Google con font locali? Grazie mille!",
            "Sostituire i font di Google con font locali"
        ),
        .init(
            """
            Da: cassa@example.it
            Oggetto: R: Codice fiscale rifiutato

            Ciao,
            succede solo con i nomi accentati. Potete controllare?
            """,
            "Codice fiscale rifiutato"
        ),
        .init(
            """
            Avvisi per turni scoperti

            I responsabili devono ricevere un messaggio due giorni prima. Per favore usa le notifiche push.
            """,
            "Avvisi per turni scoperti"
        ),
        .init(
            "Per favore, aggiungi la paginazione all'elenco dei fornitori.",
            "Aggiungi la paginazione all'elenco dei fornitori"
        ),
    ]
}
