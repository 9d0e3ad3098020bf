"""Short passages in the wordings of papers, all invented: which units they name, and which of them they send."""

from __future__ import annotations

import pytest

from reading import read

# Each unit as "name | region or country | parent".
PASSAGES = [
    # departments of ministries by the words of what they do
    (
        "Sáng 5/6/2024, đoàn Tổng cục Quản lý xuất nhập cảnh, Bộ Công an Việt Nam hội đàm với Tổng cục Di trú, Bộ Nội vụ Campuchia tại Hà Nội.",
        [
            "Tổng cục Quản lý xuất nhập cảnh | VN | Bộ Công an Việt Nam",
            "Bộ Công an Việt Nam | VN",
            "Tổng cục Di trú | KH | Bộ Nội vụ Campuchia",
            "Bộ Nội vụ Campuchia | KH",
        ],
    ),
    (
        "Ngày 9/9/2020, Tổng cục An ninh biên giới, Bộ Công an Lào hội đàm với Cục An ninh nội địa, Bộ Công an Việt Nam.",
        [
            "Tổng cục An ninh biên giới | LA | Bộ Công an Lào",
            "Bộ Công an Lào | LA",
            "Cục An ninh nội địa | VN | Bộ Công an Việt Nam",
            "Bộ Công an Việt Nam | VN",
        ],
    ),
    (
        "Ngày 9/9/2020, Cục Cảnh sát phòng, chống tội phạm về ma túy (Bộ Công an Việt Nam) hội đàm với Ủy ban Kiểm soát ma túy quốc gia Lào.",
        [
            "Cục Cảnh sát phòng, chống tội phạm về ma túy | VN | Bộ Công an Việt Nam",
            "Bộ Công an Việt Nam | VN",
            "Ủy ban Kiểm soát ma túy quốc gia Lào | LA",
        ],
    ),
    (
        "Cục Cảnh sát quản lý tạm giữ, tạm giam và thi hành án hình sự tại cộng đồng, Bộ Công an hội đàm với Cục Trại giam, Bộ Công an Lào ngày 2/2/2023.",
        [
            "Cục Cảnh sát quản lý tạm giữ, tạm giam và thi hành án hình sự tại cộng đồng | VN | Bộ Công an",
            "Bộ Công an | VN",
            "Cục Trại giam | LA | Bộ Công an Lào",
            "Bộ Công an Lào | LA",
        ],
    ),
    (
        "Đoàn Cục Điều tra chống buôn lậu, Tổng cục Hải quan Việt Nam hội đàm với Cục Chống buôn lậu, Tổng cục Hải quan Trung Quốc tại TP Hạ Long.",
        [
            "Cục Điều tra chống buôn lậu | VN | Tổng cục Hải quan Việt Nam",
            "Tổng cục Hải quan Việt Nam | VN",
            "Cục Chống buôn lậu | CN | Tổng cục Hải quan Trung Quốc",
            "Tổng cục Hải quan Trung Quốc | CN",
        ],
    ),
    (
        "Ngày 11/12/2024, Cục Đối ngoại, Bộ Quốc phòng Việt Nam và Văn phòng Hợp tác quân sự quốc tế, Quân ủy Trung ương Trung Quốc tổ chức hội đàm.",
        [
            "Cục Đối ngoại | VN | Bộ Quốc phòng Việt Nam",
            "Bộ Quốc phòng Việt Nam | VN",
            "Văn phòng Hợp tác quân sự quốc tế | CN | Quân ủy Trung ương Trung Quốc",
            "Quân ủy Trung ương Trung Quốc | CN",
        ],
    ),
    (
        "Cục Hải quan tỉnh Tây Ninh và Ty Hải quan tỉnh Svay Rieng (Campuchia) tổ chức hội đàm ngày 4/10/2017.",
        ["Cục Hải quan tỉnh Tây Ninh | VN-37", "Ty Hải quan tỉnh Svay Rieng | KH-20"],
    ),
    (
        "Ngày 4/12/2019, Ban Chỉ đạo 515 tỉnh Điện Biên và Ban Công tác đặc biệt tỉnh Phông Sa Lỳ (Lào) tổ chức hội đàm.",
        ["Ban Chỉ đạo 515 tỉnh Điện Biên | VN-71", "Ban Công tác đặc biệt tỉnh Phông Sa Lỳ | LA-PH"],
    ),
    (
        "Tham dự có Phòng Tham mưu, Phòng Trinh sát (BĐBP Cao Bằng) và Đại đội Quản lý biên giới Long Châu (Quảng Tây, Trung Quốc).",
        [
            "Phòng Tham mưu | VN-04 | Bộ đội Biên phòng tỉnh Cao Bằng",
            "Phòng Trinh sát | VN-04 | Bộ đội Biên phòng tỉnh Cao Bằng",
            "Bộ đội Biên phòng tỉnh Cao Bằng | VN-04",
            "Đại đội Quản lý biên giới Long Châu | CN-GX",
        ],
    ),
    # posts in a row without a count, and what is none
    (
        "Đồn Biên phòng Thanh, Thuận, Hướng Lập hội đàm với Đại đội Biên phòng 323 (Lào).",
        [
            "Đồn Biên phòng Thanh | VN-25",
            "Đồn Biên phòng Thuận | VN-25",
            "Đồn Biên phòng Hướng Lập | VN-25",
            "Đại đội Biên phòng 323 | LA",
        ],
    ),
    (
        "Dự có đại diện BĐBP Quảng Ninh; Đồn Biên phòng cửa khẩu quốc tế Móng Cái, Bắc Sơn, Trà Cổ; Trạm Kiểm tra xuất nhập cảnh biên phòng Đông Hưng, Đại đội Quản lý biên giới Đông Hưng.",
        [
            "Bộ đội Biên phòng tỉnh Quảng Ninh | VN-13",
            "Đồn Biên phòng cửa khẩu quốc tế Móng Cái | VN-13",
            "Đồn Biên phòng Bắc Sơn | VN-13",
            "Đồn Biên phòng Trà Cổ | VN-13",
            "Trạm Kiểm tra xuất nhập cảnh biên phòng Đông Hưng | CN-GX",
            "Đại đội Quản lý biên giới Đông Hưng | CN-GX",
        ],
    ),
    (
        "Ngày 5/5/2020, Đồn Biên phòng Thanh, Hướng Hóa, Quảng Trị hội đàm với Đại đội Biên phòng 323 (Lào).",
        ["Đồn Biên phòng Thanh | VN-25", "Đại đội Biên phòng 323 | LA"],
    ),
    (
        "Ngày 5/5/2020, Đồn Biên phòng Thanh, Công an xã Thanh, huyện Hướng Hóa hội đàm với Đại đội Biên phòng 323 (Lào).",
        ["Đồn Biên phòng Thanh | VN-25", "Công an xã Thanh | VN-25", "Đại đội Biên phòng 323 | LA"],
    ),
    (
        "Hội nghị giữa các đồn biên phòng tỉnh Kiên Giang với Đồn Công an cửa khẩu quốc tế Prek Chak, Đại đội bảo vệ biên giới số 3 (Campuchia).",
        [
            "Bộ đội Biên phòng tỉnh Kiên Giang | VN-47",
            "Đồn Công an cửa khẩu quốc tế Prek Chak | KH-7",
            "Đại đội bảo vệ biên giới số 3 | KH-7",
        ],
    ),
    (
        "Công an xã Na Ngoi (Nghệ An) và Công an cụm bản Keng Đu, huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào) gặp mặt ngày 7/7/2024.",
        ["Công an xã Na Ngoi | VN-22", "Công an cụm bản Keng Đu | LA-XI"],
    ),
    (
        "Bộ CHQS tỉnh Gia Lai hội đàm với Lữ đoàn Can thiệp 3, Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia) và Bộ Chỉ huy Hiến binh Hoàng gia tỉnh Ratanakiri.",
        [
            "Bộ Chỉ huy Quân sự tỉnh Gia Lai | VN-30",
            "Lữ đoàn Can thiệp 3 | KH-16 | Tiểu khu Quân sự tỉnh Ratanakiri",
            "Tiểu khu Quân sự tỉnh Ratanakiri | KH-16",
            "Bộ Chỉ huy Hiến binh Hoàng gia tỉnh Ratanakiri | KH-16",
        ],
    ),
    (
        "Sáng 9/4/2013, đoàn công tác huyện Mộc Hóa, tỉnh Long An do Phó Chủ tịch UBND huyện Trần Văn Bảy làm trưởng đoàn đến thăm, chúc tết huyện Kampong Rou, tỉnh Svay Rieng.",
        ["huyện Mộc Hóa | VN-41", "Ủy ban nhân dân huyện Mộc Hóa | VN-41", "huyện Kampong Rou | KH-20"],
    ),
    (
        "Đoàn đại biểu tỉnh Bô Ly Khăm Xay (Lào) do ông Khăm Phủi, Phó Tỉnh trưởng tỉnh Bô Ly Khăm Xay dẫn đầu sang thăm.",
        ["tỉnh Bô Ly Khăm Xay | LA-BL"],
    ),
    (
        "Dự hội nghị còn có ông Vi Lay Sỉ Pha, Phó Tỉnh trưởng tỉnh Khăm Muộn.",
        ["tỉnh Khăm Muộn | LA-KH"],
    ),
    (
        "Lãnh đạo tỉnh tiếp xã giao Đoàn đại biểu thành phố Sùng Tả (Khu tự trị dân tộc Choang Quảng Tây, Trung Quốc).",
        ["thành phố Sùng Tả | CN-GX"],
    ),
    (
        "Đoàn đại biểu Chính phủ nhân dân khu tự trị dân tộc Choang Quảng Tây do Phó Chủ tịch dẫn đầu.",
        ["Chính phủ nhân dân khu tự trị dân tộc Choang Quảng Tây | CN-GX"],
    ),
    (
        "Chính phủ nhân dân huyện Hà Khẩu, châu Hồng Hà, tỉnh Vân Nam (Trung Quốc) và UBND thành phố Lào Cai ký biên bản.",
        ["Chính phủ nhân dân huyện Hà Khẩu | CN-YN", "Ủy ban nhân dân thành phố Lào Cai | VN-02"],
    ),
    (
        "Chính quyền nhân dân thành phố Phòng Thành Cảng dự.",
        ["Chính quyền nhân dân thành phố Phòng Thành Cảng | CN-GX"],
    ),
    (
        "Đồn Biên phòng Đắk Ruê giao ban với Đồn Cảnh sát Bảo vệ biên giới Chi Miết, Công an tỉnh Mondulkiri và Đại đội Bộ binh 4, Tiểu khu Quân sự tỉnh Mondulkiri (Campuchia).",
        [
            "Đồn Biên phòng Đắk Ruê | VN-33",
            "Đồn Cảnh sát Bảo vệ biên giới Chi Miết | KH-11 | Công an tỉnh Mondulkiri",
            "Công an tỉnh Mondulkiri | KH-11",
            "Đại đội Bộ binh 4 | KH-11 | Tiểu khu Quân sự tỉnh Mondulkiri",
            "Tiểu khu Quân sự tỉnh Mondulkiri | KH-11",
        ],
    ),
    (
        "Đồn Biên phòng Đắk Dang (BĐBP tỉnh) gặp Đồn Cảnh sát bảo vệ biên giới 12 thuộc Ty Công an tỉnh Mondulkiri, Campuchia. BĐBP tỉnh Đắk Nông hỗ trợ.",
        [
            "Đồn Biên phòng Đắk Dang | VN-72 | Bộ đội Biên phòng tỉnh Đắk Nông",
            "Bộ đội Biên phòng tỉnh Đắk Nông | VN-72",
            "Đồn Cảnh sát bảo vệ biên giới 12 | KH-11 | Ty Công an tỉnh Mondulkiri",
            "Ty Công an tỉnh Mondulkiri | KH-11",
        ],
    ),
    (
        "Bộ Tư lệnh Vùng Cảnh sát biển 1 (Bộ Tư lệnh Cảnh sát biển Việt Nam) và Phân cục Nam Hải thuộc Cục Hải cảnh Trung Quốc tổ chức hội nghị.",
        [
            "Bộ Tư lệnh Vùng Cảnh sát biển 1 | VN | Bộ Tư lệnh Cảnh sát biển Việt Nam",
            "Bộ Tư lệnh Cảnh sát biển Việt Nam | VN",
            "Phân cục Nam Hải | CN | Cục Hải cảnh Trung Quốc",
            "Cục Hải cảnh Trung Quốc | CN",
        ],
    ),
    (
        "Bộ Tư lệnh Cảnh sát biển Việt Nam hội đàm với Phân cục Hải cảnh Nam Hải, Trung Quốc.",
        ["Bộ Tư lệnh Cảnh sát biển Việt Nam | VN", "Phân cục Hải cảnh Nam Hải | CN"],
    ),
    (
        "Đồn Biên phòng cửa khẩu Tân Thanh phối hợp với Đội Kiểm soát Hải quan - Cục Hải quan tỉnh Lạng Sơn và Phòng PC03, Công an tỉnh Lạng Sơn bắt 2 đối tượng.",
        [
            "Đồn Biên phòng cửa khẩu Tân Thanh | VN-09",
            "Đội Kiểm soát Hải quan | VN-09 | Cục Hải quan tỉnh Lạng Sơn",
            "Cục Hải quan tỉnh Lạng Sơn | VN-09",
            "Phòng PC03 | VN-09 | Công an tỉnh Lạng Sơn",
            "Công an tỉnh Lạng Sơn | VN-09",
        ],
    ),
    (
        "Phòng Phòng, chống ma túy và tội phạm BĐBP tỉnh Quảng Trị phối hợp với Đồn Biên phòng Thanh bắt giữ đối tượng.",
        [
            "Phòng Phòng, chống ma túy và tội phạm Bộ đội Biên phòng tỉnh Quảng Trị | VN-25",
            "Đồn Biên phòng Thanh | VN-25",
        ],
    ),
    (
        "Đoàn do Cục trưởng Cục Cứu hộ cứu nạn Việt Nam dẫn đầu gặp Cục Quân huấn, Bộ Tổng Tham mưu Quân đội nhân dân Lào.",
        [
            "Cục Cứu hộ cứu nạn Việt Nam | VN",
            "Cục Quân huấn | LA | Bộ Tổng Tham mưu Quân đội nhân dân Lào",
            "Bộ Tổng Tham mưu Quân đội nhân dân Lào | LA",
        ],
    ),
    (
        "Tham dự, về phía Công an tỉnh Hà Tĩnh có Đại tá Lê Văn Bình - Phó Giám đốc Công an tỉnh, Trưởng đoàn.",
        ["Công an tỉnh Hà Tĩnh | VN-23"],
    ),
    (
        "Công an Hà Tĩnh hỗ trợ xây dựng trụ sở Công an huyện Khăm Cợt.",
        ["Công an Hà Tĩnh | VN-23", "Công an huyện Khăm Cợt | LA-BL"],
    ),
    (
        "UBND huyện Mộc Châu (Sơn La) tổ chức Hội nghị giao ban với hai huyện Sốp Bau, Xiềng Khọ, tỉnh Hủa Phăn, nước CHDCND Lào. Dự có Trung tá Lò Văn A, Chỉ huy trưởng Ban CHQS huyện.",
        [
            "Ủy ban nhân dân huyện Mộc Châu | VN-05",
            "huyện Sốp Bau | LA-HO",
            "huyện Xiềng Khọ | LA-HO",
            "Ban Chỉ huy Quân sự huyện Mộc Châu | VN-05",
        ],
    ),
    (
        "Phó Chủ tịch UBND huyện Trần Văn Bảy chủ trì. UBND huyện Tân Hồng cảm ơn.",
        ["Ủy ban nhân dân huyện Tân Hồng | VN-45"],
    ),
    (
        "Cùng tiếp có lãnh đạo Sở Ngoại vụ, Bộ Chỉ huy BĐBP tỉnh, UBND huyện Hạ Lang. Lãnh đạo tỉnh Cao Bằng bày tỏ vui mừng.",
        [
            "tỉnh Cao Bằng | VN-04",
            "Sở Ngoại vụ tỉnh Cao Bằng | VN-04",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng | VN-04",
            "Ủy ban nhân dân huyện Hạ Lang | VN-04",
        ],
    ),
    (
        "Đồn Biên phòng Long Sơn, Bộ CHQS tỉnh An Giang và Đồn Biên phòng Ka Tung, Bộ CHQS tỉnh Gia Lai dự.",
        [
            "Đồn Biên phòng Long Sơn | VN-44 | Bộ Chỉ huy Quân sự tỉnh An Giang",
            "Bộ Chỉ huy Quân sự tỉnh An Giang | VN-44",
            "Đồn Biên phòng Ka Tung | VN-30 | Bộ Chỉ huy Quân sự tỉnh Gia Lai",
            "Bộ Chỉ huy Quân sự tỉnh Gia Lai | VN-30",
        ],
    ),
    (
        "Ban Chỉ huy BĐBP tỉnh, Bộ CHQS tỉnh Đồng Nai hội đàm với Ty Công an tỉnh Kratie (Campuchia).",
        [
            "Ban Chỉ huy Bộ đội Biên phòng tỉnh Đồng Nai | VN-39 | Bộ Chỉ huy Quân sự tỉnh Đồng Nai",
            "Bộ Chỉ huy Quân sự tỉnh Đồng Nai | VN-39",
            "Ty Công an tỉnh Kratie | KH-10",
        ],
    ),
    (
        "Ban Chỉ huy BĐBP (Bộ CHQS tỉnh Lào Cai) hội đàm với Chi đội Quản lý biên giới Hồng Hà.",
        [
            "Ban Chỉ huy Bộ đội Biên phòng tỉnh Lào Cai | VN-02 | Bộ Chỉ huy Quân sự tỉnh Lào Cai",
            "Bộ Chỉ huy Quân sự tỉnh Lào Cai | VN-02",
            "Chi đội Quản lý biên giới Hồng Hà | CN-YN",
        ],
    ),
    (
        "Ban Chỉ huy Bộ đội Biên phòng thuộc Bộ Chỉ huy Quân sự tỉnh Quảng Trị tổ chức hội đàm.",
        [
            "Ban Chỉ huy Bộ đội Biên phòng tỉnh Quảng Trị | VN-25 | Bộ Chỉ huy Quân sự tỉnh Quảng Trị",
            "Bộ Chỉ huy Quân sự tỉnh Quảng Trị | VN-25",
        ],
    ),
    (
        "Trạm Công an Cửa khẩu quốc tế Nậm Xôi gặp Đồn Biên phòng cửa khẩu quốc tế Na Mèo (Thanh Hóa).",
        ["Trạm Công an Cửa khẩu quốc tế Nậm Xôi | LA-HO", "Đồn Biên phòng cửa khẩu quốc tế Na Mèo | VN-21"],
    ),
    (
        "Đồn Công an cửa khẩu Nậm Cắn (tỉnh Xiêng Khoảng, Lào) trao đổi.",
        ["Đồn Công an cửa khẩu Nậm Cắn | LA-XI"],
    ),
    (
        "Đồn Công an Ta Vông (Lào) tiếp nhận.",
        ["Đồn Công an Ta Vông | LA"],
    ),
    (
        "Đoàn đại biểu Tiểu đoàn Cảnh sát bảo vệ biên giới 607, Ty Công an tỉnh Kampot, Vương quốc Campuchia đến thăm.",
        ["Tiểu đoàn Cảnh sát bảo vệ biên giới 607 | KH-7 | Ty Công an tỉnh Kampot", "Ty Công an tỉnh Kampot | KH-7"],
    ),
    (
        "Tiểu đoàn Bộ binh 623, Tiểu khu Quân sự tỉnh Ratanakiri phối hợp.",
        [
            "Tiểu đoàn Bộ binh 623 | KH-16 | Tiểu khu Quân sự tỉnh Ratanakiri",
            "Tiểu khu Quân sự tỉnh Ratanakiri | KH-16",
        ],
    ),
    (
        "Lữ đoàn bộ binh 70 và Trung đoàn Bộ binh 31 phối hợp với Sư đoàn 9.",
        ["Lữ đoàn bộ binh 70 | VN", "Trung đoàn Bộ binh 31 | VN", "Sư đoàn 9 | VN"],
    ),
    (
        "Huyện Lộc Ninh (tỉnh Bình Phước) và huyện Snuol (tỉnh Kratie, Campuchia) tổ chức hội đàm.",
        ["huyện Lộc Ninh | VN-58", "huyện Snuol | KH-10"],
    ),
    (
        "Công an huyện Kỳ Sơn và Công an huyện Noọng Hét (Xiêng Khoảng, Lào) ký kết.",
        ["Công an huyện Kỳ Sơn | VN-22", "Công an huyện Noọng Hét | LA-XI"],
    ),
    (
        "UBND tỉnh Nghệ An tiếp đoàn tỉnh Xiêng Khoảng. UBND tỉnh cảm ơn.",
        ["Ủy ban nhân dân tỉnh Nghệ An | VN-22", "tỉnh Xiêng Khoảng | LA-XI"],
    ),
    (
        "Công an các huyện Kỳ Sơn, Tương Dương (Nghệ An) và Công an huyện Mường Mọc, tỉnh Xiêng Khoảng dự.",
        ["Công an huyện Kỳ Sơn | VN-22", "Công an huyện Tương Dương | VN-22", "Công an huyện Mường Mọc | LA-XI"],
    ),
    (
        "Hai huyện Hướng Hóa (Quảng Trị) và Sê Pôn (Savannakhet) đã ký thỏa thuận.",
        ["huyện Hướng Hóa | VN-25", "huyện Sê Pôn | LA-SV"],
    ),
    (
        "Chiều 12/5, Huyện ủy, UBND huyện Hướng Hóa hội đàm với Đoàn đại biểu cấp cao huyện Sê Pôn, tỉnh Savannakhet (Lào).",
        ["Ủy ban nhân dân huyện Hướng Hóa | VN-25", "huyện Sê Pôn | LA-SV"],
    ),
    (
        "Công ty Cổ phần Trường Lộc trao 50 suất quà cho bà con.",
        ["Công ty Cổ phần Trường Lộc | VN"],
    ),
    (
        "Công ty TNHH MTV Cao su Phú Riềng (Bình Phước) và Binh đoàn 16 hỗ trợ.",
        ["Công ty TNHH MTV Cao su Phú Riềng | VN-58", "Binh đoàn 16 | VN"],
    ),
    (
        "Đại diện Cục Đối ngoại, Bộ Quốc phòng; Cục Trinh sát, Bộ Tổng Tham mưu; Vụ Biên giới phía Tây, Ủy ban Biên giới quốc gia, Bộ Ngoại giao cùng dự.",
        [
            "Cục Đối ngoại | VN | Bộ Quốc phòng",
            "Bộ Quốc phòng | VN",
            "Cục Trinh sát | VN | Bộ Tổng Tham mưu",
            "Bộ Tổng Tham mưu | VN",
            "Vụ Biên giới phía Tây | VN | Ủy ban Biên giới quốc gia",
            "Ủy ban Biên giới quốc gia | VN | Bộ Ngoại giao",
            "Bộ Ngoại giao | VN",
        ],
    ),
    (
        "Cục Cửa khẩu, Bộ Tư lệnh BĐBP làm việc với Cục Quản lý xuất nhập cảnh, Bộ Công an Lào.",
        [
            "Cục Cửa khẩu | VN | Bộ Tư lệnh Bộ đội Biên phòng",
            "Bộ Tư lệnh Bộ đội Biên phòng | VN",
            "Cục Quản lý xuất nhập cảnh | LA | Bộ Công an Lào",
            "Bộ Công an Lào | LA",
        ],
    ),
    (
        "Cục Cảnh sát điều tra tội phạm về ma túy (C04), Bộ Công an phối hợp với Công an tỉnh Sơn La.",
        [
            "Cục Cảnh sát điều tra tội phạm về ma túy | VN | Bộ Công an",
            "Bộ Công an | VN",
            "Công an tỉnh Sơn La | VN-05",
        ],
    ),
    (
        "Đoàn Đặc nhiệm Phòng chống ma túy và tội phạm miền Trung phối hợp Đồn Biên phòng Nậm Càn.",
        ["Đoàn Đặc nhiệm Phòng chống ma túy và tội phạm miền Trung | VN", "Đồn Biên phòng Nậm Càn | VN-22"],
    ),
    (
        "Tổng cục Cảnh sát quốc gia Campuchia và Tổng cục Hải quan dự.",
        ["Tổng cục Cảnh sát quốc gia Campuchia | KH", "Tổng cục Hải quan | VN"],
    ),
    (
        "Chi cục Hải quan cửa khẩu Cầu Treo phối hợp với Hải quan cửa khẩu Nậm Phao (Lào).",
        ["Chi cục Hải quan cửa khẩu Cầu Treo | VN-23", "Hải quan cửa khẩu Nậm Phao | LA-BL"],
    ),
    (
        "Tham gia có đại diện các sở, ban, ngành của tỉnh Sơn La và Ban Đối ngoại tỉnh Hủa Phăn.",
        ["Ban Đối ngoại tỉnh Hủa Phăn | LA-HO"],
    ),
    (
        "Sở Ngoại vụ Lào Cai làm việc với Văn phòng Ngoại sự Chính quyền nhân dân châu Hồng Hà.",
        ["Sở Ngoại vụ Lào Cai | VN-02", "Văn phòng Ngoại sự Chính quyền nhân dân châu Hồng Hà | CN-YN"],
    ),
    (
        "Ban Ngoại sự tỉnh Vân Nam và Văn phòng Ngoại vụ thành phố Phòng Thành Cảng (Quảng Tây) dự.",
        ["Ban Ngoại sự tỉnh Vân Nam | CN-YN", "Văn phòng Ngoại vụ thành phố Phòng Thành Cảng | CN-GX"],
    ),
    (
        "Công an thành phố Đông Hưng, Chi đội Quản lý biên giới Phòng Thành Cảng và Cục Công an huyện Ninh Minh (Trung Quốc) dự.",
        [
            "Công an thành phố Đông Hưng | CN-GX",
            "Chi đội Quản lý biên giới Phòng Thành Cảng | CN-GX",
            "Cục Công an huyện Ninh Minh | CN-GX",
        ],
    ),
    (
        "Đại đội quản lý biên giới Đông Hưng và Đồn Biên phòng cửa khẩu quốc tế Móng Cái ký.",
        ["Đại đội quản lý biên giới Đông Hưng | CN-GX", "Đồn Biên phòng cửa khẩu quốc tế Móng Cái | VN-13"],
    ),
    (
        "Đồn Biên phòng A Pa Chải hội đàm với Phân trạm Kiểm tra biên phòng xuất nhập cảnh Long Phú, Trạm Công an biên phòng Khúc Thủy (huyện Giang Thành, Vân Nam, Trung Quốc).",
        [
            "Đồn Biên phòng A Pa Chải | VN-71",
            "Phân trạm Kiểm tra biên phòng xuất nhập cảnh Long Phú | CN-YN",
            "Trạm Công an biên phòng Khúc Thủy | CN-YN",
        ],
    ),
    (
        "Đồn Biên phòng Bát Mọt (Thanh Hóa) và Đại đội bảo vệ biên giới 217 (huyện Sầm Tớ, tỉnh Hủa Phăn) giao ban.",
        ["Đồn Biên phòng Bát Mọt | VN-21", "Đại đội bảo vệ biên giới 217 | LA-HO"],
    ),
    (
        "Đồn Biên phòng Bình Hiệp (Long An) trao đổi.",
        ["Đồn Biên phòng Bình Hiệp | VN-41"],
    ),
    (
        "BĐBP Long An: Đồn Biên phòng Bình Hiệp bắt 2 đối tượng.",
        ["Bộ đội Biên phòng tỉnh Long An | VN-41", "Đồn Biên phòng Bình Hiệp | VN-41"],
    ),
    (
        "UBND xã Hua Bum phối hợp với BĐBP tỉnh Lai Châu.",
        ["Ủy ban nhân dân xã Hua Bum | VN-01", "Bộ đội Biên phòng tỉnh Lai Châu | VN-01"],
    ),
    (
        "Công an xã Tri Lễ, Đồn Biên phòng Tri Lễ (BĐBP Nghệ An) phối hợp.",
        [
            "Công an xã Tri Lễ | VN-22",
            "Đồn Biên phòng Tri Lễ | VN-22 | Bộ đội Biên phòng tỉnh Nghệ An",
            "Bộ đội Biên phòng tỉnh Nghệ An | VN-22",
        ],
    ),
    (
        "Bộ đội Biên phòng tỉnh Quảng Ninh dự. Lãnh đạo UBND tỉnh phát biểu.",
        ["Bộ đội Biên phòng tỉnh Quảng Ninh | VN-13", "Ủy ban nhân dân tỉnh Quảng Ninh | VN-13"],
    ),
    (
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Bộ Chỉ huy Quân sự tỉnh và Công an tỉnh Kon Tum hội đàm với 3 lực lượng tỉnh Attapeu.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kon Tum | VN-28",
            "Bộ Chỉ huy Quân sự tỉnh Kon Tum | VN-28",
            "Công an tỉnh Kon Tum | VN-28",
        ],
    ),
    (
        "BĐBP, Bộ CHQS, Công an tỉnh Kiên Giang và Tiểu khu Quân sự, Ty Công an tỉnh Kampot (Campuchia) giao ban.",
        [
            "Bộ đội Biên phòng tỉnh Kiên Giang | VN-47",
            "Bộ Chỉ huy Quân sự tỉnh Kiên Giang | VN-47",
            "Công an tỉnh Kiên Giang | VN-47",
            "Tiểu khu Quân sự tỉnh Kampot | KH-7",
            "Ty Công an tỉnh Kampot | KH-7",
        ],
    ),
    (
        "Bộ Chỉ huy Quân sự các tỉnh Gia Lai, Kon Tum (Việt Nam), Attapeu (Lào) và Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia) dự.",
        [
            "Bộ Chỉ huy Quân sự tỉnh Gia Lai | VN-30",
            "Bộ Chỉ huy Quân sự tỉnh Kon Tum | VN-28",
            "Bộ Chỉ huy Quân sự tỉnh Attapeu | LA-AT",
            "Tiểu khu Quân sự tỉnh Ratanakiri | KH-16",
        ],
    ),
    (
        "Ban Chỉ huy Quân sự, Công an huyện Đức Cơ và Chi khu Quân sự, Công an huyện O Yadav ký.",
        [
            "Ban Chỉ huy Quân sự huyện Đức Cơ | VN-30",
            "Công an huyện Đức Cơ | VN-30",
            "Chi khu Quân sự huyện O Yadav | KH-16",
            "Công an huyện O Yadav | KH-16",
        ],
    ),
    (
        "Phòng An ninh đối ngoại Công an tỉnh Điện Biên dự.",
        ["Phòng An ninh đối ngoại Công an tỉnh Điện Biên | VN-71"],
    ),
    (
        "Phòng Cảnh sát điều tra tội phạm về ma túy, Công an tỉnh Điện Biên chủ trì.",
        [
            "Phòng Cảnh sát điều tra tội phạm về ma túy | VN-71 | Công an tỉnh Điện Biên",
            "Công an tỉnh Điện Biên | VN-71",
        ],
    ),
    (
        "Phòng PC04 Công an tỉnh Sơn La phá án.",
        ["Phòng PC04 Công an tỉnh Sơn La | VN-05"],
    ),
    (
        "Ủy ban chính quyền huyện Mường Ẹt và UBND huyện Sông Mã gặp gỡ.",
        ["Ủy ban chính quyền huyện Mường Ẹt | LA-HO", "Ủy ban nhân dân huyện Sông Mã | VN-05"],
    ),
    (
        "Bộ Chỉ huy Quân sự tỉnh Viêng Chăn và Bộ Tư lệnh Thủ đô Hà Nội hội đàm.",
        ["Bộ Chỉ huy Quân sự tỉnh Viêng Chăn | LA-VI", "Bộ Tư lệnh Thủ đô Hà Nội | VN-HN"],
    ),
    (
        "Ban Chỉ huy Phòng thủ khu vực 2 - Mường Nhé thuộc Bộ CHQS tỉnh Điện Biên dự.",
        [
            "Ban Chỉ huy Phòng thủ khu vực 2 - Mường Nhé | VN-71 | Bộ Chỉ huy Quân sự tỉnh Điện Biên",
            "Bộ Chỉ huy Quân sự tỉnh Điện Biên | VN-71",
        ],
    ),
    (
        "Căn cứ Hải quân Ream (Campuchia) tiếp Bộ Tư lệnh Vùng 5 Hải quân.",
        ["Căn cứ Hải quân Ream | KH", "Bộ Tư lệnh Vùng 5 Hải quân | VN"],
    ),
    (
        "Phó Chủ tịch UBND tỉnh Nguyễn Văn Ba dự. Đây là địa bàn tỉnh Cao Bằng.",
        ["Ủy ban nhân dân tỉnh Cao Bằng | VN-04"],
    ),
    (
        "Ông Lương Văn Tư, Chủ tịch UBND huyện Lộc Bình dẫn đầu đoàn.",
        ["Ủy ban nhân dân huyện Lộc Bình | VN-09"],
    ),
    (
        "Ông Trần Trí, Thị trưởng thành phố Bằng Tường và bà Lý Mai, Huyện trưởng huyện Long Châu dự.",
        ["thành phố Bằng Tường | CN-GX", "huyện Long Châu | CN-GX"],
    ),
    (
        "Ông Khăm Sỷ, Chủ tịch huyện Noọng Hét cùng Bí thư huyện Kỳ Sơn dự.",
        ["huyện Noọng Hét | LA-XI"],
    ),
    (
        "Hội nghị giữa tỉnh Tây Ninh và tỉnh Tbong Khmum (Campuchia) diễn ra ngày 5/3/2019.",
        ["tỉnh Tây Ninh | VN-37", "tỉnh Tbong Khmum | KH-25"],
    ),
    (
        "Hội đàm giữa hai tỉnh Nghệ An và Bô Ly Khăm Xay (Lào) diễn ra ngày 5/3/2019.",
        ["tỉnh Nghệ An | VN-22", "tỉnh Bô Ly Khăm Xay | LA-BL"],
    ),
    (
        "Ngày 15/3/2023, Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn (Bộ đội Biên phòng tỉnh Nghệ An) hội đàm với Đồn Công an cửa khẩu quốc tế Nậm Cắn và Đại đội Biên phòng 221 (tỉnh Xiêng Khoảng, Lào).",
        [
            "Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn | VN-22 | Bộ đội Biên phòng tỉnh Nghệ An",
            "Bộ đội Biên phòng tỉnh Nghệ An | VN-22",
            "Đồn Công an cửa khẩu quốc tế Nậm Cắn | LA-XI",
            "Đại đội Biên phòng 221 | LA-XI",
        ],
    ),
    (
        "Ngày 20/11/2019, tại TP Buôn Ma Thuột, Bộ Chỉ huy BĐBP Đắk Lắk tổ chức hội đàm với Tiểu khu Quân sự và Ty Công an tỉnh Mondulkiri, Vương quốc Campuchia.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Đắk Lắk | VN-33",
            "Tiểu khu Quân sự tỉnh Mondulkiri | KH-11",
            "Ty Công an tỉnh Mondulkiri | KH-11",
        ],
    ),
    (
        "Sáng 5/4/2024, tại Cao Bằng, Bộ Chỉ huy BĐBP tỉnh Cao Bằng (Việt Nam) và Chi đội Quản lý biên giới Bách Sắc, Chi đội Quản lý biên giới Sùng Tả (Quảng Tây, Trung Quốc) tổ chức hội đàm định kỳ.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng | VN-04",
            "Chi đội Quản lý biên giới Bách Sắc | CN-GX",
            "Chi đội Quản lý biên giới Sùng Tả | CN-GX",
        ],
    ),
    (
        "Ngày 12/9/2025, Ban Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn tổ chức hội đàm với Chi đội Quản lý biên giới Sùng Tả, Khu tự trị dân tộc Choang Quảng Tây, Trung Quốc.",
        ["Ban Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn | VN-09", "Chi đội Quản lý biên giới Sùng Tả | CN-GX"],
    ),
    (
        "Ngày 3/3/2020, Đồn Biên phòng Xín Mần (BĐBP Hà Giang) và Đại đội quản lý biên giới Đô Long, Trạm Kiểm tra biên phòng xuất nhập cảnh Đô Long (huyện Mã Quan, Vân Nam, Trung Quốc) hội đàm.",
        [
            "Đồn Biên phòng Xín Mần | VN-03 | Bộ đội Biên phòng tỉnh Hà Giang",
            "Bộ đội Biên phòng tỉnh Hà Giang | VN-03",
            "Đại đội quản lý biên giới Đô Long | CN-YN",
            "Trạm Kiểm tra biên phòng xuất nhập cảnh Đô Long | CN-YN",
        ],
    ),
    (
        "Ngày 10/10/2018, Phòng Tham mưu BĐBP tỉnh Thanh Hóa chủ trì hội đàm với Đại đội Biên phòng 216, Bộ CHQS tỉnh Hủa Phăn (Lào).",
        [
            "Phòng Tham mưu Bộ đội Biên phòng tỉnh Thanh Hóa | VN-21",
            "Đại đội Biên phòng 216 | LA-HO | Bộ Chỉ huy Quân sự tỉnh Hủa Phăn",
            "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn | LA-HO",
        ],
    ),
    (
        "Tham dự hội đàm về phía Việt Nam có đại diện lãnh đạo Sở Ngoại vụ, Công an tỉnh, Bộ CHQS tỉnh Tây Ninh; phía Campuchia có đại diện Tiểu khu Quân sự, Ty Công an các tỉnh Svay Rieng, Prey Veng, Tbong Khmum.",
        [
            "Sở Ngoại vụ tỉnh Tây Ninh | VN-37",
            "Công an tỉnh Tây Ninh | VN-37",
            "Bộ Chỉ huy Quân sự tỉnh Tây Ninh | VN-37",
            "Tiểu khu Quân sự tỉnh Svay Rieng | KH-20",
            "Tiểu khu Quân sự tỉnh Prey Veng | KH-14",
            "Tiểu khu Quân sự tỉnh Tbong Khmum | KH-25",
            "Ty Công an tỉnh Svay Rieng | KH-20",
            "Ty Công an tỉnh Prey Veng | KH-14",
            "Ty Công an tỉnh Tbong Khmum | KH-25",
        ],
    ),
    (
        "Sáng nay (12/6/2014), Bộ Tư lệnh BĐBP Việt Nam và Tổng cục Cảnh sát Quốc gia, Bộ Nội vụ Campuchia hội đàm tại Hà Nội.",
        [
            "Bộ Tư lệnh Bộ đội Biên phòng Việt Nam | VN",
            "Tổng cục Cảnh sát Quốc gia | KH | Bộ Nội vụ Campuchia",
            "Bộ Nội vụ Campuchia | KH",
        ],
    ),
    (
        "Tổng trạm Kiểm tra biên phòng xuất nhập cảnh Quảng Tây hội đàm với Bộ Chỉ huy BĐBP các tỉnh Quảng Ninh, Lạng Sơn, Cao Bằng.",
        [
            "Tổng trạm Kiểm tra biên phòng xuất nhập cảnh Quảng Tây | CN-GX",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Ninh | VN-13",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn | VN-09",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng | VN-04",
        ],
    ),
    (
        "Đồn Biên phòng Cửa khẩu Cảng Hòn Gai, Đồn Biên phòng Trà Cổ thuộc BĐBP Quảng Ninh tuần tra.",
        [
            "Đồn Biên phòng Cửa khẩu Cảng Hòn Gai | VN-13 | Bộ đội Biên phòng tỉnh Quảng Ninh",
            "Đồn Biên phòng Trà Cổ | VN-13 | Bộ đội Biên phòng tỉnh Quảng Ninh",
            "Bộ đội Biên phòng tỉnh Quảng Ninh | VN-13",
        ],
    ),
    (
        "Đồn Biên phòng Tam Quang, Bộ đội Biên phòng Nghệ An và Đại đội Biên phòng 251, Bộ Chỉ huy Quân sự tỉnh Bô Ly Khăm Xay trao đổi.",
        [
            "Đồn Biên phòng Tam Quang | VN-22 | Bộ đội Biên phòng tỉnh Nghệ An",
            "Bộ đội Biên phòng tỉnh Nghệ An | VN-22",
            "Đại đội Biên phòng 251 | LA-BL | Bộ Chỉ huy Quân sự tỉnh Bô Ly Khăm Xay",
            "Bộ Chỉ huy Quân sự tỉnh Bô Ly Khăm Xay | LA-BL",
        ],
    ),
    (
        "UBND tỉnh Điện Biên (Việt Nam) và Chính quyền tỉnh Phông Sa Lỳ (CHDCND Lào) hội đàm ngày 4/5/2017.",
        ["Ủy ban nhân dân tỉnh Điện Biên | VN-71", "Chính quyền tỉnh Phông Sa Lỳ | LA-PH"],
    ),
    (
        "Ông Nguyễn Văn Hà, Phó Chủ tịch UBND tỉnh, Trưởng Đoàn đại biểu tỉnh Kon Tum phát biểu.",
        ["Ủy ban nhân dân tỉnh Kon Tum | VN-28", "tỉnh Kon Tum | VN-28"],
    ),
    (
        "Thường trực Tỉnh ủy, HĐND, UBND tỉnh Lai Châu đón Đoàn cán bộ tỉnh Phông Sa Lỳ.",
        [
            "Hội đồng nhân dân tỉnh Lai Châu | VN-01",
            "Ủy ban nhân dân tỉnh Lai Châu | VN-01",
            "tỉnh Phông Sa Lỳ | LA-PH",
        ],
    ),
    (
        "Huyện Tân Hồng (Đồng Tháp) và huyện Kampong Trabek (tỉnh Prey Veng) họp bàn phòng, chống dịch.",
        ["huyện Tân Hồng | VN-45", "huyện Kampong Trabek | KH-14"],
    ),
    (
        "BĐBP Đồng Tháp, BĐBP An Giang phối hợp Công an các huyện Leuk Dek, Koh Thom (Kandal).",
        [
            "Bộ đội Biên phòng tỉnh Đồng Tháp | VN-45",
            "Bộ đội Biên phòng tỉnh An Giang | VN-44",
            "Công an huyện Leuk Dek | KH-8",
            "Công an huyện Koh Thom | KH-8",
        ],
    ),
    (
        "Công an thị xã Hồng Ngự và Công an thành phố Kampong Cham (Campuchia) ký kết.",
        ["Công an thị xã Hồng Ngự | VN-45", "Công an thành phố Kampong Cham | KH-3"],
    ),
    (
        "Đoàn do Trung tá Khăm Sỉ, Chính trị viên Công an huyện Mường Khoa dẫn đầu.",
        ["Công an huyện Mường Khoa | LA-PH"],
    ),
    (
        "Ban Chỉ huy Quân sự huyện Mường Lát và Ban Chỉ huy Quân sự huyện Xốp Bâu, tỉnh Hủa Phăn hội đàm.",
        ["Ban Chỉ huy Quân sự huyện Mường Lát | VN-21", "Ban Chỉ huy Quân sự huyện Xốp Bâu | LA-HO"],
    ),
    (
        "Ngày 7/8/2015, Hội nghị giao ban giữa 3 huyện Mường Lát, Quan Sơn, Quan Hóa (Thanh Hóa) và các huyện Viêng Xay, Sầm Tớ, Xốp Bâu (Hủa Phăn, Lào) diễn ra.",
        [
            "huyện Mường Lát | VN-21",
            "huyện Quan Sơn | VN-21",
            "huyện Quan Hóa | VN-21",
            "huyện Viêng Xay | LA-HO",
            "huyện Sầm Tớ | LA-HO",
            "huyện Xốp Bâu | LA-HO",
        ],
    ),
    (
        "Chi cục Hải quan cửa khẩu quốc tế Lao Bảo, Trạm Kiểm soát biên phòng cửa khẩu quốc tế La Lay phối hợp.",
        [
            "Chi cục Hải quan cửa khẩu quốc tế Lao Bảo | VN-25",
            "Trạm Kiểm soát biên phòng cửa khẩu quốc tế La Lay | VN-25",
        ],
    ),
    (
        "Tổ công tác liên ngành gồm Đồn Biên phòng cửa khẩu quốc tế Mộc Bài, Chi cục Hải quan cửa khẩu Mộc Bài và Công an huyện Bến Cầu, tỉnh Tây Ninh.",
        [
            "Đồn Biên phòng cửa khẩu quốc tế Mộc Bài | VN-37",
            "Chi cục Hải quan cửa khẩu Mộc Bài | VN-37",
            "Công an huyện Bến Cầu | VN-37",
        ],
    ),
    (
        "Bộ Chỉ huy BĐBP tỉnh Kon Tum, BĐBP Gia Lai cùng Tiểu khu Quân sự tỉnh Ratanakiri. Đồn Biên phòng cửa khẩu quốc tế Bờ Y tuần tra.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kon Tum | VN-28",
            "Bộ đội Biên phòng tỉnh Gia Lai | VN-30",
            "Tiểu khu Quân sự tỉnh Ratanakiri | KH-16",
            "Đồn Biên phòng cửa khẩu quốc tế Bờ Y | VN-28",
        ],
    ),
    (
        "Cao Bằng: Đồn Biên phòng Đàm Thủy trao đổi với Trạm Kiểm soát biên phòng Thạc Long, Trung Quốc.",
        ["Đồn Biên phòng Đàm Thủy | VN-04", "Trạm Kiểm soát biên phòng Thạc Long | CN-GX"],
    ),
    (
        "Ngày 2/3/2017, tại Viêng Chăn, Bộ Công an Việt Nam và Bộ An ninh Lào tổ chức hội nghị.",
        ["Bộ Công an Việt Nam | VN", "Bộ An ninh Lào | LA"],
    ),
    (
        "Ngày 2/3/2017, đoàn công tác của Công an tỉnh Quảng Bình đã có buổi làm việc với Ty An ninh tỉnh Khăm Muộn và Ty An ninh tỉnh Savannakhet (Lào).",
        ["Công an tỉnh Quảng Bình | VN-24", "Ty An ninh tỉnh Khăm Muộn | LA-KH", "Ty An ninh tỉnh Savannakhet | LA-SV"],
    ),
    (
        "Ngày 2/3/2017, BĐBP 3 tỉnh Quảng Ninh, Lạng Sơn, Cao Bằng và Tổng đội Công an Biên phòng Quảng Tây hội đàm lần thứ 5.",
        [
            "Bộ đội Biên phòng tỉnh Quảng Ninh | VN-13",
            "Bộ đội Biên phòng tỉnh Lạng Sơn | VN-09",
            "Bộ đội Biên phòng tỉnh Cao Bằng | VN-04",
            "Tổng đội Công an Biên phòng Quảng Tây | CN-GX",
        ],
    ),
    (
        "Ngày 9/8/2024, Đồn Biên phòng Nhôn Mai và Đại đội Biên phòng 222 Lào hội đàm; UBND xã Nhôn Mai và cụm bản Phà Lao dự.",
        ["Đồn Biên phòng Nhôn Mai | VN", "Đại đội Biên phòng 222 Lào | LA", "Ủy ban nhân dân xã Nhôn Mai | VN"],
    ),
    (
        "Đồn Biên phòng Pò Hèn, Quảng Ninh gặp Phân trạm kiểm tra biên phòng Than San.",
        ["Đồn Biên phòng Pò Hèn | VN-13", "Phân trạm kiểm tra biên phòng Than San | CN-GX"],
    ),
    (
        "Tham gia có: Phòng Quản lý xuất nhập cảnh - Công an tỉnh; Phòng PC04; Sở Ngoại vụ; BĐBP tỉnh. Công an tỉnh Lai Châu chủ trì.",
        [
            "Phòng Quản lý xuất nhập cảnh | VN-01 | Công an tỉnh Lai Châu",
            "Công an tỉnh Lai Châu | VN-01",
            "Phòng PC04 | VN",
            "Sở Ngoại vụ | VN-01",
            "Bộ đội Biên phòng tỉnh Lai Châu | VN-01",
        ],
    ),
    (
        "Ông Sổm Chay, Phó Chủ tịch UBND huyện Nhọt U; bà Lò Thị Hoa, Chủ tịch UBND huyện Điện Biên dự.",
        ["Ủy ban nhân dân huyện Nhọt U | LA-PH", "Ủy ban nhân dân huyện Điện Biên | VN-71"],
    ),
    (
        "Ban Chỉ huy BĐBP TP. Đà Nẵng và BCH Quân sự tỉnh Sê Kông.",
        ["Ban Chỉ huy Bộ đội Biên phòng thành phố Đà Nẵng | VN-DN", "Bộ Chỉ huy Quân sự tỉnh Sê Kông | LA-XE"],
    ),
    (
        "Cục Biên giới, Bộ Tổng Tư lệnh Quân đội Hoàng gia Campuchia; Bộ Tư lệnh Hiến binh Hoàng gia Campuchia cử đoàn.",
        [
            "Cục Biên giới | KH | Bộ Tổng Tư lệnh Quân đội Hoàng gia Campuchia",
            "Bộ Tổng Tư lệnh Quân đội Hoàng gia Campuchia | KH",
            "Bộ Tư lệnh Hiến binh Hoàng gia Campuchia | KH",
        ],
    ),
    (
        "Bộ Chỉ huy Hiến binh tỉnh Svay Rieng, Phân khu 23 và Tiểu đoàn Cảnh sát Biên phòng 619 phối hợp.",
        ["Bộ Chỉ huy Hiến binh tỉnh Svay Rieng | KH-20", "Tiểu đoàn Cảnh sát Biên phòng 619 | KH-20"],
    ),
    (
        "Trung đoàn Cảnh sát bảo vệ biên giới số 4 (Svay Rieng, Campuchia) gặp Đồn Biên phòng Long Phước.",
        ["Trung đoàn Cảnh sát bảo vệ biên giới số 4 | KH-20", "Đồn Biên phòng Long Phước | VN-37"],
    ),
    (  # a post that no table places has its country alone
        "Trung đoàn Cảnh sát bảo vệ biên giới số 4 (Svay Rieng, Campuchia) gặp Đồn Biên phòng Nà Thử.",
        ["Trung đoàn Cảnh sát bảo vệ biên giới số 4 | KH-20", "Đồn Biên phòng Nà Thử | VN"],
    ),
    (
        "Tổng cục Nhập cư Campuchia, Văn phòng Chính phủ và Tòa án tỉnh không dự.",
        ["Tổng cục Nhập cư Campuchia | KH"],
    ),
    (
        "BCH BĐBP tỉnh Bình Phước: Đồn Biên phòng Cửa khẩu Quốc tế Hoa Lư giao ban với Đại đội Cảnh sát 204, Chi khu Quân sự Snuol.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Bình Phước | VN-58",
            "Đồn Biên phòng Cửa khẩu Quốc tế Hoa Lư | VN-58",
            "Đại đội Cảnh sát 204 | KH-10 | Chi khu Quân sự Snuol",
            "Chi khu Quân sự Snuol | KH-10",
        ],
    ),
    (
        "Đồn Biên phòng cửa khẩu Vĩnh Xương (An Giang) giao ban với Đồn Công an cửa khẩu quốc tế đường thủy Kaam Samnor, huyện Leuk Dek, tỉnh Kandal.",
        ["Đồn Biên phòng cửa khẩu Vĩnh Xương | VN-44", "Đồn Công an cửa khẩu quốc tế đường thủy Kaam Samnor | KH-8"],
    ),
    (
        "UBND TP Móng Cái hội đàm với Chính phủ nhân dân TP Đông Hưng về mở lại lối mở.",
        ["Ủy ban nhân dân thành phố Móng Cái | VN-13", "Chính phủ nhân dân thành phố Đông Hưng | CN-GX"],
    ),
    (
        "Lãnh đạo UBND các huyện Bình Liêu, Hải Hà và Chính phủ nhân dân khu Phòng Thành dự.",
        [
            "Ủy ban nhân dân huyện Bình Liêu | VN-13",
            "Ủy ban nhân dân huyện Hải Hà | VN-13",
            "Chính phủ nhân dân khu Phòng Thành | CN-GX",
        ],
    ),
    (
        "Cục Hải quan Nam Ninh và Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn tổ chức hội nghị.",
        ["Cục Hải quan Nam Ninh | CN-GX", "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn | VN-09"],
    ),
    (
        "Công an tỉnh: Hà Tĩnh, Quảng Bình và Công an tỉnh Khăm Muộn ký.",
        ["Công an tỉnh Hà Tĩnh | VN-23", "Công an tỉnh Quảng Bình | VN-24", "Công an tỉnh Khăm Muộn | LA-KH"],
    ),
    (
        "BĐBP TP Hồ Chí Minh; BĐBP Thừa Thiên - Huế; BĐBP Bà Rịa - Vũng Tàu.",
        [
            "Bộ đội Biên phòng thành phố Hồ Chí Minh | VN-SG",
            "Bộ đội Biên phòng tỉnh Thừa Thiên - Huế | VN-26",
            "Bộ đội Biên phòng tỉnh Bà Rịa - Vũng Tàu | VN-43",
        ],
    ),
    (
        "Đại đội Biên phòng 215, 217 và 219 (Lào) dự.",
        ["Đại đội Biên phòng 215 | LA", "Đại đội Biên phòng 217 | LA", "Đại đội Biên phòng 219 | LA"],
    ),
    (
        "Cục Công an Biên phòng, Bộ Công an Trung Quốc cử đoàn.",
        ["Cục Công an Biên phòng | CN | Bộ Công an Trung Quốc", "Bộ Công an Trung Quốc | CN"],
    ),
    (
        "Trạm Kiểm soát Biên phòng Thiên Bảo và Trạm Kiểm soát liên hợp Cửa khẩu quốc tế Bờ Y.",
        ["Trạm Kiểm soát Biên phòng Thiên Bảo | CN-YN", "Trạm Kiểm soát liên hợp Cửa khẩu quốc tế Bờ Y | VN-29"],
    ),
    (
        "Phó Châu trưởng Chính phủ nhân dân châu tự trị dân tộc Hà Nhì, dân tộc Di Hồng Hà phát biểu.",
        ["Chính phủ nhân dân châu tự trị dân tộc Hà Nhì, dân tộc Di Hồng Hà | CN-YN"],
    ),
    (
        "Bộ Chỉ huy quân sự tỉnh, Công an tỉnh cùng lãnh đạo 4 huyện biên giới của Đắk Nông dự; phía bạn có Tiểu khu quân sự tỉnh Mondulkiri.",
        [
            "Bộ Chỉ huy quân sự tỉnh Đắk Nông | VN-72",
            "Công an tỉnh Đắk Nông | VN-72",
            "Tiểu khu quân sự tỉnh Mondulkiri | KH-11",
        ],
    ),
    (
        "Ban Chỉ huy BĐBP TP Huế (Bộ CHQS TP Huế) làm việc với Phòng An ninh Biên giới, Công an tỉnh Salavan.",
        [
            "Ban Chỉ huy Bộ đội Biên phòng thành phố Huế | VN-26 | Bộ Chỉ huy Quân sự thành phố Huế",
            "Bộ Chỉ huy Quân sự thành phố Huế | VN-26",
            "Phòng An ninh Biên giới | LA-SL | Công an tỉnh Salavan",
            "Công an tỉnh Salavan | LA-SL",
        ],
    ),
    (
        "Hội đàm giữa BĐBP Nghệ An và Bộ CHQS 3 tỉnh của Lào.",
        ["Bộ đội Biên phòng tỉnh Nghệ An | VN-22"],
    ),
    (
        "Chính trị viên Đồn Biên phòng Nguyễn Văn Ba chủ trì. Đồn Biên phòng Hồng Vân tặng quà.",
        ["Đồn Biên phòng Hồng Vân | VN-26"],
    ),
    (
        "Công ty CP Cao su Sơn La, Công ty TNHH Khai thác khoáng sản Lộc Phát (Nghệ An) tặng quà.",
        ["Công ty CP Cao su Sơn La | VN-05", "Công ty TNHH Khai thác khoáng sản Lộc Phát | VN-22"],
    ),
    (
        "Cục Trinh sát BĐBP và Cục Bảo vệ biên giới, Bộ Quốc phòng Lào dự.",
        [
            "Cục Trinh sát Bộ đội Biên phòng | VN",
            "Cục Bảo vệ biên giới | LA | Bộ Quốc phòng Lào",
            "Bộ Quốc phòng Lào | LA",
        ],
    ),
    (
        "Phòng Ngoại vụ huyện Hà Quảng và Phòng Ngoại sự huyện Na Pha (Quảng Tây) trao đổi.",
        ["Phòng Ngoại vụ huyện Hà Quảng | VN-04", "Phòng Ngoại sự huyện Na Pha | CN-GX"],
    ),
    (
        "Đồn Biên phòng 709 (BĐBP Gia Lai) và Đồn Công an 701 huyện Ô Ya Đao, tỉnh Ratanakiri dự.",
        [
            "Đồn Biên phòng 709 | VN-30 | Bộ đội Biên phòng tỉnh Gia Lai",
            "Bộ đội Biên phòng tỉnh Gia Lai | VN-30",
            "Đồn Công an 701 | KH-16",
        ],
    ),
    (
        "Hải quan Nam Ninh và Hải quan Đông Hưng (Trung Quốc) gặp Cục Hải quan tỉnh Quảng Ninh.",
        ["Hải quan Nam Ninh | CN-GX", "Hải quan Đông Hưng | CN-GX", "Cục Hải quan tỉnh Quảng Ninh | VN-13"],
    ),
    (
        "Về phía tỉnh Quảng Ninh có ông Đặng Văn Thử, Phó Giám đốc Sở Ngoại vụ; đại diện Ban Quản lý Khu kinh tế tỉnh.",
        ["Sở Ngoại vụ tỉnh Quảng Ninh | VN-13", "Ban Quản lý Khu kinh tế tỉnh Quảng Ninh | VN-13"],
    ),
    (
        "Ban Chỉ huy Bộ đội Biên phòng (thuộc Bộ CHQS tỉnh Đồng Tháp) đón đoàn.",
        [
            "Ban Chỉ huy Bộ đội Biên phòng tỉnh Đồng Tháp | VN-45 | Bộ Chỉ huy Quân sự tỉnh Đồng Tháp",
            "Bộ Chỉ huy Quân sự tỉnh Đồng Tháp | VN-45",
        ],
    ),
    (
        "Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy (Ban Chỉ huy BĐBP - Bộ CHQS tỉnh Tuyên Quang) gặp bạn.",
        [
            "Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy | VN-07 | Ban Chỉ huy Bộ đội Biên phòng tỉnh Tuyên Quang",
            "Ban Chỉ huy Bộ đội Biên phòng tỉnh Tuyên Quang | VN-07 | Bộ Chỉ huy Quân sự tỉnh Tuyên Quang",
            "Bộ Chỉ huy Quân sự tỉnh Tuyên Quang | VN-07",
        ],
    ),
    (
        "Công an hai tỉnh Gia Lai - Ratanakiri họp. Ty Công an tỉnh Ratanakiri cảm ơn Công an tỉnh Gia Lai.",
        ["Công an tỉnh Gia Lai | VN-30", "Ty Công an tỉnh Ratanakiri | KH-16"],
    ),
    (
        "Đến dự có đại diện Công an cửa khẩu quốc tế Prek Chak, Đại đội 2 (Tiểu đoàn Cảnh sát bảo vệ biên giới 507, Ty Công an tỉnh Kampot).",
        [
            "Công an cửa khẩu quốc tế Prek Chak | KH-7",
            "Đại đội 2 | KH-7 | Tiểu đoàn Cảnh sát bảo vệ biên giới 507",
            "Tiểu đoàn Cảnh sát bảo vệ biên giới 507 | KH-7 | Ty Công an tỉnh Kampot",
            "Ty Công an tỉnh Kampot | KH-7",
        ],
    ),
    (
        "Bộ Tư lệnh Vùng 5 Hải quân (Quân chủng Hải quân Việt Nam) và Căn cứ biển Ream (Bộ Tư lệnh Hải quân Hoàng gia Campuchia) họp.",
        [
            "Bộ Tư lệnh Vùng 5 Hải quân | VN | Quân chủng Hải quân Việt Nam",
            "Quân chủng Hải quân Việt Nam | VN",
            "Căn cứ biển Ream | KH | Bộ Tư lệnh Hải quân Hoàng gia Campuchia",
            "Bộ Tư lệnh Hải quân Hoàng gia Campuchia | KH",
        ],
    ),
    (
        "Trung tướng A Phó Tổng Tham mưu trưởng Bộ Tham mưu Liên hợp, Quân ủy Trung ương Trung Quốc thăm Lữ đoàn Thông tin 23.",
        [
            "Bộ Tham mưu Liên hợp | CN | Quân ủy Trung ương Trung Quốc",
            "Quân ủy Trung ương Trung Quốc | CN",
            "Lữ đoàn Thông tin 23 | VN",
        ],
    ),
    (
        "Quân khu 7 hỗ trợ các đội K70, K71, K73 quy tập hài cốt.",
        ["Quân khu 7 | VN", "Đội K70 | VN", "Đội K71 | VN", "Đội K73 | VN"],
    ),
    (
        "Bộ Tư lệnh Quân khu 1, Quân đội Hoàng gia Campuchia sang thăm. Đoàn Quân khu 1 tặng quà Bộ CHQS tỉnh Long An; Tùy viên Quốc phòng dự.",
        [
            "Bộ Tư lệnh Quân khu 1 | KH | Quân đội Hoàng gia Campuchia",
            "Quân đội Hoàng gia Campuchia | KH",
            "Quân khu 1 | KH",
            "Bộ Chỉ huy Quân sự tỉnh Long An | VN-41",
        ],
    ),
    (
        "Đội Vận động quần chúng (Đồn Biên phòng Y Tý, BĐBP Lào Cai) và Trung tâm Kiểm dịch y tế quốc tế tỉnh phát thuốc.",
        [
            "Đội Vận động quần chúng | VN-02 | Đồn Biên phòng Y Tý",
            "Đồn Biên phòng Y Tý | VN-02 | Bộ đội Biên phòng tỉnh Lào Cai",
            "Bộ đội Biên phòng tỉnh Lào Cai | VN-02",
            "Trung tâm Kiểm dịch y tế quốc tế tỉnh Lào Cai | VN-02",
        ],
    ),
    (
        "Cục Cửa khẩu Bộ đội Biên phòng, Cục Đối ngoại (Bộ Quốc phòng) cử đại diện.",
        ["Cục Cửa khẩu Bộ đội Biên phòng | VN", "Cục Đối ngoại | VN | Bộ Quốc phòng", "Bộ Quốc phòng | VN"],
    ),
    (
        "Ủy ban quốc gia về kiểm tra và giám sát ma túy Lào và Ủy ban quốc gia phòng, chống ma túy Campuchia ký tuyên bố.",
        [
            "Ủy ban quốc gia về kiểm tra và giám sát ma túy Lào | LA",
            "Ủy ban quốc gia phòng, chống ma túy Campuchia | KH",
        ],
    ),
    (
        "Đoàn đại biểu huyện Mường Ét và chính quyền huyện Mường Ét, tỉnh Hủa Phăn là một; Ủy ban Chính quyền huyện Mường May, tỉnh Attapeu là khác.",
        ["Chính quyền huyện Mường Ét | LA-HO", "Ủy ban Chính quyền huyện Mường May | LA-AT"],
    ),
    (
        "Chiều 12/5, tại tỉnh Điện Biên, Phó Chủ tịch UBND tỉnh Y Thảo Nguyên yêu cầu Bộ CHQS tỉnh, Công an tỉnh vào cuộc.",
        [
            "Ủy ban nhân dân tỉnh Điện Biên | VN-71",
            "Bộ Chỉ huy Quân sự tỉnh Điện Biên | VN-71",
            "Công an tỉnh Điện Biên | VN-71",
        ],
    ),
    (
        "Vùng 3 Cảnh sát biển Campuchia, Hải cảnh Quảng Tây và Cảnh sát biển Vùng 2 tuần tra.",
        ["Vùng 3 Cảnh sát biển Campuchia | KH", "Hải cảnh Quảng Tây | CN-GX", "Cảnh sát biển Vùng 2 | VN"],
    ),
    (
        "Ngày 5/6/2024, Đồn CKQT Lao Bảo/BĐBP tỉnh Quảng Trị gặp Đồn Công an cửa khẩu quốc tế Đen Sa Vẳn (Lào).",
        [
            "Đồn cửa khẩu quốc tế Lao Bảo | VN-25 | Bộ đội Biên phòng tỉnh Quảng Trị",
            "Bộ đội Biên phòng tỉnh Quảng Trị | VN-25",
            "Đồn Công an cửa khẩu quốc tế Đen Sa Vẳn | LA-SV",
        ],
    ),
    (
        "Ngày 5/6/2024, BCHBP tỉnh Đắk Nông, BCHQS tỉnh Đắk Nông và CA tỉnh hội đàm với Ty Công an tỉnh Mondulkiri.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Đắk Nông | VN-72",
            "Bộ Chỉ huy Quân sự tỉnh Đắk Nông | VN-72",
            "Công an tỉnh Đắk Nông | VN-72",
            "Ty Công an tỉnh Mondulkiri | KH-11",
        ],
    ),
    (
        "Ngày 5/6/2024, Bộ Tư lệnh Quân khu 7 hội đàm với Quân khu 2, Sư đoàn Can thiệp 3, Lữ đoàn 51 và Hiến binh quốc gia Campuchia.",
        [
            "Bộ Tư lệnh Quân khu 7 | VN",
            "Quân khu 2 | KH",
            "Sư đoàn Can thiệp 3 | KH",
            "Lữ đoàn 51 | KH",
            "Hiến binh quốc gia Campuchia | KH",
        ],
    ),
    (
        "Ngày 5/6/2024, BĐBP Long An phối hợp với Tiểu đoàn Cảnh sát bảo vệ biên giới 615, Hiến binh tỉnh Svay Rieng.",
        [
            "Bộ đội Biên phòng tỉnh Long An | VN-41",
            "Tiểu đoàn Cảnh sát bảo vệ biên giới 615 | KH-20",
            "Hiến binh tỉnh Svay Rieng | KH-20",
        ],
    ),
    (
        "Ngày 9/9/2022, Trung đoàn 717 (Binh đoàn 16), Đoàn kinh tế - quốc phòng 338 và Tiểu đoàn Cảnh vệ Biên phòng số 3 (Campuchia) gặp mặt.",
        [
            "Trung đoàn 717 | VN | Binh đoàn 16",
            "Binh đoàn 16 | VN",
            "Đoàn kinh tế - quốc phòng 338 | VN",
            "Tiểu đoàn Cảnh vệ Biên phòng số 3 | KH",
        ],
    ),
    (
        "Ngày 5/6/2024, Công an các địa phương: Nghệ An, Hà Tĩnh (Việt Nam) hội đàm với Sở An ninh tỉnh Bô Ly Khăm Xay và Công an cụm bản Thanh, huyện Mường Noòng.",
        [
            "Công an Nghệ An | VN-22",
            "Công an Hà Tĩnh | VN-23",
            "Sở An ninh tỉnh Bô Ly Khăm Xay | LA-BL",
            "Công an cụm bản Thanh | LA-SV",
        ],
    ),
    (
        "Ngày 9/9/2022, Cục Cảnh sát điều tra tội phạm về ma túy (C04, Bộ Công an) và Phòng Quản lý XNC Công an tỉnh Hà Tĩnh dự.",
        [
            "Cục Cảnh sát điều tra tội phạm về ma túy | VN | Bộ Công an",
            "Bộ Công an | VN",
            "Phòng Quản lý xuất nhập cảnh Công an tỉnh Hà Tĩnh | VN-23",
        ],
    ),
    (
        "BĐBP tỉnh Lào Cai gặp Trung đoàn cảnh vệ biên phòng 5, Đoàn Biên phòng 3 (Vân Nam, Trung Quốc) và Ban Biên giới tỉnh Vân Nam.",
        [
            "Bộ đội Biên phòng tỉnh Lào Cai | VN-02",
            "Trung đoàn cảnh vệ biên phòng 5 | CN-YN",
            "Đoàn Biên phòng 3 | CN-YN",
            "Ban Biên giới tỉnh Vân Nam | CN-YN",
        ],
    ),
    (
        "Ngày 9/9/2022, bà Bun Phêng Mun Phô Xay, Bộ trưởng Bộ Nội vụ Lào gặp Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trúc.",
        ["Bộ Nội vụ Lào | LA", "Bộ Nội vụ | VN"],
    ),
    # what a number, a split commune or a short name makes of a unit
    (
        "Bộ Tư lệnh Quân khu 9 hội đàm với Bộ Tư lệnh các Quân khu 2, 3 và 5, Quân đội Hoàng gia Campuchia. Tư lệnh Quân khu 3 dự.",
        [
            "Bộ Tư lệnh Quân khu 9 | VN",
            "Bộ Tư lệnh Quân khu 2 | KH | Quân đội Hoàng gia Campuchia",
            "Bộ Tư lệnh Quân khu 3 | KH | Quân đội Hoàng gia Campuchia",
            "Bộ Tư lệnh Quân khu 5 | KH | Quân đội Hoàng gia Campuchia",
            "Quân đội Hoàng gia Campuchia | KH",
            "Quân khu 3 | KH",
        ],
    ),
    (
        "UBND phường Móng Cái 2 (Quảng Ninh) phối hợp với UBND xã Hải Sơn tổ chức. UBND xã Hải Sơn 4 lần gặp bạn.",
        ["Ủy ban nhân dân phường Móng Cái 2 | VN-13", "Ủy ban nhân dân xã Hải Sơn | VN-13"],
    ),
    (
        "Đại đội Biên phòng 237 (Bộ CHQS tỉnh Luông Pha Bang, Lào) gặp Đồn Biên phòng Mường Lạn (Sơn La). Đại đội 237 tặng quà.",
        [
            "Đại đội Biên phòng 237 | LA-LP | Bộ Chỉ huy Quân sự tỉnh Luông Pha Bang",
            "Bộ Chỉ huy Quân sự tỉnh Luông Pha Bang | LA-LP",
            "Đồn Biên phòng Mường Lạn | VN-05",
        ],
    ),
    (
        "Cục Hải quan tỉnh Cao Bằng và Hải quan Bách Sắc (Trung Quốc) họp. Hải quan Cao Bằng đề nghị mở thêm làn.",
        ["Cục Hải quan tỉnh Cao Bằng | VN-04", "Hải quan Bách Sắc | CN-GX"],
    ),
    (
        "Tiểu khu Quân sự tỉnh Kampot (Campuchia) cảm ơn BĐBP tỉnh Kiên Giang. Tiểu khu Kampot tặng hoa.",
        ["Tiểu khu Quân sự tỉnh Kampot | KH-7", "Bộ đội Biên phòng tỉnh Kiên Giang | VN-47"],
    ),
    # posts that are only counted and told by their province stand by its force (record.md, finer point 5)
    (
        "Ba đồn biên phòng Lai Châu phối hợp với BĐBP tỉnh Điện Biên.",
        ["Bộ đội Biên phòng tỉnh Lai Châu | VN-01", "Bộ đội Biên phòng tỉnh Điện Biên | VN-71"],
    ),
    # a number before what a battalion does, hospitals, fisheries, the makers in a treaty's name
    (
        "Đồn Biên phòng Hoa Lư hội đàm với Tiểu đoàn 211 Cảnh sát bảo vệ biên giới, Ty Công an tỉnh Kratie (Campuchia).",
        [
            "Đồn Biên phòng Hoa Lư | VN-39",
            "Tiểu đoàn 211 Cảnh sát bảo vệ biên giới | KH-10 | Ty Công an tỉnh Kratie",
            "Ty Công an tỉnh Kratie | KH-10",
        ],
    ),
    (
        "Bác sĩ Bệnh viện Quân y 7 khám bệnh cho người dân Lào; Cục Kiểm ngư Việt Nam tuyên truyền.",
        ["Bệnh viện Quân y 7 | VN", "Cục Kiểm ngư Việt Nam | VN"],
    ),
    (
        "Đội Quy tập (Bộ CHQS tỉnh Quảng Bình) cất bốc hài cốt ở Lào.",
        [
            "Đội Quy tập | VN-24 | Bộ Chỉ huy Quân sự tỉnh Quảng Bình",
            "Bộ Chỉ huy Quân sự tỉnh Quảng Bình | VN-24",
        ],
    ),
    (
        "Dẫn đầu đoàn cán bộ Đại đội Công an Biên phòng Tịnh Tây (Quảng Tây, Trung Quốc) là Phó Đại đội trưởng.",
        ["Đại đội Công an Biên phòng Tịnh Tây | CN-GX"],
    ),
    (
        "Hai nước giao Quân khu 3 cùng Chiến khu miền Nam, Quân Giải phóng nhân dân Trung Quốc tuần tra chung.",
        [
            "Quân khu 3 | VN",
            "Chiến khu miền Nam | CN | Quân Giải phóng nhân dân Trung Quốc",
            "Quân Giải phóng nhân dân Trung Quốc | CN",
        ],
    ),
    (
        "UBND tỉnh Quảng Ninh gặp Chính phủ Nhân dân Khu tự trị dân tộc Choang Quảng Tây. Phó Chủ tịch Chính phủ Nhân dân Khu tự trị cảm ơn.",
        [
            "Ủy ban nhân dân tỉnh Quảng Ninh | VN-13",
            "Chính phủ Nhân dân Khu tự trị dân tộc Choang Quảng Tây | CN-GX",
        ],
    ),
    (
        "Thực hiện Hiệp định giữa Chính phủ nước CHXHCN Việt Nam và Chính phủ nước CHDCND Lào về cửa khẩu và Quy chế biên giới giữa Chính phủ Việt Nam và Chính phủ Lào.",
        ["Chính phủ nước CHXHCN Việt Nam | VN", "Chính phủ nước CHDCND Lào | LA"],
    ),
    # posts told by numbers, companies beside posts, the government of a region
    (
        "Các đồn biên phòng 717, 719, 721 và 723 (Gia Lai) gặp gỡ bạn 36 lần.",
        [
            "Đồn biên phòng 717 | VN-30",
            "Đồn biên phòng 719 | VN-30",
            "Đồn biên phòng 721 | VN-30",
            "Đồn biên phòng 723 | VN-30",
        ],
    ),
    (
        "Hai bên tặng Đồn Biên phòng 717 125 suất quà.",
        ["Đồn Biên phòng 717 | VN"],
    ),
    (
        "Từ nguồn tin của Đại đội Biên phòng 252 (Lào), Đồn Biên phòng Tam Hợp đã bắt 2 đối tượng.",
        ["Đại đội Biên phòng 252 | LA", "Đồn Biên phòng Tam Hợp | VN-22"],
    ),
    (
        "Chính phủ Khu tự trị dân tộc Choang Quảng Tây gặp UBND tỉnh Cao Bằng.",
        ["Chính phủ Khu tự trị dân tộc Choang Quảng Tây | CN-GX", "Ủy ban nhân dân tỉnh Cao Bằng | VN-04"],
    ),
    # commands of the navy, departments, academies, councils
    (
        "Bộ Tư lệnh Vùng 4 Hải quân họp với Bộ Tư lệnh Căn cứ biển Kép (Hải quân Hoàng gia Campuchia). Căn cứ biển Kép đón đoàn.",
        [
            "Bộ Tư lệnh Vùng 4 Hải quân | VN",
            "Bộ Tư lệnh Căn cứ biển Kép | KH-23 | Hải quân Hoàng gia Campuchia",
            "Hải quân Hoàng gia Campuchia | KH",
            "Căn cứ biển Kép | KH-23",
        ],
    ),
    (
        "Phía Trung Quốc có đại diện Vụ Biên giới và Biển (Bộ Ngoại giao Trung Quốc), Cục Quản lý di dân quốc gia, Tổng cục Hải quan.",
        [
            "Vụ Biên giới và Biển | CN | Bộ Ngoại giao Trung Quốc",
            "Bộ Ngoại giao Trung Quốc | CN",
            "Cục Quản lý di dân quốc gia | CN",
            "Tổng cục Hải quan | CN",
        ],
    ),
    (
        "UBND tỉnh Tây Ninh hội đàm với chính quyền các tỉnh Svay Rieng, Prey Veng (Campuchia) và Hội đồng tỉnh Kandal.",
        [
            "Ủy ban nhân dân tỉnh Tây Ninh | VN-37",
            "Chính quyền tỉnh Svay Rieng | KH-20",
            "Chính quyền tỉnh Prey Veng | KH-14",
            "Hội đồng tỉnh Kandal | KH-8",
        ],
    ),
    (
        "Công an huyện Kỳ Sơn, Hạt Kiểm lâm huyện (Nghệ An) dự.",
        ["Công an huyện Kỳ Sơn | VN-22", "Hạt Kiểm lâm huyện Kỳ Sơn | VN-22"],
    ),
    # of two forces in a list none is under the other
    (
        "Trạm Công an cửa khẩu Tà Vàng, Đại đội Biên phòng 545, Bộ CHQS tỉnh Salavan (Lào) dự.",
        [
            "Trạm Công an cửa khẩu Tà Vàng | LA-XE",
            "Đại đội Biên phòng 545 | LA-SL | Bộ Chỉ huy Quân sự tỉnh Salavan",
            "Bộ Chỉ huy Quân sự tỉnh Salavan | LA-SL",
        ],
    ),
    (
        "Trạm Kiểm soát Biên phòng Cửa khẩu quốc tế Mộc Bài, Chi cục Hải quan cửa khẩu Mộc Bài (Tây Ninh) họp.",
        [
            "Trạm Kiểm soát Biên phòng Cửa khẩu quốc tế Mộc Bài | VN-37",
            "Chi cục Hải quan cửa khẩu Mộc Bài | VN-37",
        ],
    ),
    # a row of units before one list: each of each province
    (
        "Ty Công an, Tiểu khu Quân sự các tỉnh Kampot, Takeo (Campuchia) họp giao ban.",
        [
            "Ty Công an tỉnh Kampot | KH-7",
            "Ty Công an tỉnh Takeo | KH-21",
            "Tiểu khu Quân sự tỉnh Kampot | KH-7",
            "Tiểu khu Quân sự tỉnh Takeo | KH-21",
        ],
    ),
    # the office or command of a province is of no commune
    (
        "Dự hội đàm có đại diện Bộ Chỉ huy BĐBP tỉnh Lạng Sơn, Sở Ngoại vụ, Công an các phường Kỳ Lừa 1, Kỳ Lừa 2.",
        [
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn | VN-09",
            "Sở Ngoại vụ | VN-09",
            "Công an phường Kỳ Lừa 1 | VN-09",
            "Công an phường Kỳ Lừa 2 | VN-09",
        ],
    ),
    (
        "Công an tỉnh Quảng Trị chủ trì. Dự có Bộ CHQS tỉnh, Công an hai xã A Lưới 1 và A Lưới 2.",
        [
            "Công an tỉnh Quảng Trị | VN-25",
            "Bộ Chỉ huy Quân sự tỉnh Quảng Trị | VN-25",
            "Công an xã A Lưới 1 | VN-25",
            "Công an xã A Lưới 2 | VN-25",
        ],
    ),
    (
        "Dự có Ban CHQS, Công an các huyện Mường Nhé, Nậm Pồ (tỉnh Điện Biên).",
        [
            "Ban Chỉ huy Quân sự huyện Mường Nhé | VN-71",
            "Ban Chỉ huy Quân sự huyện Nậm Pồ | VN-71",
            "Công an huyện Mường Nhé | VN-71",
            "Công an huyện Nậm Pồ | VN-71",
        ],
    ),
    # an office keeps the article's words, but for a level that it shares or the side that it stands for
    (
        "Công an tỉnh Hà Tĩnh chủ trì. Cùng dự có đại diện Sở Ngoại vụ, Bộ Chỉ huy BĐBP tỉnh.",
        [
            "Công an tỉnh Hà Tĩnh | VN-23",
            "Sở Ngoại vụ tỉnh Hà Tĩnh | VN-23",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Tĩnh | VN-23",
        ],
    ),
    (
        "Về phía tỉnh Hà Tĩnh có ông Lò Văn Thử, Phó Giám đốc Sở Ngoại vụ.",
        ["Sở Ngoại vụ tỉnh Hà Tĩnh | VN-23"],
    ),
    # a number of goods behind a number that names a unit
    (
        "Dịp này, Đồn Biên phòng Y Tý tặng Đại đội Biên phòng 217 15 thùng sữa.",
        ["Đồn Biên phòng Y Tý | VN-02", "Đại đội Biên phòng 217 | LA"],
    ),
    # the short name of a station in the headline
    (
        "Gặp gỡ giữa Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy và Trạm Biên phòng Thiên Bảo\n\nNgày 9/5/2017, Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy gặp Trạm Kiểm tra Biên phòng xuất nhập cảnh Thiên Bảo (Trung Quốc).",
        [
            "Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy | VN-07",
            "Trạm Kiểm tra Biên phòng xuất nhập cảnh Thiên Bảo | CN-YN",
        ],
    ),
    # dashes without spaces
    (
        "Ông Sok Pheap-Trưởng trạm Kiểm soát Cửa khẩu quốc tế O Yadav-bày tỏ lời cảm ơn.",
        ["Trạm Kiểm soát Cửa khẩu quốc tế O Yadav | KH-16"],
    ),
    (
        "Tham dự có đại diện Sở Ngoại vụ tỉnh Long An; Văn phòng Chính quyền tỉnh Svay Rieng (Campuchia).",
        ["Sở Ngoại vụ tỉnh Long An | VN-41", "Văn phòng Chính quyền tỉnh Svay Rieng | KH-20"],
    ),
    # a state's border committee is no other state's for its name
    (
        "Đoàn Việt Nam do ông Lò Văn Thử, Phó Chủ nhiệm Ủy ban Biên giới quốc gia, Bộ Ngoại giao dẫn đầu. Đoàn Lào do bà Bun Xỏn Phêng Đi, Phó Chủ tịch Ủy ban Biên giới quốc gia Lào dẫn đầu.",
        ["Ủy ban Biên giới quốc gia | VN | Bộ Ngoại giao", "Bộ Ngoại giao | VN", "Ủy ban Biên giới quốc gia Lào | LA"],
    ),
    # ministries in a list, also those of the other side
    (
        "Tham gia đoàn Việt Nam có đại diện các bộ: Quốc phòng, Công an, Công Thương và UBND tỉnh Cao Bằng; phía Lào có các Bộ Ngoại giao, Tài chính.",
        [
            "Bộ Quốc phòng | VN",
            "Bộ Công an | VN",
            "Bộ Công Thương | VN",
            "Ủy ban nhân dân tỉnh Cao Bằng | VN-04",
            "Bộ Ngoại giao | LA",
            "Bộ Tài chính | LA",
        ],
    ),
    # a body without a level before its province
    (
        "Trung tâm Kiểm dịch y tế quốc tế tỉnh Hà Giang hội đàm với Cục Kiểm nghiệm Kiểm dịch xuất nhập cảnh Thiên Bảo, tỉnh Vân Nam (Trung Quốc).",
        [
            "Trung tâm Kiểm dịch y tế quốc tế tỉnh Hà Giang | VN-03",
            "Cục Kiểm nghiệm Kiểm dịch xuất nhập cảnh Thiên Bảo | CN-YN",
        ],
    ),
    # who stands above is no partner, and a partner of another state no member of a list
    (
        "Vùng Cảnh sát biển 1, Bộ Tư lệnh Cảnh sát biển Việt Nam và Phân cục Hải cảnh Nam Hải, Cục Hải cảnh Trung Quốc hội đàm trực tuyến.",
        [
            "Vùng Cảnh sát biển 1 | VN | Bộ Tư lệnh Cảnh sát biển Việt Nam",
            "Bộ Tư lệnh Cảnh sát biển Việt Nam | VN",
            "Phân cục Hải cảnh Nam Hải | CN | Cục Hải cảnh Trung Quốc",
            "Cục Hải cảnh Trung Quốc | CN",
        ],
    ),
    # the forces by which a headline calls a side, of which the body names the command; who is helped
    (
        "BĐBP Nghệ An chúc Tết lực lượng vũ trang tỉnh Hủa Phăn\n\nNgày 9/4/2023, đoàn BĐBP tỉnh Nghệ An đến thăm Bộ Chỉ huy Quân sự tỉnh Hủa Phăn (Lào), giúp Đại đội Biên phòng 217 đào giếng.",
        [
            "Bộ đội Biên phòng tỉnh Nghệ An | VN-22",
            "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn | LA-HO",
            "Đại đội Biên phòng 217 | LA-HO",
        ],
    ),
    (
        "Huyện Mường Lát hội đàm với huyện Sốp Bâu (Lào)\n\nNgày 9/4/2023, đoàn UBND huyện Mường Lát (Thanh Hóa) hội đàm với Chính quyền huyện Sốp Bâu, tỉnh Hủa Phăn (Lào).",
        ["Ủy ban nhân dân huyện Mường Lát | VN-21", "Chính quyền huyện Sốp Bâu | LA-HO"],
    ),
    # a station's name with and without a word of its work
    (
        "Hội đàm giữa Đồn Biên phòng Chi Ma và Trạm kiểm tra biên phòng Ái Điểm\n\nNgày 28/9/2023, Đồn Biên phòng Chi Ma hội đàm với Trạm kiểm tra biên phòng xuất nhập cảnh Ái Điểm (Trung Quốc).",
        ["Đồn Biên phòng Chi Ma | VN-09", "Trạm kiểm tra biên phòng xuất nhập cảnh Ái Điểm | CN-GX"],
    ),
    # parks as parties, a college that is visited
    (
        "Hội nghị giữa Vườn quốc gia Pù Mát (huyện Con Cuông, Nghệ An) và Vườn quốc gia Nậm Kan (tỉnh Bô Ly Khăm Xay, Lào) bế mạc; đoàn thăm Trường Cao đẳng Sư phạm Nghệ An.",
        [
            "Vườn quốc gia Pù Mát | VN-22",
            "Vườn quốc gia Nậm Kan | LA-BL",
            "Trường Cao đẳng Sư phạm Nghệ An | VN-22",
        ],
    ),
    # bare heads of the side that a clause lists
    (
        "UBND tỉnh Thanh Hóa và Chính quyền tỉnh Hủa Phăn hội đàm. Về phía tỉnh Hủa Phăn có lãnh đạo Bộ CHQS, Sở An ninh, Sở Ngoại vụ.",
        [
            "Ủy ban nhân dân tỉnh Thanh Hóa | VN-21",
            "Chính quyền tỉnh Hủa Phăn | LA-HO",
            "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn | LA-HO",
            "Sở An ninh tỉnh Hủa Phăn | LA-HO",
            "Sở Ngoại vụ tỉnh Hủa Phăn | LA-HO",
        ],
    ),
    # what a gate, a Chiến khu, a committee is called
    (
        "Ban Quản lý cửa khẩu quốc tế Móng Cái hội đàm với Cục Thương mại và Quản lý cửa khẩu thành phố Đông Hưng (Trung Quốc).",
        [
            "Ban Quản lý cửa khẩu quốc tế Móng Cái | VN-13",
            "Cục Thương mại và Quản lý cửa khẩu thành phố Đông Hưng | CN-GX",
        ],
    ),
    (
        "Quân khu 2 hội đàm với Bộ Tư lệnh Lục quân Chiến khu Nam Bộ, Quân Giải phóng nhân dân Trung Quốc.",
        [
            "Quân khu 2 | VN",
            "Bộ Tư lệnh Lục quân Chiến khu Nam Bộ | CN | Quân Giải phóng nhân dân Trung Quốc",
            "Quân Giải phóng nhân dân Trung Quốc | CN",
        ],
    ),
    (
        "Ban Chỉ đạo phòng, chống tội phạm tỉnh Hà Giang hội đàm với Công an châu Văn Sơn (Trung Quốc).",
        ["Ban Chỉ đạo phòng, chống tội phạm tỉnh Hà Giang | VN-03", "Công an châu Văn Sơn | CN-YN"],
    ),
]

