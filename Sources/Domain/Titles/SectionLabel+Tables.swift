extension SectionLabel {
    /// Labels that the wish itself may stand under.
    static let request = phrases(
        """
        bug, bug report, bug description, describe the bug, description, short description, summary, overview,
        what happened, what is the problem, what's wrong, what's happening, problem, the problem, problem statement,
        problem description, issue, the issue, issue description, issue summary, title, subject, re, fwd, feature,
        suggestion, idea, feature idea, feature request, feature description, enhancement, proposal,
        proposed solution, solution, describe the solution you'd like, is your feature request related to a problem,
        is your feature request related to a problem please describe, what is the current behavior,
        what is the current behaviour, user story, story, what, desired behavior, desired behaviour, task, step,
        your task, the task, tasks, todo, to do, goal, goals, the goal, objective, objectives, aim, request,
        requirement, requirements, instructions, instruction, prompt, user request, user, human, query, question,
        questions, ask, what i want, what i need, what to do, changes, proposed changes, actual behavior,
        actual behaviour, actual result, actual results, current behavior, current behaviour, actual, tl;dr, tldr,
        quick question, quick one, one more thing, urgent, important, asap, wip, help, help wanted, high priority,
        blocker, aufgabe, problème, problema, tâche, tarea, задача, проблема, 问题, 任务, 需求, 背景と目的
        """
    )

    /// How further such labels begin.
    static let requestStarts = [
        "describe ", "what went wrong", "what happen", "what would you like", "what do you want",
        "what is the current ",
    ]

    /// Labels of circumstances.
    static let background = phrases(
        """
        context, background, why, use case, use cases, current state, steps, background information, environment,
        my environment, your environment, env, reproduction, repro, to reproduce, reproduction steps, expected,
        expectation, screenshots, screenshot, logs, log, log output, relevant log output, output, versions, version,
        system info, system information, checklist, prerequisites, alternatives, acceptance criteria,
        definition of done, constraints, rules, guidelines, references, resources, related issues, links, notes,
        note, tech stack, stack, stack trace, stacktrace, traceback, example, examples, desktop, smartphone, device,
        os, browser, node version, platform, from, to, cc, bcc, date, sent, reply-to, output format, format, role,
        persona, system, assignee, labels, type, component, area, module, kind, reporter, assistant, priority,
        severity, status, due date, document, documents, fyi, impact, workaround, possible solution,
        project structure, system-reminder, system reminder, motivation, out of scope, non-goals, before submitting,
        code of conduct, kontext, hintergrund, contexte, contexto, контекст, 背景
        """
    )

    /// How further such labels begin.
    static let backgroundStarts = [
        "steps to ", "how to reproduce", "expected ", "additional ", "desktop (", "smartphone (",
        "what did you expect", "what is the expected ", "what you expected", "what version", "which version",
        "is there an existing", "describe alternatives", "relevant ", "environment ", "possible ", "related ",
        "pre-submission", "i have searched",
    ]

    private static func phrases(_ table: String) -> Set<String> {
        Set(table.split { $0 == "," || $0 == "\n" }.map { String($0.drop { $0 == " " }) })
    }
}
