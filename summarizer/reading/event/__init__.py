"""What a text is about: its event, its parties and its length."""
