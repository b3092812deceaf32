package lianqiao.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lianqiao.attack.Finding.Kind;

/** How a program lets people in: it must not say who exists, must not keep a cookie that somebody planted, and must draw its tokens by chance. */
public final class SignIns {
    private static final Pattern TOKEN = Pattern.compile("name=\"([^\"]*(?:token|csrf)[^\"]*)\" value=\"([^\"]+)\"");

    private final String address;
    private final List<Finding> findings = new ArrayList<>();

    public SignIns(String address) {
        this.address = address;
    }

    /**
     * A page with a form that takes these fields to the same address.
     *
     * @param right made when they are needed: the code of an authenticator app is good for half a minute
     */
    public record Door(String path, Supplier<Map<String, String>> right, Map<String, String> unknown, Map<String, String> wrong) {}

    public List<Finding> run(Door door) throws IOException, InterruptedException {
        var unknown = enter(new Web(address), door.path(), door.unknown());
        var wrong = enter(new Web(address), door.path(), door.wrong());
        if (unknown.status() != wrong.status() || !plain(unknown.body()).equals(plain(wrong.body()))) {
            findings.add(new Finding(Kind.ENUMERATION, door.path(), "a login that exists is answered otherwise than one that does not"));
        }
        var guest = new Web(address);
        guest.get(door.path());
        var before = guest.cookies();
        var entered = enter(guest, door.path(), door.right().get());
        if (entered.status() >= 400) throw new IllegalStateException("the right words do not open " + door.path() + ": " + entered.status());
        if (guest.cookies().stream().anyMatch(before::contains)) findings.add(new Finding(Kind.FIXATION, door.path(), "a cookie of before the sign-in stays"));
        tokens(door.path());
        return findings;
    }

    /** Tokens of one page, drawn for strangers, must have little in common. */
    public List<Finding> tokens(String path) throws IOException, InterruptedException {
        var first = token(path);
        var second = token(path);
        if (first.isEmpty()) return findings;
        int differing = 0;
        for (int i = 0; i < Math.min(first.length(), second.length()); i++) if (first.charAt(i) != second.charAt(i)) differing++;
        if (first.length() < 22 || differing < 16) findings.add(new Finding(Kind.TOKEN, path, "a token can be guessed from another one"));
        return findings;
    }

    private String token(String path) throws IOException, InterruptedException {
        return TOKEN.matcher(new Web(address).get(path).body()).results().map(m -> m.group(2)).findFirst().orElse("");
    }

    static Web.Answer enter(Web web, String path, Map<String, String> typed) throws IOException, InterruptedException {
        var fields = new TreeMap<>(Web.hidden(web.get(path).body(), path));
        fields.putAll(typed);
        return web.post(path, fields);
    }

    /** Without the values of fields, among them what was typed, and without what is drawn by chance. */
    private static String plain(String body) {
        return body.replaceAll("(nonce|value)=\"[^\"]*\"", "").replaceAll("nonce-[\\w-]+", "");
    }
}
