package lianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * The fields of one sent form: cleaned, with what was typed kept for showing again, and with what is wrong about them.
 * Text is trimmed, brought to Unicode NFC, freed of NUL and other control characters and of broken surrogates; rare
 * Han characters and emoji stay. Used by one thread.
 */
public final class Form {
    private static final Refusals FORGED = new Refusals(LoggerFactory.getLogger(Form.class), "a form whose token is none of ours");
    /** The hidden field that carries a form token. */
    public static final String TOKEN = "form-token";
    private static final int KEPT_AT_MOST = 100_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, List<String>> typed;
    private final Map<String, List<MultipartFile>> files;
    private final Map<String, FieldError> errors = new LinkedHashMap<>();

    private Form(Map<String, List<String>> typed, Map<String, List<MultipartFile>> files) {
        this.typed = typed;
        this.files = files;
    }

    /** A form nobody has filled in yet. */
    public static Form empty() {
        return new Form(new LinkedHashMap<>(), Map.of());
    }

    /** Reads the parameters and files of a request. */
    public static Form of(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Stream.of(values).map(Form::clean).toList()));
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return new Form(typed, multipart == null ? Map.of() : multipart.getMultiFileMap());
    }

    /** Puts a value into a field before it is shown, for example the category a link has chosen. */
    public Form with(String field, String value) {
        typed.put(field, List.of(clean(value)));
        return this;
    }

    /** Puts several values into a field before it is shown, for example the photos accepted so far. */
    public Form with(String field, List<String> values) {
        typed.put(field, values.stream().map(Form::clean).toList());
        return this;
    }

    /** What stands in a field, as it should be shown again; empty when nothing does. */
    public String typed(String field) {
        return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** Everything chosen in a field that may be chosen several times. */
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of()).stream().filter(value -> !value.isEmpty()).toList();
    }

    /** Whether a radio button or check box with this value was chosen. */
    public boolean chosen(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** One line that must be there, at most {@code most} characters (code points); empty when it is refused. */
    public String line(String field, int most) {
        return needed(field, oneLine(typed(field)), most);
    }

    /** Several lines that must be there, at most {@code most} characters (code points). */
    public String text(String field, int most) {
        return needed(field, typed(field), most);
    }

    /** One line that may be missing. */
    public Optional<String> optionalLine(String field, int most) {
        return within(field, oneLine(typed(field)), most);
    }

    /** Several lines that may be missing. */
    public Optional<String> optionalText(String field, int most) {
        return within(field, typed(field), most);
    }

    /** A choice that must be one of {@code allowed}; anything else, forged or missing, is refused as not chosen. */
    public Optional<String> choice(String field, Set<String> allowed) {
        var value = typed(field);
        if (allowed.contains(value)) return Optional.of(value);
        refuse(field, "web.form.choose");
        return Optional.empty();
    }

    /** Files that were really chosen; an empty file input sends one without a name. */
    public List<MultipartFile> files(String field) {
        return files.getOrDefault(field, List.of()).stream().filter(file -> !file.isEmpty()).toList();
    }

    /**
     * Checks the form token at {@code now}. Gives the nonce that names this filling-in of the form; an expired or
     * forged token is told in the summary, and the form comes back with what was typed and a fresh token.
     */
    public Optional<String> nonce(FormTokens tokens, Instant now) {
        return switch (tokens.check(typed(TOKEN), now)) {
            case FormTokens.Genuine genuine -> Optional.of(genuine.nonce());
            case FormTokens.Expired expired -> refused("web.form.expired");
            case FormTokens.Forged forged -> {
                FORGED.note();
                yield refused("web.form.forged");
            }
        };
    }

    /** Says that a field is wrong. The first thing said about a field stands. */
    public void refuse(String field, String key, Object... places) {
        errors.putIfAbsent(field, new FieldError(field, key, List.of(places)));
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** What is wrong, in the order in which it was found; for the summary. */
    public List<FieldError> errors() {
        return new ArrayList<>(errors.values());
    }

    /** What is wrong with one field, or null. */
    public @Nullable FieldError error(String field) {
        return errors.get(field);
    }

    private Optional<String> refused(String why) {
        refuse(TOKEN, why);
        return Optional.empty();
    }

    private String needed(String field, String value, int most) {
        if (value.isBlank()) refuse(field, "web.form.missing");
        return within(field, value, most).orElse("");
    }

    private Optional<String> within(String field, String value, int most) {
        int length = value.codePointCount(0, value.length());
        if (length > most) refuse(field, "web.form.too-long", most, length - most);
        return value.isBlank() || length > most ? Optional.empty() : Optional.of(value);
    }

    private static String oneLine(String value) {
        return SPACE.matcher(value).replaceAll(" ");
    }

    /** The clean form of what was typed; public so that other doors, such as files, clean alike. */
    public static String clean(String value) {
        var kept = new StringBuilder(Math.min(value.length(), KEPT_AT_MOST));
        int characters = 0;
        for (int at = 0, c; at < value.length() && characters < KEPT_AT_MOST; at += Character.charCount(c)) {
            c = value.codePointAt(at);
            if (!isWelcome(c)) continue;
            kept.appendCodePoint(c);
            characters++;
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** No control characters but tab and line end, no lone surrogate, nothing that turns the direction of the text after it. */
    private static boolean isWelcome(int c) {
        if (c == '\n' || c == '\t') return true;
        if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) return false;
        return !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) && c != 0xFEFF && (c & 0xFFFE) != 0xFFFE;
    }
}
