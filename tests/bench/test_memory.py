import os
import subprocess
import sys

import pytest

from tests.bench.memory import Memory, held_by_children

HOLD = "held = bytearray(60_000_000); print(1, flush=True); sys.stdin.read()"
STARTS = """
import subprocess, sys
held = bytearray(60_000_000)
for _ in range(100):
    subprocess.run(["true"], stdin=subprocess.DEVNULL)
sys.stdin.read()
"""
FORKED = f"import os, sys; common = bytearray(60_000_000)\nif os.fork(): os.wait()\nelse: {HOLD}"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what processes share")
def test_what_a_process_and_its_child_share_is_counted_once():
    with (
        subprocess.Popen(
            [sys.executable, "-c", FORKED], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process,
        Memory(process.pid) as memory,
    ):
        assert process.stdout
        process.stdout.readline()
        while memory.peak < 120 and process.poll() is None:
            pass
        assert process.stdin
        process.stdin.close()
        process.wait()
    assert 120 < memory.peak < 170


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what a process holds")
def test_what_the_processes_of_this_one_hold_is_told_at_once():
    before = held_by_children(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", f"import sys; {HOLD}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        more = held_by_children(os.getpid()) - before
        assert process.stdin
        process.stdin.close()
    assert 60 < more < 90


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what processes share")
def test_a_process_that_is_being_started_is_not_counted_as_a_second_parent():
    with (
        subprocess.Popen([sys.executable, "-c", STARTS], stdin=subprocess.PIPE) as process,
        Memory(process.pid) as memory,
    ):
        while memory.peak < 60 and process.poll() is None:
            pass
        process.communicate()
    assert 60 < memory.peak < 110
