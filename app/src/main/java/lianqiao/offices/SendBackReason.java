package lianqiao.offices;

import lianqiao.base.Public;
import lianqiao.base.Text;

/** A reason an office may give for sending a case back (退单), with the {@code rule} it rests on. */
public record SendBackReason(String code, Text name, Text rule, boolean active) implements Public {
    public SendBackReason {
        Codes.check(code, "reason code");
    }
}
