"""An address is fetched as a careful reader would: from public hosts alone, and never more than can be read."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import brief, load
from summarizer.loading.web import fetching, hosts
from tests.command_line import assert_refused, report_of, run
from tests.loopback import PAGE, Answer, Server, moved, page, plain, refused


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second be all the time there is."""
    monkeypatch.setattr(fetching, "SECONDS", 1.0)


# -- what comes --------------------------------------------------------------------------------


def test_a_page_is_read_from_its_address(server: Server) -> None:
    """The Source goes by the address that was asked for, and knows where it was found."""
    server.answers["/talks"] = page()
    source = load(server.address("/talks"), allow_private=True)
    assert "“We will open the bridge in May,”" in source.text
    assert (source.id, source.url, source.title) == (
        server.address("/talks"),
        server.address("/talks"),
        "Envoys meet",
    )


def test_brief_and_verify_take_an_address(server: Server, tmp_path: Path) -> None:
    """On the command line and in the library an address is a source like any other."""
    server.answers["/talks"] = page()
    report = report_of(run("brief", server.address("/talks"), "--allow-private", "-q", "--format", "json"))
    assert report.source.url == server.address("/talks")
    briefing = tmp_path / "briefing.json"
    briefing.write_text('{"title": "Envoys meet"}', encoding="utf-8")
    checked = report_of(
        run("verify", briefing, server.address("/talks"), "--allow-private", "-q", "--format", "json")
    )
    assert checked.source.sha256 == report.source.sha256
    assert brief(load(server.address("/talks"), allow_private=True)).source.sha256 == report.source.sha256


def test_a_text_at_an_address_is_text(server: Server) -> None:
    """What the server calls plain text keeps its line ends."""
    server.answers["/a"] = page("Ana met Bo.\r\n\r\nThey left.\n", "text/plain")
    assert load(server.address("/a"), allow_private=True).text == "Ana met Bo.\r\n\r\nThey left.\n"


def test_a_text_s_character_set_is_heeded(server: Server) -> None:
    """Plain text, too, may come in the character set that the server names."""
    server.answers["/a"] = page(
        "Der Bürgermeister sprach.\n".encode("cp1252"), "text/plain; charset=iso-8859-1"
    )
    assert load(server.address("/a"), allow_private=True).text == "Der Bürgermeister sprach.\n"


CHARSETS = {
    "by header": ("text/html; charset=windows-1251", "", "cp1251"),
    "header before meta": ("text/html; charset=koi8-r", '<meta charset="utf-8">', "koi8-r"),
    "by meta": ("text/html", '<meta charset="windows-1251">', "cp1251"),
    "header of no known set": ("text/html; charset=none-such", '<meta charset="windows-1251">', "cp1251"),
}


@pytest.mark.parametrize(("media", "meta", "encoding"), CHARSETS.values(), ids=CHARSETS.keys())
def test_the_header_s_character_set_is_heeded(server: Server, media: str, meta: str, encoding: str) -> None:
    """The server's word goes before the page's."""
    words = "Посол прибыл в Берн в понедельник и говорил два часа о реке."
    body = f"<html><head>{meta}</head><body><h1>Берн</h1><p>{words}</p></body></html>".encode(encoding)
    server.answers["/a"] = page(body, media)
    assert words in load(server.address("/a"), allow_private=True).text


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": ("gzip", gzip.compress(PAGE.encode())),
    "gzip in two members": ("gzip", gzip.compress(PAGE[:200].encode()) + gzip.compress(PAGE[200:].encode())),
    "deflate": ("deflate", zlib.compress(PAGE.encode())),
    "deflate without its header": ("deflate", _raw_deflate(PAGE.encode())),
}


@pytest.mark.parametrize(("encoding", "data"), PACKED.values(), ids=PACKED.keys())
def test_a_packed_answer_is_unpacked(server: Server, encoding: str, data: bytes) -> None:
    """What servers call gzip and deflate is read."""
    server.answers["/a"] = page(data, headers=f"Content-Encoding: {encoding}\r\n")
    assert "open the bridge" in load(server.address("/a"), allow_private=True).text


def test_redirects_are_followed(server: Server) -> None:
    """Relative, absolute and with letters outside ASCII; the Source knows the last address."""
    server.answers["/a"] = moved("/b")
    server.answers["/b"] = moved(server.address("/br%C3%BCcke"), "301 Moved Permanently")
    server.answers["/br%C3%BCcke"] = moved("./zürich?q=a b", "308 Permanent Redirect")
    server.answers["/z%C3%BCrich"] = page()
    source = load(server.address("/a#part"), allow_private=True)
    assert source.url == server.address("/zürich?q=a b")
    assert server.requests[-1].startswith("GET /z%C3%BCrich?q=a%20b HTTP/1.1\r\n")


