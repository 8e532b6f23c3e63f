package dev.plumbline.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Which value a byte of a file belongs to. */
final class Place {
    private static final JsonFactory JSON = new JsonFactory();

    private Place() {}

    /** The pointer of the last value that begins at or before this byte; as far as the file can be read. */
    static String of(byte[] file, long offset) {
        String pointer = "";
        try (JsonParser json = JSON.createParser(file)) {
            while (json.nextToken() != null && json.currentTokenLocation().getByteOffset() <= offset) {
                pointer = json.getParsingContext().pathAsPointer().toString();
            }
        } catch (IOException e) {
            return pointer;
        }
        return pointer;
    }

    /** The pointer of the first number in well-formed JSON. */
    static Optional<String> ofNumber(byte[] file) {
        try (JsonParser json = JSON.createParser(file)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isNumeric()) {
                    return Optional.of(json.getParsingContext().pathAsPointer().toString());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
