extension Vocabulary {
    /// English phrases for which `Language` has no column yet.
    static let english: [(Roles, String)] = [
        (
            .wish,
            """
            i want, i need, i'd like, i would like, we want, we need, we'd like, we would like, i'm looking for, i
            am looking for, looking for, give me, need
            """
        ),
        (
            .report,
            """
            the thing is, thing is, the problem is that, the problem is, the issue is that, the issue is, noticed
            that, noticed, found that, saw that, i saw that, i suspect, i suspect that, i noticed that, i noticed,
            i've noticed that, i've noticed, i found that, i found out that, i found, i see that, i think that, i
            think, i believe, i believe that, i feel like, it seems that, it seems like, it seems, it looks like,
            looks like, seems like, it appears that, apparently, for some reason, it turns out that, turns out,
            there is, there are, there's, there seems to be, there appears to be, i have a, i have an, i've got a,
            i've got an, we have a, we have an, we've got a, i'm getting, i am getting, we're getting, we are
            getting, i'm seeing, i am seeing, we're seeing, we are seeing, i keep getting, we keep getting, i get a,
            i get an, i get this, i got a, i got an, i'm having, i am having, we're having, we are having, i'm
            facing, i am facing, we're facing, i'm experiencing, i ran into, we ran into, i'm running into, i am
            running into, sorry to bother you but, sorry but, i just noticed that, i just noticed, it would appear
            that, i have noticed that, we noticed that, we've noticed that, we found that, i can see that, i've seen
            that, something's off, something is off, turns out that, not sure if this is a bug but,
            i'm not sure if this is a bug but, not sure if this is intended but, this might be a bug but, might be a bug but
            """
        ),
        (
            .filler,
            """
            so, btw, by the way, hmm, hm, um, uh, umm, erm, just, also, basically, anyway, anyways, and, but, lol,
            ok so, okay so, so basically, so yeah, long story short, tl;dr, tldr, fyi, @claude, @codex, @copilot,
            @lodestone, @bot, plus, oh and, so yeah so, hey so
            """
        ),
        (
            .manner,
            """
            think step by step, think carefully, think hard, be concise, be careful, be brief, be thorough, be sure,
            take your time, keep in mind, note that, note, remember, bear in mind, take a deep breath, ultrathink,
            don't rush, respond, answer, follow best practices, use best practices, always, never, you, you're,
            your, see, check out
            """
        ),
        (
            .rolePlay,
            """
            you are a, you are an, you are the, you are my, you are our, you are now, you are acting, you are
            working, you are claude, you are expert, you are senior, you are helping, you're a, you're an, you're
            the, you're my, act as, act like, imagine you, imagine you're, imagine that you, pretend you, pretend to
            be, assume you, assume the role, take on the role, take the role, behave as, behave like, du bist ein,
            du bist eine, tu es un, tu es une, eres un, eres una, ты опытный, ты эксперт
            """
        ),
        (
            .turn,
            """
            please, can you, could you, would you, will you, can we, could we, i need you to, i want you to, i'd
            like you to, i would like you to, i need to, i want to, i'd like to, i would like to, we need to, we
            want to, we should, i think we should, i think we need to, let's, where do, how do, how can, how would,
            why does, is there, noticed that, noticed, found that, saw that, i noticed, i found that, i saw that,
            now
            """
        ),
        (
            .ambiguousGreeting,
            "morning, afternoon, evening, dear, best, all, liebe, lieber, beste, care, cara, caro, cher, hyvä"
        ),
        (
            .backgroundStart,
            """
            steps to, how to reproduce, expected, additional, desktop, smartphone, what did you expect,
            what is the expected, what you expected, what version, which version, is there an existing,
            describe alternatives, relevant, environment, possible, related, pre-submission, i have searched
            """
        ),
        (
            .backgroundQuestion,
            """
            what did you, what were you, have you, did you, do you, are you, why, affected, any other, anything else,
            where did you, how did you, how often, when did, how was, i have, i've, i agree, i am, i confirm, code of
            """
        ),
        (
            .requestStartLabel,
            """
            describe, what went wrong, what happen, what happens, what happened, what would you like, what do you want,
            what is the current, what should, what is happening, what's the problem, tell us, explain the
            """
        ),
    ]

