package lianqiao.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message that ask for something. */
final class Asked {
    private static final int MOST = 6;
    private static final int LEAST_SIGNS = 6;
    private static final int MOST_SHOWN = 160;
    private static final Pattern END = Pattern.compile("[。！!？?；;\\n]|\\.(?=\\s|$)");
    private static final Pattern ASKS = Pattern.compile("[？?]|希望|请(?!假|客|柬)|要求|建议|能否|能不能|可否|可不可以|是否|何时|什么时候|多久|怎么(办|解决|处理|申请|办理)|如何|为什么|为何|哪里|恳请|恳求|盼|给个说法|望.{0,8}(解决|处理|答复|回复)"
            + "|(?i:\\bplease\\b|\\bcould you\\b|\\bcan you\\b|\\bwould you\\b|\\bwhen (will|can|do|does|is|are)\\b|\\bhow (can|do|does|long|much)\\b|\\bwhy\\b|\\bwhere (can|do|is)\\b|\\bI (ask|request|demand|suggest|hope)\\b|\\bwe (ask|request|demand|suggest|hope)\\b)");

    private static final Pattern TIME = Pattern.compile("何时|什么时候|多久|几时|啥时候|(?i:\\bwhen\\b|\\bhow long\\b|\\bby what date\\b)");

    private Asked() {}

    static boolean isAboutTime(String ask) {
        return TIME.matcher(ask).find();
    }

    static List<String> in(String text) {
        var asks = new ArrayList<String>();
        for (var sentence : sentences(text)) if (ASKS.matcher(sentence).find() && Stock.clean(sentence).length() >= LEAST_SIGNS && asks.size() < MOST) asks.add(sentence);
        return asks;
    }

    /** With the sign they end with. */
    static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var ends = END.matcher(text);
        int from = 0;
        while (ends.find()) {
            add(sentences, text.substring(from, ends.end()));
            from = ends.end();
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        var plain = sentence.strip();
        if (!plain.isEmpty()) sentences.add(plain.length() > MOST_SHOWN ? plain.substring(0, plain.offsetByCodePoints(0, Math.min(MOST_SHOWN, plain.codePointCount(0, plain.length())))) : plain);
    }
}
