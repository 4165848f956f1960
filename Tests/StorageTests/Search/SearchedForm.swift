/// Two forms of the same text: whichever is written, the other finds it.
struct SearchedForm: Sendable {
    let one: String
    let other: String

    init(_ one: String, _ other: String) {
        (self.one, self.other) = (one, other)
    }

    static let all = widths + greek + cyrillic + latin + turkish + arabic + hebrew + others + names + emoji

    private static let widths = [
        SearchedForm("Ｆｕｌｌｗｉｄｔｈ", "fullwidth"), SearchedForm("ＡＢＣ１２３", "ABC123"), SearchedForm("ｶﾀｶﾅ", "カタカナ"),
        SearchedForm("ｶﾞｷﾞｸﾞ", "ガギグ"), SearchedForm("ﾊﾟｽﾜｰﾄﾞ", "パスワード"), SearchedForm("ｈｔｔｐ５００", "http500"),
        SearchedForm("ｖｅｒｓｉｏｎ　２", "version 2"), SearchedForm("ﾛｸﾞｲﾝ画面", "ログイン画面"), SearchedForm("ＧｅｔＵｓｅｒ", "getUser"),
        SearchedForm("ｆｏｏ＿ｂａｒ", "foo_bar"), SearchedForm("か\u{3099}っこう", "がっこう"), SearchedForm("ﾃﾞｰﾀﾍﾞｰｽ", "データベース"),
    ]

    private static let greek = [
        SearchedForm("Διόρθωσε", "διορθωσε"), SearchedForm("σφάλμα", "σφαλμα"), SearchedForm("ΣΦΆΛΜΑ", "σφάλμα"),
        SearchedForm("χρήστης", "ΧΡΗΣΤΗΣ"), SearchedForm("σύνδεση", "συνδεση"), SearchedForm("κώδικας", "κωδικασ"),
        SearchedForm("αρχείο", "ΑΡΧΕΙΟ"), SearchedForm("προϊόν", "προιον"), SearchedForm("αΰπνία", "αυπνια"),
        SearchedForm("μήνυμα", "μηνυμα"), SearchedForm("ᾳδης", "αδης"), SearchedForm("ὕδωρ", "υδωρ"),
    ]

    private static let cyrillic = [
        SearchedForm("ещё", "еще"), SearchedForm("Ёлка", "елка"), SearchedForm("всё", "все"),
        SearchedForm("отчёт", "отчет"),
        SearchedForm("ЗАПУСКАЕМЫЙ", "запускаемый"), SearchedForm("счётчик", "СЧЕТЧИК"), SearchedForm("объём", "объем"),
        SearchedForm("приём", "прием"), SearchedForm("чёрный", "черный"), SearchedForm("е\u{308}ж", "ёж"),
        SearchedForm("ґанок", "ганок"), SearchedForm("м'ята", "м\u{2BC}ята"), SearchedForm("їжак", "іжак"),
    ]

    private static let latin = [
        SearchedForm("straße", "strasse"), SearchedForm("GROẞ", "gross"), SearchedForm("Maße", "MASSE"),
        SearchedForm("Łódź", "lodz"), SearchedForm("złoty", "zloty"), SearchedForm("błąd", "blad"),
        SearchedForm("Ærø", "aero"),
        SearchedForm("færdig", "faerdig"), SearchedForm("cœur", "coeur"), SearchedForm("œuvre", "OEUVRE"),
        SearchedForm("smørrebrød", "smorrebrod"), SearchedForm("đường", "duong"), SearchedForm("Þór", "thor"),
        SearchedForm("maður", "madur"), SearchedForm("Ħamrun", "hamrun"), SearchedForm("Crème brûlée", "creme brulee"),
        SearchedForm("crème", "cre\u{300}me"), SearchedForm("naïve", "naive"), SearchedForm("Žluťoučký", "zlutoucky"),
        SearchedForm("tűrő", "turo"), SearchedForm("señal", "senal"), SearchedForm("ação", "acao"),
        SearchedForm("Größe", "grosse"), SearchedForm("Äpfel", "apfel"), SearchedForm("phiên bản", "phien ban"),
        SearchedForm("ﬁle", "file"), SearchedForm("x²", "x2"), SearchedForm("soft\u{AD}ware", "software"),
        SearchedForm("ŧest", "test"),
    ]

