package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import oshi.hardware.CentralProcessor;

/** The processor, and how much of it this process may use. */
final class CpuFacts {

  private CpuFacts() {}

  static ObjectNode describe(CentralProcessor processor) {
    return new Facts()
        .put("model", processor.getProcessorIdentifier().getName().strip())
        .put("physicalCores", processor.getPhysicalProcessorCount())
        .put("logicalCores", processor.getLogicalProcessorCount())
        .put("coresOfJvm", Runtime.getRuntime().availableProcessors())
        .put("maxHertz", processor.getMaxFreq())
        .put("online", SystemFile.firstLine("/sys/devices/system/cpu/online"))
        .put("affinity", SystemFile.field("/proc/self/status", "Cpus_allowed_list"))
        .put("cgroupCpuset", SystemFile.firstLine("/sys/fs/cgroup/cpuset.cpus.effective"))
        .put("cgroupQuota", SystemFile.firstLine("/sys/fs/cgroup/cpu.max"))
        .put(
            "governor",
            SystemFile.firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"))
        .put("virtualized", virtualized())
        .json();
  }

  /**
   * Whether the processor says that it runs under a hypervisor; unknown where it lists no flags.
   */
  private static Optional<String> virtualized() {
    return SystemFile.field("/proc/cpuinfo", "flags")
        .map(flags -> flags.contains(" hypervisor") ? "yes" : "no");
  }
}
