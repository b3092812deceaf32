package lianqiao.privacy;

import java.util.List;
import java.util.Set;
import lianqiao.privacy.Detail.Kind;

/**
 * Tells telephones, identity numbers and bank cards from the other numbers in a run of digits. From each group on, the
 * next groups are tried together, never more than twenty digits, so that the work for a run grows with its length alone.
 */
final class Numbers {
    private static final int MOST_DIGITS = 20;
    /** How people split a mobile number; in another split the digits are taken for dates and amounts. */
    private static final Set<String> MOBILE_SHAPES = Set.of("11", "3-4-4", "3-8", "7-4", "4-3-4", "4-4-3", "3-3-5", "3-4-2-2", "3-3-3-2",
            "3-2-3-3", "3-2-2-2-2", "5-6", "6-5", "4-7", "3-5-3", "2-3-3-3", "1-1-1-1-1-1-1-1-1-1-1", "3-1-1-1-1-1-1-1-1");
    private static final Set<String> PREFIXES = Set.of("86", "086", "0086", "17951");
    private static final Set<String> LOCAL_SHAPES = Set.of("7", "8", "4-4", "3-4", "4-3");
    private static final List<String> CALLED_PHONE = List.of("电话", "座机", "固话", "手机", "联系方式",
            "致电", "拨打", "拨通", "tel", "phone", "call");
    private static final List<String> CALLED_IDENTITY = List.of("身份证", "证件号", "id card", "id number", "id no");
    private static final List<String> CALLED_CARD = List.of("银行卡", "信用卡", "储蓄卡", "借记卡", "工资卡",
            "bank card", "credit card", "debit card");
    /** What follows an amount or a count. */
    private static final String UNITS = "元万亿户人次名个块吨平㎡%";

    private final DigitRun run;
    private final Speaker speaker;
    private final List<Detail> found;

    private Numbers(DigitRun run, Speaker speaker, List<Detail> found) {
        this.run = run;
        this.speaker = speaker;
        this.found = found;
    }

    static void find(DigitRun run, Speaker speaker, List<Detail> found) {
        new Numbers(run, speaker, found).walk();
    }

    private void walk() {
        for (int group = 0; group < run.groupCount(); ) group = Math.max(group + 1, next(group));
    }

    /** Tries every kind of number that may begin at this group; returns the group after it, or the group itself. */
    private int next(int first) {
        int identity = identity(first);
        if (identity > 0) return identity;
        for (int end = first + 1; end <= run.groupCount() && run.size(first, end) <= MOST_DIGITS; end++) {
            var digits = run.digits(first, end);
            if (isMobile(digits, first, end)) return keep(Kind.MOBILE, first, end);
            if (isCard(digits, first, end)) return keep(Kind.CARD, first, end);
            if (isLandline(digits, first, end)) return landline(first, end);
        }
        return first;
    }

    private int keep(Kind kind, int first, int end) {
        return keep(kind, first, end, run.end(end));
    }

    private int keep(Kind kind, int first, int end, int to) {
        found.add(new Detail(kind, run.begin(first), to));
        return end;
    }

    private int identity(int first) {
        for (int end = first + 1; end <= run.groupCount() && run.size(first, end) <= 18; end++) {
            int size = run.size(first, end);
            if (size < 15) continue;
            int last = size == 17 ? checkLetter(end) : 0;
            if (last > 0 && isIdentity(run.digits(first, end) + "X", first, end)) return keep(Kind.IDENTITY, first, end, last);
            if (size != 17 && size != 16 && isIdentity(run.digits(first, end), first, end)) return keep(Kind.IDENTITY, first, end);
        }
        return 0;
    }

    /** A number of the old kind has no check digit, so it must stand in one piece; what is called an identity number is one even when mistyped. */
    private boolean isIdentity(String number, int first, int end) {
        boolean plain = number.length() == 18 || run.shape(first, end).equals("15") || run.shape(first, end).equals("6-6-3");
        return plain && IdentityNumber.isValid(number) || called(CALLED_IDENTITY, first, 14);
    }

