package lianqiao.house;

import java.util.List;
import java.util.regex.Pattern;

/** What a page template writes by itself, with everything that is computed taken out. For one use. */
final class Template {
    private static final Pattern ADDRESSED_TO_READERS =
            Pattern.compile("\\b(?:alt|title|placeholder|aria-label|value)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final List<String> WITH_CONDITION = List.of("@if(", "@elseif(", "@for(");
    private static final List<String> BARE = List.of("@else", "@endif", "@endfor", "@raw", "@endraw");

    private final String source;
    private final StringBuilder markup = new StringBuilder();
    private int at;

    private Template(String source) {
        this.source = source;
    }

    /** The HTML of a template as written, without expressions, conditions, calls and comments. */
    static String markup(String source) {
        var template = new Template(source.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param).*$", ""));
        template.readMarkup(false);
        return template.markup.toString();
    }

    /** The text between the tags, where a reader sees it. */
    static String visibleText(String markup) {
        return TAG.matcher(markup).replaceAll(" ").replaceAll("&[a-z#0-9]+;", " ");
    }

    /** The values of attributes that are read to people or by them. */
    static List<String> spokenAttributes(String markup) {
        return ADDRESSED_TO_READERS.matcher(markup).results().map(m -> m.group(1)).toList();
    }

    private boolean sees(String token) {
        return source.startsWith(token, at);
    }

    private void readMarkup(boolean untilBacktick) {
        while (at < source.length()) {
            if (untilBacktick && source.charAt(at) == '`') {
                at++;
                return;
            }
            if (!readCode()) markup.append(source.charAt(at++));
        }
    }

    /** Skips one piece of code if there is one here. */
    private boolean readCode() {
        if (sees("${") || sees("!{") || sees("$unsafe{")) {
            at = source.indexOf('{', at) + 1;
            readUntil('}');
            return true;
        }
        if (sees("@template.")) {
            at = source.indexOf('(', at) + 1;
            readUntil(')');
            return true;
        }
        for (var token : WITH_CONDITION) {
            if (!sees(token)) continue;
            at += token.length();
            readUntil(')');
            return true;
        }
        for (var token : BARE) {
            if (!sees(token)) continue;
            at += token.length();
            return true;
        }
        return false;
    }

    /** Skips to the end of an expression; content between {@code @`} and {@code `} inside it is markup again. */
    private void readUntil(char end) {
        int depth = 0;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == '"' || c == '\'') skipString(c);
            else if (c == '@' && at < source.length() && source.charAt(at) == '`') {
                at++;
                readMarkup(true);
            } else if (c == end && depth == 0) return;
            else if (c == '(' || c == '{') depth++;
            else if (c == ')' || c == '}') depth--;
        }
    }

    private void skipString(char quote) {
        while (at < source.length() && source.charAt(at) != quote) at += source.charAt(at) == '\\' ? 2 : 1;
        at++;
    }
}