# No unit acts here: districts as places, forces in general, bodies without a name.
NOBODY = [
    "Chiều 3/6, thị trấn Mường Xén, huyện Kỳ Sơn mưa lớn.",
    "Tại huyện Kỳ Sơn, tỉnh Nghệ An, hai bên trao đổi tình hình.",
    "Người dân huyện Kỳ Sơn sang huyện Noọng Hét thăm thân.",
    "Đối tượng trú tại xã Keng Đu, huyện Kỳ Sơn, tỉnh Nghệ An.",
    "Sở Chỉ huy Vùng Cảnh sát biển 1 đặt tại Hải Phòng.",
    "Theo đó, công an, biên phòng hai bên phối hợp chặt chẽ; các huyện biên giới, chính quyền địa phương hai bên thường xuyên gặp gỡ.",
    "Các công ty, doanh nghiệp hai nước tăng cường hợp tác; Công ty sẽ đầu tư.",
    "Đội công tác, phòng nghiệp vụ của các đơn vị đã phối hợp.",
    "Các tỉnh biên giới Việt - Lào cùng dự, đoàn đại biểu hai tỉnh trao đổi.",
    "Đoàn đại biểu thanh niên hai huyện giao lưu.",
    "Biên giới giữa tỉnh Nghệ An và tỉnh Xiêng Khoảng dài 150 km.",
    "Tuyến biên giới giữa huyện Kỳ Sơn và huyện Noọng Hét ổn định.",
    "Cụm tình báo, tổ tuần tra chung đến mốc 123; đồn biên phòng hai bên trao đổi; trạm biên phòng đối diện phối hợp.",
    "Trưởng Công an xã, Xã đội trưởng và các đồn biên phòng dự.",
    "Bà con hai huyện, các xã giáp biên vui mừng; giữa hai tỉnh có mối quan hệ tốt.",
    "Biên phòng Việt Nam và Biên phòng Lào cùng nhau phát triển; công tác Biên phòng năm 2023 đạt kết quả.",
    "Chuyến thăm tỉnh Nghệ An của đoàn thành công tốt đẹp.",
    "Sau khi thăm thành phố Hạ Long, hai bên thảo luận về tình hình tỉnh Quảng Ninh.",
    "Anh Vừ Bá Xử, trú tại huyện Kỳ Sơn, là công nhân công ty, bị bắt.",
    "Phía huyện bạn do ông Xổm Phon, Phó Huyện trưởng làm trưởng đoàn.",
    "Phòng chống ma túy là nhiệm vụ quan trọng; phòng, chống tội phạm, đội ngũ cán bộ được nâng lên.",
    "Phòng Trinh sát đã phối hợp với các đội nghiệp vụ.",
    "Kết quả đó góp phần xây dựng biên giới giữa hai huyện Kỳ Sơn và Noọng Hét hòa bình, hữu nghị.",
    "Đoàn đã đến thăm thành phố Luông Pha Băng và dâng hương tại Tượng đài.",
    "Hội đàm diễn ra trong không khí hữu nghị; quan hệ hợp tác giữa tỉnh Quảng Ninh và Quảng Tây phát triển.",
    "Đoàn thanh niên tỉnh Sơn La, đoàn trường, đoàn xã phối hợp; Tỉnh đoàn Sơn La tặng quà.",
    "Bộ Chỉ huy Bộ đội Biên phòng các tỉnh có chung đường biên giới dự; các Bộ Chỉ huy BĐBP tỉnh.",
    "Cơ quan đại diện biên giới, đồn, trạm, Đội công tác địa bàn, Đội vận động quần chúng dự.",
    "Hai bên ký kết biên bản tại thành phố Vinh, sang thăm thành phố Luông Pha Băng.",
    "Lãnh đạo các bộ, ngành liên quan dự; các bộ của hai nước trao đổi.",
    "Học sinh Trường Cao đẳng Sư phạm Nghệ An tuần tra cùng bộ đội trong Vườn quốc gia Pù Mát.",
    "Ông cảm ơn cấp ủy, chính quyền và lực lượng vũ trang tỉnh Hủa Phăn đã giúp đỡ.",
]

