extension Language {
    static let spanish = Language(
        name: "Spanish",
        greetings: """
            hola, buenos días, buenas, buenas tardes, buenas noches, buen día, qué tal, saludos, muy buenas,
            estimado, estimada, estimados, estimadas, querido, querida
            """,
        addressees: """
            a todos, a todas, todos, equipo, chicos, gente, amigos, compañeros, qué tal, señores, a todos y todas
            """,
        openings: """
            por favor, porfa, puedes, podrías, puede, podría, podéis, podríais, pueden, podrían, me puedes,
            me podrías, me pueden, nos puedes, alguien puede, alguien podría, quiero, quisiera, necesito,
            necesitamos, me gustaría, nos gustaría, hay que, tenemos que, tengo que, sería posible, es posible,
            favor de, ¿sería posible, te importaría, le importaría, ayúdame a, ayúdenme a
            """,
        keepsOpening: "que, de que, saber si",
        fillers: "por cierto, además, también, una pregunta, una duda, pregunta rápida, bueno, entonces, luego",
        acknowledgements: "perfecto, genial, excelente, ok perfecto, ok, vale, muy bien, estupendo, de acuerdo, sí",
        closings: """
            gracias, muchas gracias, mil gracias, muchísimas gracias, gracias de antemano, saludos, un saludo,
            atentamente, saludos cordiales, un abrazo, buen fin de semana, que tengas, que tengan, espero que,
            perdón, disculpa, disculpen, cómo estás, cómo están
            """,
        politeness: """
            por favor, porfa, gracias, muchas gracias, gracias de antemano, mil gracias, saludos, un saludo,
            si es posible, cuando puedas
            """,
        requestEndings: "por mí, para mí, por nosotros",
        subjectHeaders: "asunto, título, resumen, tema",
        otherHeaders: """
            de, para, cc, cco, fecha, enviado, enviado el, prioridad, estado, remitente, destinatario, responder a
            """,
        mailPrefixes: "rv, reenv, resp",
        quotationLines: "el … escribió",
        requestLabels: """
            tarea, tareas, problema, descripción, descripción del problema, describe el problema,
            descripción del error, objetivo, solicitud, resumen, error, qué pasó, qué ocurre, comportamiento actual,
            solución propuesta, pregunta, mejora, sugerencia, petición
            """,
        backgroundLabels: """
            contexto, entorno, versión, pasos, pasos para reproducir, reproducir, reproducción,
            comportamiento esperado, resultado esperado, esperado, por qué, notas, criterios de aceptación,
            restricciones, alternativas, sistema, navegador, capturas, antecedentes, información adicional, buscado
            """,
        emptyAnswers: "sí, no, ninguno, ninguna, nada, no aplica, no lo sé, desconocido, sin respuesta, no procede",
        questions: "por qué, cómo, qué, dónde, cuándo, cuál, cuáles, quién, cuánto, cuántos, cuánta, para qué",
        failures: """
            errores, falla, fallan, falló, fallo, no funciona, roto, rota, bloquea, lento, lenta, no carga,
            incorrecto, incorrecta, equivocado, falta, desaparece, vacío, vacía, duplicado, no se, no me, no es,
            imposible
            """,
        pointing: """
            lo, la, los, las, esto, eso, este, esta, ese, esa, corregir, corregirlo, corrígelo, arreglar,
            arreglarlo, arréglalo, solucionar, solucionarlo, resolver, revisar, revisarlo, revísalo, revisa, mirar,
            mirarlo, míralo, mira, ver, verlo, echar, échale, échale un, échenle, echarle, un, vistazo,
            explicar, explícame, fallo, error, problema, hoy, mañana,
            ahora, ya, pronto, urgente, ayuda, ayúdame, ayudarme, ayudar, hacer, haz, hazlo, seguir, sigue,
            continúa, aquí, abajo, siguiente, a, puedes, podéis, podrías, me, nos, le
            """,
        marks: """
            el, la, los, las, un, una, unos, unas, de, del, que, para, con, por, al, está, y, en, se, no, es,
            cuando
            """,
        articles: .kept
    )
}
