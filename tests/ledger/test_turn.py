import pytest

from plugins.ledger.turn import put_back, take_turn


def test_a_second_build_of_the_same_folder_waits_for_its_turn(tmp_path):
    with take_turn(tmp_path / "output"), pytest.raises((BlockingIOError, PermissionError)):
        take_turn(tmp_path / "output", wait=False)
    take_turn(tmp_path / "output", wait=False).close()


def test_builds_of_two_folders_do_not_wait_for_each_other(tmp_path):
    with take_turn(tmp_path / "output"), take_turn(tmp_path / "ailleurs", wait=False):
        pass


def test_a_cut_build_gives_its_old_site_back_unless_another_is_under_way(tmp_path):
    (tmp_path / ".output-ancien").mkdir()
    (tmp_path / ".output-ancien" / "index.html").write_text("ancien", "utf-8")
    with take_turn(tmp_path / "output"):
        put_back(tmp_path / "output")
        assert not (tmp_path / "output").exists()
    put_back(tmp_path / "output")
    assert (tmp_path / "output" / "index.html").read_text("utf-8") == "ancien"
