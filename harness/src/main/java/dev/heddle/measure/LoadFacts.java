package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;

/** How busy the machine is now. */
final class LoadFacts {

  private LoadFacts() {}

  static ObjectNode describe() {
    Facts facts = new Facts();
    double lastMinute = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (lastMinute >= 0) {
      facts.json().put("averageOfLastMinute", lastMinute);
    }
    return facts.put("averages", SystemFile.firstLine("/proc/loadavg")).json();
  }
}
