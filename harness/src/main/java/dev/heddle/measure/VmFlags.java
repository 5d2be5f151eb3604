package dev.heddle.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flags of a JVM that is started with given arguments, as {@code -XX:+PrintFlagsFinal} tells.
 */
final class VmFlags {

  private static final Pattern FLAG = Pattern.compile("\\s*\\S+\\s+(\\w+)\\s+:?=\\s*(\\S*)\\s.*");

  private VmFlags() {}

  static Map<String, String> of(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
    return parse(CommandOutput.of(command));
  }

  static Map<String, String> parse(List<String> lines) {
    Map<String, String> flags = new TreeMap<>();
    for (String line : lines) {
      Matcher flag = FLAG.matcher(line);
      if (flag.matches()) {
        flags.put(flag.group(1), flag.group(2));
      }
    }
    return flags;
  }
}
