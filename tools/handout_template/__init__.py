"""What `make_handout_template.py` writes: styles, document, settings."""
