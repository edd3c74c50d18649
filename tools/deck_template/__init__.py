"""What the deck template is made of."""
