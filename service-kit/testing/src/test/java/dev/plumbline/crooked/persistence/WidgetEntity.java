package dev.plumbline.crooked.persistence;

import jakarta.persistence.Entity;

/** An entity in a package without {@code @NullMarked}. */
@Entity
public class WidgetEntity {}
