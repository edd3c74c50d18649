"""What Office files are made of: a zip read with care, markup parsed with care, a zip written stably.

Nothing here knows what a file is for: what is wrong with one is a `PackageError`, and who asked tells it.
"""
