"""How long a test waits for another process before it takes it for one that hangs; no measure of anything."""

HANGS = 600
"""Seconds. A machine that is busy with other work, or slow, comes nowhere near."""