    /// English words by their traits.
    static let englishWords: [(Traits, String)] = [
        (
            .verb,
            """
            add adjust allow analyze analyse annotate apply archive audit automate avoid benchmark build bump bundle
            cache change check clarify clean cleanup compare compile compress configure connect convert copy count
            create cut debug decouple delete deploy deprecate describe design detect diagnose disable display
            document downgrade drop dry edit eliminate embed enable enforce enhance ensure estimate evaluate examine
            expand explain explore export expose extend extract fetch figure fill filter find finish fix format
            generate give handle hide highlight identify implement import improve include increase inline inspect
            install instrument integrate introduce investigate isolate label limit lint list load localize log look
            lower make map measure merge migrate mock modernize modify modularize monitor move normalize optimize
            optimise order organize override package parallelize parse patch persist pin plan polish port prepare
            prevent print profile propose protect provide prune publish pull push put raise read rearrange rebase
            rebuild recommend reduce redesign refactor refine register release reload remove rename render reorder
            reorganize replace replicate require research reset resolve restore restrict restructure return reuse
            revert review rewrite rework roll rotate sanitize save scaffold schedule search secure send separate
            serve set setup share show shorten simplify skip solve sort speed split squash standardize start stop
            store stream strip submit suggest summarize summarise support swap switch sync teach tell test throttle
            tidy toggle trace track transform translate trim troubleshoot tune turn unify undo unpin update upgrade
            upload use validate verify vendor wire wrap write address assign attach ban batch bind block bootstrap
            borrow bring cap capture center centre choose click close collapse combine commit complete condense
            conform continue crop debounce deduplicate define defer demonstrate derive dim dismiss distribute divide
            download draft draw drain dump duplicate echo emit encode encrypt escape exclude execute exempt exit
            expire factor finalize flag flash flatten fold force fork freeze gate grant group guard harden ignore
            initialize inject insert invalidate invert invoke join keep kill launch lift link localise lock mark
            mask match mention mirror mount mute name nest normalise notify obfuscate offer offload omit open
            organise outline paginate paint parametrize pass paste pause permit pick pipe place play plot poll
            populate prefetch preload prepend preserve prioritize proceed propagate purge query queue quote
            randomize rank re-add re-enable re-run reach rebrand recolor reconcile reconnect record recover redirect
            reformat refresh refuse regenerate reimplement reject relax relocate remember remind repair repeat
            rephrase reply reproduce resize resume retry retrieve reveal reverse roll-back round route sandbox scale
            scan scope scroll seed select serialize shard shift ship shrink shut sign silence sketch sleep snapshot
            spawn specify spin stabilize stage stash stub subscribe substitute suppress suspend swallow tag tear
            trigger truncate try tweak unblock uncomment uninstall unlock unmute unsubscribe unwrap vary virtualize
            visualise visualize vote walk warn watch whitelist widen wipe zip zoom report call correct process style
            color let lazy-load clone follow
            """
        ),
        (
            .nounVerb,
            """
            benchmark build bundle cache change check copy count cut debug delete deploy design display document
            drop edit export extract fetch fill filter format highlight import increase install label limit lint
            list load log look make map measure merge mock monitor move order override package parse patch persist
            pin plan polish port print profile publish pull push put raise read release reload report research reset
            restore return revert review rewrite roll rotate save schedule search send serve set setup share show
            skip sort speed split squash start stop store stream strip style submit support swap switch sync test
            throttle tidy toggle trace track transform trim tune turn update upgrade upload use wire wrap write
            address batch block bootstrap call cap capture center centre click close color crop debounce download
            draft draw drain dump echo escape exit factor flag flash fold force fork freeze gate grant group guard
            insert launch lift link lock mark mask match mention mirror mount mute name nest offer outline paginate
            paint pass paste pause pick pipe place play plot poll prefetch process purge query queue quote rank
            reach record redirect repeat reply resize resume retry reverse route scale scan scope scroll seed select
            shard shift ship shut sign sketch sleep snapshot spawn spin stage stub suspend tag tear trigger try
            tweak vote walk warn watch wipe zip zoom
            """
        ),
        (
            .finite,
            """
            is are was were isn't aren't wasn't weren't has have hasn't haven't does doesn't don't didn't can can't
            cannot cant will won't would should shouldn't must shows show stay stays returns takes gives gets looks
            needs wants goes keeps stopped became becomes appears appear comes come disappear contains causes fails fail crashes breaks hangs throws stops
            """
        ),
        (
            .subordinate,
            """
            that whether if when how why what where who which so because while until unless after before and
            """
        ),
        (
            .neverVerb,
            """
            a about above across after against all along although among and are around as at because before behind
            below beside between beyond both but by can could despite did do does during except for from given had
            half has have how if in inside into is just like near not now of off on once only or outside over per
            quite regarding should since so such than that then though through to under unless until upon via was
            were what when where whereas whether which while who why will with within without would yet
            """
        ),
        (
            .needsNext,
            """
            a an the and or but to of for from with in into on at by as that which is are was be this my our your
            its if when because so can could should would will must not no please we i you than via
            """
        ),
        (
            .neverAfterArticle,
            """
            and or to is are was in on at as for of from with by but has = + - vs then into when if
            """
        ),
        (
            .addition,
            """
            also too afterwards finally additionally lastly
            """
        ),
        (
            .subjectPronoun,
            """
            it it's they that's they're he she
            """
        ),
        (
            .pronounVerb,
            """
            is was are were happens happened should will would can also means works worked didn't doesn't isn't
            wasn't did does has
            """
        ),
        (
            .pronoun,
            """
            it them this that these those
            """
        ),
        (
            .expectation,
            """
            should must needs wants shouldn't
            """
        ),
        (
            .trouble,
            """
            bug error errors failed failure crashed issue exception incorrect regression leak timeout typo undefined
            corrupted stopped duplicate problem trouble not
            """
        ),
        (
            .speaker,
            """
            i im i'm i've we we're we've i'll my our using working running trying
            """
        ),
        (
            .requestStart,
            """
            now so can could would please pls let's lets let i we i'd you then next that how why what here's just
            help also
            """
        ),
        (
            .condition,
            """
            when whenever if after before because since while once until unless as during on in at to given for with
            although though upon whereas
            """
        ),
        (
            .count,
            """
            once twice thrice times per half quite such rather what many
            """
        ),
        (
            .article,
            """
            the a an
            """
        ),
    ]
}
