package dev.plumbline.kit.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the UUIDs in paths and queries in their one form (RFC 9562, 4) as those of bodies are: {@link UUID#fromString} takes
 * {@code 1-1-1-1-1}, too, and with it gives one id several spellings. What is none is answered as JAX-RS has it, with 404.
 */
@Provider
public class UuidParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // T is UUID where there is a converter at all
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Strict() : null;
    }

    private static final class Strict implements ParamConverter<UUID> {
        @Override
        public @Nullable UUID fromString(@Nullable String text) {
            return text == null ? null : ScalarBinder.uuid(text);
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
