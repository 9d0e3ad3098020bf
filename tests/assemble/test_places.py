"""Where talks are held: the words that tell the place, and the region of communes, halls and posts."""

from __future__ import annotations

import pytest

from talkextract import extract
from talkextract.record import Place


def place(text: str, published: str | None = None) -> Place:
    found = extract(text, published=published).talk
    assert found is not None
    assert found.place is not None
    return found.place


@pytest.mark.parametrize(("text", "name", "region"), [
    ("Ngày 5/3/2024, tại thôn A Hố, xã A Lưới 4, Đồn Biên phòng Nhâm hội đàm với Đại đội Biên phòng 531 (Lào).",
     "thôn A Hố, xã A Lưới 4", None),
    (("Ngày 5/3/2024, tại Nhà khách T50 (TP Hồ Chí Minh), BTL Quân khu 7 hội đàm với Tiểu khu Quân sự tỉnh Kratie "
     "(Campuchia)."), "Nhà khách T50", "VN-SG"),
    (("Ngày 5/3/2024, Đồn Biên phòng Hải Hòa hội đàm với Trạm Kiểm tra biên phòng Đông Hưng (Trung Quốc). Địa điểm là "
     "nhà văn hóa thành phố Móng Cái."), "nhà văn hóa thành phố Móng Cái", "VN-13"),
    (("Sáng 5/3/2024, tại phòng họp Trạm Kiểm soát liên hợp cửa khẩu quốc tế Lao Bảo, BĐBP tỉnh Quảng Trị hội đàm với "
     "Bộ CHQS tỉnh Savannakhet (Lào)."), "phòng họp Trạm Kiểm soát liên hợp cửa khẩu quốc tế Lao Bảo", "VN-25"),
    (("Ngày 5/3/2024, tại thành phố Trạm Giang, tỉnh Quảng Đông (Trung Quốc), Vùng Cảnh sát biển 1 (Việt Nam) hội đàm "
     "với Phân cục Hải cảnh Nam Hải."), "thành phố Trạm Giang, tỉnh Quảng Đông", "CN-GD"),
    # no table knows all posts: they lie in the one province beside them
    ("Ngày 5/3/2014, tại Đồn BP Thông Thụ, BĐBP Nghệ An hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào).",
     "Đồn BP Thông Thụ", "VN-22"),
    # the commune of the day, of two namesakes that of the province beside it
    (("Ngày 5/9/2025, tại xã Thanh Thủy, BĐBP tỉnh Tuyên Quang hội đàm với Chi đội Quản lý biên giới Văn Sơn (Trung "
     "Quốc)."), "xã Thanh Thủy", "VN-07"),
    (("Ngày 5/9/2025, tại phường Gia Nghĩa, Ban Chỉ huy BĐBP tỉnh Lâm Đồng hội đàm với Tiểu khu Quân sự tỉnh Mondulkiri "
     "(Campuchia)."), "phường Gia Nghĩa", "VN-35"),
])  # fmt: skip
def test_names_and_regions(text: str, name: str, region: str | None) -> None:
    found = place(text)
    assert (found.name, found.region) == (name, region)


def test_a_lead_may_speak_of_the_event_before_its_day_and_place_are_told() -> None:
    text = (
        "Cuộc hội đàm giữa Hải quan Lạng Sơn và Hải quan Nam Ninh dành nhiều giờ cho nông sản.\n\n"
        "Ngày 14/11/2024, tại thành phố Nam Ninh, Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc), Cục Hải quan tỉnh "
        "Lạng Sơn và Hải quan Nam Ninh tổ chức Hội đàm thường niên lần thứ năm."
    )
    assert place(text).name == "thành phố Nam Ninh, Khu tự trị dân tộc Choang Quảng Tây"


def test_the_sentence_that_tells_the_day_tells_the_place_too() -> None:
    text = (
        "Đây là cuộc hội đàm định kỳ lần thứ ba trong năm của hai đơn vị. Sáng 20/4/2017, tại hội trường Đồn Biên phòng "
        "cửa khẩu Chi Ma, BĐBP Lạng Sơn và Chi đội Công an biên phòng Sùng Tả (Trung Quốc) gặp nhau."
    )
    assert place(text).name == "hội trường Đồn Biên phòng cửa khẩu Chi Ma"


def test_what_is_to_come_is_held_where_its_sentence_says() -> None:
    text = (
        "Lạng Sơn chuẩn bị cho hội đàm\n\nNgày 8/5, tại thành phố Lạng Sơn, UBND tỉnh họp. Hội đàm lần thứ 9 giữa UBND "
        "tỉnh Lạng Sơn và Chính phủ nhân dân Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc) sẽ diễn ra ngày 20/5 tại "
        "thành phố Nam Ninh."
    )
    assert place(text, "2019-05-10").name == "thành phố Nam Ninh"


def test_who_visits_is_where_the_next_sentences_open() -> None:
    text = (
        "Sáng 9/4/2013, đoàn huyện Mộc Hóa, tỉnh Long An đã đến thăm, chúc tết huyện Kampong Rou, tỉnh Svay Rieng "
        "(Campuchia).\n\nTại trụ sở Ủy ban huyện Kampong Rou, ông Nguyễn Văn B chúc chính quyền huyện bạn."
    )
    assert place(text).name == "trụ sở Ủy ban huyện Kampong Rou"


@pytest.mark.parametrize(("text", "name", "region"), [
    (("Chiều 5/3/2024, hai đoàn BĐBP tỉnh Lạng Sơn và BĐBP Quảng Tây (Trung Quốc) gặp nhau ở Nhà Quốc môn, cửa khẩu quốc tế "
     "Hữu Nghị để hội đàm."), "Nhà Quốc môn, cửa khẩu quốc tế Hữu Nghị", "VN-09"),
    (("Sáng 5/3/2024, tại Sở chỉ huy Quân khu (TP Hồ Chí Minh), Quân khu 7 và Quân khu 2 (Campuchia) hội đàm."),
     "Sở chỉ huy Quân khu", "VN-SG"),
    # the lead only speaks of the event: day and place stand where it is taken up
    (("Hội nghị tổng kết công tác phối hợp năm 2023 giữa Công an tỉnh Hà Tĩnh và Công an tỉnh Khăm Muộn (Lào) đã thành công.\n\n"
     "Sáng 15/12/2023, tại thị xã Hồng Lĩnh, Công an tỉnh Hà Tĩnh tổ chức hội nghị."), "thị xã Hồng Lĩnh", "VN-23"),
])  # fmt: skip
def test_gate_houses_headquarters_and_places_told_behind_the_lead(text: str, name: str, region: str) -> None:
    assert (place(text).name, place(text).region) == (name, region)