# What each side sends: "country: unit; unit / country: …".
SENT = [
    # a hall, and whose it is, is the place; who stands behind a venue acts
    (
        "Ngày 7/7/2023, tại Trung tâm hội nghị quốc tế, Cục Cảnh sát giao thông (Viêng Chăn), Đoàn Công an tỉnh Nghệ An hội đàm với Công an tỉnh Xiêng Khoảng (Lào).",
        "VN: Công an tỉnh Nghệ An / LA: Công an tỉnh Xiêng Khoảng",
    ),
    (
        "Ngày 7/7/2023, tại hội trường, Bộ Chỉ huy BĐBP tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào).",
        "VN: Bộ Chỉ huy Bộ đội Biên phòng tỉnh Sơn La / LA: Bộ Chỉ huy Quân sự tỉnh Hủa Phăn",
    ),
    (
        "Chiều 8/5, tại Trạm kiểm soát liên hợp cửa khẩu Tà Lùng, Đồn Biên phòng cửa khẩu Tà Lùng, BĐBP Cao Bằng hội đàm với Phân trạm Thủy Khẩu, Trạm Kiểm tra Biên phòng xuất nhập cảnh Long Châu (Quảng Tây, Trung Quốc).",
        "VN: Đồn Biên phòng cửa khẩu Tà Lùng / CN: Phân trạm Thủy Khẩu",
    ),
    # each office is of its own state
    (
        "Sáng 23/4/2026, Bộ CHQS tỉnh Gia Lai hội đàm với Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia). Cùng dự có đại diện Sở Ngoại vụ tỉnh Gia Lai, Tổng Lãnh sự quán Campuchia tại TP Hồ Chí Minh.",
        "VN: Bộ Chỉ huy Quân sự tỉnh Gia Lai; Sở Ngoại vụ tỉnh Gia Lai / KH: Tiểu khu Quân sự tỉnh Ratanakiri; Tổng Lãnh sự quán Campuchia tại thành phố Hồ Chí Minh",
    ),
    # who only made a paper is not there
    (
        "Sáng 11/1/2023, tại Viêng Chăn, Thủ tướng Lò Minh Chung hội đàm với Thủ tướng Lào Xổm Xay. Hai Thủ tướng chứng kiến lễ ký Biên bản ghi nhớ giữa Bộ Tư pháp hai nước.",
        "VN:  / LA: ",
    ),
    (
        "Ngày 11/9/2018, tại TP Kon Tum, Công an tỉnh Kon Tum đăng cai tổ chức Hội nghị giao ban với Công an tỉnh Attapư (Lào).",
        "VN: Công an tỉnh Kon Tum / LA: Công an tỉnh Attapư",
    ),
    (
        "Ngày 16/9/2019, tại tỉnh Kon Tum (Việt Nam), Bộ Chỉ huy BĐBP tỉnh Kon Tum, Bộ CHQS tỉnh Attapeu (Lào) và Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia) tổ chức hội đàm ba bên.",
        "VN: Bộ Chỉ huy Bộ đội Biên phòng tỉnh Kon Tum / LA: Bộ Chỉ huy Quân sự tỉnh Attapeu / KH: Tiểu khu Quân sự tỉnh Ratanakiri",
    ),
    (
        "Ngày 5/5/2023, tại Trạm Kiểm soát Biên phòng cửa khẩu Thanh Thủy, Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy (BĐBP Hà Giang) hội đàm với Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo (Trung Quốc).",
        "VN: Đồn Biên phòng cửa khẩu quốc tế Thanh Thủy / CN: Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo",
    ),
    (
        "Ngày 12/4/2024, tại Đồn Biên phòng cửa khẩu quốc tế Tây Trang, đoàn đại biểu Bộ Chỉ huy BĐBP tỉnh Điện Biên hội đàm với đoàn đại biểu Bộ CHQS các tỉnh Luông Pha Băng, Phông Sa Lỳ, U Đôm Xay (Lào). Cùng dự có đại diện Sở Ngoại vụ, Công an tỉnh Điện Biên.",
        "VN: Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên; Sở Ngoại vụ tỉnh Điện Biên; Công an tỉnh Điện Biên / LA: Bộ Chỉ huy Quân sự tỉnh Luông Pha Băng; Bộ Chỉ huy Quân sự tỉnh Phông Sa Lỳ; Bộ Chỉ huy Quân sự tỉnh U Đôm Xay",
    ),
    (
        "Ngày 12/4/2024, Đồn Biên phòng Keng Đu phối hợp với Đại đội Biên phòng 219 và UBND xã Keng Đu tổ chức giao ban quý I. Đồn Biên phòng Keng Đu đã tặng quà cho Đại đội Biên phòng 219.",
        "VN: Đồn Biên phòng Keng Đu; Ủy ban nhân dân xã Keng Đu / LA: Đại đội Biên phòng 219",
    ),
    (
        "Ngày 12/4/2024, Đoàn công tác BĐBP tỉnh Gia Lai do Đại tá Lê Văn An làm trưởng đoàn sang hội đàm với Tiểu khu Quân sự tỉnh Ratanakiri (Campuchia). Theo Bộ Chỉ huy BĐBP tỉnh Gia Lai, hai bên đã tuần tra 12 lần.",
        "VN: Bộ đội Biên phòng tỉnh Gia Lai / KH: Tiểu khu Quân sự tỉnh Ratanakiri",
    ),
    (
        "Ngày 12/4/2018, Bộ Chỉ huy BĐBP tỉnh Tây Ninh hội đàm với Ty Công an 3 tỉnh Svay Rieng, Prey Veng, Tbong Khmum (Campuchia). Hai bên thống nhất để Đồn Biên phòng Tân Hà và Đồn Biên phòng Chàng Riệc kết nghĩa với các đồn đối diện.",
        "VN: Bộ Chỉ huy Bộ đội Biên phòng tỉnh Tây Ninh / KH: Ty Công an tỉnh Svay Rieng; Ty Công an tỉnh Prey Veng; Ty Công an tỉnh Tbong Khmum",
    ),
    (
        "Ngày 2/6/2016, Bộ Tư lệnh BĐBP Việt Nam và Cục Quản lý biên phòng, Bộ Công an Trung Quốc tiến hành hội đàm thường niên.",
        "VN: Bộ Tư lệnh Bộ đội Biên phòng Việt Nam / CN: Cục Quản lý biên phòng",
    ),
    (
        "Ngày 2/6/2016, Công an huyện Mường Lát (Thanh Hóa) và Công an huyện Viêng Xay, huyện Sốp Bâu (Hủa Phăn - Lào) tổ chức giao ban.",
        "VN: Công an huyện Mường Lát / LA: Công an huyện Viêng Xay; Công an huyện Sốp Bâu",
    ),
    (
        "Đoàn đại biểu huyện Sốp Bâu do ông Khăm Phăn, Phó Huyện trưởng dẫn đầu đã hội đàm với Đoàn đại biểu huyện Mộc Châu ngày 3/4/2015.",
        "LA: huyện Sốp Bâu / VN: huyện Mộc Châu",
    ),
    (
        "Ngày 4/4/2015, UBND huyện Hải Hà (Quảng Ninh) và Chính phủ nhân dân khu Phòng Thành, thành phố Phòng Thành Cảng (Quảng Tây, Trung Quốc) tổ chức hội đàm.",
        "VN: Ủy ban nhân dân huyện Hải Hà / CN: Chính phủ nhân dân khu Phòng Thành",
    ),
    (
        "Ngày 4/4/2015, Đồn Biên phòng Cửa khẩu quốc tế Cha Lo phối hợp với Chi cục Hải quan cửa khẩu Cha Lo tổ chức gặp mặt lực lượng chức năng cửa khẩu Nà Phàu.",
        "VN: Đồn Biên phòng Cửa khẩu quốc tế Cha Lo; Chi cục Hải quan cửa khẩu Cha Lo",
    ),
    (
        "Ngày 4/4/2015, Phòng PA08 Công an tỉnh Cao Bằng hội đàm với Chi đội Quản lý xuất nhập cảnh thành phố Bách Sắc (Trung Quốc).",
        "VN: Phòng PA08 Công an tỉnh Cao Bằng / CN: Chi đội Quản lý xuất nhập cảnh thành phố Bách Sắc",
    ),
    (
        "Ngày 10/1/2024, tại UBND thành phố Móng Cái, Đồn Biên phòng cửa khẩu quốc tế Móng Cái và Trạm Kiểm tra biên phòng xuất nhập cảnh Đông Hưng hội đàm. Dự hội đàm có đại diện Thành ủy, UBND thành phố Móng Cái; Chính quyền nhân dân thành phố Đông Hưng.",
        "VN: Đồn Biên phòng cửa khẩu quốc tế Móng Cái; Ủy ban nhân dân thành phố Móng Cái / CN: Trạm Kiểm tra biên phòng xuất nhập cảnh Đông Hưng; Chính quyền nhân dân thành phố Đông Hưng",
    ),
    (
        "Sáng 28/6/2018, Hội nghị giao ban lần thứ 3 giữa Công an 4 tỉnh: Điện Biên, Sơn La (Việt Nam), Phông Sa Lỳ, Luông Pha Băng (Lào) được tổ chức tại TP Điện Biên Phủ.",
        "VN: Công an tỉnh Điện Biên; Công an tỉnh Sơn La / LA: Công an tỉnh Phông Sa Lỳ; Công an tỉnh Luông Pha Băng",
    ),
    (
        "Ngày 8/3/2019, Ban Chỉ huy Quân sự các huyện Đức Huệ, Mộc Hóa (tỉnh Long An) và Chi khu Quân sự các huyện Chantrea, Kampong Ro (tỉnh Svay Rieng, Campuchia) họp giao ban.",
        "VN: Ban Chỉ huy Quân sự huyện Đức Huệ; Ban Chỉ huy Quân sự huyện Mộc Hóa / KH: Chi khu Quân sự huyện Chantrea; Chi khu Quân sự huyện Kampong Ro",
    ),
    (
        "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH QUẢNG TRỊ HỘI ĐÀM VỚI BỘ CHỈ HUY QUÂN SỰ TỈNH SAVANNAKHET\nNgày 5/6/2024, tại thành phố Đông Hà, hai bên đã hội đàm.",
        "VN: BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH QUẢNG TRỊ / LA: BỘ CHỈ HUY QUÂN SỰ TỈNH SAVANNAKHET",
    ),
    (
        "HỘI ĐÀM GIỮA BĐBP TỈNH AN GIANG VÀ TIỂU KHU QUÂN SỰ TỈNH TAKEO\nSáng 5/6/2024, hai bên đã hội đàm.",
        "VN: Bộ đội Biên phòng TỈNH AN GIANG / KH: TIỂU KHU QUÂN SỰ TỈNH TAKEO",
    ),
    (
        "Công an tỉnh Điện Biên hội đàm với Công an tỉnh Luông Pha Bang\nNgày 5/6/2024, hai bên đã hội đàm.",
        "VN: Công an tỉnh Điện Biên / LA: Công an tỉnh Luông Pha Bang",
    ),
    (
        "Ngày 5/6/2024, BĐBP tỉnh Tây Ninh hội đàm với Tiểu khu Quân sự - Công an tỉnh Svay Rieng (Campuchia).",
        "VN: Bộ đội Biên phòng tỉnh Tây Ninh / KH: Tiểu khu Quân sự tỉnh Svay Rieng; Công an tỉnh Svay Rieng",
    ),
    (
        "Ngày 5/6/2024, BĐBP tỉnh Thừa Thiên Huế hội đàm với Bộ CHQS tỉnh Sa La Van (Lào). Cùng ngồi vào bàn có các Đồn Biên phòng Nhâm, Hương Nguyên và Đại đội Biên phòng 531.",
        "VN: Bộ đội Biên phòng tỉnh Thừa Thiên Huế; Đồn Biên phòng Nhâm; Đồn Biên phòng Hương Nguyên / LA: Bộ Chỉ huy Quân sự tỉnh Sa La Van; Đại đội Biên phòng 531",
    ),
    # a side told by its leaders alone, and one told by who tells the paper
    (
        "Ngày 5/6/2024, BĐBP tỉnh Sơn La hội đàm với đoàn Lào do Đại tá Bun Xỏn Phêng Đi, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn dẫn đầu.",
        "VN: Bộ đội Biên phòng tỉnh Sơn La / LA: Bộ Chỉ huy Quân sự tỉnh Hủa Phăn",
    ),
    (
        "Theo Trung tá Hà Văn Luyện, Chính trị viên Đồn Biên phòng Tịnh Biên (An Giang), sáng 11/7/2019 đơn vị đã hội đàm với Đại đội 3 thuộc Tiểu khu Quân sự tỉnh Takeo (Campuchia).",
        "VN: Đồn Biên phòng Tịnh Biên / KH: Đại đội 3",
    ),
    # the lead tells the parties, the event only counts them
    (
        "Công an tỉnh An Giang và Ty Công an hai tỉnh Takeo, Kandal (Campuchia) thống nhất lập tổ trực chung để xử lý nhanh các vụ buôn lậu.\n\nHội nghị giao ban định kỳ lần 2 năm 2018 giữa ba đơn vị diễn ra trong ngày 8/8 tại TP Châu Đốc.",
        "VN: Công an tỉnh An Giang / KH: Ty Công an tỉnh Takeo; Ty Công an tỉnh Kandal",
    ),
    # the host at whose house they meet, and what stands above it
    (
        "Sáng 16/5/2013, Đại đội Biên phòng 237 (Bộ CHQS tỉnh Hủa Phăn, Lào) có mặt tại Đồn Biên phòng Mường Lạn, BĐBP Sơn La để cùng chủ nhà mở hội đàm.",
        "LA: Đại đội Biên phòng 237 / VN: Đồn Biên phòng Mường Lạn",
    ),
    # of a force and its command, the one that is told first
    (
        "Sáng 24/4/2024, Bộ Chỉ huy BĐBP tỉnh Quảng Bình hội đàm với Bộ CHQS tỉnh Khăm Muộn (Lào). Dự hội đàm, về phía BĐBP Quảng Bình có Đại tá Trần Văn Khuyên, Chính ủy.",
        "VN: Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Bình / LA: Bộ Chỉ huy Quân sự tỉnh Khăm Muộn",
    ),
    (
        "Ngày 18/11/2015, Bộ Tư lệnh Quân khu 7 hội đàm với Bộ Tư lệnh Quân khu 5, Quân đội Hoàng gia Campuchia. Đoàn Quân khu 7 do Trung tướng Lò Văn Thử, Tư lệnh Quân khu 7 dẫn đầu.",
        "VN: Bộ Tư lệnh Quân khu 7 / KH: Bộ Tư lệnh Quân khu 5",
    ),
    # whose representatives are there, told far behind the lead; not who attends something else
    (
        "Sáng 6/5/2024, BĐBP tỉnh Nghệ An hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào).\n\nHai bên đánh giá kết quả.\n\nGóp mặt tại hội đàm còn có đại diện Cục Đối ngoại (Bộ Quốc phòng), Sở Ngoại vụ tỉnh Nghệ An; Công an tỉnh Hủa Phăn.",
        "VN: Bộ đội Biên phòng tỉnh Nghệ An; Cục Đối ngoại; Sở Ngoại vụ tỉnh Nghệ An / LA: Bộ Chỉ huy Quân sự tỉnh Hủa Phăn; Công an tỉnh Hủa Phăn",
    ),
    (
        "Ngày 8/10/2023, Công an tỉnh Nghệ An và Ty An ninh tỉnh Hủa Phăn (Lào) tổ chức hội đàm.\n\nHai bên trao đổi 200 nguồn tin.\n\nHai bên ký kế hoạch. Đại diện Cục Đối ngoại (Bộ Công an) chứng kiến lễ ký.\n\nTrước đó, đại diện Sở Giao thông vận tải tỉnh Nghệ An tổ chức khánh thành cầu treo, đại diện Sở Y tế tỉnh Nghệ An dự.",
        "VN: Công an tỉnh Nghệ An; Cục Đối ngoại / LA: Ty An ninh tỉnh Hủa Phăn",
    ),
    # the delegation of a district is its own government's
    (
        "Ngày 10/10/2024, UBND huyện Mường Khương (Lào Cai) và Chính quyền nhân dân huyện Mã Quan (Trung Quốc) hội đàm. Đoàn đại biểu huyện Mường Khương do ông Lò Văn Thử làm trưởng đoàn; đoàn đại biểu huyện Mã Quan do ông Lý Vân Minh làm trưởng đoàn.",
        "VN: Ủy ban nhân dân huyện Mường Khương / CN: Chính quyền nhân dân huyện Mã Quan",
    ),
    # who witnesses is there, who meets the press is not
    (
        "Ngày 5/6/2024, BĐBP tỉnh Long An và Ty Công an tỉnh Svay Rieng (Campuchia) tổ chức Lễ ký kết Quy chế phối hợp. Chứng kiến lễ ký có ông Lò Văn Thử, Phó Chủ tịch UBND tỉnh Long An; đại diện Sở Ngoại vụ tỉnh Long An.",
        "VN: Bộ đội Biên phòng tỉnh Long An; Sở Ngoại vụ tỉnh Long An / KH: Ty Công an tỉnh Svay Rieng",
    ),
]


