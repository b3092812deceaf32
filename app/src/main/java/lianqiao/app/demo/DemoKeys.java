package lianqiao.app.demo;

import java.util.HexFormat;
import java.util.List;

/**
 * With what one signs in to the invented city: one password and one second factor for all its officers, different in
 * every installation, so that a demonstration left open to the network is not open to everybody who read our sources.
 *
 * @param secret of the second factor, in base 32
 */
public record DemoKeys(String password, String secret) {
    /** One login for each duty, in the order in which a case meets them. */
    static final List<String> GUIDES = List.of("operator", "dispatcher", "officer", "head", "supervisor", "leader", "auditor", "admin");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** From 32 random bytes that the installation keeps; the same bytes give the same keys. */
    public static DemoKeys from(byte[] key) {
        var letters = HexFormat.of().formatHex(key, 0, 6);
        var secret = new StringBuilder();
        for (byte one : key) secret.append(BASE32.charAt(one & 31));
        return new DemoKeys("lamp-" + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8), secret.toString());
    }

    @Override public String toString() {
        return "DemoKeys[hidden]";
    }
}
