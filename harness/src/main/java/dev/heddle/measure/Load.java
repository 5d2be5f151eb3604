package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;

/**
 * How busy the machine was at one moment, apart from what the run itself does then.
 *
 * @param json the fact as {@code environment.json} holds it
 */
public record Load(ObjectNode json) {

  /** How busy it is now. */
  public static Load now() {
    Facts facts = new Facts();
    double lastMinute = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (lastMinute >= 0) {
      facts.json().put("averageOfLastMinute", lastMinute);
    }
    return new Load(facts.put("averages", SystemFile.firstLine("/proc/loadavg")).json());
  }
}