    /** Where the X ends that closes an identity number, or 0. */
    private int checkLetter(int end) {
        int at = run.end(end);
        if (at < run.text.length() && " -".indexOf(run.text.charAt(at)) >= 0) at++;
        return at < run.text.length() && "xX\uff38\uff58\u00d7\u2169".indexOf(run.text.charAt(at)) >= 0 ? at + 1 : 0;
    }

    private boolean isMobile(String digits, int first, int end) {
        int size = digits.length();
        if (size < 11 || size > 16) return false;
        var tail = digits.substring(size - 11);
        if (tail.charAt(0) != '1' || tail.charAt(1) < '3') return false;
        var front = digits.substring(0, size - 11);
        boolean split = run.hasHan() || MOBILE_SHAPES.contains(run.shape(first, end)) || afterPrefix(front, first, end);
        return split && (front.isEmpty() || front.equals("0") || PREFIXES.contains(front)) && UNITS.indexOf(run.after(end)) < 0;
    }

    /** Whether the country code stands apart or directly before a number in a usual split. */
    private boolean afterPrefix(String front, int first, int end) {
        if (front.isEmpty()) return false;
        int head = run.size(first, first + 1);
        if (head == front.length()) return MOBILE_SHAPES.contains(run.shape(first + 1, end));
        return end == first + 1 || head == front.length() + 3;
    }

    private boolean isCard(String digits, int first, int end) {
        var shape = run.shape(first, end);
        boolean split = end == first + 1 || run.hasHan() || shape.startsWith("4-4-4") || shape.equals("6-13") || shape.equals("4-6-5");
        if (digits.length() < 12 || digits.length() > 19 || !split) return false;
        return BankCard.isValid(digits) || called(CALLED_CARD, first, 12) && (end == run.groupCount() || digits.length() >= 16);
    }

    private boolean isLandline(String digits, int first, int end) {
        var national = PREFIXES.contains(run.digits(first, first + 1)) && end > first + 1 ? withZero(digits.substring(run.size(first, first + 1))) : digits;
        if (areaCode(national) > 0) return areaMatchesGroups(national, first, end);
        return first == 0 && LOCAL_SHAPES.contains(run.shape(first, end)) && digits.charAt(0) >= '2' && digits.charAt(0) <= '8'
                && called(CALLED_PHONE, first, 8) && UNITS.indexOf(run.after(end)) < 0;
    }

    private static String withZero(String digits) {
        return digits.startsWith("0") ? digits : "0" + digits;
    }

    /** Length of the area code of a whole number: 010, 02x with eight digits after it, 03xx to 09xx with seven or eight; else 0. */
    private static int areaCode(String n) {
        if (n.length() < 11 || n.length() > 12 || n.charAt(0) != '0') return 0;
        int area = n.startsWith("010") || n.charAt(1) == '2' ? 3 : n.charAt(1) >= '3' ? 4 : 0;
        if (area == 0 || n.charAt(area) < '2') return 0;
        return area == 3 && n.length() != 11 ? 0 : area;
    }

    private boolean areaMatchesGroups(String national, int first, int end) {
        int from = PREFIXES.contains(run.digits(first, first + 1)) ? first + 1 : first;
        int head = run.size(from, from + 1);
        return end == from + 1 || Math.abs(head - areaCode(national)) <= 1;
    }

    /** An extension behind a hyphen belongs to the number. The landline of an office stays, and is passed over as one piece. */
    private int landline(int first, int end) {
        boolean extension = end < run.groupCount() && run.size(end, end + 1) <= 4 && "-\uff0d\u2014\u2013".indexOf(run.after(end)) >= 0
                && run.begin(end) == run.end(end) + 1;
        int last = extension ? end + 1 : end;
        return speaker == Speaker.OFFICE ? last : keep(Kind.LANDLINE, first, last);
    }

    private boolean called(List<String> names, int first, int within) {
        var before = run.before(first, within);
        return names.stream().anyMatch(before::contains);
    }
}
