package lianqiao.search;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import lianqiao.base.CaseNumber;

/** Recognises that somebody typed a case number and nothing else, however they wrote it. */
final class Numbers {
    /** What people put around a number; whatever else stands beside it makes it a text. */
    private static final Pattern AROUND = Pattern.compile("(?i)工单|诉求|编号|单号|号码|case|number|no|[\\s\\p{P}\\p{S}\\p{Cf}]");

    private Numbers() {}

    static Optional<CaseNumber> read(String typed) {
        if (typed.length() > 60) return Optional.empty();
        var bare = AROUND.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
        return bare.chars().allMatch(Character::isDigit) ? CaseNumber.read(bare) : Optional.empty();
    }
}
