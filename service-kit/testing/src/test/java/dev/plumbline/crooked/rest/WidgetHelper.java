package dev.plumbline.crooked.rest;

import dev.plumbline.crooked.persistence.WidgetEntity;
import jakarta.inject.Inject;

/** Has a name that says nothing, is injected by field, hands out an entity and prints. */
public class WidgetHelper {
    @Inject
    WidgetEntity entity;

    void print() {
        System.out.println(entity);
    }
}