def test_nothing_of_the_user_is_sent(server: Server) -> None:
    """A request says which program asks, and no more."""
    server.answers["/a"] = page()
    load(server.address("/a"), allow_private=True)
    names = {line.partition(":")[0].lower() for line in server.requests[0].splitlines()[1:] if line}
    assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}


# -- what is refused ---------------------------------------------------------------------------

PRIVATE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "https://127.0.0.1/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str) -> None:
    """However it is written, an address of this machine or a private network is never asked."""
    message = refused(address, allow_private=False)
    assert "not on the public Internet" in message or "there is no host" in message  # no such form everywhere


PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_let_through(address: str) -> None:
    """The rule refuses no address of the Internet."""
    assert hosts.is_public(address)


def test_a_private_address_is_not_even_connected_to(server: Server) -> None:
    """The refusal comes before the first byte."""
    assert "127.0.0.1" in refused(server.address("/a"), allow_private=False)
    assert server.requests == []


def _resolving(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[list[str]]]) -> list[str]:
    """Let names resolve as told, each time anew; return the names that were asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *args: object, **kwargs: object) -> object:
        if host not in answers:
            return real(host, port, type=socket.SOCK_STREAM)
        asked.append(host)
        found = answers[host].pop(0) if len(answers[host]) > 1 else answers[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_that_leads_inside_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is where a name leads, not what it says."""
    _resolving(monkeypatch, {"news.example": [["127.0.0.1"]]})
    message = refused(server.address("/", host="news.example"), allow_private=False)
    assert "news.example (127.0.0.1)" in message


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves to a public address first and a private one later gains nothing: it is asked once."""
    asked = _resolving(monkeypatch, {"news.example": [["93.184.216.34"], ["127.0.0.1"]]})
    connected: list[str] = []

    def connect(address: tuple[str, int], *args: object, **kwargs: object) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    refused(server.address("/", host="news.example"), allow_private=False)
    assert connected == ["93.184.216.34"]
    assert asked == ["news.example"]
    assert server.requests == []


def test_a_redirect_inside_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that leads to a private address is refused at that step."""
    monkeypatch.setattr(
        hosts, "is_public", lambda address: address == "127.0.0.1"
    )  # this server plays the public one
    server.answers["/a"] = moved("http://169.254.169.254/latest/meta-data/")
    message = refused(server.address("/a"), allow_private=False)
    assert "leads to 169.254.169.254" in message
    assert len(server.requests) == 1


LEADS = {
    "a file": ("file:///etc/passwd", "only http and https"),
    "another kind": ("ftp://127.0.0.1/a", "only http and https"),
    "data": ("data:text/html,hello", "only http and https"),
    "a user name": ("http://user:secret@127.0.0.1/", "user name"),
    "no port": ("http://127.0.0.1:99999/", "not well formed"),
}


@pytest.mark.parametrize(("to", "cause"), LEADS.values(), ids=LEADS.keys())
def test_a_redirect_elsewhere_is_refused(server: Server, to: str, cause: str) -> None:
    """A page cannot lead to a file, another kind of address or someone's account."""
    server.answers["/a"] = moved(to)
    message = refused(server.address("/a"))
    assert cause in message
    assert "secret" not in message


def test_a_circle_of_redirects_ends(server: Server) -> None:
    """After ten redirects it is enough."""
    server.answers["/a"] = moved("/b")
    server.answers["/b"] = moved("/a")
    assert "redirected more than 10 times" in refused(server.address("/a"))
    assert len(server.requests) == 11


MISTAKES = {
    "another kind": ("ftp://news.example/a", "only http and https"),
    "a file": ("file:///etc/passwd", "only http and https"),
    "no host": ("http://", "names no host"),
    "a bad port": ("http://news.example:port/", "not well formed"),
    "half a bracket": ("http://[::1/", "not well formed"),
    "a label too long": (f"http://{'a' * 70}.example/", "there is no host"),
    "an empty label": ("http://news..example/", "there is no host"),
    "an unknown host": ("http://none.invalid/", "there is no host"),
    "an account": ("https://user:secret@news.example/", "user name"),
}


@pytest.mark.parametrize(("address", "cause"), MISTAKES.values(), ids=MISTAKES.keys())
def test_an_address_that_is_none_says_why(address: str, cause: str) -> None:
    """Each way to be wrong has its words; a password is not repeated."""
    message = refused(address)
    assert cause in message
    assert "secret" not in message


