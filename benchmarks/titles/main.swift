import Titles

/// Prints what the title and the preview of a usual prompt cost together, in microseconds: the mean over the prompts, and
/// the dearest one. Of each prompt the cheapest of many rounds counts, which other programs disturb least.

let prompts = [
    """
    Add input validation to the signup form. Email should be validated, password needs 8+ chars with at least one number.
    """,
    """
    Hi! Can you please look at the checkout page? When a customer applies a discount code twice, the total goes negative \
    and the order can't be placed.

    I think the problem is in `src/cart/discounts.ts`, where `applyDiscount()` doesn't check whether the code was used \
    before. Please add a check and a regression test, and don't change the public API of the cart module.
    """,
    """
    Hallo zusammen, könntet ihr bitte die Fehlermeldung auf der Anmeldeseite verbessern? Wenn das Passwort falsch ist, \
    steht dort nur »Fehler«.
    """,
    "お疲れ様です。ユーザー登録フォームに入力チェックを追加してください。メールアドレスは必須で、パスワードは8文字以上にしてください。",
    "the export button does nothing on Firefox, works fine in Chrome",
    """
    Reduce cold start of thumbnail lambda

    Today it is 4.2 s, since we bundle the whole AWS SDK. Use the v3 clients and esbuild.
    """,
]

let rounds = 400
let repetitions = 25
let clock = ContinuousClock()

let costs = prompts.map { prompt in
    (0..<rounds).map { _ in
        let time = clock.measure {
            for _ in 0..<repetitions {
                _ = SessionTitle.generate(from: prompt)
                _ = MessagePreview.generate(from: prompt)
            }
        }
        return time / .microseconds(repetitions)
    }.min() ?? .infinity
}

print(costs.reduce(0, +) / Double(costs.count), costs.max() ?? .infinity)
