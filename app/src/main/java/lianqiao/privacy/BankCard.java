package lianqiao.privacy;

/** Numbers of bank cards: length, first digits of the issuers in use, and the check digit by Luhn (ISO/IEC 7812-1, annex B). */
final class BankCard {
    private BankCard() {}

    /** @param number ASCII digits */
    static boolean isValid(String number) {
        return isIssued(number) && luhn(number);
    }

    /** UnionPay 62, 60 and the older 9 and 68/69 of banks of the mainland with 16 to 19 digits; the international ones with theirs. */
    private static boolean isIssued(String n) {
        return switch (n.length()) {
            case 15 -> n.startsWith("34") || n.startsWith("37");
            case 16 -> isUnionPay(n) || n.startsWith("4") || n.charAt(0) == '5' && n.charAt(1) >= '1' && n.charAt(1) <= '5'
                    || n.startsWith("35") || n.compareTo("2221") >= 0 && n.compareTo("2721") < 0;
            case 17, 18, 19 -> isUnionPay(n);
            default -> false;
        };
    }

    private static boolean isUnionPay(String n) {
        return n.startsWith("62") || n.startsWith("60") || n.startsWith("68") || n.startsWith("69") || n.startsWith("9");
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = number.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = (number.charAt(i) - '0') << place % 2;
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
