"""What plain code finds in a source: sentences, names, attributions, quantities, dates, polarity."""

from summarizer.reading.document import Reading, read

__all__ = ["Reading", "read"]
