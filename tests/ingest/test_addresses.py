"""Only public addresses are public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.addresses import is_public, resolve_host
from rashomon.model.errors import InputError


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%2", "fc00::1", "fec0::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2001:db8::1", "::127.0.0.1",
])  # fmt: skip
def test_private_and_special_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are(address):
    assert is_public(address)


@given(
    st.ip_addresses(network="127.0.0.0/8")
    | st.ip_addresses(network="10.0.0.0/8")
    | st.ip_addresses(network="fe80::/10")
)
def test_whole_private_networks_are_refused(address):
    assert not is_public(str(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "::1", "0x7f000001", "2130706433", "0177.0.0.1", "127.1", "localhost", "10.0.0.5"]
)
def test_every_way_to_write_a_private_host_is_refused(host):
    with pytest.raises(InputError, match="R-INGEST-011"):
        resolve_host(host, 80, url=f"http://{host}/", allow_private=False)


def test_private_hosts_can_be_allowed():
    assert resolve_host("127.0.0.1", 80, url="", allow_private=True) == ("127.0.0.1",)
