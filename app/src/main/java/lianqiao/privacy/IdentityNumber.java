package lianqiao.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Identity numbers of residents: 18 places by GB 11643-1999 with the check character of ISO 7064 MOD 11-2, or 15 places
 * as given out before 1999. The first two places are a province of GB/T 2260; 81, 82 and 83 stand on residence permits
 * of people from Hong Kong, Macao and Taiwan. Finer codes are not looked up: hundreds were given up over the years and
 * still stand in people's numbers.
 */
final class IdentityNumber {
    private static final String PROVINCES = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** @param number ASCII digits, the last of 18 may be X */
    static boolean isValid(String number) {
        if (!number.matches("[0-9]{15}|[0-9]{17}[0-9X]") || !PROVINCES.contains(" " + number.substring(0, 2) + " ")) return false;
        return number.length() == 15 ? isDate("19" + number.substring(6, 12)) : isDate(number.substring(6, 14)) && check(number) == number.charAt(17);
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11);
    }

    /** A day on which somebody who is alive may have been born. */
    private static boolean isDate(String yyyyMMdd) {
        int year = Integer.parseInt(yyyyMMdd.substring(0, 4));
        if (year < 1890 || year > 2099) return false;
        try {
            LocalDate.of(year, Integer.parseInt(yyyyMMdd.substring(4, 6)), Integer.parseInt(yyyyMMdd.substring(6)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
