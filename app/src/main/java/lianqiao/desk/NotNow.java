package lianqiao.desk;

import java.util.List;
import lianqiao.cases.Case;

/**
 * The case has moved on while a form was being filled in.
 *
 * @param typed what was typed into the form, so that it can be copied
 */
public record NotNow(Reader reader, Case shown, List<String> typed) {}
