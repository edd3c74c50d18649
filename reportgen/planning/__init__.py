"""From `Brief` to `Deck`, `Paper` and `Ledger`: what goes where, before any file is opened."""
