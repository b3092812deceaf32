package lianqiao.privacy;

import java.util.List;
import lianqiao.privacy.Detail.Kind;

/**
 * Number plates of the mainland (GA 36): province, letter, then five places, six on new-energy plates. I and O are not
 * used. One separator may follow the letter. A trailing Han mark (of police, learners, trailers and the like) stands for the fifth place.
 */
final class Plates {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋"
            + "蒙陕吉闽贵粤青藏川宁琼";
    private static final String MARKS = "警学挂领港澳试超";
    private static final String SEPARATORS = " \u00b7\u2022\u30fb.-\uff0d\uff0e\u3000";
    /** A row of letters and digits longer than this is a serial number. Two more than a plate has: people number their lists right behind it. */
    private static final int MOST_PLACES = 8;

    private Plates() {}

    static void find(String text, List<Detail> found) {
        for (int i = 0; i + 6 < text.length(); i++) {
            if (text.charAt(i) < 0x4e00 || PROVINCES.indexOf(text.charAt(i)) < 0) continue;
            int end = end(text, i);
            if (end > 0) found.add(new Detail(Kind.PLATE, i, end));
        }
    }

    /** The index after the plate that begins here, or 0 when none does. */
    private static int end(String text, int province) {
        int at = skip(text, province + 1);
        if (!Character.isLetter(plain(text, at))) return 0;
        int first = skip(text, at + 1);
        int end = first;
        int digits = 0;
        for (; plain(text, end) != 0 && end - first <= MOST_PLACES; end++) if (Character.isDigit(plain(text, end)) && end - first < 5) digits++;
        int places = end - first;
        boolean marked = places == 4 && end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0;
        return digits >= 2 && (places >= 5 && places <= MOST_PLACES || marked) ? end + (marked ? 1 : 0) : 0;
    }

    private static int skip(String text, int at) {
        return at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }

    /** The letter or digit at that place in ASCII capitals, full width or not; 0 for everything else. */
    private static char plain(String text, int at) {
        if (at >= text.length()) return 0;
        char c = text.charAt(at);
        if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
        if (c >= 'a' && c <= 'z') c -= 32;
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'O' ? c : 0;
    }
}
