package dev.plumbline.decision.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.decision.domain.CompiledRubric;
import dev.plumbline.decision.domain.Rubric;
import dev.plumbline.decision.json.ExactJson;
import dev.plumbline.decision.json.Reading;
import dev.plumbline.decision.json.RubricReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The rubric versions that decide at present, compiled. A version's content is part of its key: nothing is ever stale. */
@ApplicationScoped
class CompiledRubrics {
    private static final int MOST = 500;

    private final Map<Key, CompiledRubric> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledRubric> eldest) {
            return size() > MOST;
        }
    };

    /** A version with its content's digest. */
    record Key(UUID job, int version, String factDigest) {}

    CompiledRubric get(Key key, Supplier<byte[]> content) {
        synchronized (recent) {
            CompiledRubric known = recent.get(key);
            if (known != null) {
                return known;
            }
        }
        CompiledRubric compiled = new CompiledRubric(parse(content.get()));
        synchronized (recent) {
            recent.put(key, compiled);
        }
        return compiled;
    }

    static Rubric parse(byte[] content) {
        try {
            return switch (RubricReader.readPublished(ExactJson.parse(content), "")) {
                case Reading.Valid<Rubric>(Rubric rubric) -> rubric;
                case Reading.Invalid<Rubric> invalid ->
                    throw new IllegalStateException("A stored rubric is no rubric: " + invalid);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored rubric is no JSON", e);
        }
    }
}
