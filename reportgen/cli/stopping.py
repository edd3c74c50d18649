"""The end of a command that the user has cancelled, and that has said itself how to go on."""


class StoppedError(Exception):
    """The user has cancelled, and has been told; nothing is left to say."""
