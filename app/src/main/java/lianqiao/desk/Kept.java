package lianqiao.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that arrived after the session had ended: where it was going and what was typed. It waits through the sign-in
 * as hidden fields and then in the new session, and is offered for sending again. Passwords and tokens are left out.
 */
public final class Kept {
    private static final String ACTION = "kept-action";
    private static final String FIELD = "kept.";
    private static final Set<String> NEVER = Set.of("_csrf", "password", "code", "old-password", "new-password");
    private static final Set<String> HOUSEKEEPING = Set.of("seen", "step", "kept-photo");

    private final String action;
    private final LinkedHashMap<String, ArrayList<String>> fields;

    private Kept(String action, LinkedHashMap<String, ArrayList<String>> fields) {
        this.action = action;
        this.fields = fields;
    }

    /** What this request brought, if it is a form for the desk. */
    static @Nullable Kept of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("POST") || !isOurs(path)) return null;
        return new Kept(path, fields(request, ""));
    }

    /** What a sign-in form carries along. */
    static @Nullable Kept carriedBy(HttpServletRequest request) {
        var path = request.getParameter(ACTION);
        return path == null || !isOurs(path) ? null : new Kept(path, fields(request, FIELD));
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/desk/") && !path.startsWith("/desk/sign-") && !path.startsWith("/desk/second-factor");
    }

    private static LinkedHashMap<String, ArrayList<String>> fields(HttpServletRequest request, String prefix) {
        var fields = new LinkedHashMap<String, ArrayList<String>>();
        request.getParameterMap().forEach((name, values) -> {
            var bare = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (!bare.isEmpty() && !NEVER.contains(bare)) fields.put(bare, new ArrayList<>(Arrays.asList(values)));
        });
        return fields;
    }

    /** Where the form was going; a path of the desk without prefixes. */
    public String action() {
        return action;
    }

    /** The fields as they are sent again. */
    public Map<String, List<String>> fields() {
        return new LinkedHashMap<>(fields);
    }

    /** The hidden fields of a sign-in form that carry this. */
    public Map<String, List<String>> carried() {
        var carried = new LinkedHashMap<String, List<String>>();
        carried.put(ACTION, List.of(action));
        fields.forEach((name, values) -> carried.put(FIELD + name, values));
        return carried;
    }

    /** What a person typed, for showing. */
    public List<String> typed() {
        return fields.entrySet().stream().filter(field -> !HOUSEKEEPING.contains(field.getKey()))
                .flatMap(field -> field.getValue().stream()).filter(value -> !value.isBlank()).toList();
    }

    /** Without what was typed. */
    @Override public String toString() {
        return "Kept[" + action + "]";
    }
}
