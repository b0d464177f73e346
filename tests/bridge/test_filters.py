"""The filters that write HTML: nothing of a text escapes from them."""

import json

from plugins.bridge.filters import FILTERS


def test_data_for_machines_cannot_close_its_block_nor_open_a_tag():
    title = "</script><!-- <b> & \u2028 « Où ? »"
    block = str(FILTERS["json_ld"]({"name": title}))
    inside = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inside)
    assert json.loads(inside) == {"name": title}
