"""Which hosts may be asked: names are resolved here, and only addresses of the public Internet let through."""

from __future__ import annotations

import ipaddress
import socket
from threading import Thread

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 inside IPv6 (RFC 6052)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateHostError(Exception):
    """The host is in a private network, on this machine, or no single host; `address` says where."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host}: {address}")
        self.host = host
        self.address = address


class UnknownHostError(Exception):
    """The name of the host cannot be resolved."""


def resolve(host: str, port: int, *, seconds: float, allow_private: bool) -> list[str]:
    """Return the IP addresses of `host` that may be connected to, in the system's order of preference.

    Raises UnknownHostError, TimeoutError after `seconds`, and PrivateHostError when there is no public one.
    """
    found = list(dict.fromkeys(_look_up(host, port, seconds)))
    if not found:
        raise UnknownHostError(host)
    allowed = [address for address in found if allow_private or is_public(address)]
    if not allowed:
        raise PrivateHostError(host, found[0])
    return allowed


def is_public(address: str) -> bool:
    """Whether an IP address is one host of the public Internet, also as IPv4 written inside IPv6."""
    try:
        ip: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.teredo:
            return False
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _TRANSLATED or not int(ip) >> 32:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Ask the system's resolver, which keeps its own time, in a thread that may be left behind."""
    answers: list[list[str]] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.append([str(info[4][0]) for info in infos])
        except (OSError, UnicodeError):  # UnicodeError: a label of the name is too long
            answers.append([])

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not answers:
        raise TimeoutError
    return answers[0]
