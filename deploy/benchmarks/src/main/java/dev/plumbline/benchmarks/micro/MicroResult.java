package dev.plumbline.benchmarks.micro;

/**
 * One benchmark of the decision core.
 *
 * @param micros an average call, in microseconds
 * @param error half of the 99.9 % confidence interval, in microseconds; not a number where one run cannot tell
 */
public record MicroResult(String name, double micros, double error) {}
