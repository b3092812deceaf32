package lianqiao.transparency;

/** Called after each step of the commit protocol. The program does nothing there; tests stop there in every way they can. */
@FunctionalInterface
interface Interruption {
    Interruption NONE = _ -> { };

    /** The steps of {@link Sequencer} and {@link Publication}, in order. */
    enum Step { LOCKED, HEAD_READ, LEAVES_TAKEN, ROOT_KNOWN, SIGNED, HEAD_WRITTEN, COMMITTED, FILES_WRITTEN, WITNESSES_ASKED, COSIGNATURES_KEPT, PUBLISHED }

    void after(Step step);
}
