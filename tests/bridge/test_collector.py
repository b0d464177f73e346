import gc
import subprocess
import sys

from plugins.bridge.collector import no_collection

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


def test_a_process_that_ends_hides_its_values_from_the_collector():
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=True)
    assert ended.stdout == "hidden True\n"
