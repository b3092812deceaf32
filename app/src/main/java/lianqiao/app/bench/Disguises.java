package lianqiao.app.bench;

import java.util.List;
import java.util.Locale;

/** One invented person's contact in seven spellings: dots, plus, case, width, domain, spacing; by turns a mailbox of a large house, one of an international domain, a number. */
public record Disguises(int person) {
    public static final int COUNT = 7;

    public List<String> spellings() {
        var name = "voter%05d".formatted(person);
        var loud = name.toUpperCase(Locale.ROOT);
        var number = "138%08d".formatted(person);
        return switch (person % 3) {
            case 0 -> List.of(name + "@gmail.com", "v.o.ter" + name.substring(5) + "@gmail.com", name + "+petition@gmail.com", loud + "@GMAIL.com",
                    wide(name + "@gmail.com"), name + "@googlemail.com", "  " + name + "@gmail.com. ");
            case 1 -> List.of(name + "@例子.中国", name + "@xn--fsqu00a.xn--fiqs8s", loud + "@例子。中国", wide(name) + "@例子．中国", name + "@XN--fsqu00a.xn--FIQS8S.",
                    " " + name + "@例子.中国 ", "V" + name.substring(1) + "@例子.中国.");
            default -> List.of(number, "+86" + number, "0086 " + number, "0" + number, wide(number),
                    number.substring(0, 3) + " " + number.substring(3, 7) + "-" + number.substring(7), "86 " + number);
        };
    }

    private static String wide(String text) {
        return text.codePoints().map(c -> c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
