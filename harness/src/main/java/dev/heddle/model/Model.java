package dev.heddle.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The execution models. A new one is one file and one line here. */
public enum Model {
  PLATFORM_THREADS("platform-threads"),
  VIRTUAL_THREADS("virtual-threads"),
  COMPLETABLE_FUTURE("completable-future"),
  STRUCTURED_SCOPE("structured-scope"),
  NETTY_EVENT_LOOP("netty-event-loop");

  private final String commandLineName;

  Model(String commandLineName) {
    this.commandLineName = commandLineName;
  }

  /** The name on command lines and in reports. */
  public String commandLineName() {
    return commandLineName;
  }

  /**
   * The model of that command-line name.
   *
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  public static Model named(String name) {
    return Arrays.stream(values())
        .filter(model -> model.commandLineName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Model '%s' is unknown; available: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Model::commandLineName)
                                .collect(Collectors.joining(", ")))));
  }
}
