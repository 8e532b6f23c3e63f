package dev.plumbline.local;

/** Stands where the launcher's jar stands and says how it was called. */
public final class FakeLauncher {
    private FakeLauncher() {}

    /** Prints the repository and the arguments. */
    public static void main(String[] arguments) {
        System.out.println(System.getProperty("plumbline.root") + " " + String.join(" ", arguments));
    }
}
