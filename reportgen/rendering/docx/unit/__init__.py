"""A unit's own Word file, which has no tags of ours, made into a template that has them."""
