extension Language {
    static let vietnamese = Language(
        name: "Vietnamese",
        greetings: """
            chào, xin chào, chào bạn, chào các bạn, chào anh, chào chị, chào anh chị, chào mọi người, chào cả nhà,
            chào em, chào team, kính gửi, thân gửi, chào buổi sáng, chào buổi chiều
            """,
        addressees: "bạn, các bạn, mọi người, cả nhà, anh chị, anh, chị, em, team, cả nhóm",
        openings: """
            vui lòng, làm ơn, xin vui lòng, xin hãy, nhờ bạn, nhờ anh, nhờ chị, nhờ mọi người, nhờ, bạn có thể,
            bạn có thể giúp, bạn có thể giúp tôi, bạn có thể giúp mình, anh có thể, chị có thể, có thể, giúp tôi,
            giúp mình, giúp em, giúp, phiền bạn, mong bạn, tôi muốn, mình muốn, chúng tôi muốn, tôi cần, mình cần,
            chúng ta cần, ai đó có thể
            """,
        keepsOpening: "rằng, biết",
        fillers: "ngoài ra, nhân tiện, thêm nữa, cho mình hỏi, cho tôi hỏi, cho hỏi, một câu hỏi, tiện thể",
        acknowledgements: "tuyệt, tuyệt vời, tốt, được rồi, tốt lắm, vâng",
        closings: """
            cảm ơn, cám ơn, cảm ơn bạn, cảm ơn nhiều, cảm ơn trước, cảm ơn mọi người, xin cảm ơn,
            xin chân thành cảm ơn, trân trọng, thân ái, thân mến, chúc, hy vọng, xin lỗi, bạn khỏe không,
            bạn có khỏe không
            """,
        politeness: """
            cảm ơn, cám ơn, cảm ơn bạn, cảm ơn nhiều, cảm ơn trước, nhé, nha, giúp mình nhé, giúp tôi nhé, giúp nhé,
            với ạ, nếu được, nhé cảm ơn, giúp mình, giúp tôi
            """,
        requestEndings: """
            không, được không, được không ạ, không ạ, có được không, cho tôi, cho mình, giúp được không
            """,
        subjectHeaders: "chủ đề, tiêu đề, tóm tắt",
        otherHeaders: """
            từ, đến, tới, gửi, người gửi, người nhận, ngày, đã gửi, ngày gửi, độ ưu tiên, trạng thái, đồng gửi
            """,
        mailPrefixes: "trả lời, chuyển tiếp, tl",
        quotationLines: "vào … đã viết",
        requestLabels: """
            nhiệm vụ, công việc, vấn đề, mô tả, mô tả vấn đề, mô tả lỗi, hãy mô tả vấn đề, mục tiêu, yêu cầu,
            tóm tắt, lỗi, chuyện gì đã xảy ra, điều gì xảy ra, hành vi hiện tại, giải pháp đề xuất, câu hỏi,
            đề xuất
            """,
        backgroundLabels: """
            bối cảnh, môi trường, phiên bản, các bước, các bước tái hiện, tái hiện, hành vi mong đợi,
            kết quả mong đợi, mong đợi, tại sao, ghi chú, tiêu chí chấp nhận, ràng buộc, giải pháp thay thế,
            hệ điều hành, trình duyệt, ảnh chụp màn hình, thông tin thêm
            """,
        emptyAnswers: "có, không, không có, không có gì, không biết, không rõ, không áp dụng, rồi",
        questions: "tại sao, vì sao, làm sao, làm thế nào, ở đâu, khi nào, bao nhiêu",
        failures: """
            lỗi, bị lỗi, không hoạt động, bị hỏng, bị sập, bị treo, chậm, thất bại, bị sai, thiếu, biến mất,
            bị trống, bị trùng, không, bị mất
            """,
        pointing: """
            này, đó, nó, cái, việc, xem, xem giúp, kiểm tra, kiểm, tra, sửa, sửa lỗi, chữa, khắc, phục, giải, quyết,
            giúp, tôi, mình, chúng, hôm nay, hôm, nay, ngày, mai, bây, giờ, nhanh, gấp, khẩn, làm, tiếp, tục, ở,
            đây, dưới, sau, lại, hộ, qua, thử, dùm, lỗi
            """,
        marks: "và, của, là, các, cho, trong, với, được, có, không, khi, một, những, này, thì, vào, để, từ",
        articles: .none
    )
}
