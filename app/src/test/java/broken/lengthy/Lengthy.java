package broken.lengthy;

/** A method of twenty-three lines between its braces, and one of a single line. */
final class Lengthy {
    int sum(int n) {
        int sum = 0;
        sum += 1 * n;
        sum += 2 * n;
        sum += 3 * n;
        sum += 4 * n;
        sum += 5 * n;
        sum += 6 * n;
        sum += 7 * n;
        sum += 8 * n;
        sum += 9 * n;
        sum += 10 * n;
        sum += 11 * n;
        sum += 12 * n;
        sum += 13 * n;
        sum += 14 * n;
        sum += 15 * n;
        sum += 16 * n;
        sum += 17 * n;
        sum += 18 * n;
        sum += 19 * n;
        sum += 20 * n;
        sum += 21 * n;
        return sum;
    }

    int one() {
        return 1;
    }
}
