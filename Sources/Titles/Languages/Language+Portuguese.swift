extension Language {
    static let portuguese = Language(
        name: "Portuguese",
        greetings: """
            olá, oi, bom dia, boa tarde, boa noite, tudo bem, tudo bom, e aí, saudações, prezado, prezada, prezados,
            caro, cara, caros, viva
            """,
        addressees: """
            pessoal, a todos, a todas, todos, equipe, equipa, time, galera, gente, amigos, colegas, senhores
            """,
        openings: """
            por favor, pfv, você pode, você poderia, pode, poderia, podes, poderias, podem, poderiam, vocês podem,
            vocês poderiam, alguém pode, alguém poderia, preciso de, preciso, precisamos de, precisamos, quero,
            queria, queremos, gostaria de, gostaríamos de, temos que, tenho que, dá para, seria possível,
            é possível, me ajude a, ajude-me a, favor, poderias por favor
            """,
        keepsOpening: "que, de que, saber se",
        fillers: "a propósito, além disso, também, uma pergunta, uma dúvida, pergunta rápida, bom, então, depois",
        acknowledgements: "perfeito, ótimo, beleza, certo, muito bem, excelente, ok perfeito, legal, sim",
        closings: """
            obrigado, obrigada, muito obrigado, muito obrigada, obrigado desde já, valeu, agradeço, atenciosamente,
            abraço, abraços, um abraço, cumprimentos, com os melhores cumprimentos, melhores cumprimentos,
            espero que, desculpe, bom fim de semana, tenha um, como vai
            """,
        politeness: """
            por favor, obrigado, obrigada, muito obrigado, muito obrigada, desde já obrigado, valeu, se possível,
            abraços
            """,
        requestEndings: "para mim, por mim, para nós",
        subjectHeaders: "assunto, título, resumo, tema",
        otherHeaders: "de, para, cc, cco, data, enviado, enviada em, prioridade, estado, remetente, destinatário",
        mailPrefixes: "enc, res, resp",
        quotationLines: "em … escreveu",
        requestLabels: """
            tarefa, tarefas, problema, descrição, descrição do problema, descreva o problema, descreva o bug,
            objetivo, pedido, resumo, erro, o que aconteceu, o que acontece, comportamento atual, solução proposta,
            pergunta, sugestão, melhoria, funcionalidade
            """,
        backgroundLabels: """
            contexto, ambiente, versão, passos, passos para reproduzir, reproduzir, reprodução,
            comportamento esperado, resultado esperado, esperado, por que, por quê, porquê, notas,
            critérios de aceitação, restrições, alternativas, sistema, navegador, capturas, informações adicionais,
            procurou
            """,
        emptyAnswers: "sim, não, nenhum, nenhuma, nada, não se aplica, não sei, desconhecido, sem resposta",
        questions: """
            por que, por quê, porquê, como, o que, onde, quando, qual, quais, quem, quanto, quantos, para que
            """,
        failures: """
            erro, erros, falha, falham, falhou, não funciona, quebrado, quebrada, trava, lento, lenta, não carrega,
            errado, errada, incorreto, falta, vazio, vazia, duplicado, não, ignora
            """,
        pointing: """
            o, a, os, as, isso, isto, este, esta, esse, essa, corrigir, corrige, corrija, consertar, arrumar,
            resolver, verificar, verifique, ver, veja, vejam, olhar, olhada, olhe, dar, dê, dá, uma, um, ainda,
            hoje, amanhã, agora, logo, urgente, ajuda, ajude, ajudar, fazer, faça, continue, continuar, aqui,
            abaixo, seguinte, conseguem, consegue, vocês, você, me, nos, por
            """,
        marks: "o, os, as, um, uma, de, do, da, dos, das, em, no, na, não, com, para, que, e, por, ao, é, se",
        articles: .kept
    )
}
