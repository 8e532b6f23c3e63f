package dev.plumbline.interview.app;

/**
 * A person who sees candidates, with what the roles give them.
 *
 * @param person their id
 * @param raisesAnywhere whether they may raise a flag on any application; others only on one whose panel they are on
 * @param readsAll whether they may read every flag; others their own and, once their forms are in, those of the panel
 */
public record Observer(String person, boolean raisesAnywhere, boolean readsAll) {}
