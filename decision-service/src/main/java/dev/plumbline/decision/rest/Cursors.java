package dev.plumbline.decision.rest;

import dev.plumbline.decision.app.DecisionHistory.RankedPlace;
import dev.plumbline.decision.app.ListDecisions.Listed;
import dev.plumbline.decision.app.RankKey;
import dev.plumbline.kit.rest.Cursor;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The cursors of this service's lists. */
final class Cursors {
    private Cursors() {}

    /** The number of the decision after which a history goes on. */
    static int number(String cursor) {
        try {
            return Integer.parseUnsignedInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    /** The cursor of a ranking after this decision. */
    static String after(Listed listed) {
        return Cursor.encode(
                String.valueOf(listed.rank()), listed.decision().applicationId().toString());
    }

    /** The place after which a ranking goes on. */
    static RankedPlace place(String cursor) {
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            return new RankedPlace(
                    RankKey.of(HexFormat.of().parseHex(parts.getFirst())), UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
