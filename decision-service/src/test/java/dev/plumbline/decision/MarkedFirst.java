package dev.plumbline.decision;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * First the tests with an {@link Order}, the lowest before the others; then those without, by their names. What reads whole
 * topics comes first in this module: after the others it would read what all of them have published, for most of a minute.
 */
public final class MarkedFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(MarkedFirst::place)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static int place(ClassDescriptor test) {
        return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
