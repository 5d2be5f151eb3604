package dev.heddle.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells one machine from another as far as measuring goes: processor, the cores that may be
 * used, memory, kernel and JDK. Two machines that agree in all of it count as one.
 *
 * @param facts by name
 */
public record MachineIdentity(ObjectNode facts) {

  private static final int KEY_BYTES = 8;
  private static final List<String> OF_CPU =
      List.of("model", "logicalCores", "coresOfJvm", "affinity", "cgroupQuota");
  private static final List<String> OF_OS = List.of("kernel", "architecture");

  /** This machine's. */
  public static MachineIdentity now() {
    ObjectNode machine = MachineFacts.describe();
    ObjectNode facts = new Facts().json();
    copy(OF_CPU, machine.path("cpu"), facts);
    copy(List.of("totalBytes"), machine.path("memory"), facts);
    copy(OF_OS, machine.path("os"), facts);
    copy(List.of("runtimeVersion"), JdkFacts.describe(), facts);
    return new MachineIdentity(facts);
  }

  /** A short name for files: sixteen hexadecimal digits. */
  public String key() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(facts.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static void copy(List<String> names, JsonNode from, ObjectNode to) {
    names.stream().filter(from::has).forEach(name -> to.set(name, from.path(name)));
  }
}
