package lianqiao.authenticity;

import java.util.Arrays;

/** The highest of many, without sorting all: numbers with how good they are, best first in the end. */
final class Best {
    private final int[] numbers;
    private final double[] goods;
    private int size;

    Best(int most) {
        numbers = new int[most];
        goods = new double[most];
    }

    /** Of equally good ones the earlier stays before the later. */
    void add(int number, double good) {
        if (size == numbers.length && good <= goods[size - 1]) return;
        int at = size < numbers.length ? size++ : size - 1;
        for (; at > 0 && goods[at - 1] < good; at--) {
            numbers[at] = numbers[at - 1];
            goods[at] = goods[at - 1];
        }
        numbers[at] = number;
        goods[at] = good;
    }

    int[] best() {
        return Arrays.copyOf(numbers, size);
    }
}
