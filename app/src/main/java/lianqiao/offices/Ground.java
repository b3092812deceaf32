package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;

/**
 * A published ground for not handling a case here: the {@code law} it rests on, what it means in {@code plain} words,
 * and the {@code rightChannel} that can help. No case is refused on any other ground.
 */
public record Ground(String code, Text law, Text plain, Text rightChannel, boolean active) implements Public {
    public Ground {
        Codes.check(code, "ground code");
    }
}
