package lianqiao.base;

/** A name or sentence written once in each language, by people, not by translation machines. */
public record Text(String zh, String en) implements Public {
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
