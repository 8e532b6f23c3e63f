package dev.plumbline.local;

/**
 * The command line of {@code deploy/local/up}.
 *
 * @param once ends after the sample
 * @param sample plays the sample
 * @param fresh drops kept data first
 * @param help says how it is used and does nothing else
 */
record Options(boolean once, boolean sample, boolean fresh, boolean help) {
    static final String USAGE = """
            usage: deploy/local/up [--once] [--no-sample] [--fresh]

            Starts PostgreSQL, Kafka, the OIDC issuer (8080) and the four services (8081-8084) on this machine, plays
            the sample of twelve candidates and stays up until Ctrl-C. Data are kept in .plumbline/local.

              --once       end after the sample
              --no-sample  start without playing the sample
              --fresh      drop kept data first
              --help       show this
            """;

    /** @throws LocalFailure if an option is unknown, or two of them contradict each other */
    static Options parse(String... arguments) {
        boolean once = false;
        boolean sample = true;
        boolean fresh = false;
        boolean help = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--once" -> once = true;
                case "--no-sample" -> sample = false;
                case "--fresh" -> fresh = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new LocalFailure(
                            "Unknown option " + argument + ": deploy/local/up --help says what there is.");
            }
        }
        return new Options(once, sample, fresh, help);
    }
}
