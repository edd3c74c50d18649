"""How much a brief would lose without a clause."""
