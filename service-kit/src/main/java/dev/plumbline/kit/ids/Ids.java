package dev.plumbline.kit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new identifier, greater than every one made before by this process. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
