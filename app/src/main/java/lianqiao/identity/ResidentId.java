package lianqiao.identity;

import java.util.UUID;

/** Stands for a resident in every other room. Says nothing about the person; only the vault can join it to a contact. */
public record ResidentId(UUID value) {
    @Override public String toString() {
        return value.toString();
    }
}
