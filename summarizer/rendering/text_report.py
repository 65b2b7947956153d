"""The format `text`: for reading in a terminal."""

from __future__ import annotations

from summarizer.rendering import Renderer
from summarizer.rendering.terminal import for_stream, to_text

RENDERER = Renderer(
    name="text",
    suffixes=(".txt",),
    summary="for reading in a terminal; in a file or a pipe, plain text of 80 columns",
    render=to_text,
    for_stream=for_stream,
)
