package lianqiao.outside;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whom the program may call: only places named by the operator, and only when every address the name stands for may
 * be called. A name is looked up once for each call, and the call goes to the addresses that were looked at. Thread-safe.
 */
public final class Guard {
    private final Set<Destination> allowed;
    private final Set<String> inside;
    private final Lookup lookup;

    /** Turns a name into addresses. */
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @param allowed whom the program may call
     * @param inside which of them, as {@code host:port}, may lie in an inside network
     */
    public Guard(Collection<Destination> allowed, Collection<String> inside) {
        this(allowed, inside, InetAddress::getAllByName);
    }

    Guard(Collection<Destination> allowed, Collection<String> inside, Lookup lookup) {
        this.allowed = Set.copyOf(allowed);
        this.inside = inside.stream().map(Guard::place).collect(Collectors.toUnmodifiableSet());
        this.lookup = lookup;
    }

    /** Refuses a destination that the operator has not named; no name is looked up for that. */
    void check(Destination destination) throws NotAllowed {
        if (!allowed.contains(destination)) throw new NotAllowed(destination.toString(), "no setting names it");
    }

    /**
     * The addresses to call, looked up now. One that may not be called spoils all: a name that stands for inside and outside at
     * once is nobody's honest mistake.
     */
    List<InetAddress> addresses(Destination destination) throws UnknownHostException, NotAllowed {
        check(destination);
        var found = lookup.of(destination.host());
        for (var address : found) {
            var problem = AddressRules.problem(address, inside.contains(place(destination)));
            if (problem.isPresent()) throw new NotAllowed(destination.toString(), problem.get());
        }
        return List.of(found);
    }

    /**
     * The one spelling of a {@code host:port}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String place(String text) {
        var address = URI.create("http://" + text);
        if (address.getPort() < 0 || !address.getRawPath().isEmpty()) throw new IllegalArgumentException("not a place");
        return place(Destination.of(address));
    }

    private static String place(Destination destination) {
        return destination.host() + ":" + destination.port();
    }

    @Override public String toString() {
        return "Guard" + allowed;
    }
}
