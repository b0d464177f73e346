import pytest

from plugins.bridge.turn import take_turn


def test_a_second_build_of_the_same_folder_waits_for_its_turn(tmp_path):
    with take_turn(tmp_path / "output"), pytest.raises((BlockingIOError, PermissionError)):
        take_turn(tmp_path / "output", wait=False)
    take_turn(tmp_path / "output", wait=False).close()


def test_builds_of_two_folders_do_not_wait_for_each_other(tmp_path):
    with take_turn(tmp_path / "output"), take_turn(tmp_path / "ailleurs", wait=False):
        pass
