package lianqiao.desk;

import java.time.Instant;
import java.util.List;
import lianqiao.base.Text;

/** The people of the invented town who can be tried out. There is such a list only in the demonstration. */
@FunctionalInterface
public interface DemoPeople {
    /** One person of the town; {@code code} is what the authenticator app would show now. */
    record Person(String login, String name, Text does, String password, String code) {}

    /** Everyone who can be tried, one of each duty, with the codes of this moment. */
    List<Person> at(Instant now);
}
