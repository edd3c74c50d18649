"""From `Brief` to `Deck`, `Handout` and `Checklist`: what goes where, before any file is opened."""
