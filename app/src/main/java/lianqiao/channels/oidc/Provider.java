package lianqiao.channels.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianqiao.base.Text;

/**
 * An identity service as an operator has set it.
 *
 * @param id stands in addresses
 * @param client our name at the service
 * @param secret our password there; empty when it knows us by the proof of the try alone (PKCE)
 * @param assurances if there are any, the service must vouch with one of these (acr)
 */
public record Provider(String id, Text name, String issuer, String client, String secret, List<String> assurances) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final List<String> TAKEN = List.of("counter");

    public Provider {
        assurances = List.copyOf(assurances);
        if (!ID.matcher(id).matches() || TAKEN.contains(id)) throw new IllegalArgumentException("not a name of an identity service: " + id);
        if (!isSafe(URI.create(issuer))) throw new IllegalArgumentException("an identity service is reached by https, or on this machine: " + id);
        if (client.isEmpty()) throw new IllegalArgumentException("an identity service needs a client: " + id);
    }

    /**
     * Reads a file of lines such as {@code city.issuer = https://id.example}; for each service {@code issuer}, {@code client}
     * and, when wanted, {@code secret-file}, {@code name.zh}, {@code name.en}, {@code acr}.
     *
     * @throws IllegalArgumentException when it cannot be understood
     */
    public static List<Provider> read(Path file) {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read", e);
        }
        var ids = new TreeSet<String>();
        lines.stringPropertyNames().forEach(name -> ids.add(name.substring(0, Math.max(0, name.indexOf('.')))));
        return ids.stream().map(id -> of(id, lines, file)).toList();
    }

    private static Provider of(String id, Properties lines, Path file) {
        var given = lines.getProperty(id + ".secret-file", "").strip();
        var name = new Text(lines.getProperty(id + ".name.zh", id).strip(), lines.getProperty(id + ".name.en", id).strip());
        var assurances = Stream.of(lines.getProperty(id + ".acr", "").split("[\\s,]+")).filter(one -> !one.isEmpty()).toList();
        return new Provider(id, name, lines.getProperty(id + ".issuer", "").strip(), lines.getProperty(id + ".client", "").strip(),
                given.isEmpty() ? "" : secret(file.toAbsolutePath().resolveSibling(given)), assurances);
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the secret cannot be read", e);
        }
    }

    private static boolean isSafe(URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) return false;
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme()) && address.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    /** Without the password. */
    @Override public String toString() {
        return "Provider[" + id + "]";
    }
}
