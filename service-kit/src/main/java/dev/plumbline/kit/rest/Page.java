package dev.plumbline.kit.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the items, in the list's order
 * @param next the cursor of the next page, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of the first {@code limit} of {@code found}, with a cursor where there are more.
     *
     * @param found the items from the page's start on; ask the store for one more than {@code limit}
     * @param cursorAfter the cursor after an item, see {@link Cursor#encode}
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursorAfter) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursorAfter.apply(items.get(limit - 1)));
    }

    /** The same page with every item turned into something else. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
