"""What is known of characters and numbers, whatever the text says."""
