package dev.plumbline.decision.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) in UTF-8 with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it, as
 * OWASP advises (CSV Injection).
 */
public final class Csv {
    /** What clients ask for. */
    public static final String TYPE = "text/csv";

    /** What is sent as {@code Content-Type}. */
    public static final String CONTENT_TYPE = TYPE + ";charset=utf-8;header=present";

    /** Also as wide as a Chinese character, which spreadsheets of such languages take alike. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Csv() {}

    /** A cell of anything; an empty one for what is not there. */
    public static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Writes a line. */
    public static void line(List<String> cells, ByteArrayOutputStream out) {
        StringBuilder line = new StringBuilder();
        String separator = "";
        for (String cell : cells) {
            line.append(separator).append(quoted(harmless(cell)));
            separator = ",";
        }
        out.writeBytes(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String harmless(String cell) {
        return startsFormula(cell) || startsFormula(cell.strip()) ? "'" + cell : cell;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == '"' || sign == ',' || sign == ';' || sign < ' ');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
