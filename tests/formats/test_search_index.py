import pytest

from plugins.formats.search_index import Shard, read, written

SHARD = Shard(
    "rs",
    {
        "/sigles/rsa/": ["sigles/rsa/", "Sigle", "RSA", "Revenu"],
        "/b/": ["b/", "Sortie", "RSE", "", "2026-11-30"],
    },
    {"rsa": {"/sigles/rsa/": 9}, "rse": {"/sigles/rsa/": 1, "/b/": 9}},
)
SCRIPT = (
    b'recherche("rs",[["b/","Sortie","RSE","","2026-11-30"],["sigles/rsa/","Sigle","RSA","Revenu"]],'
    b'{"rsa":[1,9],"rse":[0,9,1,1]})\n'
)


def test_a_file_is_a_script_in_a_fixed_order():
    assert written(SHARD) == SCRIPT


def test_what_was_written_is_read():
    assert read(SCRIPT) == SHARD


@pytest.mark.parametrize(
    "content",
    [b"", b"alert(1)\n", b"recherche(1)\n", SCRIPT.replace(b"[1,9]", b"[1, 9]"), SCRIPT[:-1], b"\xff"],
)
def test_what_was_not_written_so_is_refused(content):
    with pytest.raises((ValueError, TypeError)):
        read(content)