    private static let turkish = [
        SearchedForm("ısı", "isi"), SearchedForm("IŞIK", "ışık"), SearchedForm("İstanbul", "istanbul"),
        SearchedForm("kapı", "KAPI"), SearchedForm("sınıf", "sinif"), SearchedForm("giriş", "GİRİŞ"),
        SearchedForm("hatalı", "hatali"), SearchedForm("yazılım", "yazilim"), SearchedForm("çıkış", "cikis"),
        SearchedForm("ağırlık", "agirlik"), SearchedForm("DIŞARI", "disari"),
    ]

    private static let arabic = [
        SearchedForm("كِتَاب", "كتاب"), SearchedForm("أحمد", "احمد"), SearchedForm("إصلاح", "اصلاح"),
        SearchedForm("آخر", "اخر"),
        SearchedForm("مُحَمَّد", "محمد"), SearchedForm("كـــتاب", "كتاب"), SearchedForm("خطأٌ", "خطأ"),
        SearchedForm("مدرسة", "مدرسه"),
        SearchedForm("على", "علي"), SearchedForm("کتاب", "كتاب"), SearchedForm("فارسی", "فارسي"),
        SearchedForm("١٢٣", "123"),
        SearchedForm("۴۵۶", "456"), SearchedForm("شُكْرًا", "شكرا"), SearchedForm("ﺳﻼﻡ", "سلام"),
    ]

    private static let hebrew = [
        SearchedForm("שָׁלוֹם", "שלום"), SearchedForm("סֵפֶר", "ספר"), SearchedForm("שׁגיאה", "שגיאה"),
        SearchedForm("קֹבֶץ", "קבץ"),
        SearchedForm("תִּקּוּן", "תקון"), SearchedForm("מִשְׁתַּמֵּשׁ", "משתמש"), SearchedForm("בְּדִיקָה", "בדיקה"),
        SearchedForm("שׂדה", "שדה"),
        SearchedForm("יִשְׂרָאֵל", "ישראל"), SearchedForm("דַּף", "דף"), SearchedForm("\u{FB2A}ם", "שם"),
    ]

    private static let others = [
        SearchedForm("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"), SearchedForm("फ़ाइल", "फाइल"),
        SearchedForm("ปี ๒๕๖๗", "ปี 2567"), SearchedForm("१२३", "123"), SearchedForm("Ⅳ", "iv"),
        SearchedForm("ﷲ", "الله"),
    ]

    /// A name's parts are found however they are put together.
    private static let names = [
        SearchedForm("loginForm", "login_form"), SearchedForm("login-form", "LoginForm"),
        SearchedForm("userInput", "user_input"),
        SearchedForm("HTTPServer", "http_server"), SearchedForm("HTTP_SERVER", "httpServer"),
        SearchedForm("parseURL", "parse-url"),
        SearchedForm("get_user_by_id", "getUserById"), SearchedForm("MaxRetryCount", "MAX_RETRY_COUNT"),
        SearchedForm("src/loginForm", "src/login-form"), SearchedForm("data.userName", "data.user_name"),
        SearchedForm("ПолучитьДанные", "получить_данные"), SearchedForm("TS2345", "TS-2345"),
    ]

    private static let emoji = [
        SearchedForm("👍🏽", "👍"), SearchedForm("❤️", "❤"), SearchedForm("👩🏻‍💻", "👩‍💻"), SearchedForm("☕️", "☕"),
        SearchedForm("1️⃣", "1"),
    ]
}
