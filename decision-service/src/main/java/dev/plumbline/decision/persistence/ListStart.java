package dev.plumbline.decision.persistence;

import java.util.UUID;

/**
 * Where a list by id begins: before every id there is. Not null beside an {@code or}: of that, a plan that is made once for
 * all values makes a filter, and reads the list from its start for each of its pages.
 */
public final class ListStart {
    /** The least UUID, which no row has. */
    public static final UUID BEFORE_ALL = new UUID(0, 0);

    private ListStart() {}
}
