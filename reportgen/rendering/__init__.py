"""From a plan and a template to bytes: one module per output format."""
