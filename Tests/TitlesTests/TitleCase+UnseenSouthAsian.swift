extension TitleCase {
    /// Hindi, Bengali, Thai, Vietnamese and Indonesian.
    static let unseenSouthAsian: [TitleCase] = [
        .init("नमस्ते, कृपया ऑर्डर सूची में खोज का विकल्प जोड़ें। धन्यवाद!", "ऑर्डर सूची में खोज का विकल्प जोड़ें"),
        .init(
            """
            प्रेषक: support@example.in
            विषय: रसीद में गलत तारीख

            नमस्कार,
            कृपया आज ही देख लें।
            """,
            "रसीद में गलत तारीख"
        ),
        .init(
            "किसानों के लिए मौसम सूचना\n\nहर सुबह छह बजे संदेश भेजें। भाषा बदलने का विकल्प भी हो।",
            "किसानों के लिए मौसम सूचना"
        ),
        .init(
            "नमस्कार! पासवर्ड बदलने के बाद ऐप बंद क्यों हो जाता है?",
            "पासवर्ड बदलने के बाद ऐप बंद क्यों हो जाता है?"
        ),
        .init(
            "নমস্কার, দয়া করে পণ্যের তালিকায় একটি ফিল্টার যোগ করুন। ধন্যবাদ!",
            "পণ্যের তালিকায় একটি ফিল্টার যোগ করুন"
        ),
        .init(
            """
            প্রেরক: support@example.com
            বিষয়: বিলে ভুল তারিখ

            হ্যালো,
            আজকে একটু দেখবেন?
            """,
            "বিলে ভুল তারিখ"
        ),
        .init(
            "শিক্ষকদের জন্য উপস্থিতি অ্যাপ\n\nপ্রতিদিন সকালে হাজিরা নিতে হবে। ইন্টারনেট ছাড়াও চলতে হবে।",
            "শিক্ষকদের জন্য উপস্থিতি অ্যাপ"
        ),
        .init("অনুগ্রহ করে README ফাইলটি হালনাগাদ করুন।", "README ফাইলটি হালনাগাদ করুন"),
        .init(
            "สวัสดีค่ะ ช่วยเพิ่มช่องค้นหาในหน้ารายการสินค้า\nขอบคุณค่ะ",
            "เพิ่มช่องค้นหาในหน้ารายการสินค้า"
        ),
        .init(
            """
            จาก: support@example.co.th
            เรื่อง: ใบเสร็จแสดงวันที่ผิด

            เรียนทีมงาน
            รบกวนตรวจสอบด้วยค่ะ
            """,
            "ใบเสร็จแสดงวันที่ผิด"
        ),
        .init(
            "ระบบจองห้องประชุมสำหรับพนักงาน\n\nตอนนี้ใช้กระดาษอยู่ ต้องจองผ่านมือถือได้",
            "ระบบจองห้องประชุมสำหรับพนักงาน"
        ),
        .init("กรุณาอัปเดตเอกสารการติดตั้ง", "อัปเดตเอกสารการติดตั้ง"),
        .init(
            "Chào bạn, bạn có thể thêm bộ lọc theo ngày vào danh sách đơn hàng không? Cảm ơn nhiều!",
            "Thêm bộ lọc theo ngày vào danh sách đơn hàng"
        ),
        .init(
            """
            Từ: ketoan@example.vn
            Chủ đề: Hóa đơn in sai ngày

            Chào cả nhà,
            nhờ mọi người kiểm tra giúp.
            """,
            "Hóa đơn in sai ngày"
        ),
        .init(
            "Theo dõi nhiệt độ kho lạnh\n\nCảm biến gửi dữ liệu mỗi phút. Cảnh báo khi vượt ngưỡng.",
            "Theo dõi nhiệt độ kho lạnh"
        ),
        .init("Vui lòng cập nhật tài liệu cài đặt.", "Cập nhật tài liệu cài đặt"),
        .init(
            "Halo, tolong tambahkan tombol cetak di halaman pesanan. Terima kasih!",
            "Tambahkan tombol cetak di halaman pesanan"
        ),
        .init(
            """
            Dari: gudang@example.co.id
            Perihal: Stok berubah menjadi negatif

            Selamat siang,
            mohon dicek hari ini.
            """,
            "Stok berubah menjadi negatif"
        ),
        .init(
            "Peta rute untuk aplikasi kurir\n\nKurir sering tersesat di gang kecil. Pakai OpenStreetMap.",
            "Peta rute untuk aplikasi kurir"
        ),
        .init("Selamat pagi, bisakah Anda memperbarui dokumentasi instalasi?", "Memperbarui dokumentasi instalasi"),
    ]
}
