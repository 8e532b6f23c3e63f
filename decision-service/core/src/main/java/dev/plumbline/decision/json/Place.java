package dev.plumbline.decision.json;

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
                : parent.pointer() + "/" + token.replace("~", "~0").replace("/", "~1");
    }
}
