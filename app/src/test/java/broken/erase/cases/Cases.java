package broken.erase.cases;

public final class Cases {
    public void deleteCase() {}

    public void hide() {}
}
