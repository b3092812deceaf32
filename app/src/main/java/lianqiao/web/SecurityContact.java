package lianqiao.web;

import java.net.URI;
import java.util.Set;

/** Where a weakness is reported, as security.txt names it: a mailbox, a page over https, or a telephone (RFC 9116, section 2.5.3). */
public record SecurityContact(URI address) {
    private static final Set<String> KINDS = Set.of("mailto", "https", "tel");

    /** @throws IllegalArgumentException when the text is no such address */
    public static URI read(String text) {
        var address = URI.create(text);
        if (address.getScheme() == null || !KINDS.contains(address.getScheme())) throw new IllegalArgumentException("not a mailbox, a page over https or a telephone");
        return address;
    }

    /** As people read it. */
    public String plain() {
        return address.getScheme().equals("https") ? address.toString() : address.getSchemeSpecificPart();
    }
}
