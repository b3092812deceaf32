package lianqiao.channels;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import lianqiao.channels.oidc.OidcVerifier;
import lianqiao.channels.oidc.Provider;
import lianqiao.identity.ResidentVerifier;
import lianqiao.outside.Destination;
import lianqiao.outside.Guard;

/** The identity services that an operator has named in a file. Immutable. */
public final class IdentityServices {
    /** None. */
    public static final IdentityServices NONE = new IdentityServices(List.of());

    private final List<Provider> providers;

    private IdentityServices(List<Provider> providers) {
        this.providers = providers;
    }

    /**
     * Reads the file; docs/operating.md says what stands in it.
     *
     * @throws IllegalArgumentException when it cannot be understood
     */
    public static IdentityServices read(Path file) {
        return new IdentityServices(Provider.read(file));
    }

    /** Whom they make the program call. */
    public List<Destination> destinations() {
        return providers.stream().map(provider -> Destination.of(URI.create(provider.issuer()))).toList();
    }

    public List<ResidentVerifier> verifiers(Guard guard) {
        return providers.stream().<ResidentVerifier>map(provider -> new OidcVerifier(provider, guard)).toList();
    }

    @Override public String toString() {
        return providers.toString();
    }
}
