package onegrid.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** Measures what work takes: CPU of the whole process, median of several runs. */
final class Clock {
  private static volatile Object kept = "";

  private Clock() {}

  /** Medians of wall and CPU milliseconds. */
  record Took(double wallMillis, double cpuMillis) {}

  static Took median(int warmUps, int runs, Supplier<? extends Object> work) {
    return median(warmUps, runs, () -> {}, work);
  }

  /** The same with something to be made ready before each run, which does not count. */
  static Took median(int warmUps, int runs, Runnable ready, Supplier<? extends Object> work) {
    for (int i = 0; i < warmUps; i++) {
      ready.run();
      kept = work.get();
    }
    double[] wall = new double[runs];
    double[] cpu = new double[runs];
    for (int i = 0; i < runs; i++) {
      ready.run();
      long wallStart = System.nanoTime();
      long cpuStart = threadCpu();
      kept = work.get();
      cpu[i] = (threadCpu() - cpuStart) / 1e6;
      wall[i] = (System.nanoTime() - wallStart) / 1e6;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return new Took(wall[runs / 2], cpu[runs / 2]);
  }

  /** CPU of this thread, in nanoseconds: the work is on one thread, and others compile. */
  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static double processCpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  static double heapMegabytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
