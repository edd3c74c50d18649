"""From a path to a `Source`: one module per input format."""
