package lianqiao.offices;

import lianqiao.store.Database;

/** Reads the whole directory and changes it; every change is counted in the same transaction. */
final class DirectoryStore {
    final OfficeStore offices;
    final RoutingStore routing;
    final OfficerStore officers;
    final WordingStore wording;
    private final Database database;

    DirectoryStore(Database database) {
        this.database = database;
        offices = new OfficeStore(database);
        routing = new RoutingStore(database);
        officers = new OfficerStore(database);
        wording = new WordingStore(database);
    }

    long version() {
        return offices.version();
    }

    /** The version is read first: a change in between makes it look old, and it is read again, never the other way round. */
    Directory read() {
        return new Directory(offices.version(), new Entries(offices.offices(), routing.areas(), offices.services(), routing.rules(),
                officers.officers(), wording.templates(), wording.grounds(), wording.reasons(), wording.measures()));
    }

    void change(Runnable write) {
        database.inTransaction(() -> {
            write.run();
            offices.countChange();
        });
    }

    void write(Entries entries) {
        change(() -> {
            offices.putOffices(entries.offices());
            routing.putAreas(entries.areas());
            offices.putServices(entries.services());
            routing.putRules(entries.rules());
            officers.putOfficers(entries.officers());
            wording.putTemplates(entries.templates());
            wording.putGrounds(entries.grounds());
            wording.putReasons(entries.reasons());
            wording.putMeasures(entries.measures());
        });
    }
}
