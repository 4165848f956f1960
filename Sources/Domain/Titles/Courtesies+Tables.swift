extension Courtesies {
    static let greetings = Phrases(
        """
        hi, hello, hey, heya, hiya, howdy, yo, greetings, dear, hi again, good morning, good afternoon,
        good evening, 👋, hallo, guten tag, guten morgen, moin, servus, bonjour, salut, bonsoir, hola, buenos días,
        buenas, buenas tardes, olá, oi, bom dia, boa tarde, ciao, buongiorno, hoi, hej, cześć, привет, здравствуйте,
        добрый день, привіт, merhaba, selam, مرحبا, أهلا, السلام عليكم, שלום, היי, नमस्ते, 안녕하세요, 안녕
        """
    )

    static let addressees = Phrases(
        """
        there, all, everyone, everybody, team, folks, guys, friends, friend, buddy, mate, man, dude, again,
        assistant, claude, claude code, @claude, codex, @codex, copilot, @copilot, chatgpt, gpt, cursor, devin,
        gemini, ai, agent, bot, sir or madam, sir, sirs, madam, zusammen, leute, à tous, tous, a todos, equipo,
        equipe, всем, команда
        """
    )

    /// Sentences of small talk: what follows in them is small talk too.
    static let smallTalk = Phrases(
        """
        how are you, how's it going, how is it going, hope you're, hope you are, hope this, hope all, i hope you,
        i hope this, i hope all, hope it's, thank you, thanks, many thanks, thx, cheers, much appreciated,
        best regards, kind regards, regards, best, sincerely, have a nice, have a great, let me know if,
        let me know when, sorry to bother you, sorry for, a clear and concise description, no response, any help is,
        looking forward, appreciate, i appreciate, i'd appreciate any, good job, great job, great work, nice work,
        well done, long time no see, danke, vielen dank, merci, gracias, obrigado, grazie, спасибо, teşekkürler,
        شكرا, תודה, धन्यवाद, 감사합니다, mit freundlichen grüßen, viele grüße, cordialement
        """
    )

    /// Words that make a request of what follows.
    static let requests = Phrases(
        """
        pretty please, please, pls, plz, kindly, anyone know, does anyone know, can anyone tell me, can you,
        could you, would you, will you, can u, could u, can't you, can we, could we, can someone, could someone,
        can anyone, can i ask you to, could i ask you to, may i ask you to, can i get you to, would you be able to,
        are you able to, would you mind, do you mind, would it be possible to, if you could,
        is it possible for you to, is there any way you could, i was hoping you could, i was wondering if you could,
        i'm wondering if you could, i wonder if you could, i'd appreciate it if you could,
        i would appreciate it if you could, i'd really appreciate it if you could,
        i would really appreciate it if you could, it would be awesome if you could, it would be nice to,
        it would be great to, it would be good to, it'd be nice to, it'd be great to, would be nice to,
        would be great if you could, would be nice if you could, it would be cool if you could, would be good to,
        might be nice to, it would be nice if you could, it would be great if you could, it would be nice if,
        it would be great if, it would be nice if we could, it would be great if we could, it would be good if,
        would love to, i'd love to, i'd love for you to, i'd love it if you could, i would love to,
        i would like you to, i'd like you to, i want you to, i need you to, i'd like for you to, i would like to,
        i'd like to, i want to, i wanna, i need to, i have to, i gotta, we want to, we need to, we have to,
        we should, we must, we'd like to, we would like to, i should, i must, you need to, you should, you must,
        you have to, you are to, you are asked to, you are tasked with, need you to, want you to, need to, want to,
        let's, lets, let us, help me to, help me, help us, help us to, i'm asking you to, your task is to,
        your job is to, your goal is to, your mission is to, your objective is to, your task is, the task is to,
        the goal is to, the goal of this task is to, the purpose of this task is to, the aim is to,
        the goal here is to, the objective is to, the idea is to, my goal is to, goal is to, task is to,
        what i want is to, what i need is to, what i want you to do is, what i want is, what i need is,
        what i'd like is, all i want is, all i need is, i'm trying to, i am trying to, we're trying to,
        we are trying to, i'm looking to, i am looking to, i'm looking for a way to, i am looking for a way to,
        i plan to, we plan to, go ahead and, feel free to, time to, i think we should, i think you should,
        maybe we should, maybe you could, i want to know, i'd like to know, i would like to know, i need to know,
        i was wondering if, i was wondering, i'm wondering, i wonder, do you know, any idea, any ideas on,
        i'm curious, i am curious, can you tell me if, bitte, kannst du, könntest du, können sie, könnten sie,
        kannst du mir, könntest du mir, würdest du, könnt ihr, könntet ihr, würden sie, peux-tu, pouvez-vous,
        pourrais-tu, pourriez-vous, tu peux, s'il te plaît, s'il vous plaît, stp, svp, est-ce que tu peux,
        est-ce que vous pouvez, j'aimerais, je voudrais, je veux, je souhaite, por favor, puedes, podrías, puede,
        podría, me puedes, quiero, quisiera, necesito, me gustaría, você pode, você poderia, pode, poderia,
        preciso de, preciso, quero, gostaria de, per favore, per piacere, puoi, potresti, vorrei, kun je, kunt u,
        zou je, alsjeblieft, kan du, proszę, czy możesz, czy mógłbyś, lütfen, будь ласка, пожалуйста, можешь,
        можете, мог бы ты, могли бы вы, не могли бы вы, не мог бы ты, можно, помоги, помогите, нужно, надо,
        необходимо, من فضلك, لو سمحت, رجاء, هل يمكنك, هل تستطيع, בבקשה, אנא, האם תוכל, תוכל, תוכלי, אתה יכול, कृपया,
        क्या आप
        """
    )

    /// Verbs of wishing whose object is the title, but for a pronoun, which would say nothing alone.
    static let wishes = Phrases(
        """
        i want, i need, i'd like, i would like, we want, we need, we'd like, we would like, i'm looking for,
        i am looking for, looking for, give me, need
        """
    )

    /// How people begin to report what they saw.
    static let reports = Phrases(
        """
        the thing is, thing is, the problem is that, the problem is, the issue is that, the issue is, noticed that,
        noticed, found that, saw that, i saw that, i suspect, i suspect that, i noticed that, i noticed,
        i've noticed that, i've noticed, i found that, i found out that, i found, i see that, i think that, i think,
        i believe, i believe that, i feel like, it seems that, it seems like, it seems, it looks like, looks like,
        seems like, it appears that, apparently, for some reason, it turns out that, turns out, there is, there are,
        there's, there seems to be, there appears to be, i have a, i have an, i've got a, i've got an, we have a,
        we have an, we've got a, i'm getting, i am getting, we're getting, we are getting, i'm seeing, i am seeing,
        we're seeing, we are seeing, i keep getting, we keep getting, i get a, i get an, i get this, i got a,
        i got an, i'm having, i am having, we're having, we are having, i'm facing, i am facing, we're facing,
        i'm experiencing, i ran into, we ran into, i'm running into, i am running into, sorry to bother you but,
        sorry but
        """
    )

    /// Words that open a sentence without adding to it, whatever follows.
    static let fillers = Phrases(
        """
        so, btw, by the way, hmm, hm, um, uh, umm, erm, just, also, basically, anyway, anyways, and, but, lol,
        ok so, okay so, so basically, so yeah, long story short, tl;dr, tldr, fyi, @claude, @codex, @copilot,
        @lodestone, @bot
        """
    )

    /// Words that open a sentence so only before a pause or a request: "Right, fix it", but "Right column is empty".
    static let pausedFillers = Phrases(
        """
        ok, okay, okey, k, right, alright, all right, well, great, nice, cool, good, perfect, awesome, excellent,
        amazing, sure, yes, yeah, yep, no, nope, thanks, thank you, thx, sorry, excuse me, pardon, first, firstly,
        first of all, next, then, now, finally, lastly, again, actually, additionally, quick question, quick one,
        a quick one, quick thing, small thing, small request, one more thing, another thing, one thing,
        simple question, a question, question, looks good, lgtm, done, new task, next task, next up, next step,
        this time, for now, after that, maybe, perhaps, urgent, in this repo, in this repository, in this project,
        in this codebase, in the repo, in my project, in our codebase, when you get a chance,
        when you have a chance, when you have time, when you have a moment, when you have a minute, when you can,
        whenever you can, if possible, if you can, if you don't mind, if you have time, as discussed, as mentioned,
        as we discussed, to start, to begin, to begin with, for context, for reference, in short, claude, codex,
        copilot, assistant, dear claude, chatgpt, gpt, everyone, team, guys, folks, also, hello there, wait,
        ultrathink, think hard
        """
    )

    /// Words that show, after a paused filler, that a request begins.
    static let requestStarts: Set<String> = [
        "now", "so", "can", "could", "would", "please", "pls", "let's", "lets", "let", "i", "we", "i'd", "you", "then",
        "next", "that", "how", "why", "what", "here's", "just", "help", "also",
    ]

    /// Politeness at the end of a sentence.
    static let closings = Phrases(
        """
        please, pls, plz, thanks, thank you, thx, ty, tia, cheers, thanks in advance, thank you in advance,
        thanks a lot, thanks so much, thank you very much, thank you so much, many thanks, much appreciated,
        if possible, if you can, if you could, if you don't mind, when you can, when you get a chance,
        when you have time, when you have a moment, asap, as soon as possible, any ideas, any idea, any thoughts,
        any suggestions, any help, ok, okay, :), :d, ;), 🙏, 😊, 🙂, 😀, 👍, ❤️, bitte, danke, por favor, gracias, svp,
        stp, s'il te plaît, s'il vous plaît, merci, merci d'avance, per favore, grazie, obrigado, пожалуйста,
        спасибо, lütfen, teşekkürler, من فضلك, شكرا, בבקשה, תודה, alsjeblieft, proszę, dziękuję
        """
    )

    /// Openings of languages that write no spaces, longest first, and what may not follow them.
    static let unspacedRequests: [(opening: String, unless: [Character])] = [
        ("能不能请你帮我", []), ("能不能帮我", []), ("可以帮我", []), ("你可以帮我", []), ("你能帮我", []), ("你能不能", []),
        ("请你帮我", []), ("请帮我", []), ("请帮忙", []), ("麻烦你", []), ("麻烦您", []), ("帮我", []), ("帮忙", []),
        ("我想要", []), ("我想", []), ("我需要", []), ("我们需要", []), ("請幫我", []), ("請你", []), ("幫我", []), ("請", ["求", "假"]),
        ("请你", []), ("请", ["求", "假", "柬"]), ("กรุณา", []), ("โปรด", []), ("รบกวน", []), ("ช่วย", []),
    ]

    static let unspacedGreetings = [
        "你好", "您好", "嗨", "请问", "請問", "大家好", "こんにちは", "こんばんは", "おはようございます", "お疲れ様です", "お疲れさまです", "すみません",
        "สวัสดีครับ", "สวัสดีค่ะ", "สวัสดี",
    ]
}
