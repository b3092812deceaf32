package lianqiao.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a call may end: in the open network, inside only when it is said, at a cloud's secrets never. */
class AddressRulesTest {
    private static final List<String> OPEN = List.of("1.1.1.1", "8.8.8.8", "114.114.114.114", "172.15.255.255", "172.32.0.1", "100.63.255.255",
            "100.128.0.1", "169.253.0.1", "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2400:3200::1", "2606:4700::1111", "2001:200::1");
    private static final List<String> INSIDE = List.of("127.0.0.1", "127.255.255.254", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
            "192.168.1.1", "169.254.1.1", "100.64.0.1", "100.127.255.255", "::1", "fe80::1", "fc00::1", "fdff::1", "fec0::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:192.168.0.1");
    private static final List<String> NOWHERE = List.of("0.0.0.0", "0.1.2.3", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
            "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
            "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "ff02::1");
    private static final List<String> SECRETS = List.of("169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16");

    private static boolean open(String address, boolean mayBeInside) throws Exception {
        return AddressRules.problem(InetAddress.getByName(address), mayBeInside).isEmpty();
    }

    @Test void theOpenNetworkMayBeCalled() throws Exception {
        for (var address : OPEN) assertTrue(open(address, false), address);
    }

    @Test void insideMayBeCalledOnlyWhenItIsSaid() throws Exception {
        for (var address : INSIDE) assertEquals("false true", open(address, false) + " " + open(address, true), address);
    }

    @Test void whatIsNoPlaceAndACloudsSecretsAreNeverCalled() throws Exception {
        for (var addresses : List.of(NOWHERE, SECRETS)) {
            for (var address : addresses) assertEquals("false false", open(address, false) + " " + open(address, true), address);
        }
    }
}
