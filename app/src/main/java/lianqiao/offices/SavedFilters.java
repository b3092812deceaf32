package lianqiao.offices;

import java.util.List;
import lianqiao.store.Database;

/** Filters of lists that an officer has put aside under a name, at most 30 each. Thread-safe. */
public final class SavedFilters {
    private final FilterStore store;

    public SavedFilters(Database database) {
        this.store = new FilterStore(database);
    }

    /** @param query as it stands in an address behind the question mark */
    public record Saved(String name, String query) {}

    public List<Saved> of(OfficerId officer) {
        return store.of(officer);
    }

    /** Puts a filter aside; the same name again replaces it. */
    public void save(OfficerId officer, String name, String query) {
        store.put(officer, name, query, true);
    }

    /** Takes a filter out of the list; unknown names change nothing. */
    public void forget(OfficerId officer, String name) {
        store.of(officer).stream().filter(saved -> saved.name().equals(name)).findFirst().ifPresent(saved -> store.put(officer, name, saved.query(), false));
    }
}
