package dev.plumbline.local;

/** Placeholder removed below. */
final class Up {
    private Up() {}

    public static void main(String[] args) {
        System.out.println(Options.parse(args));
    }
}