ANSWERS = {
    "not found": (plain("404 Not Found"), "404 Not Found"),
    "forbidden": (plain("403 Forbidden"), "403 Forbidden"),
    "a fault": (plain("503 Service Unavailable"), "503 Service Unavailable"),
    "a code of its own": (plain("799 Whatever"), "799"),
    "moved nowhere": (plain("302 Found"), "302 Found"),
    "a picture": (page(b"\x89PNG\r\n", "image/png"), "image/png"),
    "a PDF": (page(b"%PDF-1.7", "application/pdf"), "PDF"),
    "JSON": (page(b"[1]", "application/json"), "JSON"),
    "nothing": (page(b""), "is empty"),
    "a menu": (page("<html><body><nav><a href='/'>Home</a></nav></body></html>"), "no story"),
    "packed otherwise": (page(b"x", headers="Content-Encoding: br\r\n"), "not asked for: br"),
    "broken packing": (page(b"no gzip", headers="Content-Encoding: gzip\r\n"), "damaged"),
    "half of a packing": (page(gzip.compress(PAGE.encode())[:-20], headers="Content-Encoding: gzip\r\n"), "broke off"),
    "no HTTP": (lambda connection, _: connection.sendall(b"SSH-2.0-OpenSSH\r\n"), "no HTTP"),
    "nothing at all": (lambda connection, _: None, "broke off"),
    "half of the body": (
        lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>Half"),
        "broke off",
    ),
    "a header without end": (
        lambda connection, _: connection.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 2_000_000),
        "no HTTP",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "cause"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_that_is_no_document_says_why(server: Server, answer: Answer, cause: str) -> None:
    """Whatever the server does, it ends in a line that says what and what to do."""
    server.answers["/a"] = answer
    message = refused(server.address("/a"))
    assert cause in message
    assert server.address("/a") in message


def test_a_closed_port_says_so(server: Server) -> None:
    """Nobody there is told from nobody known."""
    server.close()
    assert "refused or failed" in refused(server.address("/a"))


def test_plain_http_behind_https_says_so(server: Server) -> None:
    """A server that speaks no TLS ends in a line."""
    assert "cannot be read" in refused(server.address("/a").replace("http:", "https:"))


# -- bounds ------------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_a_page_without_end_is_left_at_the_limit(server: Server) -> None:
    """A gigabyte is not read to find that it is too much."""
    server.answers["/a"] = server.endless(HEAD + b"\r\n", b"<p>Ana met Bo.</p>" * 4000)
    assert "larger than 16 MiB" in refused(server.address("/a"))
    assert server.sent < 2 * fetching.LARGEST


def test_a_small_answer_that_unpacks_to_a_gigabyte_is_left_at_the_limit(server: Server) -> None:
    """The limit holds for what is unpacked, before it is."""
    bomb = zlib.compressobj(9, wbits=31)
    # After a full flush the next block needs nothing of those before it: one is made and sent a thousand times.
    first, again = (bomb.compress(bytes(1 << 20)) + bomb.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    data = first + again * 1023
    assert len(zlib.decompressobj(wbits=31).decompress(first + again * 3)) == 4 << 20
    assert len(data) < 2_000_000
    server.answers["/a"] = page(data, headers="Content-Encoding: gzip\r\n")
    assert "larger than 16 MiB" in refused(server.address("/a"))


SLOW = {
    "silence": (b"", b"", 0.1),
    "a status line letter by letter": (b"HTTP/1.1 200 O", b"K", 0.1),
    "headers without end": (HEAD, b"X-Y: z\r\n", 0.1),
    "waits without end": (b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01),
    "a body letter by letter": (HEAD + b"\r\n", b"x", 0.1),
}


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(("head", "piece", "pause"), SLOW.values(), ids=SLOW.keys())
def test_a_server_that_drips_is_left_in_time(server: Server, head: bytes, piece: bytes, pause: float) -> None:
    """One deadline holds for all of it, however often a byte comes."""
    server.answers["/a"] = server.endless(head, piece, pause)
    message = refused(server.address("/a"))
    assert "within 1 seconds" in message or "no HTTP" in message


@pytest.mark.usefixtures("short")
def test_redirects_share_the_deadline(server: Server) -> None:
    """Ten slow redirects are no more time than one."""

    def slowly(connection: socket.socket, path: str) -> None:
        time.sleep(0.4)
        moved("/a")(connection, path)

    server.answers["/a"] = slowly
    assert "within 1 seconds" in refused(server.address("/a"))
    assert len(server.requests) < 5


@pytest.mark.usefixtures("short")
def test_a_resolver_that_hangs_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The deadline holds for names too."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(5) or [])
    assert "within 1 seconds" in refused("http://news.example/")


def test_refusals_on_the_command_line_are_two_lines(server: Server) -> None:
    """Exit code 2, the address, the cause, the remedy."""
    assert_refused(run("brief", server.address("/a")), 2, "127.0.0.1", "--allow-private")
    assert_refused(
        run("verify", "-", server.address("/a"), "--allow-private", stdin="{}"), 2, "404 Not Found"
    )
