package lianqiao.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.Supplier;
import lianqiao.base.Language;
import lianqiao.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks while it draws one answer to one reader: words, dates, addresses, tokens. One per request,
 * used by one thread.
 */
public final class Frame {
    private static final DateTimeFormatter PUB_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Address address;
    private final Words words;
    private final Site site;
    private final Assets assets;
    private final Dates dates;
    private final Visit visit;
    private @Nullable String formToken;

    /** What the request itself brought: the nonce of its scripts, its tokens and who is signed in. */
    record Visit(String nonce, Supplier<@Nullable Hidden> csrf, Supplier<String> formToken, @Nullable String officer) {}

    /** A hidden field of a form. */
    public record Hidden(String name, String value) {}

    Frame(Address address, Words words, Site site, Assets assets, Instant now, Visit visit) {
        this.address = address;
        this.words = words;
        this.site = site;
        this.assets = assets;
        this.dates = new Dates(words, address.language(), site.zone(), now);
        this.visit = visit;
    }

    /**
     * The sentence behind a key, its places filled in the reader's language: numbers grouped, {@link Text} chosen,
     * days and instants written out, anything else as its string.
     */
    public String say(String key, @Nullable Object... places) {
        return words.say(language(), key, Arrays.stream(places).map(this::written).toArray(String[]::new));
    }

    /** Whether there are words for this key; for optional hints. */
    public boolean has(String key) {
        return words.has(language(), key);
    }

    public Language language() {
        return address.language();
    }

    /** The language tag of the page, {@code zh-CN} or {@code en}. */
    public String lang() {
        return language().tag();
    }

    public boolean largeType() {
        return address.largeType();
    }

    public String in(Text text) {
        return text.in(language());
    }

    /** The day of an instant in the installation's zone: 11月22日 周日, Sunday 22 November; with the year when it is not this year. */
    public String date(Instant at) {
        return dates.date(at);
    }

    /** A day, written as {@link #date} writes it. */
    public String day(LocalDate day) {
        return dates.day(day);
    }

    /** Day and time of day in the installation's zone. */
    public String time(Instant at) {
        return dates.time(at);
    }

    /** A moment up to which something holds: the last day itself when it is the midnight after it, otherwise day and time. */
    public String until(Instant at) {
        return dates.clock(at).equals("00:00") ? dates.date(at.minusMillis(1)) : dates.time(at);
    }

    /** Only the time of day, 24 hours, in the installation's zone. */
    public String clock(Instant at) {
        return dates.clock(at);
    }

    /** How far away an instant is (3 days ago, in 2 hours); only ever beside a date. */
    public String relative(Instant at) {
        return dates.relative(at);
    }

    /** An instant for machines, for the {@code datetime} attribute, with the zone's offset. */
    public String iso(Instant at) {
        return at.atZone(site.zone()).toOffsetDateTime().withNano(0).toString();
    }

    /** An instant as the government meta tag PubDate wants it: yyyy-MM-dd HH:mm in the installation's zone. */
    public String pubDate(Instant at) {
        return PUB_DATE.format(at.atZone(site.zone()));
    }

    /** A whole number with its thousands grouped. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language().locale()).format(number);
    }

    /** The address of another page in the same language and type size; {@code path} begins with a slash. */
    public String link(String path) {
        return address.link(path);
    }

    /** This page's path, without the prefixes and the query. */
    public String path() {
        return address.path();
    }

    /** This page, as it is. */
    public String here() {
        return address.here();
    }

    /** This page in a language and normal type, as one absolute address for machines; null while nobody has said how the site is reached. */
    public @Nullable String absolute(Language in) {
        return site.address() == null ? null : site.address() + new Address(in, false, address.path(), address.query()).here();
    }

    public String inOtherLanguage() {
        return address.inOtherLanguage().here();
    }

    /** This page with the type size switched: to large type, or back when it is large already. */
    public String inLargeType() {
        return address.inOtherTypeSize().here();
    }

    /** The address of a static file, with the hash of its content, so that it may be kept for ever. */
    public String asset(String path) {
        return assets.address(path);
    }

    /** The nonce that scripts and style sheets of this answer carry. */
    public String nonce() {
        return visit.nonce();
    }

    /** The hidden field that a form of somebody signed in carries; null where nobody can be. Asking for it may give the browser its first cookie. */
    public @Nullable Hidden csrf() {
        return visit.csrf().get();
    }

    /** The signed token of a public form; the same one again when a form comes back with errors. */
    public String formToken() {
        if (formToken == null) formToken = visit.formToken().get();
        return formToken;
    }

    /** The name of the signed-in officer, or null. */
    public @Nullable String officer() {
        return visit.officer();
    }

    public Site site() {
        return site;
    }

    private String written(@Nullable Object place) {
        return switch (place) {
            case null -> "";
            case Long number -> number(number);
            case Integer number -> number(number);
            case Text text -> in(text);
            case LocalDate day -> day(day);
            case Instant at -> time(at);
            default -> place.toString();
        };
    }
}
