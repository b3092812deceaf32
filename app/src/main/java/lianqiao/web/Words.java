package lianqiao.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianqiao.base.Language;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence a person reads, by key and language. A key begins with the room whose file it stands in:
 * {@code ask.title} in {@code words/portal.properties} is said as {@code portal.ask.title}. Places are {@code {0}},
 * {@code {1}} …; {@code {0|day|days}} chooses the first word when place 0 is 1 and the second otherwise.
 * Immutable after loading, so safe to share.
 */
public final class Words {
    private static final String CHINESE = "_zh_CN";

    private final Map<Language, Map<String, Sentence>> sentences;
    private final boolean strict;

    Words(Map<Language, Map<String, Sentence>> sentences, boolean strict) {
        this.sentences = sentences;
        this.strict = strict;
    }

    /**
     * Reads all {@code words/*.properties} of the class path.
     *
     * @param strict whether a missing key throws (tests) or is shown as it is (an installation in use)
     */
    public static Words load(boolean strict) {
        var sentences = new EnumMap<Language, Map<String, Sentence>>(Language.class);
        for (var language : Language.values()) sentences.put(language, new HashMap<>());
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:words/*.properties")) readInto(sentences, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the words files cannot be read", e);
        }
        return new Words(sentences, strict);
    }

    /** The sentence behind a key with its places filled; the places are already written for the reader. */
    public String say(Language language, String key, String... places) {
        var sentence = sentences.get(language).get(key);
        if (sentence != null) return sentence.filled(places);
        if (strict) throw new IllegalArgumentException("no words in " + language + " for " + key);
        LoggerFactory.getLogger(Words.class).warn("no words in {} for {}", language, key);
        return key;
    }

    /** Whether a language has a sentence for this key. */
    public boolean has(Language language, String key) {
        return sentences.get(language).containsKey(key);
    }

    /** All keys of a language, with their rooms. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(sentences.get(language).keySet());
    }

    /** The sentence behind a key as it stands in the file, places unfilled. */
    String raw(Language language, String key) {
        var sentence = sentences.get(language).get(key);
        return sentence == null ? "" : sentence.raw();
    }

    private static void readInto(Map<Language, Map<String, Sentence>> sentences, Resource file) throws IOException {
        var name = String.valueOf(file.getFilename()).replace(".properties", "");
        var language = name.endsWith(CHINESE) ? Language.ZH : Language.EN;
        var room = name.replace(CHINESE, "") + ".";
        var read = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        var found = read.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key.startsWith(room) ? key : room + key, key -> Sentence.read(read.getProperty(key))));
        sentences.get(language).putAll(found);
    }
}
