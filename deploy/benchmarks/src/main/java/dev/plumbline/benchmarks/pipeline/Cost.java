package dev.plumbline.benchmarks.pipeline;

/**
 * What a phase used.
 *
 * @param walBytes write-ahead log written by PostgreSQL
 * @param commits transactions committed in the service's database, among them the few of the measurement itself
 * @param serviceCpuSeconds CPU time of the decision-service
 * @param clientCpuSeconds CPU time of the benchmark: load and watching, or the plain SQL's client
 */
public record Cost(long walBytes, long commits, double serviceCpuSeconds, double clientCpuSeconds) {}
