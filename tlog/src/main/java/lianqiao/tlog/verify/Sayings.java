package lianqiao.tlog.verify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import lianqiao.tlog.Finding;
import lianqiao.tlog.Means;

/** What the commands say, in the language of the terminal: Chinese when its locale says so, otherwise English. */
record Sayings(ResourceBundle words) {

    static Sayings in(Map<String, String> environment) {
        for (var name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) return read(value.startsWith("zh") ? "words_zh_CN.properties" : "words.properties");
        }
        return read("words.properties");
    }

    static Sayings read(String file) {
        try (var in = Sayings.class.getResourceAsStream(file)) {
            return new Sayings(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers are written without grouping. */
    String say(String key, Object... details) {
        var texts = new Object[details.length];
        for (int i = 0; i < details.length; i++) texts[i] = String.valueOf(details[i]);
        return MessageFormat.format(words.getString(key).replace("'", "''"), texts);
    }

    String say(Means means) {
        return say("means." + means);
    }

    String say(Finding finding) {
        return say("wrong", finding.by(), say(finding.by()), finding.detail());
    }
}
