"""Reopen what was written and look at it with other eyes."""
