package dev.plumbline.kit.testing.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over, chosen by a seed. */
final class Oddities {
    private static final int LONG = 4_000;
    /** Of a part of a target or a header: several of them together stay within what the server reads. */
    private static final int LONG_IN_THE_HEAD = 600;

    private static final int DEEP = 10_000;
    private static final int DEEP_ENOUGH_TO_BE_READ = 80;
    private static final int MANY = 2_000;

    /** The last ones are half of a surrogate pair each. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "a\u0000b",
            "\u202Eoverall",
            "\uFEFF",
            "e\u0301\u0301\u0301",
            "\uD83D\uDC69\u200D\u2695\uFE0F",
            "\uFFFF",
            "x".repeat(LONG),
            "\uD83D\uDE00".repeat(LONG / 2),
            "'; drop table applications; --",
            "%s%n%x",
            "${jndi:ldap://localhost/a}",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=1+1",
            "null",
            "NaN",
            "2026-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59Z",
            "PT9999999999999H",
            "P-1D",
            "Europe/Nowhere",
            "http://127.0.0.1:1/",
            "file:///etc/passwd",
            "00000000-0000-7000-8000-000000000000",
            "1-1-1-1-1",
            "\uD800",
            "a\uDC00");

    private static final List<String> JSONS = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "1e2147483647",
            "9223372036854775808",
            "-9223372036854775809",
            "2147483648",
            "0.1000000000000000055511151231257827",
            "1.0",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"\": null}",
            "{\"__proto__\": {\"admin\": true}}",
            "{\"@class\": \"java.lang.Runtime\"}");

    private static final List<String> TARGETS = List.of(
            "%00",
            "%20",
            "%0d%0a",
            "a%00b",
            "%ED%A0%80",
            "%C3%28",
            "%FF",
            "%E2%80%AEx",
            "%F0%9F%98%80",
            "..%2F..%2Fetc",
            "%2e%2e%2f",
            "a;b=c",
            "a%3Bb",
            "-1",
            "0",
            "1.5",
            "2147483648",
            "99999999999999999999",
            "1e3",
            "null",
            "*",
            "%27%20or%201%3D1--",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "X".repeat(LONG_IN_THE_HEAD));

    private static final List<String> HEADERS = List.of(
            "",
            " ",
            "\"",
            "\"\"",
            "\"1\"",
            "W/\"1\"",
            "*, *",
            ",,,",
            "\"99999999999999999999\"",
            "\"\u00e9\"",
            "0",
            "-1",
            "null",
            "x".repeat(LONG_IN_THE_HEAD),
            "\u00ff\u00fe",
            "a b",
            "\"1\", \"2\", \"3\"",
            "{}",
            "0:0,1:999999999999999999999");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "text/html;q=0",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json;",
            "application/*",
            "*/*",
            "image/*;q=0.1, text/csv;q=abc",
            "json",
            "/",
            "a/b/c",
            ";",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/ld+json",
            "application/problem+json",
            "application/json;q=1.5");

    private final Random random;

    Oddities(Random random) {
        this.random = random;
    }

    String text() {
        return pick(TEXTS);
    }

    /** A JSON value of some type. */
    JsonNode json() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> Json.object().textNode(text());
            case 5 -> Json.tree("[".repeat(DEEP_ENOUGH_TO_BE_READ) + "]".repeat(DEEP_ENOUGH_TO_BE_READ));
            case 6 -> Json.tree("[" + "0,".repeat(MANY) + "0]");
            default -> Json.tree(pick(JSONS));
        };
    }

    /** A part of a path or a value of a query, encoded already, sometimes not well; never empty. */
    String target() {
        String encoded = random.nextInt(4) == 0 ? ApiCall.encoded(text()) : "";
        boolean isUsable = !encoded.isEmpty() && encoded.length() <= LONG_IN_THE_HEAD;
        return isUsable ? encoded : pick(TARGETS);
    }

    String header() {
        return pick(HEADERS);
    }

    String mediaType() {
        return pick(MEDIA_TYPES);
    }

    /** A body that is no JSON text, or one that a careless reader takes for it. */
    byte[] body(byte[] valid) {
        String text = new String(valid, StandardCharsets.UTF_8);
        return switch (random.nextInt(13)) {
            case 0 -> new byte[0];
            case 1 -> "null".getBytes(StandardCharsets.UTF_8);
            case 2 -> "[]".getBytes(StandardCharsets.UTF_8);
            case 3 -> text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
            case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 6 -> text.getBytes(StandardCharsets.UTF_16);
            case 7 -> text.replace("\"", "\"\u00ff").getBytes(StandardCharsets.ISO_8859_1);
            case 8 -> "{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8);
            case 9 -> "[".repeat(DEEP).getBytes(StandardCharsets.UTF_8);
            case 10 -> ("{\"a\": 1" + "0".repeat(MANY) + "}").getBytes(StandardCharsets.UTF_8);
            case 11 -> "{'a': NaN, /* */ \"b\": +1,}".getBytes(StandardCharsets.UTF_8);
            default -> "\"text\"".getBytes(StandardCharsets.UTF_8);
        };
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
