package lianqiao.drafting;

import java.util.List;

/**
 * What a machine has written. It is nobody's word until a person makes it theirs.
 *
 * @param model the name of the model
 * @param sources references of everything it was given
 * @param whole whether it was given all there is; long texts are cut
 */
public record Draft(String text, String model, List<String> sources, boolean whole) {
    public Draft {
        sources = List.copyOf(sources);
    }

    @Override public String toString() {
        return "Draft[" + model + "]";
    }
}
