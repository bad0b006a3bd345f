"""How long a real voice takes."""

import subprocess
import sys
from array import array

SILENCE = 100
"""Of 32,767: quieter than this is nothing to hear."""
RATE = 22_050


def voiced_ms(text: str) -> float:
    """Milliseconds from the start of the sentence to the end of its last sound, by espeak-ng at its own speed."""
    done = subprocess.run(
        ["espeak-ng", "-b", "1", "--stdout", "--stdin"],
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=20,
    )
    samples = array("h", done.stdout[44 : 44 + (len(done.stdout) - 44) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    last = max((index for index, sample in enumerate(samples) if abs(sample) > SILENCE), default=0)
    return last * 1000 / RATE
