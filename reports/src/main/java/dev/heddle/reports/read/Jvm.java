package dev.heddle.reports.read;

import java.util.List;

/**
 * The JVM of a cell's forks, as the file names it; a field that the file lacks is empty.
 *
 * @param jmhVersion the version of JMH
 * @param jdkVersion the JDK's version
 * @param vmName the virtual machine's name
 * @param vmVersion the virtual machine's version
 * @param arguments the flags that forks were started with
 */
public record Jvm(
    String jmhVersion, String jdkVersion, String vmName, String vmVersion, List<String> arguments) {

  public Jvm {
    arguments = List.copyOf(arguments);
  }
}
