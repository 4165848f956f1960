extension TitleCase {
    /// Languages other than English are never changed.
    static let languages: [TitleCase] = [
        .init("请帮我修复登录页面的错误。然后添加测试。", "修复登录页面的错误"),
        .init("ログインページのバグを修正してください。テストも追加してください。", "ログインページのバグを修正してください"),
        .init("안녕하세요. 로그인 페이지의 오류를 수정해 주세요.", "로그인 페이지의 오류를 수정해 주세요"),
        .init(
            "Bitte füge eine Eingabeprüfung zum Anmeldeformular hinzu. Danke!",
            "Füge eine Eingabeprüfung zum Anmeldeformular hinzu"
        ),
        .init("Kannst du bitte die Tests reparieren?", "Die Tests reparieren"),
        .init("Bonjour, peux-tu corriger la page de connexion ? Elle plante.", "Corriger la page de connexion"),
        .init(
            "Пожалуйста, исправь ошибку на странице входа. Она появляется после обновления.",
            "Исправь ошибку на странице входа"
        ),
        .init("أصلح صفحة تسجيل الدخول. شكرا", "أصلح صفحة تسجيل الدخول"),
        .init("תקן את דף הכניסה. הוא קורס", "תקן את דף הכניסה"),
        .init("कृपया लॉगिन पेज ठीक करें। धन्यवाद।", "लॉगिन पेज ठीक करें"),
        .init(
            "แก้ไขหน้าเข้าสู่ระบบที่ไม่ทำงานเมื่อผู้ใช้ป้อนรหัสผ่านผิดหลายครั้งติดต่อกันและระบบค้าง",
            "แก้ไขหน้าเข้าสู่ระบบที่ไม่ทำงานเมื่อผู้ใช้ป้อนรหัสผ่านผิดหลายครั้งติดต่อกันและระบบ…"
        ),
        .init("izin kontrolü ekle", "Izin kontrolü ekle"),
        .init(
            "Corrige le bug qui empêche l'utilisateur de se connecter. Il a cliqué sur le bouton.",
            "Corrige le bug qui empêche l'utilisateur de se connecter"
        ),
        .init(
            "Hola, ¿puedes agregar validación al formulario de registro?",
            "Agregar validación al formulario de registro"
        ),
        .init("Olá! Você pode corrigir o erro na página de login?", "Corrigir o erro na página de login"),
        .init(
            "Ciao, puoi aggiungere i test per il modulo di pagamento?",
            "Aggiungere i test per il modulo di pagamento"
        ),
        .init("Lütfen giriş sayfasındaki hatayı düzelt.", "Giriş sayfasındaki hatayı düzelt"),
        .init("你好，请问如何运行单个测试？", "如何运行单个测试？"),
        .init("こんにちは、ログイン画面にバリデーションを追加してください。", "ログイン画面にバリデーションを追加してください"),
        .init("请求超时时显示错误提示", "请求超时时显示错误提示"),
        .init("修复 README.md 中的链接", "修复 README.md 中的链接"),
        .init("Übersetze die README ins Deutsche", "Übersetze die README ins Deutsche"),
        .init("Könntest du bitte die Fehlermeldung im Login verbessern?", "Die Fehlermeldung im Login verbessern"),
        .init("ß wird in der Suche nicht gefunden", "ß wird in der Suche nicht gefunden"),
        .init("Ajoute une page de profil à l'application", "Ajoute une page de profil à l'application"),
        .init(
            "C'est urgent : le formulaire d'inscription ne marche plus. Peux-tu le corriger ?",
            "C'est urgent : le formulaire d'inscription ne marche plus"),
        .init("Der Export ist kaputt. Kannst du das bitte beheben?", "Der Export ist kaputt"),
        .init(
            "Le bouton « Enregistrer » ne fonctionne pas. Peux-tu corriger ?",
            "Le bouton « Enregistrer » ne fonctionne pas"
        ),
        .init("Por favor, añade un botón de cerrar sesión", "Añade un botón de cerrar sesión"),
        .init("Necesito que arregles el login", "Necesito que arregles el login"),
        .init("Исправь баг: кнопка не работает", "Исправь баг: кнопка не работает"),
        .init("Привет! Можешь добавить тесты для модуля оплаты?", "Добавить тесты для модуля оплаты"),
        .init("로그인 버튼을 눌러도 아무 반응이 없어요. 확인해 주세요.", "로그인 버튼을 눌러도 아무 반응이 없어요"),
        .init("帮我写一个Python脚本，批量重命名文件夹中的图片", "写一个Python脚本，批量重命名文件夹中的图片"),
        .init("为什么构建失败？", "为什么构建失败？"),
        .init("このコードをリファクタリングしてください：\n\n```js\nconst a = 1;\n```", "このコードをリファクタリングしてください"),
        .init("テストが失敗する原因を調べて", "テストが失敗する原因を調べて"),
        .init("مرحبا، هل يمكنك إصلاح صفحة تسجيل الدخول؟", "إصلاح صفحة تسجيل الدخول"),
        .init("שלום, אנא תקן את הבאג בדף הבית", "תקן את הבאג בדף הבית"),
        .init("สวัสดีครับ ช่วยเพิ่มปุ่มออกจากระบบหน่อยครับ", "เพิ่มปุ่มออกจากระบบหน่อยครับ"),
        .init("Giriş butonu çalışmıyor. Lütfen düzeltir misin?", "Giriş butonu çalışmıyor"),
        .init("Proszę naprawić błąd logowania", "Naprawić błąd logowania"),
        .init("Kun je de tests repareren?", "De tests repareren"),
        .init("Wie kann ich die Tests lokal ausführen?", "Wie kann ich die Tests lokal ausführen?"),
        .init(
            "Ich bekomme einen Fehler beim Starten der App. Kannst du das bitte prüfen?",
            "Ich bekomme einen Fehler beim Starten der App"
        ),
        .init("Hallo zusammen, könnt ihr bitte die Doku aktualisieren?", "Die Doku aktualisieren"),
        .init(
            """
            Wir müssen die Ladezeit der Startseite verbessern, z.B. durch kleinere Bilder. Außerdem fehlt ein \
            Favicon.
            """,
            "Wir müssen die Ladezeit der Startseite verbessern, z.B…"
        ),
        .init("Comment puis-je lancer les tests en local ?", "Comment puis-je lancer les tests en local ?"),
        .init(
            "J'ai une erreur quand je lance l'application. Peux-tu m'aider ?",
            "J'ai une erreur quand je lance l'application"
        ),
        .init("¿Cómo ejecuto las pruebas?", "¿Cómo ejecuto las pruebas?"),
        .init(
            "Hola equipo, necesito un script que borre los archivos temporales.",
            "Un script que borre los archivos temporales"
        ),
        .init("Preciso de um script que apague arquivos temporários", "Script que apague arquivos temporários"),
        .init("Как запустить тесты?", "Как запустить тесты?"),
        .init(
            "Сделай так, чтобы кнопка «Сохранить» была неактивна, пока форма пустая. Спасибо!",
            "Сделай так, чтобы кнопка «Сохранить» была неактивна, пока…"
        ),
        .init(
            "Добавь поддержку v1.2.3, т.е. новую версию API. Потом обнови README.",
            "Добавь поддержку v1.2.3, т.е. новую версию API"
        ),
        .init("这个函数太慢了，请优化一下。\n\n```python\ndef f(): pass\n```", "这个函数太慢了，请优化一下"),
        .init("你好！我想给网站添加深色模式，请问应该怎么做？", "给网站添加深色模式，请问应该怎么做？"),
        .init("将所有的var替换为const", "将所有的var替换为const"),
        .init("帮我看看这个错误：TypeError: x is not a function", "看看这个错误：TypeError: x is not a function"),
        .init("ユーザー登録フォームに入力チェックを追加する。メールアドレスは必須。", "ユーザー登録フォームに入力チェックを追加する"),
        .init("お疲れ様です。APIのレスポンスが遅いので、原因を調査してもらえますか？", "APIのレスポンスが遅いので、原因を調査してもらえますか？"),
        .init("로그인 폼에 유효성 검사를 추가해줘", "로그인 폼에 유효성 검사를 추가해줘"),
        .init("안녕하세요, 다크 모드를 추가해 주실 수 있나요?", "다크 모드를 추가해 주실 수 있나요?"),
        .init("أضف زر تسجيل الخروج إلى القائمة. يجب أن يكون في الأسفل.", "أضف زر تسجيل الخروج إلى القائمة"),
        .init("הוסף כפתור התנתקות לתפריט. תודה!", "הוסף כפתור התנתקות לתפריט"),
        .init("लॉगिन फॉर्म में वैलिडेशन जोड़ें। ईमेल ज़रूरी है।", "लॉगिन फॉर्म में वैलिडेशन जोड़ें"),
        .init("เพิ่มโหมดมืดในหน้าตั้งค่า", "เพิ่มโหมดมืดในหน้าตั้งค่า"),
        .init("Kayıt formuna doğrulama ekle. E-posta zorunlu olsun.", "Kayıt formuna doğrulama ekle"),
        .init("Thêm chế độ tối vào trang cài đặt. Cảm ơn!", "Thêm chế độ tối vào trang cài đặt"),
        .init(
            "Dodaj walidację do formularza rejestracji, np. sprawdzanie e-maila. Dzięki!",
            "Dodaj walidację do formularza rejestracji, np. sprawdzanie…"
        ),
        .init("Voeg validatie toe aan het registratieformulier", "Voeg validatie toe aan het registratieformulier"),
        .init("Lägg till mörkt läge i inställningarna", "Lägg till mörkt läge i inställningarna"),
        .init("Προσθέστε σκοτεινή λειτουργία", "Προσθέστε σκοτεινή λειτουργία"),
        .init("Додай темну тему", "Додай темну тему"),
        .init("über-long titles overflow", "Über-long titles overflow"),
        .init("ñandú no se muestra", "Ñandú no se muestra"),
        .init("ǆ is upper-cased wrongly", "ǅ is upper-cased wrongly"),
        .init("état du bouton incorrect", "État du bouton incorrect"),
        .init("İstanbul isn't sorted correctly", "İstanbul isn't sorted correctly"),
    ]
}
