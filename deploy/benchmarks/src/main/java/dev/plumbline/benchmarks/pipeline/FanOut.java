package dev.plumbline.benchmarks.pipeline;

/**
 * A rubric version that reached all open applications of a job, while single scores came in.
 *
 * @param applications that were decided anew
 * @param seconds it took
 * @param alone latency of single scores with nothing else going on
 * @param meanwhile latency of single scores while it went on
 * @param killedAt applications that had been reached when the service was killed in the middle of the next one
 * @param resumedSeconds from that kill until all of the next one was done
 */
public record FanOut(
        int applications, double seconds, Latency alone, Latency meanwhile, long killedAt, double resumedSeconds) {

    /** What the fan-out added to the 99th percentile of single scores, in milliseconds; negative where it was lower. */
    public double delayMillis() {
        return meanwhile.p99() - alone.p99();
    }
}
