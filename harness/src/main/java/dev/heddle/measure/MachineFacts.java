package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OperatingSystem;

/** Processor, memory and operating system. */
final class MachineFacts {

  private MachineFacts() {}

  static ObjectNode describe() {
    SystemInfo system = new SystemInfo();
    return new Facts()
        .put("cpu", CpuFacts.describe(system.getHardware().getProcessor()))
        .put("memory", memory(system.getHardware().getMemory()))
        .put("os", os(system.getOperatingSystem()))
        .json();
  }

  private static ObjectNode memory(GlobalMemory memory) {
    return new Facts()
        .put("totalBytes", memory.getTotal())
        .put("availableBytes", memory.getAvailable())
        .put("swapTotalBytes", memory.getVirtualMemory().getSwapTotal())
        .put("cgroupLimit", SystemFile.firstLine("/sys/fs/cgroup/memory.max"))
        .put(
            "transparentHugepages",
            SystemFile.choice("/sys/kernel/mm/transparent_hugepage/enabled"))
        .json();
  }

  private static ObjectNode os(OperatingSystem os) {
    return new Facts()
        .put("name", os.toString())
        .put("kernel", System.getProperty("os.version"))
        .put("architecture", System.getProperty("os.arch"))
        .json();
  }
}
