"""Run a command, then write its exit code, the most memory it took, in bytes, and its processor time, in seconds.

In a small process of its own: a child is counted the memory of the one that started it.
"""

import os
import subprocess
import sys

_, *command = sys.argv
with subprocess.Popen(command, stdout=sys.stderr) as process:
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
unit = 1 if sys.platform == "darwin" else 1024
sys.stdout.write(f"{process.returncode} {used.ru_maxrss * unit} {used.ru_utime + used.ru_stime:.2f}")
