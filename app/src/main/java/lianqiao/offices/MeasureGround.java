package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;

/**
 * A published ground for masking or withholding what somebody wrote: the {@code law} it rests on and what it means in
 * {@code plain} words. Nothing is masked by hand or withheld on any other ground.
 */
public record MeasureGround(String code, Text law, Text plain, boolean active) implements Public {
    public MeasureGround {
        Codes.check(code, "measure ground code");
    }
}
