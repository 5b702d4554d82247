"""Which internet addresses may be reached: the public ones, unless the producer allows private ones too."""

from __future__ import annotations

import ipaddress
import socket

from podcast.errors import FetchError

__all__ = ["is_public", "reachable"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Addresses of one family that carry one of the other: what they lead to is what counts.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Not "global" in Python's tables of every version: RFC 6598 (carriers), 8215 (NAT64, local), 7535, 4193, 1122.
_NEVER = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "64:ff9b:1::/48",
            "fc00::/7",
            "::/96",
        ),
    )
)


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def is_public(text: str) -> bool:
    """Whether an IP address (``"10.0.0.1"``, ``"fe80::1%eth0"``) lies in the public internet."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inner(address)) is not None:
        return is_public(str(inner))
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def reachable(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The IP addresses of a host, in the resolver's order. Raises ``FetchError``.

    One private address among them refuses them all: a name that mixes both is a trick.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} cannot be found; check the address and your connection") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise FetchError(
            f"{host} is {private[0]}, an address inside a private network, and is not fetched "
            "(--allow-private allows it)"
        )
    return addresses
