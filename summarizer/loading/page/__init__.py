"""An HTML page as blocks of text in reading order, each with its role: story or page furniture."""
