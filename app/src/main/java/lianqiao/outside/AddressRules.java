package lianqiao.outside;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses of the network a call may end at. Refused are the machine itself, every inside network, and whatever is
 * no single place in the open network; and always, whatever is configured, where clouds hand out the secrets of a machine.
 */
final class AddressRules {
    private AddressRules() {}

    /** A block of addresses: the leading bits that they share. */
    private record Block(byte[] begins, int bits) {
        static Block of(String hex, int bits) {
            return new Block(HexFormat.of().parseHex(hex), bits);
        }

        boolean holds(byte[] address) {
            if (address.length != begins.length) return false;
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, begins, 0, whole)) return false;
            int rest = bits % 8;
            return rest == 0 || (address[whole] ^ begins[whole]) >> (8 - rest) == 0;
        }
    }

    /** 169.254.169.254, fd00:ec2::254, 100.100.100.200 and 168.63.129.16: what the machine may do can be asked for here. */
    private static final List<Block> SECRETS = List.of(Block.of("a9fea9fe", 32), Block.of("fd000ec2000000000000000000000254", 128),
            Block.of("646464c8", 32), Block.of("a83f8110", 32));

    /** Loopback, private and link-local networks, the shared one of carriers (100.64/10), unique local (fc00::/7). */
    private static final List<Block> INSIDE = List.of(Block.of("7f000000", 8), Block.of("0a000000", 8), Block.of("ac100000", 12),
            Block.of("c0a80000", 16), Block.of("a9fe0000", 16), Block.of("64400000", 10),
            Block.of("00000000000000000000000000000001", 128), Block.of("fc000000000000000000000000000000", 7),
            Block.of("fe800000000000000000000000000000", 10), Block.of("fec00000000000000000000000000000", 10));

    /** "This" network, protocol and test and example networks, multicast, the future, tunnels that hide another address. */
    private static final List<Block> NOWHERE = List.of(Block.of("00000000", 8), Block.of("c0000000", 24), Block.of("c0000200", 24),
            Block.of("c6120000", 15), Block.of("c6336400", 24), Block.of("cb007100", 24), Block.of("e0000000", 4), Block.of("f0000000", 4),
            Block.of("00000000000000000000000000000000", 96), Block.of("0064ff9b000000000000000000000000", 96),
            Block.of("0064ff9b000100000000000000000000", 48), Block.of("01000000000000000000000000000000", 64),
            Block.of("20010000000000000000000000000000", 23), Block.of("20010db8000000000000000000000000", 32),
            Block.of("20020000000000000000000000000000", 16), Block.of("3fff0000000000000000000000000000", 20),
            Block.of("ff000000000000000000000000000000", 8));

    /**
     * Why a call may not end there; empty when it may.
     *
     * @param mayBeInside whether the operator has said that this place lies inside
     */
    static Optional<String> problem(InetAddress address, boolean mayBeInside) {
        var bytes = plain(address);
        if (isIn(SECRETS, bytes)) return Optional.of("it leads to where a cloud keeps a machine's secrets");
        if (isIn(INSIDE, bytes)) return mayBeInside ? Optional.empty() : Optional.of("it leads inside, and LIANQIAO_OUTGOING_INSIDE does not name it");
        return isIn(NOWHERE, bytes) ? Optional.of("it leads to no place in the open network") : Optional.empty();
    }

    /** An IPv4 address in the clothes of an IPv6 address is an IPv4 address. */
    private static byte[] plain(InetAddress address) {
        var bytes = address.getAddress();
        boolean mapped = address instanceof Inet6Address && Block.of("00000000000000000000ffff00000000", 96).holds(bytes);
        return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean isIn(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }
}
