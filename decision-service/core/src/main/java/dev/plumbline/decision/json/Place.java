package dev.plumbline.decision.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in a document; its pointer (RFC 6901) is written out only when something is wrong there. */
record Place(@Nullable Place parent, String token) {

    /** The place that a pointer names: what a reader's prefix is given as. */
    static Place prefix(String pointer) {
        return new Place(null, pointer);
    }

    Place child(String field) {
        return new Place(this, field);
    }

    Place child(int index) {
        return new Place(this, Integer.toString(index));
    }

    String pointer() {
        return parent == null
                ? token
                : parent.pointer() + "/" + encodable(token).replace("~", "~0").replace("/", "~1");
    }

    /** A field's name may hold halves of characters, which no answer in UTF-8 can repeat. */
    private static String encodable(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
