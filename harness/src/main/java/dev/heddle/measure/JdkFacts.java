package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JDK that runs this process and the forks. */
final class JdkFacts {

  private JdkFacts() {}

  static ObjectNode describe() {
    return new Facts()
        .put("version", System.getProperty("java.version"))
        .put("runtimeVersion", System.getProperty("java.runtime.version"))
        .put("vendor", System.getProperty("java.vendor"))
        .put("vmName", System.getProperty("java.vm.name"))
        .put("vmVersion", System.getProperty("java.vm.version"))
        .json();
  }
}