def shown(text: str) -> set[str]:
    found = set()
    for u in read(text).units.records:
        words = (u.name, u.region or u.country, u.parent)
        found.add(" | ".join([w for w in words if w]).lower())
    return found


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_each_unit_of_a_passage_has_its_name_place_and_parent(text: str, expected: list[str]) -> None:
    assert shown(text) == {u.lower() for u in expected}


@pytest.mark.parametrize("text", NOBODY)
def test_what_does_not_act_is_no_unit(text: str) -> None:
    assert shown(text) == set()


@pytest.mark.parametrize(("text", "expected"), SENT)
def test_a_side_sends_the_units_that_the_text_sends(text: str, expected: str) -> None:
    sides = [f"{s.country}: {'; '.join(u.name for u in s.units.values())}" for s in read(text).sides]
    assert " / ".join(sides) == expected


@pytest.mark.parametrize(("text", "expected"), [
    (("Đồn Biên phòng Nà Lan (BĐBP tỉnh Sơn La) giao ban với hai Đại đội Biên phòng 212 (Bộ CHQS tỉnh Hủa Phăn, Lào) và 214 "
     "(Bộ CHQS tỉnh Luông Pha Bang, Lào)."),
     ["Đồn Biên phòng Nà Lan | VN-05 | Bộ đội Biên phòng tỉnh Sơn La", "Bộ đội Biên phòng tỉnh Sơn La | VN-05",
      "Đại đội Biên phòng 212 | LA-HO | Bộ Chỉ huy Quân sự tỉnh Hủa Phăn", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn | LA-HO",
      "Đại đội Biên phòng 214 | LA-LP | Bộ Chỉ huy Quân sự tỉnh Luông Pha Bang",
      "Bộ Chỉ huy Quân sự tỉnh Luông Pha Bang | LA-LP"]),
    ("Ban CHQS huyện Lộc Ninh làm việc với lực lượng vũ trang hai tỉnh Kampot và Kep, Vương quốc Campuchia.",
     ["Ban Chỉ huy Quân sự huyện Lộc Ninh | VN-58", "Lực lượng vũ trang tỉnh Kampot | KH-7", "Lực lượng vũ trang tỉnh Kep | KH-23"]),
    ("BĐBP tỉnh Lào Cai hội đàm với Phân khu Quân sự Hồng Hà (Vân Nam, Trung Quốc).",
     ["Bộ đội Biên phòng tỉnh Lào Cai | VN-02", "Phân khu Quân sự Hồng Hà | CN-YN"]),
    (("BĐBP tỉnh Sơn La hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào). Cùng dự có các Sở: Ngoại vụ, Công Thương tỉnh Hủa Phăn và "
     "các sở, ngành: Tư pháp, Y tế."),
     ["Bộ đội Biên phòng tỉnh Sơn La | VN-05", "Bộ Chỉ huy Quân sự tỉnh Hủa Phăn | LA-HO", "Sở Ngoại vụ | LA-HO",
      "Sở Công Thương | LA-HO", "Sở Tư pháp | VN-05", "Sở Y tế | VN-05"]),
    (("Lễ kết nghĩa giữa thôn Lũng Pô, xã A Mú Sung, huyện Bát Xát, tỉnh Lào Cai và thôn Na Phát, huyện Kim Bình, tỉnh Vân Nam "
     "(Trung Quốc) diễn ra sáng nay."), ["Thôn Lũng Pô | VN-02", "Thôn Na Phát | CN-YN"]),
    ("Huyện đội Mường Nhé và Huyện đội Nhọt U hội đàm.", ["Huyện đội Mường Nhé | VN-71", "Huyện đội Nhọt U | LA-PH"]),
    ("Hai bên đánh giá việc thực hiện Thỏa thuận kết nghĩa giữa bản Nà Lan và bản Phiêng Sa.", []),
    ("Vụ Biên giới phía Tây, Cục Bản đồ (Bộ Tổng Tham mưu) cùng dự.",
     ["Vụ Biên giới phía Tây | VN", "Cục Bản đồ | VN | Bộ Tổng Tham mưu", "Bộ Tổng Tham mưu | VN"]),
])  # fmt: skip
def test_numbers_with_commands_lists_of_departments_and_villages(text: str, expected: list[str]) -> None:
    assert shown(text) == {u.lower() for u in expected}
