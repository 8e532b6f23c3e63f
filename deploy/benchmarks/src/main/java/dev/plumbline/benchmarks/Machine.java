package dev.plumbline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the figures were measured on.
 *
 * @param cores that this process may use
 * @param memoryMiB of the machine
 * @param loadAverage of the last minute before anything started; well above 0 means that others were at work, too
 */
record Machine(String system, String architecture, int cores, long memoryMiB, String jdk, double loadAverage) {

    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getName() + " " + system.getVersion(),
                system.getArch(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                system.getSystemLoadAverage());
    }
}
