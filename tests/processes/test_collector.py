import gc
import subprocess
import sys

from plugins.processes.collector import collect_never, no_collection

ENDING = """
import atexit, gc
atexit.register(lambda: print("hidden", gc.get_freeze_count() > 1000))
import plugins.bridge
"""


def test_nothing_is_collected_while_a_block_lasts_and_all_is_as_before_after():
    assert gc.isenabled()
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_block_has_made_is_among_the_oldest_values_and_still_watched():
    with no_collection():
        made = [[] for _ in range(100)]
    oldest = {id(value) for value in gc.get_objects(generation=2)}
    assert all(id(value) in oldest for value in made)
    assert gc.get_freeze_count() == 0


def test_a_process_that_ends_hides_its_values_from_the_collector():
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=True)
    assert ended.stdout == "hidden True\n"


def test_a_process_that_makes_a_few_pages_again_is_never_collected():
    try:
        collect_never()
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
