"""A page of a newspaper of our own, and how tests write pages and see what was read of them."""

from __future__ import annotations

from pathlib import Path

from summarizer import Source, load
from summarizer.source import Role

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Harbour talks end in Valletta | Meridian Daily</title>
<meta property="og:title" content="Harbour talks end in Valletta">
<meta property="og:site_name" content="Meridian Daily">
<meta property="article:published_time" content="2023-03-14T18:20:00+01:00">
<link rel="canonical" href="https://meridian.example/harbour-talks">
<style>.lead { content: "Styled words were never said." }</style>
<script>var teaser = "Scripted words were never said.";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<header><div class="logo">Meridian Daily</div></header>
<main><article>
<h1>Harbour talks end in Valletta</h1>
<p class="standfirst">Norway and Malta agreed on Tuesday to reopen the harbour on March 20, a Maltese official said.</p>
<div class="meta"><span class="byline">By Ines Calder</span> <time datetime="2023-03-14">14 March 2023</time></div>
<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Copy link</a></li></ul>
<figure><img src="a.jpg" alt="Two people shake hands">
<figcaption>Prime Minister Oskar Dahl waves to the crowd in Bergen.</figcaption></figure>
<div class="body">
<p>Norwegian Foreign Minister <a href="/p/1">Tomas Arvid<span class="card tooltip hidden"><b>Arvid Tomas</b>
<span>Born in Tromso in 1961, he was a judge.</span></span></a> and his Maltese counterpart, Lucia Ferro, met in
Valletta on Tuesday for talks that lasted about five hours.</p>
<!-- The editor's remark: nobody said so. -->
<p>“We will reopen the harbour on March 20, and not a day later,” Arvid told reporters.</p>
<aside><h2>More on this</h2><p>Sweden's Minister Karin Holm resigned on Monday after a quarrel about fish.</p></aside>
<h2>What was agreed</h2>
<p>The two sides agreed on the following points at the end of the meeting:</p>
<ul><li>the crews of two trawlers will be exchanged in April;</li>
<li>the ministers will meet again in Oslo on April 3.</li></ul>
<table><tr><th>Port</th><th>Permits</th></tr><tr><td>Valletta</td><td>12 permits</td></tr></table>
<p>Ferro said the two sides did not agree on a ceasefire in the fishing dispute.</p>
<p>She thanked the hosts for their patience and for the long evening in the old town.</p>
</div></article></main>
<noscript>Please enable JavaScript.</noscript>
<footer><p>Meridian Daily is edited by Paula Stone in London since 1999.</p></footer>
</body></html>
"""

STORY = "<p>The envoys met in Bern on Monday for two hours, their offices said.</p>"


def write(folder: Path, page: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return path


def role_of(source: Source, words: str) -> Role:
    part = source.part_at(source.text.index(words))
    assert part
    return part.role


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(part.role.value, source[part.span]) for part in source.parts]


def body(folder: Path, fragment: str) -> Source:
    """Load a page whose story is two paragraphs with `fragment` between them."""
    return load(
        write(
            folder,
            f"""<!DOCTYPE html><html><body><h1>Envoys meet in Bern</h1><article>
<p>The envoys of both countries met in Bern on Monday for talks about the river, their offices said.</p>
{fragment}
<p>They thanked the Swiss hosts and flew home in the evening, one of the drivers told a reporter.</p>
</article></body></html>""",
        )
    )


def between(source: Source) -> list[tuple[str, str]]:
    """Return the blocks between the two paragraphs of `body`."""
    return blocks(source)[2:-1]
