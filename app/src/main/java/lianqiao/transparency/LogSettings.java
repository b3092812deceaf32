package lianqiao.transparency;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;
import lianqiao.tlog.Outcome;
import lianqiao.tlog.SigningKey;
import lianqiao.tlog.VerifierKey;

/**
 * What the log needs to know.
 *
 * @param origin its name, as a checkpoint begins with it; it stays for the life of the log
 * @param secret from which the key follows
 * @param folder where the files are published; any web server may serve it
 * @param witnesses who is asked for a cosignature
 * @param quorum how many of them must have signed before a receipt is given out, 0 to their number
 */
public record LogSettings(String origin, LogSecret secret, Path folder, List<Address> witnesses, int quorum) {
    public LogSettings {
        witnesses = List.copyOf(witnesses);
        if (quorum < 0 || quorum > witnesses.size()) throw new IllegalArgumentException(quorum + " of " + witnesses.size() + " witnesses");
    }

    /** A witness: its key and where it takes checkpoints; {@code add-checkpoint} is put behind the address. */
    public record Address(VerifierKey key, URI submission) {}

    /**
     * Reads a list of witnesses: {@code vkey address} pairs, all parted by spaces.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static List<Address> addresses(String text) {
        var all = new ArrayList<Address>();
        var words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        if (words.length % 2 != 0) throw new IllegalArgumentException("a witness is a key and an address");
        for (int i = 0; i < words.length; i += 2) {
            var address = URI.create(words[i + 1].endsWith("/") ? words[i + 1] : words[i + 1] + "/");
            if (!(VerifierKey.read(words[i]) instanceof Outcome.Done<VerifierKey>(var key)) || key.kind() != VerifierKey.Kind.COSIGNATURE) throw new IllegalArgumentException("not the key of a witness");
            if (address.getHost() == null || address.getScheme() == null || !List.of("http", "https").contains(address.getScheme())) throw new IllegalArgumentException("not an address");
            all.add(new Address(key, address));
        }
        return all;
    }

    /** For benches and tests, whose witnesses run beside them. */
    public Guard guardOnThisMachine() {
        var places = witnesses.stream().map(witness -> Destination.of(witness.submission())).toList();
        return new Guard(places, places.stream().map(place -> place.host() + ":" + place.port()).toList());
    }

    /** @throws IllegalArgumentException when the origin cannot be the name of a key, or is not that of this key */
    SigningKey key() {
        return secret.under(origin);
    }

    /** Without the secret. */
    @Override public String toString() {
        return "LogSettings[" + origin + " in " + folder + "]";
    }
}
